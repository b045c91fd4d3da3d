"""Several open files reach the disk at once: it takes hardly longer for many than for one."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from functools import lru_cache
from queue import SimpleQueue

HANDS = 8
"""Files that are flushed at the same time: a file system joins them into one turn of its own journal."""
_Done = SimpleQueue[OSError | None]


def flush_all(handles: Sequence[int]) -> None:
    """What was written to these files is on the disk. Raises the OSError of one that could not be flushed."""
    done: _Done = SimpleQueue()
    asked = _asked(os.getpid()) if len(handles) > 1 else None
    for handle in handles[1:]:
        assert asked
        asked.put((handle, done))
    for handle in handles[:1]:
        _flush(handle, done)
    errors = [error for error in [done.get() for _ in handles] if error]
    if errors:
        raise errors[0]


@lru_cache(maxsize=1)
def _asked(process: int) -> SimpleQueue[tuple[int, _Done]]:
    """Where the threads of this process are asked; a process that was forked has none of its parent's."""
    asked: SimpleQueue[tuple[int, _Done]] = SimpleQueue()
    for _ in range(HANDS - 1):
        threading.Thread(target=_serve, args=(asked,), daemon=True).start()
    return asked


def _serve(asked: SimpleQueue[tuple[int, _Done]]) -> None:
    while True:
        _flush(*asked.get())


def _flush(handle: int, done: _Done) -> None:
    try:
        os.fsync(handle)
    except OSError as error:
        done.put(error)
    else:
        done.put(None)
