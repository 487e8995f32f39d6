#!/bin/sh
# Runs the package's tests against the library in GONGKAI_LIBRARY, with a Python that has pytest. Exit 77: there is none.
set -eu
cd "$(dirname "$0")"
for modules in "pytest, hypothesis" pytest; do
  for python in ${PYTHON:-python3 /usr/bin/python3}; do
    if "$python" -c "import $modules" 2>/dev/null; then
      exec "$python" -m pytest -q -p no:cacheprovider tests
    fi
  done
done
echo "pytest is not installed (Debian: python3-pytest, python3-hypothesis): the package was not tested"
exit 77
