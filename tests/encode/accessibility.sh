#!/bin/sh
# Runs axe-core (npm) in headless Chromium over the pages that the program writes, and fails on any violation.
#   accessibility.sh PROGRAM REPORT
# Says so and passes where Chromium is not installed or npm cannot be reached.
set -eu
program=$1
report=$2
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$browser" ] || ! command -v npm >/dev/null 2>&1; then
  echo "Chromium or npm is not installed: the pages were NOT checked for accessibility"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! (cd "$work" && npm pack --silent axe-core@4 >/dev/null 2>&1 && tar xzf axe-core-*.tgz package/axe.min.js); then
  echo "npm cannot be reached: the pages were NOT checked for accessibility"
  exit 0
fi
"$program" convert "$report" "$work/report.html" >/dev/null
"$program" check "$report" --format html >"$work/findings.html" || true
"$program" check "$report" "$report" --format html >"$work/overview.html" || true
"$program" check "$report" "$report" --format html --lang en >"$work/overview-en.html" || true
failed=0
for page in report findings overview overview-en; do
  {
    cat "$work/$page.html"
    echo '<script>'
    cat "$work/package/axe.min.js"
    cat <<'SCRIPT'
</script><script>axe.run().then(function (found) {
  document.title = "AXE " + found.passes.length + " passed; " + found.violations.length + " violations" +
    found.violations.map(function (one) {
      return "; " + one.id + ": " + one.help + ": " + one.nodes.slice(0, 3).map(function (node) { return node.html; }).join(" | ");
    }).join("");
});</script>
SCRIPT
  } >"$work/run.html"
  "$browser" --headless --no-sandbox --disable-gpu --virtual-time-budget=60000 --dump-dom "file://$work/run.html" \
    >"$work/dom" 2>/dev/null
  result=$(python3 -c 'import re, sys; print("".join(re.findall("<title>AXE ([^<]*)<", sys.stdin.read())[:1]))' <"$work/dom")
  echo "$page: ${result:-axe-core did not finish}"
  case $result in *" 0 violations") ;; *) failed=1 ;; esac
done
exit $failed
