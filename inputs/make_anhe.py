"""Writes the workbooks of the sample county: `python inputs/make_anhe.py [--rows N] [--out DIR]`.

Without options it rewrites `inputs/anhe-2026/`. With --out the whole workspace (configuration and texts too)
is written to DIR; --rows gives the number of ledger rows (190). The same number gives the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from anhe_maker.workbooks import make

HOME = Path(__file__).resolve().parent / "anhe-2026"
FEWEST = 190


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Write the fictional sample county.")
    parser.add_argument("--rows", type=int, default=FEWEST, help="rows of the hazard ledger, 190 or more")
    parser.add_argument("--out", type=Path, default=HOME, help="folder of the workspace")
    options = parser.parse_args()
    if options.rows < FEWEST:
        parser.error(f"--rows: {FEWEST} or more, since the story needs them")
    if options.out.resolve() != HOME:
        shutil.copytree(HOME, options.out, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.xlsx", "~$*"))
    make(options.out, options.rows)


if __name__ == "__main__":
    main()
