#!/bin/sh
# Installs the Debian packages of packages.txt that are absent, of the groups named; of [program] where none is.
set -eu
list=$(dirname "$0")/packages.txt
[ "$#" != 0 ] || set -- program
wanted=
for group in "$@"; do
  grep -qx "\[$group\]" "$list" || { echo "packages.txt has no group [$group]" >&2; exit 2; }
  wanted="$wanted $(sed -n "/^\[$group\]/,/^\[/{/^[[#]/!p}" "$list")"
done
absent=
for package in $wanted; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || absent="$absent $package"
done
[ -n "$absent" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
  as_root=sudo
else
  echo "These packages are needed. Please have them installed, then run this again:" >&2
  echo "  apt-get install -y --no-install-recommends$absent" >&2
  exit 1
fi
echo "Installing:$absent"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086 # a list of packages
$as_root apt-get install -y -qq --no-install-recommends $absent >/dev/null
