#!/bin/sh
# Compares a built libgongkai.so with the checked-in description of its interface. Fails when something that hosts rely
# on was removed or changed and SOVERSION did not move; says what to do when something was added.
#   check.sh LIBRARY            compare
#   check.sh --update LIBRARY   write the description: after an addition, or for a new SOVERSION
# The library must have debug information (-g), which is where the types are. Exit 77: abidiff is not installed.
set -eu
update=no
if [ "$1" = --update ]; then
  update=yes
  shift
fi
library=$1
folder=$(cd "$(dirname "$0")" && pwd)
if ! command -v abidiff >/dev/null 2>&1; then
  echo "abidiff is not installed (Debian: abigail-tools): the interface was not compared"
  exit 77
fi
soname=$(readelf -d "$library" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
[ -n "$soname" ] || { echo "$library has no SONAME"; exit 1; }
dump=$folder/$soname.abi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Types that this folder does not declare are private: what stands behind the handles may change.
mkdir "$work/public"
cp "$folder/../gongkai.h" "$work/public"
describe() {
  abidw --headers-dir "$work/public" --drop-private-types --exported-interfaces-only --no-show-locs --no-corpus-path \
    --no-comp-dir-path --out-file "$1" "$library"
}
compare() {
  abidiff --no-added-syms --drop-private-types --exported-interfaces-only \
    --headers-dir2 "$work/public" "$1" "$library"
}

if [ "$update" = yes ]; then
  describe "$dump"
  echo "$dump: $(grep -c '<function-decl ' "$dump") functions"
  exit 0
fi

[ -f "$dump" ] || { echo "$dump is absent: for a new SOVERSION, write it with $0 --update $library"; exit 1; }
describe "$work/now.abi"
described=$(grep -c "<function-decl name='gk_" "$dump" || true)
exported=$(nm -D --defined-only "$library" | grep -c ' T gk_' || true)
typed=$(grep -c "<function-decl name='gk_" "$work/now.abi" || true)
if [ "$described" = 0 ] || [ "$exported" = 0 ] || [ "$typed" != "$exported" ]; then
  echo "nothing to compare: $described functions described, $exported exported, $typed with types (build with -g)"
  exit 1
fi
# The comparison must see a function that is gone, and one that has another type.
sed "s/gk_version/gk_absent/g" "$dump" >"$work/removed.abi"
awk "/<function-decl name='gk_report_set'/ {inside = 1} inside && /<parameter/ {sub(/type-id='[^']*'/, \"type-id='\" id \"'\"); inside = 0}
     /<type-decl name='char'/ {match(\$0, / id='[^']*'/); id = substr(\$0, RSTART + 5, RLENGTH - 6)} {print}" "$dump" >"$work/changed.abi"
for broken in removed changed; do
  if compare "$work/$broken.abi" >/dev/null 2>&1; then
    echo "the comparison does not see that something was $broken"
    exit 1
  fi
done
if compare "$dump"; then
  echo "$soname keeps its interface: $described functions described, $exported exported"
  [ "$described" = "$exported" ] || echo "functions were added: record them with $0 --update $library"
else
  echo "$soname breaks its interface: undo that, or raise SOVERSION (capi/CMakeLists.txt, gongkai.h, gongkai.map)"
  exit 1
fi
