"""Writes what `diff` was asked for beside its lines: 花脸稿, page, 修改对照表. Nothing that exists is overwritten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reporter.cli.revisions import revision
from reporter.cli.written import put
from reporter.errors import InputError

if TYPE_CHECKING:
    from reporter.cli.sides import Pair
    from reporter.diff.model import Comparison

_NAMES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "docx": ("花脸稿", (".docx",)), "html": ("网页", (".html", ".htm")), "table": ("修改对照表", (".docx", ".xlsx")),
}  # fmt: skip


class Outputs(Struct, frozen=True):
    """Where to write what; None is not asked for. `author` and `day` stand on every tracked change."""

    docx: Path | None = None
    html: Path | None = None
    table: Path | None = None
    author: str = ""
    day: str = ""

    def refuse(self) -> None:
        """Before anything is read. Raises InputError for a name of another sort and for a file that is there."""
        for sort, path in self._asked():
            name, suffixes = _NAMES[sort]
            if path.suffix.lower() not in suffixes:
                ends = " 或 ".join(suffixes)
                raise InputError(f"{name}的文件名要以 {ends} 结尾", f"例：--{sort} {name}{suffixes[0]}", str(path))
            if path.exists():
                raise InputError("这个文件已经有了，没有覆盖", "请换一个文件名", str(path))
        if self.docx is not None:
            revision(self.author, self.day)

    def refuse_several(self, pairs: Sequence[Pair]) -> None:
        """Before anything is compared. Raises InputError when there is not one pair."""
        if not pairs and any(self._asked()):
            raise InputError("没有可以比较的另一稿，没有写文件", "改了再生成一稿，或直接给出两个文件")
        if len(pairs) != 1 and any(self._asked()):
            names = " 或 ".join(pair.filing for pair in pairs if pair.filing)
            hint = f"请在工作文件夹后面写明是哪一份{'：' if names else ''}{names}，或直接给出两个文件"
            raise InputError("要比较的不是一份文件，写不进一个文件", hint)

    def write(self, pairs: Sequence[Pair], compared: Sequence[Comparison]) -> list[str]:
        """Paths of what was written. Raises InputError when there is not one pair, or a PDF cannot become a redline."""
        asked = list(self._asked())
        if not asked:
            return []
        if len(pairs) != 1:
            raise InputError(
                "有几份文件在比较，写不进一个文件", "请在工作文件夹后面写明是哪一份，或直接给出两个文件"
            )
        return [
            put(path, self._made(sort, path, pairs[0], compared[0]), _NAMES[sort][0]) for sort, path in asked
        ]

    def _asked(self) -> Iterator[tuple[str, Path]]:
        for sort, path in (("docx", self.docx), ("html", self.html), ("table", self.table)):
            if path is not None:
                yield sort, path

    def _made(self, sort: str, path: Path, pair: Pair, found: Comparison) -> bytes:
        from reporter.diff import page, redline, table

        if sort == "html":
            return page.render(found)
        if sort == "table":
            return table.xlsx(found) if path.suffix.lower() == ".xlsx" else table.docx(found)
        return redline.redline(pair.old.docx, pair.new.docx, revision(self.author, self.day))
