#!/bin/bash
# Plants bugs and looks whether they are found: each tests/planted/*.patch is applied to a copy of the tree, what it touches is
# built, and the test that it names must fail. usage: tests/planted.sh [all | COUNT | NAME...]
#   without arguments: that each patch still applies, and its test exists (CI)
#   COUNT: besides, so many of them built and run; all: all of them; NAME...: those
set -euo pipefail
cd "$(dirname "$0")/.."
patches=(tests/planted/*.patch)
told() { sed -n "s/^$2: //p" "$1"; }

for patch in "${patches[@]}"; do
  patch -p1 --dry-run -s <"$patch" >/dev/null || { echo "$patch does not apply any more"; exit 1; }
  [ -n "$(told "$patch" Bug)" ] && [ -n "$(told "$patch" Built)" ] && [ -n "$(told "$patch" 'Found by')" ] ||
    { echo "$patch does not say what it plants, what is to be built and who finds it"; exit 1; }
done
echo "${#patches[@]} patches apply"

chosen=()
case ${1:-0} in
  all) chosen=("${patches[@]}") ;;
  *[!0-9]*) for name in "$@"; do chosen+=("tests/planted/$name.patch"); done ;;
  *) [ "${1:-0}" = 0 ] || mapfile -t chosen < <(printf '%s\n' "${patches[@]}" | shuf -n "$1") ;;
esac
[ ${#chosen[@]} -gt 0 ] || exit 0

copy=build/planted/tree
mkdir -p "$copy"
git ls-files -z --cached --others --exclude-standard | xargs -0 ls -d 2>/dev/null | tar cf - -T - | tar xf - -C "$copy"
run() {  # builds and runs what the patch names, with the preset that it names (test); 0 where the test passes
  local preset
  preset=$(told "$1" Preset)
  preset=${preset:-test}
  [ -f "$copy/build/$preset/build.ninja" ] || (cd "$copy" && cmake --preset "$preset" >/dev/null)
  (cd "$copy" && cmake --build --preset "$preset" --target $(told "$1" Built) >planted.log 2>&1) || { tail -20 "$copy/planted.log"; exit 2; }
  (cd "$copy" && timeout 600 ctest --preset "$preset" -R "^$(told "$1" 'Found by')\$" >planted.log 2>&1)
}
found=0
missed=
for patch in "${chosen[@]}"; do
  name=$(basename "$patch" .patch)
  run "$patch" || { tail -20 "$copy/planted.log"; echo "$(told "$patch" 'Found by') fails without a bug"; exit 1; }
  patch -d "$copy" -p1 -s <"$patch"
  if run "$patch"; then
    missed="$missed $name"
    echo "MISSED $name: $(told "$patch" Bug)"
  else
    found=$((found + 1))
    echo "found $name by $(told "$patch" 'Found by'): $(told "$patch" Bug)"
  fi
  patch -d "$copy" -p1 -s -R <"$patch"
done
echo "$found of ${#chosen[@]} planted bugs found"
[ -z "$missed" ]
