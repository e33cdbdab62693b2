#!/bin/bash
# engine.sh start|stop    a container engine of its own for the tests, independent of any the machine runs.
#   start   prints the DOCKER_HOST value (unix://...) of a running engine; starts it, and installs Debian's
#           docker.io for it, and the servers that tests start, when needed
#   stop    stops it and unmounts what it mounted; its data stay, so that the next start finds its images
# Needs root. Everything is kept in $SANDBOX_CACHE_CI_DIR (default: sandbox-cache-ci in the temporary directory).
# The engine sets up no firewall rules, so a container reaches nothing over its bridge: use --network host.
set -euo pipefail
dir=$(realpath -m "${SANDBOX_CACHE_CI_DIR:-${TMPDIR:-/tmp}/sandbox-cache-ci}")/engine
socket=$dir/docker.sock
# A bridge per directory. Not --bridge=none: that deletes docker0, and so the network of the machine's own engine.
sum=$(printf %s "$dir" | cksum | cut -d' ' -f1)
bridge=ci-$(printf %08x "$sum")
subnet=10.$((200 + sum / 256 % 50)).$((sum % 256))
. "$(dirname "$0")/common.sh"

answers() { docker -H "unix://$socket" version >/dev/null 2>&1; }

prepare() {
    local missing=()
    { command -v dockerd && command -v containerd && command -v runc; } >/dev/null || missing+=(docker.io)
    command -v ip >/dev/null || missing+=(iproute2)
    command -v iptables >/dev/null || missing+=(iptables)
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
    # From Debian 13 on the client is a package of its own.
    command -v docker >/dev/null || install_packages docker-cli
}

start() {
    # Tests start these themselves, a registry behind a password and an ssh server with keys of its own.
    local missing=()
    command -v docker-registry >/dev/null || missing+=(docker-registry)
    [ -x /usr/sbin/sshd ] || missing+=(openssh-server)
    command -v ssh-agent >/dev/null || missing+=(openssh-client)
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
    if running "$dir/dockerd.pid" >/dev/null && answers; then echo "unix://$socket"; return; fi
    prepare
    stop >/dev/null

    # A containerd of its own: dockerd would otherwise take the machine's, if one runs.
    cat >"$dir/containerd.toml" <<TOML
version = 2
root = "$dir/containerd-data"
state = "$dir/containerd"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "$dir/containerd.sock"
TOML
    background "$dir/containerd.log" containerd --config "$dir/containerd.toml"
    echo $! >"$dir/containerd.pid"

    ip link show "$bridge" >/dev/null 2>&1 || ip link add "$bridge" type bridge
    ip addr replace "$subnet.1/24" dev "$bridge"
    ip link set "$bridge" up
    echo '{}' >"$dir/daemon.json"
    background "$dir/dockerd.log" dockerd --config-file "$dir/daemon.json" --containerd "$dir/containerd.sock" \
        --data-root "$dir/data" --exec-root "$dir/exec" -H "unix://$socket" -p "$dir/dockerd.pid" \
        --bridge "$bridge" --iptables=false --ip6tables=false --ip-masq=false --ip-forward=false
    local dockerd=$!

    for _ in $(seq 300); do
        if answers; then echo "unix://$socket"; return; fi
        [ -d "/proc/$dockerd" ] || break
        sleep 0.2
    done
    tail -20 "$dir/dockerd.log" >&2
    stop >/dev/null
    die "the engine did not come up"
}

stop() {
    end "$dir/dockerd.pid"
    end "$dir/containerd.pid"
    rm -f "$socket"
    ip link del "$bridge" 2>/dev/null || true
    unmount_all
    echo "stopped"
}

main "$@"
