"""《通用规范汉字表》 (State Council, 2013), the characters that names and places may be written with."""

from pathlib import Path


def tables() -> dict[str, str]:
    """一级, 二级 and 三级 → the characters in their order."""
    found: dict[str, str] = {}
    name = ""
    for line in Path(__file__).with_name("standard_hanzi.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif not line.startswith("#"):
            found[name] = found.get(name, "") + line
    return found


EVERY = "".join(tables().values())
NAMES = "喆堃祎昇垚赟珺玥旻"
"""Common in names of persons, and all of them beyond GB 2312."""
