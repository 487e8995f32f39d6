#!/bin/sh
# Makes the picture in the README: the page of a report with its findings in their places.
#   examples/screenshot.sh PROGRAM      writes examples/screenshot.png; needs chromium and fonts-noto-cjk
set -eu
program=$1
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed 's/59$/56/' data/harbour-2020.txt >"$work/report.txt"
"$program" check "$work/report.txt" --format html >"$work/page.html" || true
# The part of the page with the table of requests.
sed 's|</style>|section:not([aria-labelledby=s3]):not(.findings){display:none}h1,.about{display:none}</style>|' \
  "$work/page.html" >"$work/part.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1000,1120 \
  --screenshot=screenshot.png "file://$work/part.html" 2>/dev/null
echo "examples/screenshot.png"
