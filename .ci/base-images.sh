#!/bin/bash
# base-images.sh DOCKER_HOST    imports into an engine the base images that the tests install packages into:
#   sandbox-cache-test/{python,javascript,typescript,bun,go,rust,bash,ruby,busybox}:1
#   sandbox-cache-test/python-without-ca:1, which trusts nobody
# They are made of Debian packages from the mirror that this machine's apt uses (bun and pnpm: from npm), trust the
# certificates that this machine trusts, and differ in user, directory, command and entry point on purpose. gem in the
# ruby image knows two gems, in the image itself: greeting (1.0.0 and 1.1.0) and words, which greeting 1.1.0 needs.
# Needs root. The root file systems are kept as tar files in $SANDBOX_CACHE_CI_DIR (default: sandbox-cache-ci in the
# temporary directory), so that a second run only imports, and does nothing for images that are already there.
set -euo pipefail
engine=${1-}
script=$(realpath "$0")
ca=/etc/ssl/certs/ca-certificates.crt
version=$(cat "$script" "$ca" | sha256sum | cut -c1-12)
dir=$(realpath -m "${SANDBOX_CACHE_CI_DIR:-${TMPDIR:-/tmp}/sandbox-cache-ci}")/roots-$version

die() { echo "base-images.sh: $*" >&2; exit 1; }

need() { # COMMAND PACKAGE
    command -v "$1" >/dev/null && return
    local apt=(apt-get -o DPkg::Lock::Timeout=300 -qq)
    { DEBIAN_FRONTEND=noninteractive "${apt[@]}" update &&
        DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "$2"; } \
        </dev/null >"$dir/$2.log" 2>&1 || die "cannot install $2, see $dir/$2.log"
}

# Debian's archives as this machine's apt knows them, a line each: URI, suite, component.
archives() {
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' 'Origin: Debian'
}

# --- root file systems ------------------------------------------------------------------------------------------

in_root() { # NAME COMMAND...
    local root=$dir/$1
    shift
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive \
        chroot "$root" "$@" </dev/null
}

debian() { # the root that all others start as
    local mirror suite root=$dir/debian
    # The archives' origin is known to apt only after an update.
    [ -n "$(archives)" ] || apt-get -o DPkg::Lock::Timeout=300 -qq update
    read -r mirror suite _ < <(archives | awk '$2 !~ /-/') || die "apt knows no Debian archive"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror"
    archives | awk '{ print "deb", $0 }' >"$root/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::(https?::|Check-)' >"$root/etc/apt/apt.conf.d/80machine" || true
    { echo force-unsafe-io; printf 'path-exclude=/usr/share/%s/*\n' doc man locale info; } \
        >"$root/etc/dpkg/dpkg.cfg.d/small"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod +x "$root/usr/sbin/policy-rc.d"
    in_root debian apt-get -qq update
    trust "$root"
}

# Makes a root trust what this machine trusts, also after its own list of authorities is made anew.
trust() { # ROOT
    mkdir -p "$1/etc/ssl/certs" "$1/usr/local/share/ca-certificates"
    cp -RL /usr/local/share/ca-certificates/. "$1/usr/local/share/ca-certificates/" 2>/dev/null || true
    cp -L "$ca" "$1$ca"
}

root() { # NAME PACKAGE...
    local name=$1
    shift
    cp -a "$dir/debian" "$dir/$name"
    [ $# = 0 ] || in_root "$name" apt-get -qq install -y --no-install-recommends "$@"
}

pack() { # NAME
    tar -C "$dir/$1" --numeric-owner --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' \
        --exclude='./var/lib/apt/lists/*' --exclude='./var/cache/apt/*' -cf "$dir/$1.part" .
    mv "$dir/$1.part" "$dir/$1.tar"
}

make_python() {
    root python python3 python3-pip
    # As in the usual python images: pip installs system-wide, and there is a "python".
    rm -f "$dir"/python/usr/lib/python3*/EXTERNALLY-MANAGED
    ln -s /usr/bin/python3 "$dir/python/usr/local/bin/python"
    pack python
    rm -rf "$dir"/python/etc/ssl/certs/* "$dir"/python/usr/share/ca-certificates/*
    mv "$dir/python" "$dir/python-without-ca"
    pack python-without-ca
}

# javascript has npm only, typescript also pnpm, bun nothing but bun.
make_node() {
    root javascript nodejs npm
    in_root javascript useradd --create-home --uid 1000 node
    pack javascript
    # The program inside the package "bun", of which npm would fetch every variant.
    local bun=@oven/bun-linux-x64-baseline npm=(npm --no-audit --no-fund --cache /tmp/npm --ignore-scripts)
    [ "$(uname -m)" = x86_64 ] || bun=@oven/bun-linux-aarch64
    in_root javascript "${npm[@]}" install --prefix /tmp/bun "$bun@1.2"
    root bun
    install "$dir/javascript/tmp/bun/node_modules/$bun/bin/bun" "$dir/bun/usr/local/bin/bun"
    pack bun
    in_root javascript "${npm[@]}" install --global pnpm@9
    rm -rf "$dir"/javascript/tmp/{npm,bun}
    mv "$dir/javascript" "$dir/typescript"
    pack typescript
}

make_go() {
    root go golang-go
    mkdir "$dir/go/go"
    pack go
}

make_rust() {
    # The cargo of Debian 12 reads its index by git only; its newer cargo for browsers reads the index of today.
    local cargo=cargo
    in_root debian apt-cache show cargo-web >/dev/null 2>&1 && cargo="cargo-web"
    root rust "$cargo"
    pack rust
}

make_bash() {
    root bash
    pack bash
}

make_ruby() {
    root ruby ruby
    mkdir -p "$dir/ruby/srv/gems/gems"
    gem words 1.0.0
    gem greeting 1.0.0
    gem greeting 1.1.0 words
    in_root ruby gem generate_index --directory /srv/gems
    printf -- '---\n:sources:\n- file:///srv/gems/\n' >"$dir/ruby/etc/gemrc"
    pack ruby
}

gem() { # NAME VERSION [NEEDS]   builds a gem into the index of the ruby root
    in_root ruby ruby -rrubygems/package -e '
        name, version, needs = ARGV
        Dir.chdir("/tmp")
        File.write("#{name}.rb", "module #{name.capitalize}; VERSION = #{version.dump}; end\n")
        Gem::Package.build(Gem::Specification.new(name, version) { |s|
          s.summary = s.author = "test"
          s.files = ["#{name}.rb"]
          s.require_paths = ["."]
          s.add_runtime_dependency(needs) if needs
        }, true, false, "/srv/gems/gems/#{name}-#{version}.gem")
        File.delete("#{name}.rb")' "$@"
}

make_busybox() {
    root unpacked busybox-static
    mkdir -p "$dir"/busybox/{bin,dev,etc,proc,root,sys,tmp}
    cp "$(find "$dir/unpacked/bin/" "$dir/unpacked/usr/bin/" -name busybox | head -1)" "$dir/busybox/bin/busybox"
    in_root busybox /bin/busybox --install -s /bin
    echo root:x:0:0:root:/root:/bin/sh >"$dir/busybox/etc/passwd"
    echo root:x:0: >"$dir/busybox/etc/group"
    trust "$dir/busybox"
    pack busybox
}

# --- images -----------------------------------------------------------------------------------------------------

present() { # NAME
    local comment
    comment=$(docker -H "$engine" image inspect --format '{{.Comment}}' "sandbox-cache-test/$1:1" 2>/dev/null) &&
        [ "$comment" = "$version" ]
}

import() { # NAME CHANGE...
    local name=$1 change changes=(--change "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
    shift
    for change in "$@"; do changes+=(--change "$change"); done
    docker -H "$engine" import --message "$version" "${changes[@]}" "$dir/$name.tar" "sandbox-cache-test/$name:1"
}

import_python() { import python 'CMD ["python3"]' 'ENV LANG=C.UTF-8'; }
import_python-without-ca() { import python-without-ca 'CMD ["python3"]'; }
import_javascript() { import javascript 'CMD ["node"]' 'USER node' 'WORKDIR /home/node'; }
import_typescript() {
    import typescript 'ENTRYPOINT ["node"]' 'CMD ["--version"]' 'USER 1000:1000' 'WORKDIR /home/node/app'
}
# bun brings its own authorities.
import_bun() { import bun 'CMD ["bun"]' 'WORKDIR /home/bun/app' "ENV NODE_EXTRA_CA_CERTS=$ca"; }
import_go() {
    import go 'CMD ["bash"]' 'WORKDIR /go' 'ENV GOPATH=/go' \
        'ENV PATH=/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
}
import_rust() { import rust 'CMD ["bash"]' 'ENV CARGO_HOME=/usr/local/cargo' 'LABEL org.example.base=rust'; }
import_bash() { import bash 'CMD echo "$PATH"'; }
import_ruby() { import ruby 'ENTRYPOINT ["ruby"]' 'CMD ["-e", "puts RUBY_VERSION"]' 'USER nobody'; }
import_busybox() { import busybox; }

# --- what to do, all at once ------------------------------------------------------------------------------------

declare -A images=([python]="python python-without-ca" [node]="javascript typescript bun" [go]=go [rust]=rust
    [bash]=bash [ruby]=ruby [busybox]=busybox)

# Makes the roots of a group that are missing, then imports its images that are missing.
group() { # GROUP
    local image
    for image in ${images[$1]}; do
        [ -e "$dir/$image.tar" ] || { "make_$1"; break; }
    done
    for image in ${images[$1]}; do
        rm -rf --one-file-system "${dir:?}/$image"
        present "$image" || "import_$image"
    done
}

case ${2-} in
    '') ;;
    *) group "$2"; exit ;; # one group, called by this script itself
esac

[ -n "$engine" ] || die "usage: base-images.sh DOCKER_HOST"
[ "$(id -u)" = 0 ] || die "needs root"
mkdir -p "$dir"
exec 9>"$dir/lock"
flock 9
need docker docker.io
docker -H "$engine" version >/dev/null || die "no engine answers at $engine"
for image in ${images[*]}; do
    [ -e "$dir/$image.tar" ] || missing=yes
    rm -rf --one-file-system "${dir:?}/$image"
done
if [ -n "${missing-}" ]; then
    need debootstrap debootstrap
    rm -rf --one-file-system "$dir/debian" "$dir/unpacked"
    debian >"$dir/debian.log" 2>&1 || { tail -5 "$dir/debian.log" >&2; die "cannot make a Debian root"; }
fi
declare -A jobs
for group in node rust go python ruby bash busybox; do
    "$script" "$engine" "$group" >"$dir/$group.log" 2>&1 &
    jobs[$group]=$!
done
failed=
for group in "${!jobs[@]}"; do
    wait "${jobs[$group]}" || { tail -5 "$dir/$group.log" >&2; failed+=" $group"; }
done
rm -rf --one-file-system "$dir/debian" "$dir/unpacked"
[ -z "$failed" ] || die "failed:$failed, see $dir"
for image in ${images[*]}; do echo "sandbox-cache-test/$image:1"; done | sort
