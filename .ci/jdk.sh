#!/bin/bash
# jdk.sh    makes sure that a JDK 25 is where Maven finds it; does nothing where one is.
# Needs root. Debian 13 has it as a package. On an older Debian that package is unpacked together with the C library
# that it was built for, and its programs are told to use that one.
set -euo pipefail
home=/usr/lib/jvm/unpacked-jdk-25

die() { echo "jdk.sh: $*" >&2; exit 1; }

! grep -qsE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "${JAVA_HOME:-/nonexistent}/release" /usr/lib/jvm/*/release || exit 0
[ "$(id -u)" = 0 ] || die "needs root"

export DEBIAN_FRONTEND=noninteractive
apt-get -qq update </dev/null
if apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1; then
  apt-get -qq install -y --no-install-recommends openjdk-25-jdk-headless </dev/null
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Origin: Debian' | head -n 1)
[ -n "$mirror" ] || die "apt knows no Debian archive"
echo "deb $mirror trixie main" >"$work/sources.list"
trixie=(apt-get -qq -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=- -o APT::Sandbox::User=root
  -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o Dir::State::status=/dev/null)
"${trixie[@]}" update </dev/null
(cd "$work" && "${trixie[@]}" download openjdk-25-jre-headless openjdk-25-jdk-headless \
  libc6 libstdc++6 libgcc-s1 zlib1g patchelf </dev/null)
for package in "$work"/*.deb; do dpkg -x "$package" "$work/root"; done

# The JDK's settings are links into /etc.
cp -rn "$work/root/etc/java-25-openjdk" /etc/
mkdir -p "$home"
cp -r "$work"/root/usr/lib/jvm/java-25-openjdk-*/. "$home"
cp -r "$work"/root/usr/lib/*-linux-gnu "$home/libc"
loader=$(echo "$home"/libc/ld-linux-*.so.*)
for program in "$home"/bin/* "$home/lib/jspawnhelper"; do
  "$loader" --library-path "$home/libc" "$work/root/usr/bin/patchelf" --set-interpreter "$loader" \
    --force-rpath --set-rpath "$home/libc:\$ORIGIN/../lib:\$ORIGIN/../lib/server" "$program"
done
"$home/bin/java" --version >/dev/null || die "the unpacked JDK does not run"
