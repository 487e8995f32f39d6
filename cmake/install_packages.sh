#!/bin/sh
# Installs the Debian packages of packages.txt that are absent; "all" as the argument adds those that only CI needs.
set -eu
list=$(dirname "$0")/packages.txt
if [ "${1:-}" = all ]; then
  wanted=$(grep -v -e '^#' -e '^\[' "$list")
else
  wanted=$(sed '/^\[ci\]/,$d' "$list" | grep -v '^#')
fi
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
