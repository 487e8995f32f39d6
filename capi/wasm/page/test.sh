#!/bin/sh
# Builds the page and tries it in real browsers: Debian's Chromium and Firefox, driven by puppeteer-core of npm.
#   test.sh BUILD    a build of the preset test, for the program that reads what the page saved
# Exit 77: Emscripten, browsers or npm's registry cannot be had here.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../../.." && pwd)
program=$(cd "$1" && pwd)/gongkai
cd "$source"
sh cmake/install_packages.sh browser firefox || true
[ -x /usr/bin/chromium ] || [ -x /usr/bin/firefox-esr ] || { echo "browsers cannot be installed: the page was NOT tried"; exit 77; }
[ -x /usr/bin/chromium ] || echo "Chromium is not installed: the page was NOT tried in it"
[ -x /usr/bin/firefox-esr ] || echo "Firefox is not installed: the page was NOT tried in it"
command -v npm >/dev/null || sh cmake/install_packages.sh npm || { echo "npm cannot be installed: the page was NOT tried"; exit 77; }
status=0
sh "$here/build.sh" || status=$?
[ "$status" != 77 ] || { echo "no Emscripten or no sources: the page was NOT built and NOT tried"; exit 77; }
[ "$status" = 0 ] || exit 1

# Equal sources give an equal page.
node "$here/build.mjs" build/wasm/capi/gongkai.wasm build/wasm/unpack.wasm build/wasm/again.html >/dev/null
cmp build/wasm/again.html build/wasm/gongkai.html
rm build/wasm/again.html

tried=$source/build/wasm/page-tried
rm -rf "$tried"
mkdir -p "$tried/files"
cp "$here"/test/* "$tried"
export npm_config_fund=false npm_config_audit=false npm_config_update_notifier=false
if ! (cd "$tried" && npm install --silent --ignore-scripts) >"$tried/npm.log" 2>&1; then
  cat "$tried/npm.log"
  echo "npm's registry cannot be reached: the page was NOT tried"
  exit 77
fi
export GONGKAI_PROGRAM="$program" GONGKAI_SOURCE="$here/.." GONGKAI_WASM="$source/build/wasm/capi/gongkai.wasm" TMPDIR="$tried/files"
export GONGKAI_PAGE="$source/build/wasm/gongkai.html" GONGKAI_PDF_PAGE="$source/build/wasm/gongkai-pdf.html"
cd "$tried"
tests="unit_test.mjs page_test.mjs portal_test.mjs"
[ ! -f "$GONGKAI_PDF_PAGE" ] || tests="$tests pdf_test.mjs"
# shellcheck disable=SC2086 # a list of files
node --test --test-concurrency=1 --test-reporter=spec $tests >tests.log 2>&1 || { cat tests.log; exit 1; }
grep -E '^ℹ (tests|pass|fail|skipped)|ℹ (300 files|ready|at a quarter|one PDF)' tests.log | sed 's/^ *ℹ //'
ls -l "$source"/build/wasm/gongkai*.html | awk '{print $5, $9}'
echo "works: the page"
