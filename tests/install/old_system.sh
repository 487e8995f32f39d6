#!/bin/sh
# Uses a released library on Debian 11 (glibc 2.31), in a root of its own: from a C program that is built there and has no
# threads, and from Python with the wheel. Exit 77: no such root can be had here.
#   old_system.sh LIBRARY WHEEL [ROOT]   ROOT is kept, and made with debootstrap where it is not there
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
library=$1 wheel=$2
root=${3:-$source/build/debian-11}
if [ ! -x "$root/usr/bin/gcc" ]; then
  command -v debootstrap >/dev/null && [ "$(id -u)" = 0 ] || { echo "debootstrap and root are needed: not tried"; exit 77; }
  rm -rf "$root"
  mkdir -p "$root"
  debootstrap --variant=minbase --include=gcc,libc6-dev,python3,unzip bullseye "$root" http://deb.debian.org/debian \
    >"$root.log" 2>&1 || { tail -3 "$root.log"; echo "Debian 11 cannot be had here: not tried"; rm -rf "$root"; exit 77; }
fi
work=$root/gongkai
rm -rf "$work"
mkdir -p "$work"
cp "$library" "$work/libgongkai.so.0"
ln -s libgongkai.so.0 "$work/libgongkai.so"
cp "$source/capi/gongkai.h" "$source/examples/check.c" "$source/examples/check.py" "$wheel" "$work/"
cp "$source/examples/data/harbour-2020.txt" "$work/report.txt"
chroot "$root" /bin/sh -eu <<'INSIDE'
cd /gongkai
ldd --version | head -1
export LC_ALL=C.UTF-8 LD_LIBRARY_PATH=/gongkai
gcc -std=c99 -Wall -Werror check.c -I. -L. -lgongkai -Wl,--allow-shlib-undefined -o check
if readelf -d check | grep NEEDED | grep -q pthread; then echo "the program links libpthread"; exit 1; fi
status=0
./check report.txt >from_c || status=$?
[ "$status" -le 1 ] && [ -s from_c ]
unzip -q ./*.whl -d wheel
status=0
env -u LD_LIBRARY_PATH PYTHONPATH=/gongkai/wheel python3 check.py report.txt >from_python || status=$?
[ "$status" -le 1 ] && [ -s from_python ]
head -3 from_c from_python
echo "works on $(cat /etc/debian_version): from C without threads, and from Python $(python3 -c 'import platform; print(platform.python_version())')"
INSIDE
