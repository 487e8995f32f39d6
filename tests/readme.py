"""Runs the README's console blocks and compares what they print; finds its code blocks in the examples."""

import os
import pathlib
import re
import subprocess
import sys


def main() -> int:
    root, program = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    text = (root / "README.md").read_text(encoding="utf-8")
    environment = dict(os.environ, PATH=f"{program.parent}:{os.environ['PATH']}", NO_COLOR="1")
    examples = [p.read_text(encoding="utf-8") for p in (root / "examples").rglob("*") if p.suffix in {".cpp", ".c", ".py"}]
    commands = blocks = faults = 0
    for language, body in re.findall(r"^```(\w+)\n(.*?)^```$", text, re.S | re.M):
        if language == "console":
            for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.M):
                commands += 1
                printed = subprocess.run(["sh", "-c", command], cwd=root, env=environment, capture_output=True, text=True).stdout
                if printed != expected:
                    faults += 1
                    print(f"README: `{command}` prints something else now:\n{printed}")
        elif language in {"cpp", "c", "python"}:
            blocks += 1
            if not any(body in example for example in examples):
                faults += 1
                print(f"README: this block stands in no example:\n{body}")
    print(f"{commands} commands, {blocks} code blocks, {faults} faults")
    return 1 if faults or not commands or not blocks else 0


if __name__ == "__main__":
    sys.exit(main())
