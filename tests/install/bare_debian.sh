#!/bin/sh
# Runs examples/run.sh as on a fresh Debian 12: in a root of its own with the least that Debian has, and a clean copy of the tree. It
# is done in four minutes on two quiet cores. Exit 77: no such root can be had here.
#   bare_debian.sh
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
command -v debootstrap >/dev/null && [ "$(id -u)" = 0 ] || { echo "debootstrap and root are needed: not tried"; exit 77; }
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >"$root.log" 2>&1 ||
  { tail -3 "$root.log"; echo "Debian 12 cannot be had here: not tried"; exit 77; }
rm -f "$root.log"
for settings in /etc/resolv.conf /etc/apt/apt.conf.d/99*; do  # how packages are reached from here
  [ ! -f "$settings" ] || cp "$settings" "$root$settings"
done
mkdir "$root/gongkai"
(cd "$source" && git ls-files -z | xargs -0 tar -cf - --) | tar -xf - -C "$root/gongkai"
start=$(date +%s)
chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 sh /gongkai/examples/run.sh | tail -20
seconds=$(($(date +%s) - start))
"$root/gongkai/build/release/gongkai" version >/dev/null 2>&1 || chroot "$root" /gongkai/build/release/gongkai version
echo "examples/run.sh on a bare Debian 12: $seconds s, with a load of $(cut -d ' ' -f 1 /proc/loadavg) at its end"
