#!/bin/sh
# Builds what is released: the wheel and the .deb packages, with libstdc++ inside the library, and holds its size to the
# budget. Argument: where to put them (dist in the source tree, if not given).
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
output=${1:-$source/dist}
build=${GONGKAI_RELEASE_BUILD:-$source/build/artefacts}
budget=2621440  # of which the tables of encodings and utf8proc, pugixml, zlib and libstdc++ are a third; README says it in MiB
mkdir -p "$output" "$build"
output=$(cd "$output" && pwd)
build=$(cd "$build" && pwd)

(cd "$source" && cmake --preset release -B "$build" -DCMAKE_INSTALL_PREFIX=/usr -DGONGKAI_STATIC_RUNTIME=ON) >"$output/build.log" 2>&1 &&
  cmake --build "$build" >"$output/build.log" 2>&1 || { tail -40 "$output/build.log"; exit 1; }
rm -f "$output/build.log"

library=$build/libgongkai.so.0
strip -o "$library" "$build/capi/libgongkai.so.0"
size=$(stat -c %s "$library")
echo "libgongkai.so.0: $size bytes stripped (budget $budget); needs $(readelf -d "$library" | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p' | tr '\n' ' ')"
[ "$size" -le "$budget" ] || { echo "the library is over its budget"; exit 1; }
if readelf -d "$library" | grep NEEDED | grep -v -e 'libc\.so' -e 'libm\.so' -e 'ld-linux' -e 'libxml2\.so'; then
  echo "the library needs more than libc and libxml2"
  exit 1
fi
rm -f "$output"/*.deb "$output"/*.whl
GONGKAI_LIBRARY=$library sh "$source/capi/python/build_wheel.sh" "$output"
(cd "$build" && cpack -G DEB -B "$output" >"$output/cpack.log" 2>&1) || { tail -40 "$output/cpack.log"; exit 1; }
rm -rf "$output/_CPack_Packages" "$output/cpack.log"
ls -l "$output"/*.deb
