"""Has pdftotext, an optional program, say what words a PDF holds; the library reads its answer as one more format."""

import subprocess

_seconds = 60
_memory = 1 << 30


def _limit() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (_seconds, _seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_memory, _memory))


def words_of(data: bytes) -> bytes:
    """What `pdftotext -bbox-layout` prints for a PDF. Other data are returned as they are, as is a PDF where pdftotext
    is not installed or cannot read it: the library then says what to do."""
    if b"%PDF-" not in data[:1024]:
        return data
    try:
        result = subprocess.run(
            ["pdftotext", "-bbox-layout", "-q", "-", "-"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_seconds,
            preexec_fn=_limit,
        )
    except (OSError, subprocess.SubprocessError):
        return data
    return result.stdout if result.returncode == 0 else data
