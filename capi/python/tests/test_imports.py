"""What `import gongkai` brings along: little, so that a script, or a worker of an engine, starts at once."""

import os
import subprocess
import sys
from typing import Set

import gongkai

#: All that is imported beyond ctypes and typing, so that one more is seen. What runs programs, threads, JSON and HTML
#: comes when it is used.
OWN = "_closing _names _native _sources _values assessment batch catalog columns compare errors reading report"
STANDARD = "_decimal _locale _string _struct _weakrefset decimal itertools locale math numbers string struct weakref"


def imported() -> Set[str]:
    """In a process without site, whose own imports depend on what is installed."""
    program = "import sys, os, ctypes, typing; before = set(sys.modules); sys.path.insert(0, sys.argv[1]); "
    program += "import gongkai; print(*sorted(set(sys.modules) - before))"
    folder = os.path.dirname(os.path.dirname(gongkai.__file__))
    return set(subprocess.check_output([sys.executable, "-S", "-c", program, folder]).decode().split())


def test_importing_the_package_imports_only_what_every_use_of_it_needs() -> None:
    own = {"gongkai", *(f"gongkai.{name}" for name in OWN.split())}
    assert imported() - set(STANDARD.split()) == own
