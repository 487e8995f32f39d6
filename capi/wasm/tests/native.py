"""Has the native library check each file whose path stands on a line of stdin, and prints a line for each: JSON with all that it
can tell, or, with --time, the median of five times in milliseconds of the
processor. GONGKAI_LIBRARY and PYTHONPATH say where the package is."""

import ctypes
import statistics
import sys
import time
from typing import List

from gongkai import _native

TELL_ALL = 7
ROUNDS = 5


def options_for(tell: int) -> _native.gk_json_options:
    return _native.gk_json_options(struct_size=ctypes.sizeof(_native.gk_json_options), tell=tell, all_reports=1)


def as_json(documents: List[bytes]) -> bytes:
    kept = [ctypes.create_string_buffer(document, max(len(document), 1)) for document in documents]
    inputs = (_native.gk_input * len(documents))()
    for given, document, held in zip(inputs, documents, kept):
        given.bytes, given.size = ctypes.addressof(held), len(document)
    options = options_for(TELL_ALL)
    buffer = ctypes.POINTER(_native.gk_buffer)()
    arguments = inputs, ctypes.c_size_t(len(documents)), ctypes.byref(options), None, ctypes.byref(buffer)
    if _native._lib.gk_inputs_check_json(*arguments) != 0:
        raise SystemExit("gk_inputs_check_json() failed")
    text = _native.gk_text()
    _native._lib.gk_buffer_view(buffer, ctypes.byref(text))
    result = ctypes.string_at(text.data, text.size)
    _native._lib.gk_buffer_free(buffer)
    return result


def milliseconds(document: bytes) -> float:
    options = options_for(0)
    times = []
    for _ in range(ROUNDS):
        buffer = ctypes.POINTER(_native.gk_buffer)()
        begin = time.process_time()
        _native._lib.gk_check_json(document, len(document), ctypes.byref(options), ctypes.byref(buffer))
        times.append(time.process_time() - begin)
        _native._lib.gk_buffer_free(buffer)
    return 1000 * statistics.median(times)


def main() -> None:
    documents = []
    for path in sys.stdin.read().splitlines():
        with open(path, "rb") as file:
            documents.append(file.read())
    if sys.argv[1:] == ["--time"]:
        print("\n".join(f"{milliseconds(document):.4f}" for document in documents))
    else:
        sys.stdout.buffer.write(as_json(documents))


if __name__ == "__main__":
    main()
