#!/bin/sh
# What needs packages that Debian has not, or other versions of them: ruff, mypy of today, pandas, numpy, pyarrow, polars, duckdb, tqdm, and a model
# of SARIF, on the wheel given; then the examples for corpora, on reports that generate_print makes: with_pypi.sh WHEEL GENERATE_PRINT
# GONGKAI. Says so and returns 77 where PyPI cannot be reached.
set -eu
wheel=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
generate_print=$(realpath "$2")
program=$(realpath "$3")
cd "$(dirname "$0")"
corpora=$(realpath ../../tests/corpora)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
if ! "$work/venv/bin/pip" install -q --disable-pip-version-check --timeout 10 --retries 1 \
  "$wheel" ruff mypy pytest hypothesis pandas numpy pyarrow polars duckdb tqdm pydantic-sarif spdx-tools auditwheel >"$work/log" 2>&1; then
  tail -3 "$work/log"
  echo "PyPI cannot be reached: ruff, today's mypy, and the tests with pandas, numpy, pyarrow, polars, duckdb, tqdm and the model of SARIF were NOT run"
  exit 77
fi
unset PYTHONPATH GONGKAI_LIBRARY
export PYTHONDONTWRITEBYTECODE=1
case $wheel in
  *manylinux2014*)
    "$work/venv/bin/auditwheel" show "$wheel" | tee "$work/audit" | grep -q 'manylinux_2_17_' || { cat "$work/audit"; exit 1; }
    echo "auditwheel: $(basename "$wheel") is manylinux_2_17"
    "$work/venv/bin/pyspdxtools" -i "$(dirname "$wheel")/gongkai.spdx.json"
    echo "SPDX: the list of what is inside is valid"
    ;;
esac
"$work/venv/bin/ruff" check --no-cache . ../../examples ../../tests/capi ../../tests/corpora ../bench
"$work/venv/bin/mypy" --strict --cache-dir "$work/mypy" gongkai build_backend.py
mkdir -p "$work/capi/python" && cp -r tests form_stub.py "$work/capi/python" && mkdir -p "$work/examples" && cp -r ../../examples/data "$work/examples"
cd "$work/capi/python" && "$work/venv/bin/python" -m pytest -q -p no:cacheprovider tests
"$work/venv/bin/python" "$corpora/examples.py" "$generate_print" "$program"
