"""What holds for every process that works for a run on this machine."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading

TRIES = 2
"""So often a task may end its process."""
UNITS_OF_PAGES = 200
"""So many units are set in pages before a worker is replaced."""
ORPHANED = 1
_RUBBISH = 20_000
"""New objects after which a worker looks for rubbish: a unit makes some thousands, nearly all free at once."""


def watch_parent() -> None:
    """In a worker: the keyboard speaks to the parent only, and a worker does not outlive it."""
    gc.freeze()  # what was imported is never rubbish
    gc.set_threshold(_RUBBISH, 20, 20)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(ORPHANED)
