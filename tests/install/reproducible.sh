#!/bin/sh
# What is released is the same to the byte, from two folders, by two users, in two languages and time zones: the library, the wheel, the
# packages, and, where Emscripten is, the npm package and the page. Takes half an hour.
#   reproducible.sh
# Exit 77: the sources of the dependencies cannot be had here, or this is not root, who alone can be another user.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
[ "$(id -u)" = 0 ] || { echo "not root: NOT tried as two users"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
export CCACHE_DISABLE=1  # else the second would be made of what the first left
unset CMAKE_C_COMPILER_LAUNCHER CMAKE_CXX_COMPILER_LAUNCHER

make_all() {  # in the folder where this is called
  sh capi/release.sh dist
  if command -v em++ >/dev/null && command -v npm >/dev/null; then
    sh capi/wasm/page/build.sh
    cp build/wasm/gongkai-*.tgz build/wasm/gongkai.html dist/
  fi
}
copy() {  # copy FOLDER
  mkdir -p "$1"
  (cd "$source" && git ls-files -z | xargs -0 tar -cf - --) | tar -xf - -C "$1"
}
copy "$work/a"
copy "$work/another/with-a-longer-name"
chown -R nobody "$work/another"

(cd "$work/a" && umask 022 && TZ=Asia/Shanghai LC_ALL=C.UTF-8 make_all) >"$work/first.log" 2>&1 || {
  tail -20 "$work/first.log"
  exit 1
}
make=$(sed -n '/^make_all() {/,/^}/p' "$0")
(cd "$work/another/with-a-longer-name" && setpriv --reuid=nobody --regid=nogroup --clear-groups env -i PATH="$PATH" HOME="$work/another" USER=nobody TZ=America/New_York \
  LC_ALL=C CCACHE_DISABLE=1 sh -euc "umask 077
$make
make_all") >"$work/second.log" 2>&1 || {
  tail -20 "$work/second.log"
  exit 1
}
number=0 different=
for file in "$work"/a/dist/*; do
  [ -f "$file" ] || continue
  cmp "$file" "$work/another/with-a-longer-name/dist/${file##*/}" || different="$different ${file##*/}"
  number=$((number + 1))
done
[ -z "$different" ] || { echo "not the same:$different"; exit 1; }
[ "$number" -ge 5 ]
(cd "$work/a/dist" && sha256sum ./*)
echo "reproducible: $number files are the same from two folders and two users"
