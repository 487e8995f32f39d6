#!/bin/sh
# Uses what capi/release.sh made as a new user would: the .deb packages unpacked, the wheel in a fresh environment.
#   artefacts.sh FOLDER
set -eu
folder=$(cd "$1" && pwd)
source=$(cd "$(dirname "$0")/../.." && pwd)
report=$source/examples/data/harbour-2020.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for package in "$folder"/*.deb; do
  dpkg-deb -x "$package" "$work/root"
  dpkg-deb -f "$package" Package Version Depends
done
if ! find "$work/root" -name libgongkai.so.0 -exec readelf -d {} + | grep -q libxml2; then  # all is inside, and so are the licences
  for name in libgongkai0 gongkai; do
    grep -q '==== libxml2' "$work/root/usr/share/doc/$name/third-party.txt"
  done
  unzip -p "$folder"/gongkai-*.whl '*/licenses/third-party.txt' | grep -q '==== zlib'
  sum=$(unzip -p "$folder"/gongkai-*.whl gongkai/libgongkai.so.0 | sha256sum | cut -d ' ' -f 1)  # the SPDX document is of this one
  grep -q "$sum" "$folder/gongkai.spdx.json"
fi
libdir=$(dirname "$(find "$work/root" -name libgongkai.so.0)")
cc -std=c99 "$source/examples/check.c" -I"$work/root/usr/include" -L"$libdir" -lgongkai -o "$work/check"
status=0
LD_LIBRARY_PATH=$libdir "$work/check" "$report" || status=$?
[ "$status" -le 1 ] || exit 1
echo "works: the .deb packages"

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-index --disable-pip-version-check "$folder"/*.whl
env -u GONGKAI_LIBRARY -u PYTHONPATH "$work/venv/bin/python" "$source/examples/check.py" "$report"
env -u GONGKAI_LIBRARY -u PYTHONPATH "$work/venv/bin/python" -m gongkai check "$report" >/dev/null || [ $? = 1 ]
echo "works: the wheel in a fresh environment"

# The same with pip itself building from the tree: nothing is downloaded for that either.
library=$(find "$work/venv" -name libgongkai.so.0)
python3 -m venv "$work/tree"
cp "$library" "$work/libgongkai.so.0"
GONGKAI_LIBRARY=$work/libgongkai.so.0 "$work/tree/bin/pip" install -q --no-index --disable-pip-version-check "$source/capi/python"
env -u GONGKAI_LIBRARY -u PYTHONPATH "$work/tree/bin/python" "$source/examples/check.py" "$report" >/dev/null
echo "works: pip install ./capi/python"
