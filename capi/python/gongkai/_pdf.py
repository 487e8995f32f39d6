"""Has pdftotext, an optional program, say what words a PDF holds; the library reads its answer as one more format.

A PDF is untrusted input to a large parser: the program runs as a process group of its own, with limits on its time,
memory and output, and is ended as a whole where it passes one. Safe to call from several threads."""

import contextlib
import os
import re
import signal
import subprocess
import tempfile
import time
from typing import IO, Any

from ._native import ErrorInfo, Place

_seconds = 60.0
_memory = 1 << 30
_most_output = 64 << 20  # what the library reads at most
_unsupported = 22  # GK_E_UNSUPPORTED

_header = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?|(?<=[\r\n\0-\x08\x0e-\x1f]))[\0\t\n\f\r ]*%PDF-")


class PdfError(Exception):
    """pdftotext is there and did not give the words of a PDF."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.info = ErrorInfo(_unsupported, zh, en, Place(), -1, -1)


def is_pdf(data: bytes) -> bool:
    """Whether the header of a PDF stands at the beginning, or, as readers of PDF allow, behind junk in the first
    kilobyte. Text that only names the header is text."""
    header = _header.search(data[:1024])
    return header is not None and (header.start() == 0 or b"endobj" in data)


def words_of(data: bytes) -> bytes:
    """What `pdftotext -bbox-layout` prints for a PDF. Other data are returned as they are, as is a PDF where pdftotext
    is not installed: the library then says what to do. Raises PdfError where pdftotext fails or passes a limit."""
    if not is_pdf(data):
        return data
    # Files, not pipes: neither side waits for the other, and what is printed takes no memory before it is accepted.
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as printed:
        given.write(data)
        given.seek(0)
        try:
            process = subprocess.Popen(
                ["pdftotext", "-bbox-layout", "-q", "-", "-"],
                stdin=given,
                stdout=printed,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            return data
        with process:
            try:
                _bound(process.pid, max(_most_output, len(data)))
                _wait(process, printed)
            finally:
                if process.returncode is None:
                    _kill(process)
        if os.fstat(printed.fileno()).st_size > _most_output:
            raise _too_much()
        if process.returncode != 0:
            raise PdfError(
                "pdftotext 读不出这个PDF：文件可能已损坏，或加了密码。",
                "pdftotext cannot read this PDF: it may be damaged, or locked with a password.",
            )
        printed.seek(0)
        return printed.read()


def _wait(process: "subprocess.Popen[bytes]", printed: IO[bytes]) -> None:
    """Until the process has ended; raises PdfError where it takes too long or prints too much."""
    end = time.monotonic() + _seconds
    while process.poll() is None:
        if time.monotonic() >= end:
            raise PdfError(
                f"pdftotext 在{_seconds:.0f}秒内没有读完这个PDF，已停止。请使用原来的Word文件。",
                f"pdftotext did not finish this PDF within {_seconds:.0f} seconds and was stopped. Use the Word file.",
            )
        if os.fstat(printed.fileno()).st_size > _most_output:
            raise _too_much()
        time.sleep(0.005)


def _too_much() -> PdfError:
    return PdfError(
        f"pdftotext 从这个PDF读出的内容超过{_most_output >> 20} MiB，已停止。请使用原来的Word文件。",
        f"pdftotext printed more than {_most_output >> 20} MiB for this PDF and was stopped. Use the Word file.",
    )


def _bound(pid: int, most_bytes: int) -> None:
    """Sets the limits from outside: between fork and exec no Python may run where there are threads."""
    try:
        import resource
    except ImportError:  # there is none on Windows
        return
    prlimit: Any = getattr(resource, "prlimit", None)  # Linux only
    if prlimit is None:
        return
    cpu = int(_seconds) + 1
    for limit, most in (
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_AS, _memory),
        (resource.RLIMIT_FSIZE, most_bytes + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(OSError, ValueError):  # it has ended already, or had less
            prlimit(pid, limit, (most, most))


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Ends the process and all that it started."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
