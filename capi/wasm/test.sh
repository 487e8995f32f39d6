#!/bin/sh
# Builds the npm package and uses it as a new user would, from its tarball: the API, its types, a Worker, PDF, memory; and every
# fixture and every generated document gives the same JSON as the native library. Prints the times beside that.
#   test.sh BUILD    a build of the preset test, for the native library
# Exit 77: Emscripten, the sources of the dependencies or npm cannot be had here. Where npm's registry cannot be reached, what takes
# pdfjs-dist or typescript is left out and this is said.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
native=$(cd "$1" && pwd)
cd "$source"
sh cmake/install_packages.sh wasm || { echo "Emscripten cannot be installed: the npm package was NOT built and NOT tested"; exit 77; }
# Debian's npm would take Debian's node with it, in the place of another that is there.
command -v npm >/dev/null || sh cmake/install_packages.sh npm || { echo "npm cannot be installed: the npm package was NOT built and NOT tested"; exit 77; }
status=0
sh "$here/build.sh" || status=$?
[ "$status" != 77 ] || { echo "no Emscripten or no sources: the npm package was NOT built and NOT tested"; exit 77; }
[ "$status" = 0 ] || exit 1
cmake --build "$native" --target gongkai_capi generate_print >/dev/null

# ---- The package as installed ----

tried=$source/build/wasm/tried
rm -rf "$tried"
mkdir -p "$tried/documents"
cp "$here"/tests/*.js "$here"/tests/*.ts "$here/form_types.js" "$tried"
cat >"$tried/package.json" <<END
{"private": true, "type": "module"}
END
export npm_config_fund=false npm_config_audit=false npm_config_update_notifier=false
(cd "$tried" && npm install --silent --offline --omit=peer ../gongkai-*.tgz)
if ! (cd "$tried" && npm install --silent --no-save pdfjs-dist@4.7.76 typescript@5.9.3) >"$tried/npm.log" 2>&1; then
  cat "$tried/npm.log"
  echo "npm's registry cannot be reached: types and PDF were NOT tested"
fi
if [ -x "$tried/node_modules/.bin/tsc" ]; then
  (cd "$tried" && node_modules/.bin/tsc --noEmit --strict --target esnext --module nodenext --lib esnext,dom typed_use.ts)
  echo "the types are as TypeScript expects"
fi

# Made again elsewhere it would be the same, and the licences of what is inside are there.
tarball=$(ls "$source"/build/wasm/gongkai-*.tgz)
(cd "$tried" && npm pack --silent --offline "$source/build/wasm/package" >/dev/null && cmp gongkai-*.tgz "$tarball")
if grep -q "$source" "$tried/node_modules/gongkai/gongkai.wasm"; then echo "gongkai.wasm has the names of folders in it"; exit 1; fi
for name in libxml2 zlib emscripten; do grep -q "==== $name" "$tried/node_modules/gongkai/third-party.txt"; done

# The example of README.md, as it stands there.
awk '$0 == "```js" {inside = 1; next} inside && /^```$/ {exit} inside' "$here/README.md" >"$tried/example_of_readme.js"
echo hello >"$tried/no-report"
(cd "$tried" && node example_of_readme.js "$source/examples/data/harbour-2020.txt") | grep -q '^滨海港区 62$'
(cd "$tried" && node example_of_readme.js no-report) | grep -q 没有在文件里找到

# ---- Documents ----

find tests/data tests/fuzz/corpus examples/data capi/python/tests -type f -size -400k | LC_ALL=C sort | sed "s|^|$source/|" >"$tried/list"
if [ -n "${GONGKAI_REPORTS:-}" ]; then  # real reports, where they are at hand
  find "$GONGKAI_REPORTS" -type f \( -name '*.txt' -o -name '*.md' -o -name '*.html' -o -name '*.docx' -o -name '*.xlsx' \) | LC_ALL=C sort >>"$tried/list"
fi
oddities=$(sed -n '/oddity_names{/,/};/s/^.*"\([a-z_]*\)".*$/\1/p' tests/generate/spec.hpp)
layouts=$(sed -n '/layout_names{/,/};/p' tests/generate/spec.hpp | grep -o '"[a-z]*"' | tr -d '"')
number=0
for layout in $layouts; do
  for seed in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40; do
    # Every oddity meets every layout: each document has a third of them, in turn.
    chosen=$(echo "$oddities" | awk -v seed="$seed" '(NR + seed) % 3 == 0')
    # shellcheck disable=SC2086 # a list of names
    "$native/tests/generate_print" "$seed" "$layout" $chosen >"$tried/documents/$seed.$layout" 2>/dev/null || true
    [ ! -s "$tried/documents/$seed.$layout" ] || { echo "$tried/documents/$seed.$layout" >>"$tried/list"; number=$((number + 1)); }
  done
done
echo "$number documents were generated"
library=$native/capi/libgongkai.so
native_python() {
  GONGKAI_LIBRARY=$library PYTHONPATH=$source/capi/python PYTHONDONTWRITEBYTECODE=1 python3 "$here/tests/native.py" "$@"
}
native_python <"$tried/list" >"$tried/native.jsonl"

# ---- Tests ----

cd "$tried"
export GONGKAI_SOURCE="$source" GONGKAI_DOCUMENTS="$tried/list" GONGKAI_NATIVE_JSON="$tried/native.jsonl"
node --expose-gc --test >"$tried/tests.log" 2>&1 || { cat "$tried/tests.log"; exit 1; }
grep -E '^# (tests|pass|fail|skipped)|# SKIP|documents give|KiB$' "$tried/tests.log" | sed 's/^# //; s/^ *//'

# What a page must wait for; no gate, for it depends on the machine. Beside the library as released, where that is built.
released=$source/build/artefacts/libgongkai.so.0
[ ! -f "$released" ] || library=$released
(cd "$source" && native_python --time <"$tried/list") >"$tried/native.times"
node bench.js "$tried/list" "$tried/native.times"
echo "works: the npm package"
