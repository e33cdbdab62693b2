# What the scripts of this folder that start an engine have in common. Sourced, with $dir set: the engine's folder.

die() { echo "$(basename "$0"): $*" >&2; exit 1; }

# Prints the pid in the file $1 if that process is still the one that was started from this directory.
running() {
    local pid
    pid=$(cat "$1" 2>/dev/null) && [ -n "$pid" ] || return 1
    tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "$dir/" && echo "$pid"
}

# Installs packages without letting them start a system service: the engine here uses none.
install_packages() {
    local policy=/usr/sbin/policy-rc.d ours=
    if [ ! -e "$policy" ]; then
        ours=$policy
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
    fi
    local apt=(apt-get -o DPkg::Lock::Timeout=300 -qq) status=0
    { DEBIAN_FRONTEND=noninteractive "${apt[@]}" update &&
        DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "$@"; } \
        </dev/null >"$dir/install.log" 2>&1 || status=$?
    [ -z "$ours" ] || rm -f "$ours"
    [ "$status" = 0 ] || { tail -5 "$dir/install.log" >&2; die "cannot install $*"; }
}

# Starts $2... in the background with its output in the log $1, apart from this script's terminal and streams.
background() {
    local log=$1
    shift
    setsid "$@" </dev/null >"$log" 2>&1 9>&- &
}

# Ends the process of the pid file $1 and waits for it to be gone.
end() {
    local pid
    if pid=$(running "$1"); then
        kill "$pid"
        for _ in $(seq 300); do
            [ -d "/proc/$pid" ] || break
            sleep 0.2
        done
        [ ! -d "/proc/$pid" ] || die "process $pid does not stop"
    fi
    rm -f "$1"
}

unmount_all() {
    awk -v under="$dir/" 'index($2, under) == 1 { print $2 }' /proc/mounts | sort -r |
        while read -r mount; do umount -l "$mount"; done
}

# Runs start or stop, one at a time; what is started in the background does not inherit the lock.
main() {
    [ "$(id -u)" = 0 ] || die "needs root"
    mkdir -p "$dir"
    exec 9>"$dir/lock"
    flock 9
    case ${1-} in
        start) start ;;
        stop) stop ;;
        *) die "usage: $(basename "$0") start|stop" ;;
    esac
}
