"""Another process that holds a lock while a test goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_CODE = """
import sys
from pathlib import Path
from reporter.deliver.lock import Lock
with Lock(Path(sys.argv[1]), sys.argv[2]):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holding(folder: Path, name: str = "") -> Iterator[subprocess.Popen[str]]:
    """It lets go when the context ends, or when its standard input is closed."""
    command = [sys.executable, "-c", _CODE, str(folder), name]
    with subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        try:
            yield other
        finally:
            if other.stdin and not other.stdin.closed:
                other.stdin.close()
            other.wait()
