#!/bin/sh
# Tries the page in real browsers: Debian's Chromium and Firefox, driven by puppeteer-core of npm.
#   test.sh PAGE.html GONGKAI.WASM PROGRAM     77: no browser, or npm cannot be reached
set -eu
here=$(cd "$(dirname "$0")" && pwd)
page=$(realpath "$1")
wasm=$(realpath "$2")
program=$(realpath "$3")
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "node or npm is not installed: the page was NOT tried in browsers"
  exit 77
fi
if [ ! -x /usr/bin/chromium ] && [ ! -x /usr/bin/firefox-esr ]; then
  echo "neither chromium nor firefox-esr is installed: the page was NOT tried in browsers"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here/test/." "$work"
if ! (cd "$work" && npm install --silent --ignore-scripts --no-audit --no-fund >"$work/npm.log" 2>&1); then
  cat "$work/npm.log"
  echo "npm cannot be reached: the page was NOT tried in browsers"
  exit 77
fi
export GONGKAI_PAGE="$page" GONGKAI_WASM="$wasm" GONGKAI_PROGRAM="$program" GONGKAI_SOURCE="$here/.." TMPDIR="$work"
cd "$work"
node --test --test-reporter=spec page_test.mjs portal_test.mjs
