"""All that was written on a disk reaches it at once, where the system has a call for that (Linux: syncfs).

A hundred small files so take hardly longer than one. It is asked for only where it is known to wait for the disk
itself and to tell what went wrong since a file was opened: Linux 5.8 and later, on disks of its own.
"""

from __future__ import annotations

import ctypes
import os
import platform
import re
import sys
from functools import lru_cache
from typing import Any

SINCE = (5, 8)
"""Linux before that says that all is well when a file could not be written."""
_KINDS = frozenset({0xEF53, 0x58465342, 0x9123683E, 0xF2F52010})
"""ext2 to ext4, XFS, Btrfs and F2FS, as statfs(2) numbers them. Disks of other machines or of programs may answer
before anything is on a disk."""
_STATFS_BYTES = 256
"""More than the answer of statfs on any machine; it begins with the kind, a long."""


def can(handle: int) -> bool:
    """Whether `flush` may be asked about the disk of this open file."""
    return _known(os.fstat(handle).st_dev, handle)


def flush(handle: int) -> None:
    """Waits until everything that was written on the disk of this file is on it. Raises OSError for anything there that
    went wrong since the file was opened, whichever file it was."""
    if _calls().syncfs(handle):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


_answers: dict[int, bool] = {}


def _known(device: int, handle: int) -> bool:
    """Asked once for each disk."""
    if device not in _answers:
        _answers[device] = _recent() and _kind(handle) in _KINDS
    return _answers[device]


def _recent() -> bool:
    if sys.platform != "linux" or not hasattr(_calls(), "syncfs"):
        return False
    numbers = re.match(r"(\d+)\.(\d+)", platform.release())
    return numbers is not None and (int(numbers[1]), int(numbers[2])) >= SINCE


def _kind(handle: int) -> int:
    answer = ctypes.create_string_buffer(_STATFS_BYTES)
    if _calls().fstatfs(handle, answer):
        return 0
    return int(ctypes.cast(answer, ctypes.POINTER(ctypes.c_long))[0]) & 0xFFFFFFFF


@lru_cache(maxsize=1)
def _calls() -> Any:
    """The functions of the C library."""
    return ctypes.CDLL(None, use_errno=True)
