#!/bin/bash
# installers.sh    tries the packages in target/installers as a user would: installs the .deb with apt in a clean Debian,
# runs the command line and the window there as a normal user, upgrades, removes and purges it; then the archive and
# the .rpm. Leaves pictures of the installed window in target/screenshots/installed-*.png.
# Ends with 75 where it cannot even begin, because programs or a Debian cannot be fetched; with 1 where a package is
# not as it should be. Needs root. The clean Debian is kept in $SANDBOX_CACHE_CI_DIR (default: sandbox-cache-ci in the temporary directory).
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(realpath -m "${SANDBOX_CACHE_CI_DIR:-${TMPDIR:-/tmp}/sandbox-cache-ci}")/installers
base=$dir/debian
root=$dir/root
packages=$PWD/target/installers
pictures=$PWD/target/screenshots
user=(runuser -u tester --)

say() { echo "installers.sh: $*"; }
die() { echo "installers.sh: $*" >&2; exit 1; }
no_means() { echo "installers.sh: $*" >&2; exit 75; }

# Runs a command in the clean Debian, in a process space of its own that ends with it. What hangs there is a fault.
inside() {
  timeout --kill-after=10 900 unshare --mount --pid --fork --mount-proc="$root/proc" --kill-child \
    chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}

as_user() { inside "${user[@]}" env HOME=/home/tester "$@"; }

# Prints "mirror suite components" of the machine's own Debian archives.
archives() {
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' 'Origin: Debian'
}

# Installs the programs that look at the packages.
need_tools() {
  local missing=()
  command -v debootstrap >/dev/null || missing+=(debootstrap)
  command -v desktop-file-validate >/dev/null || missing+=(desktop-file-utils)
  command -v appstreamcli >/dev/null || missing+=(appstream)
  for tool in mandoc fish zsh rpm; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  [ ${#missing[@]} = 0 ] || apt-get -qq update </dev/null >"$dir/tools.log" 2>&1 || no_means "apt cannot be updated"
  [ ${#missing[@]} = 0 ] || DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq install -y \
    --no-install-recommends "${missing[@]}" </dev/null >"$dir/tools.log" 2>&1 || no_means "cannot install ${missing[*]}"
}

make_base() {
  [ ! -e "$base/ready" ] || return 0
  rm -rf --one-file-system "$base"
  mkdir -p "$base"
  local mirror suite
  read -r mirror suite _ < <(archives | awk '$2 !~ /-/') || no_means "apt knows no Debian archive"
  debootstrap --variant=minbase --include=ca-certificates "$suite" "$base" "$mirror" >"$dir/debootstrap.log" 2>&1 ||
    { tail -5 "$dir/debootstrap.log" >&2; no_means "cannot make a Debian root"; }
  archives | awk '{ print "deb", $0 }' >"$base/etc/apt/sources.list"
  apt-config dump | grep -E '^Acquire::(https?::|Check-)' >"$base/etc/apt/apt.conf.d/80machine" || true
  cp /etc/ssl/certs/ca-certificates.crt "$base/etc/ssl/certs/"
  echo force-unsafe-io >"$base/etc/dpkg/dpkg.cfg.d/fast"
  touch "$base/ready"
}

# A clean Debian with a normal user and nothing of the app's.
fresh_root() {
  rm -rf --one-file-system "$root"
  cp -a "$base" "$root"
  cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
  inside useradd --create-home --shell /bin/bash tester
}

# The same package with an older version, as an earlier release would have been.
older_deb() {
  local tree=$dir/older
  rm -rf "$tree"
  dpkg-deb --raw-extract "$1" "$tree"
  sed -i 's/^Version: .*/Version: 0.0.1/' "$tree/DEBIAN/control"
  dpkg-deb --root-owner-group -Znone --build "$tree" "$dir/older.deb" >/dev/null
  rm -rf "$tree"
}

# Whether the input has such a line. grep -q would not read to the end, and who writes would fail.
has() { grep "$@" >/dev/null; }

check_verbs() {
  as_user sandbox-cache --version | has '^sandbox-cache ' || die "the command is not on the path"
  as_user sandbox-cache key python requests | has -x 'mcp-sandbox-python:483197298936' || die "key is wrong"
  as_user sandbox-cache ls --sample --json | has '"reference"' || die "ls lists nothing"
}

check_files() {
  local share=$root/usr/share id=io.github.sandboxcache.SandboxCache
  desktop-file-validate "$share/applications/$id.desktop" || die "the desktop entry is not valid"
  appstreamcli validate --no-net "$share/metainfo/$id.metainfo.xml" >/dev/null || die "the metainfo is not valid"
  zcat "$share/man/man1/sandbox-cache.1.gz" | mandoc -Tlint -Wwarning || die "the man page is not clean"
  for size in 16 32 48 64 128 256 512; do
    [ -s "$share/icons/hicolor/${size}x$size/apps/$id.png" ] || die "no icon of $size pixels"
  done
  local owner
  for file in usr/bin/sandbox-cache usr/share/applications/$id.desktop usr/share/man/man1/sandbox-cache.1.gz; do
    owner=$(inside dpkg-query --search "/$file")
    [ "${owner%%:*}" = sandbox-cache ] || die "nobody owns /$file"
  done
}

# Lintian brings a hundred packages with it, so it is asked where it is there already.
check_lintian() {
  command -v lintian >/dev/null || { say "lintian is not installed: it was not asked"; return 0; }
  lintian --allow-root --fail-on error,warning "$1" || die "lintian finds fault with the .deb"
}

# Asks each shell what it would offer.
check_completion() {
  local share=$root/usr/share offered
  offered=$(bash --norc -c "source '$share/bash-completion/completions/sandbox-cache'
    COMP_WORDS=(sandbox-cache pr) COMP_CWORD=1
    _complete_sandbox-cache 2>/dev/null; printf '%s\n' \"\${COMPREPLY[@]}\"")
  grep -qx prune <<<"$offered" || die "bash does not complete prune: $offered"
  offered=$(HOME=$dir fish --no-config -c "source '$share/fish/vendor_completions.d/sandbox-cache.fish'
    complete -C 'sandbox-cache --engine x install ty'; complete -C 'sandbox-cache prune --dry'")
  grep -q ^typescript <<<"$offered" || die "fish does not complete languages: $offered"
  grep -q ^--dry-run <<<"$offered" || die "fish does not complete options: $offered"
  zsh -f -n "$share/zsh/vendor-completions/_sandbox-cache" || die "zsh cannot read its completion"
}

# Opens the installed window on a screen without a display and takes a picture of it.
picture() {
  local theme=$1
  cat >"$root/home/tester/picture.sh" <<SH
set -eu
mkdir -p ~/.config/sandbox-cache
printf '{"theme":"%s"}' "${theme^^}" >~/.config/sandbox-cache/settings.json
Xvfb -displayfd 3 -screen 0 1280x820x24 -nolisten tcp 3>~/display 2>/dev/null &
for _ in \$(seq 300); do [ ! -s ~/display ] || break; sleep 0.2; done
[ -s ~/display ] || { echo 'there is no display'; exit 1; }
export DISPLAY=:\$(cat ~/display)
sandbox-cache --sample 2>~/stderr &
for _ in \$(seq 240); do
  ! grep -qs 'the window is open' ~/.local/state/sandbox-cache/logs/* || break
  kill -0 \$! || { cat ~/stderr; exit 1; }
  sleep 0.5
done
grep -qs 'the window is open' ~/.local/state/sandbox-cache/logs/* || {
  echo 'the window is not open after two minutes:'
  cat ~/stderr ~/.local/state/sandbox-cache/logs/*
  ps -ef
  exit 1
}
sleep 8
! grep -E '^(WARN|ERROR)' ~/stderr || { echo 'the window is not content with this system'; exit 1; }
xwininfo -root -children | grep 'Sandbox Cache.*("io.github.sandboxcache.SandboxCache" ' || {
  echo 'the window is not of the class that the desktop entry names:'
  xwininfo -root -children
  exit 1
}
import -window root ~/picture.png
SH
  inside chown tester /home/tester/picture.sh
  rm -rf "$root/home/tester/.local/state/sandbox-cache/logs" "$root/home/tester/display"
  as_user sh /home/tester/picture.sh || die "the installed window does not open"
  mkdir -p "$pictures"
  cp "$root/home/tester/picture.png" "$pictures/installed-$theme.png"
}

check_deb() {
  local deb=$1
  fresh_root
  cp "$deb" "$root/tmp/new.deb"
  older_deb "$deb"
  cp "$dir/older.deb" "$root/tmp/older.deb"
  inside apt-get -qq update >"$dir/apt.log" 2>&1 || { tail "$dir/apt.log"; no_means "apt does not work in the clean Debian"; }

  # On a server: nothing but what the command line needs.
  inside apt-get -qq install -y --no-install-recommends /tmp/older.deb >"$dir/apt.log" 2>&1 || { tail "$dir/apt.log"; die "no install"; }
  ! inside dpkg-query --status libgtk-3-0 >/dev/null 2>&1 || die "the command line brings a desktop"
  check_verbs
  say "installed without recommended packages: the command line runs"

  as_user sh -c 'mkdir -p ~/.config/sandbox-cache ~/.local/share/sandbox-cache
    printf "{}" >~/.config/sandbox-cache/settings.json; echo kept >~/.local/share/sandbox-cache/kept'
  inside apt-get -qq install -y --fix-policy --install-recommends /tmp/new.deb >"$dir/apt.log" 2>&1 || { tail "$dir/apt.log"; die "no upgrade"; }
  inside apt-get -qq install -y --no-install-recommends libgtk-3-0 libgl1 libxtst6 libxxf86vm1 \
    xvfb imagemagick x11-utils >"$dir/apt.log" 2>&1 || { tail "$dir/apt.log"; no_means "no display"; }
  [ "$(inside dpkg-query --show --showformat='${Version}' sandbox-cache)" != 0.0.1 ] || die "not upgraded"
  as_user test -e /home/tester/.local/share/sandbox-cache/kept || die "the upgrade lost data"
  check_verbs
  check_files
  check_completion
  say "upgraded: data kept, files owned, shells complete"

  picture light
  picture dark
  say "the window opens; pictures in $pictures"

  inside apt-get -qq remove -y sandbox-cache >"$dir/remove.log" 2>&1
  grep -q '~/.local/share/sandbox-cache' "$dir/remove.log" || die "removing does not say where data are"
  inside apt-get -qq purge -y sandbox-cache >>"$dir/remove.log" 2>&1
  as_user test -e /home/tester/.local/share/sandbox-cache/kept || die "removing lost data"
  [ ! -e "$root/usr/lib/sandbox-cache" ] && [ ! -e "$root/usr/bin/sandbox-cache" ] || die "removing left files"
  say "removed and purged: data kept, no file left"
}

check_archive() {
  fresh_root
  tar --extract --file="$1" --directory="$root/home/tester" --no-same-owner
  inside sh -c 'ln -s /home/tester/sandbox-cache-*/bin/sandbox-cache /usr/local/bin/sandbox-cache'
  as_user /usr/local/bin/sandbox-cache key python requests | has -x 'mcp-sandbox-python:483197298936' ||
    die "the archive does not run"
  say "the archive runs where it is unpacked"
}

check_rpm() {
  fresh_root
  # No Debian has what its dependencies name.
  rpm --root "$root" --initdb
  rpm --root "$root" --install --nodeps --noscripts "$1"
  check_verbs
  rpm --root "$root" --query --list sandbox-cache | has -x /usr/share/man/man1/sandbox-cache.1.gz || die "the .rpm lacks files"
  rpm --root "$root" --erase --nodeps --noscripts sandbox-cache
  [ ! -e "$root/usr/lib/sandbox-cache" ] || die "erasing the .rpm left files"
  say "the .rpm installs, runs and goes"
}

[ "$(id -u)" = 0 ] || die "needs root"
mkdir -p "$dir"
need_tools
trap 'rm -rf --one-file-system "$root" "$dir/older.deb"' EXIT
make_base
check_lintian "$(echo "$packages"/*.deb)"
check_deb "$(echo "$packages"/*.deb)"
check_archive "$(echo "$packages"/*.tar.gz)"
check_rpm "$(echo "$packages"/*.rpm)"
