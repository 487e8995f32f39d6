#!/bin/sh
# Puts native libraries where a package carries them: FOLDER/SYSTEM/, each with the licences of what is inside it.
#   pack_natives.sh FOLDER SYSTEM=LIBRARY…
set -eu
folder=$1
shift
for native in "$@"; do
  system=${native%%=*} library=${native#*=}
  mkdir -p "$folder/$system"
  name=libgongkai.so.0
  case $system in windows-*) name=gongkai.dll ;; esac
  cp "$library" "$folder/$system/$name"
  licences=$(dirname "$library")/third-party.txt
  [ ! -f "$licences" ] || cp "$licences" "$folder/$system/"
  case $system in "linux-$(uname -m)") strip "$folder/$system/$name" ;; esac
done
