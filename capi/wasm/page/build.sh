#!/bin/sh
# Makes the page of what the preset `wasm` built: FOLDER/gongkai.html, and FOLDER/gongkai-pdf.html, which reads PDF, where
# pdfjs-dist can be had from npm. Equal inputs give equal files.
#   build.sh GONGKAI.WASM FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
wasm=$1
out=$2
mkdir -p "$out"
node "$here/build.mjs" "$wasm" "$out/gongkai.html"
