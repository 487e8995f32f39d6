#!/bin/sh
# Builds gongkai.wasm and the npm package around it: build/wasm/package, and build/wasm/gongkai-….tgz where there is npm.
# Exit 77: Emscripten or the sources of the dependencies cannot be had here.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
sh cmake/dependencies.sh wasm
cmake --preset wasm >/dev/null
cmake --build --preset wasm

package=build/wasm/package
rm -rf "$package" build/wasm/gongkai-*.tgz
mkdir -p "$package"
cp "$here"/*.js "$here"/*.d.ts "$here/README.md" LICENSE build/wasm/capi/gongkai.wasm build/dependencies/wasm/third-party.txt "$package"
rm "$package/form_types.js"
mkdir "$package/page"
cp "$here"/page/attach.js "$here"/page/attach.d.ts "$here"/page/marks.js "$here"/page/numbers.js "$package/page"
version=$(sed -n 's/^project(gongkai VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
sed "s/^  \"name\": \"gongkai\",/&\n  \"version\": \"$version\",/" "$here/package.json" >"$package/package.json"
find "$package" -type f -exec chmod 644 {} +  # whatever the umask is: it is in the package
ls -l "$package/gongkai.wasm" | awk '{print $5, $9}'
echo "$(gzip -9 <"$package/gongkai.wasm" | wc -c) bytes with gzip"
if ! command -v brotli >/dev/null; then
  echo "no brotli (Debian: brotli): not measured"
else
  echo "$(brotli -q 11 -w 24 -c "$package/gongkai.wasm" | wc -c) bytes with brotli"
fi
if ! command -v npm >/dev/null; then
  echo "there is no npm: the package was not packed"
  exit 0
fi
# Every file has the same date in it, whenever it is packed.
npm pack --silent --offline --pack-destination build/wasm "./$package"
ls -l build/wasm/gongkai-*.tgz | awk '{print $5, $9}'
