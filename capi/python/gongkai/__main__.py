"""The command: python -m gongkai check FILE-OR-FOLDER..."""

import argparse
import signal
import sys
from typing import List, Optional

import gongkai

_summary = {"zh": "错误{}处，核实{}处，提示{}处", "en": "{} errors, {} warnings, {} infos"}
_severity = {
    "zh": {"error": "错误", "warning": "核实", "info": "提示"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}


def main(arguments: Optional[List[str]] = None) -> int:
    """Prints the findings of each file. 0: no errors in any; 1: some; 2: a file could not be read."""
    parser = argparse.ArgumentParser(prog="python -m gongkai", description="Checks annual reports on disclosure.")
    parser.add_argument("--version", action="version", version=gongkai.__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="read and check reports")
    check.add_argument("files", nargs="+", metavar="FILE", help="files and folders")
    check.add_argument("--language", choices=("zh", "en"), default="zh")
    check.add_argument("--jobs", type=int, default=0, help="threads; 0: one for each processor")
    check.add_argument("--json", action="store_true", help="print each assessment as JSON, one a line")
    options = parser.parse_args(arguments)

    status = 0
    for checked in gongkai.check_many(options.files, jobs=options.jobs, language=options.language):
        if checked.error is not None:
            error = checked.error
            words = error.message_zh if isinstance(error, gongkai.Error) and options.language == "zh" else str(error)
            print(f"{checked.path}: {words}", file=sys.stderr)
            status = 2
            continue
        status = max(status, 0 if checked.ok else 1)
        if options.json:
            print(checked.assessment.to_json())
            continue
        print(f"{checked.path}: " + _summary[options.language].format(*checked.counts))
        for finding in checked.assessment:
            print(f"  {_severity[options.language][finding.severity]}  {finding.rule}  {finding}")
    return status


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # who reads through `head` has seen enough
    sys.exit(main())
