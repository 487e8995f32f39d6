#!/bin/sh
# Holds the includes to the table in src/README.md: who may include whom. Prints how many includes it looked at.
set -eu
root=$1
cd "$root"
{
  sed -n '/^## Who may include whom/,$p' src/README.md | grep -E '^\| (include|src|capi)'
  find include/gongkai src capi -name '*.hpp' -o -name '*.cpp' | LC_ALL=C sort | xargs grep -H '^#include "'
} | awk '
  BEGIN { FS = "|" }
  /^\|/ {
    gsub(/^ +| +$/, "", $2)
    allowed[$2] = " " $3 " "
    rows++
    next
  }
  {
    colon = index($0, ":")
    file = substr($0, 1, colon - 1)
    target = $0
    sub(/^[^"]*"/, "", target)
    sub(/".*/, "", target)
    room = file
    sub(/\/[^\/]*$/, "", room)
    while (room != "" && !(room in allowed)) {  # capi/python belongs to capi
      if (!sub(/\/[^\/]*$/, "", room)) room = ""
    }
    if (room == "") { print file ": stands in no room of the table"; bad++; next }
    own = room
    sub(/^(include|src)\//, "", own)
    looked++
    if (index(target, "/") == 0 || index(target, own "/") == 1 && own != "gongkai" || target == own) next
    ok = index(allowed[room], " " target " ") > 0
    part = target
    while (!ok && sub(/\/[^\/]*$/, "", part)) {
      # A room named stands for all in it; gongkai only for a room of src, capi, and the doors.
      ok = index(allowed[room], " " part " ") > 0
    }
    if (!ok) { print file ": may not include \"" target "\" (table in src/README.md)"; bad++ }
  }
  END {
    if (rows < 10 || looked < 300) { print "looked at " looked + 0 " includes and " rows + 0 " rows: too few to be true"; exit 1 }
    print looked " includes, " rows " rows of the table, " bad + 0 " not allowed"
    exit bad ? 1 : 0
  }'
