#!/bin/sh
# Opens the pages that the program writes in headless Chromium, wide and as narrow as a telephone: axe-core (npm) finds no
# violation, and they do what they promise (pages.mjs). Keeps pictures of them where GONGKAI_PICTURES names a folder.
#   accessibility.sh PROGRAM REPORT
# Says so and returns 77 where Chromium or node is not installed or npm cannot be reached.
set -eu
program=$(realpath "$1")
report=$(realpath "$2")
script=$(realpath "$(dirname "$0")/pages.mjs")
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ] || ! command -v npm >/dev/null 2>&1 || ! command -v node >/dev/null 2>&1; then
  echo "Chromium, node or npm is not installed: the pages were NOT tried in a browser"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for package in axe-core@4 playwright-core@1; do
  name=${package%@*}
  if ! (cd "$work" && npm pack --silent "$package" >/dev/null 2>&1 && mkdir -p "node_modules/$name" &&
    tar xzf "$name"-*.tgz -C "node_modules/$name" --strip-components=1); then
    echo "npm cannot be reached: the pages were NOT tried in a browser"
    exit 77
  fi
done
cp "$script" "$work"
cd "$work"
node pages.mjs "$browser" "$program" "$report" "${GONGKAI_PICTURES:-}"
