#!/bin/sh
# Builds the library for browsers (capi/wasm/build.sh) and the page of it: build/wasm/gongkai.html, and build/wasm/gongkai-pdf.html, which reads PDF, where
# pdfjs-dist can be had from npm. Equal sources give equal files.
# Exit 77: Emscripten or the sources of the dependencies cannot be had here, or there is no node.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../.."
command -v node >/dev/null || { echo "there is no node: the page was NOT built"; exit 77; }
wasm=build/wasm/capi/gongkai.wasm
sh capi/wasm/build.sh
# Debian's node sees no acorn of Debian's; and no exceptions are in it.
NODE_PATH="${NODE_PATH:-/usr/share/nodejs}" emcc -Os --no-entry -sSTANDALONE_WASM -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH=1 \
  -sEXPORTED_FUNCTIONS=[] -Ibuild/dependencies/wasm/include "$here/unpack.c" build/dependencies/wasm/lib/liblzmadec.a -o build/wasm/unpack.wasm
node "$here/build.mjs" "$wasm" build/wasm/unpack.wasm build/wasm/gongkai.html

pdfjs=pdfjs-dist-4.10.38
sum=1011b38553532d7078c59f26b15a471f8dae00f101b60e2add9b8511737a1ce0
if [ ! -d "build/wasm/$pdfjs" ]; then
  fetched=$(mktemp -d)
  trap 'rm -rf "$fetched"' EXIT
  if ! command -v npm >/dev/null || ! npm pack --silent --pack-destination "$fetched" "pdfjs-dist@${pdfjs#pdfjs-dist-}" >"$fetched/log" 2>&1; then
    echo "npm's registry cannot be reached: gongkai-pdf.html was NOT built"
    exit 0
  fi
  echo "$sum  $fetched/$pdfjs.tgz" | sha256sum --check --quiet
  mkdir -p "$fetched/unpacked"
  tar -xzf "$fetched/$pdfjs.tgz" -C "$fetched/unpacked" package/legacy/build/pdf.min.mjs package/legacy/build/pdf.worker.min.mjs package/cmaps
  mv "$fetched/unpacked/package" "build/wasm/$pdfjs"
fi
node "$here/build.mjs" "$wasm" build/wasm/unpack.wasm build/wasm/gongkai-pdf.html "build/wasm/$pdfjs"
