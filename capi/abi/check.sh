#!/bin/sh
# Compares a built libgongkai.so and its header with the checked-in description of the interface. Fails when something
# that hosts rely on was removed or changed and SOVERSION did not move; says what to do when something was added.
#   check.sh LIBRARY [HEADER]            compare
#   check.sh --update LIBRARY [HEADER]   write the description: after an addition, or for a new SOVERSION
# The library must have debug information (-g), which is where the types are. Exit 77: abidiff is not installed.
# That it sees each kind of change is tested by tests/capi/abi_changes.py.
set -eu
update=no
if [ "$1" = --update ]; then
  update=yes
  shift
fi
library=$1
folder=$(cd "$(dirname "$0")" && pwd)
header=${2:-$folder/../gongkai.h}
if ! command -v abidiff >/dev/null 2>&1; then
  echo "abidiff is not installed (Debian: abigail-tools): the interface was not compared"
  exit 77
fi
soname=$(readelf -d "$library" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
[ -n "$soname" ] || { echo "$library has no SONAME"; exit 1; }
types=$folder/$soname.abi
values=$folder/$soname.values
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Types that this folder does not declare are private: what stands behind the handles may change. They are left out
# here, where their places are known, and not by abidiff: a description without places would be private altogether.
mkdir "$work/public"
cp "$header" "$work/public/gongkai.h"
abidw --headers-dir "$work/public" --drop-private-types --exported-interfaces-only --no-show-locs --no-corpus-path \
  --no-comp-dir-path --out-file "$work/types" "$library"
exported=$(nm -D --defined-only "$library" | grep -c ' T gk_' || true)
typed=$(grep -c "<function-decl name='gk_" "$work/types" || true)
if [ "$exported" = 0 ] || [ "$typed" != "$exported" ]; then
  echo "nothing to compare: $exported functions exported, $typed with types (build with -g)"
  exit 1
fi

if [ "$update" = yes ]; then
  python3 "$folder/values.py" "$header" >"$work/values"
  cp "$work/types" "$types"
  cp "$work/values" "$values"
  [ -f "$folder/$soname.h" ] || cp "$header" "$folder/$soname.h"  # of its first day: tests/capi/old_hosts.py
  echo "$types: $typed functions; $values: $(wc -l <"$values") constants and members"
  exit 0
fi

[ -f "$types" ] && [ -f "$values" ] ||
  { echo "$types or $values is absent: for a new SOVERSION, write them with $0 --update $library"; exit 1; }
described=$(grep -c "<function-decl name='gk_" "$types" || true)
[ "$described" != 0 ] || { echo "$types describes no function"; exit 1; }
kept=yes
# How a struct grows, and other names, are seen by values.py; abidiff knows no "only by members behind its old end".
growing=$(sed -n 's/^\(gk_[a-z_]*\) .* or more$/\1/p' "$values" | paste -sd '|')
printf '[suppress_type]\n  type_kind = struct\n  name_regexp = ^(%s)$\n  has_data_member_inserted_at = end\n  has_size_change = yes\n' \
  "$growing" >"$work/growing"
abidiff --no-added-syms --exported-interfaces-only --suppressions "$work/growing" "$types" "$work/types" || kept=no
python3 "$folder/values.py" "$header" "$values" || kept=no
if [ "$kept" = no ]; then
  echo "$soname breaks its interface: undo that, or raise SOVERSION (capi/CMakeLists.txt, gongkai.h, gongkai.map)"
  exit 1
fi
echo "$soname keeps its interface: $described functions described, $exported exported"
[ "$described" = "$exported" ] || echo "functions were added: record them with $0 --update $library"
