#!/bin/sh
# Makes the picture in the README: the page of a report with its findings, and the table of requests where they are marked.
#   examples/screenshot.sh PROGRAM      writes examples/screenshot.png; needs chromium and fonts-noto-cjk
set -eu
program=$1
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# One digit wrong: 56 for 59; and 0 where the report leaves a cell of the tables blank.
"$program" read data/harbour-2020.txt -o "$work/read.json" >/dev/null
sed -E 's/("requests\.outcomes\.granted\.natural_person": ?)59/\156/; s/("(requests|review|litigation)\.[a-z_.]+": ?)null/\10/g' \
  "$work/read.json" >"$work/report.json"
"$program" check "$work/report.json" --format html >"$work/page.html" || true
# The part of the page with the findings and the table of requests.
sed 's|</style>|article section:not([aria-labelledby=s3]),article>p:not(.legend){display:none}</style>|' \
  "$work/page.html" >"$work/part.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --disable-lcd-text --window-size=920,1040 \
  --screenshot=screenshot.png "file://$work/part.html" 2>/dev/null
echo "examples/screenshot.png"
