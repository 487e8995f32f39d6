#!/bin/sh
# Builds what is released: the library with all that it needs inside, the wheel and the .deb packages with it; holds its size to
# the budget, and what it asks of its host to capi/floor.sh. Argument: where to put them (dist in the source tree, if not given).
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
output=${1:-$source/dist}
build=${GONGKAI_RELEASE_BUILD:-$source/build/artefacts}
budget=3145728  # of which the tables of encodings, pugixml, zlib and libstdc++ are a quarter; README says it in MiB
SOURCE_DATE_EPOCH=315532800  # 1980: equal sources give equal packages, whenever they are made (tests/install/reproducible.sh)
export SOURCE_DATE_EPOCH
umask 022
mkdir -p "$output" "$build"
output=$(cd "$output" && pwd)
build=$(cd "$build" && pwd)

# With its dependencies inside, for glibc 2.17 on; where their sources cannot be had, with the system's, and this is said.
preset=linux-$(uname -m)
is_self_contained=yes
sh "$source/cmake/dependencies.sh" "$preset" || is_self_contained=no
if [ "$is_self_contained" = no ]; then
  echo "NOT self-contained: built with the libraries of this system, and for its glibc"
  preset=release
fi
(cd "$source" && cmake --preset "$preset" -B "$build" -DCMAKE_INSTALL_PREFIX=/usr -DGONGKAI_STATIC_RUNTIME=ON) >"$output/build.log" 2>&1 &&
  cmake --build "$build" >"$output/build.log" 2>&1 || { tail -40 "$output/build.log"; exit 1; }
rm -f "$output/build.log"

library=$build/libgongkai.so.0
strip -o "$library" "$build/capi/libgongkai.so.0"
size=$(stat -c %s "$library")
echo "libgongkai.so.0: $size bytes stripped (budget $budget)"
[ "$size" -le "$budget" ] || { echo "the library is over its budget"; exit 1; }
if [ "$is_self_contained" = yes ]; then
  sh "$source/capi/floor.sh" "$library"
  cp "$source/build/dependencies/$preset/third-party.txt" "$build/"  # beside the library, for all that packs it
  version=$(sed -n 's/^project(gongkai VERSION \([0-9.]*\).*/\1/p' "$source/CMakeLists.txt")
  python3 "$source/capi/spdx.py" "$version" "$library" "$source/build/dependencies/$preset" >"$output/gongkai.spdx.json"
  GONGKAI_WHEEL_PLATFORM=manylinux2014_$(uname -m)
  export GONGKAI_WHEEL_PLATFORM
fi
rm -f "$output"/*.deb "$output"/*.whl
GONGKAI_LIBRARY=$library sh "$source/capi/python/build_wheel.sh" "$output"
(cd "$build" && cpack -G DEB -B "$output" >"$output/cpack.log" 2>&1) || { tail -40 "$output/cpack.log"; exit 1; }
rm -rf "$output/_CPack_Packages" "$output/cpack.log"
ls -l "$output"/*.deb
