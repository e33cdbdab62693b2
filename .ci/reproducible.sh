#!/bin/bash
# reproducible.sh [COMMIT]    builds one commit twice, in two folders with names of different length and at different
# times, and compares the app's jars byte by byte. Default: HEAD. Needs what a build needs.
set -euo pipefail
cd "$(dirname "$0")/.."
commit=$(git rev-parse --verify "${1:-HEAD}^{commit}")
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT

for name in first "the second one"; do
  git clone --quiet --no-checkout . "$work/$name"
  git -C "$work/$name" checkout --quiet "$commit"
  (cd "$work/$name" && mvn -q -B -ntp -DskipTests package </dev/null)
  (cd "$work/$name/target/sandbox-cache/lib" && find . -name '*.jar' -print0 | sort -z | xargs -0 sha256sum) >"$work/$name.sums"
done
if ! diff "$work/first.sums" "$work/the second one.sums"; then
  echo "reproducible.sh: two builds of $commit differ (see above)" >&2
  exit 1
fi
echo "reproducible.sh: two builds of $commit gave the same $(wc -l <"$work/first.sums") jars"
