#!/bin/sh
# Builds the wheel, with the library inside, into capi/python/dist; or into the folder given.
set -eu
cd "$(dirname "$0")"
output=${1:-dist}
mkdir -p "$output"
python3 - "$output" <<'PYTHON'
import sys
import build_backend
print(sys.argv[1] + "/" + build_backend.build_wheel(sys.argv[1]))
PYTHON
