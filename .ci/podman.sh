#!/bin/bash
# podman.sh start|stop    Debian's Podman for the tests, beside the Docker of engine.sh and independent of any Podman
# that the machine runs.
#   start   prints the DOCKER_HOST value (unix://...) of a running service; starts it, and installs it, when needed
#   stop    stops it and what runs in it, and unmounts what it mounted; its images stay
# Needs root. Everything is kept in $SANDBOX_CACHE_CI_DIR (default: sandbox-cache-ci in the temporary directory).
set -euo pipefail
dir=$(realpath -m "${SANDBOX_CACHE_CI_DIR:-${TMPDIR:-/tmp}/sandbox-cache-ci}")/podman
socket=$dir/podman.sock
. "$(dirname "$0")/common.sh"

# runc: where cgroups of both versions are mounted, crun refuses to start containers. Events in a file and cgroupfs:
# without systemd there is neither its journal nor its cgroups.
podman=(podman --root "$dir/data" --runroot "$dir/run" --tmpdir "$dir/tmp"
    --cgroup-manager cgroupfs --runtime runc --events-backend file)

answers() { [ "$(curl -s -m 2 --unix-socket "$socket" http://podman/_ping 2>/dev/null)" = OK ]; }

prepare() {
    local missing=()
    command -v podman >/dev/null || missing+=(podman)
    command -v runc >/dev/null || missing+=(runc)
    command -v curl >/dev/null || missing+=(curl)
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

start() {
    if running "$dir/podman.pid" >/dev/null && answers; then echo "unix://$socket"; return; fi
    prepare
    stop >/dev/null

    # Podman's own limits may be higher than what this machine allows.
    printf '[containers]\ndefault_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]\n' >"$dir/containers.conf"
    CONTAINERS_CONF=$dir/containers.conf background "$dir/podman.log" \
        "${podman[@]}" system service --time=0 "unix://$socket"
    local service=$!
    echo "$service" >"$dir/podman.pid"

    for _ in $(seq 300); do
        if answers; then echo "unix://$socket"; return; fi
        [ -d "/proc/$service" ] || break
        sleep 0.2
    done
    tail -20 "$dir/podman.log" >&2
    stop >/dev/null
    die "Podman did not come up"
}

stop() {
    if running "$dir/podman.pid" >/dev/null; then
        "${podman[@]}" stop --all --time 0 >"$dir/stop.log" 2>&1 || true
    fi
    end "$dir/podman.pid"
    rm -f "$socket"
    unmount_all
    echo "stopped"
}

main "$@"
