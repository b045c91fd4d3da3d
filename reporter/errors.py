"""Errors that know how to show themselves and which exit code they end with."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import ClassVar

from reporter.patterns import regex

_REASONS = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘配额已用完",
    errno.ENOTDIR: "这个位置上已有同名的文件",
    errno.EEXIST: "这个位置上已有同名的文件",
    errno.EISDIR: "这是一个文件夹",
    errno.ENAMETOOLONG: "文件名或路径过长",
    errno.EIO: "磁盘读写出错",
}


def system_reason(error: OSError) -> str:
    """What the machine refused, in Chinese; its own sentence is English on most of them."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno or error}")


class ReporterError(Exception):
    """Something the user can put right. `message` and `hint` are Chinese sentences for people.

    Exit codes (design section 5): 1 done but something to look at, 2 not done and nothing written, 3 our fault.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, hint: str = "", where: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where

    @property
    def parts(self) -> tuple[ReporterError, ...]:
        """What is wrong, one by one: itself, unless it stands for several."""
        return (self,)

    @property
    def cause(self) -> tuple[str, str]:
        """Two errors of one cause are told once: the same said of the same place."""
        return self.message, self.where

    def __str__(self) -> str:
        head = f"{self.where}：{self.message}" if self.where else self.message
        return f"{head}\n  怎么办：{self.hint}" if self.hint else head


class InputError(ReporterError):
    """A file that the user gave cannot be read or does not say what it must."""


class TemplateError(ReporterError):
    """A text or face template is wrong; `where` names file and line."""


class UnknownName(ReporterError):
    """A kind, command, column, key or figure that does not exist; the hint names the nearest known one."""


class EnvironmentFault(ReporterError):
    """The machine lacks something (fonts, Pango, LibreOffice); the hint says how to get it."""


class Several(ReporterError):
    """Several errors at once, so that the user puts all of them right in one go; `parts` are in order of place."""

    def __init__(self, parts: Iterable[ReporterError]) -> None:
        self._parts = tuple(parts)
        super().__init__(f"有{len(self._parts)}处错误，没有生成任何文件", "逐条改正后重新运行")

    @property
    def parts(self) -> tuple[ReporterError, ...]:
        return self._parts

    def __str__(self) -> str:
        return "\n".join([*(str(part) for part in self._parts), super().__str__()])


_LINE = regex(r"(.*?) 第(\d+)行")


def together(faults: Iterable[ReporterError]) -> ReporterError | None:
    """All of them as one error to raise, each cause once, lines of a file in order; None where there is none."""
    known: dict[tuple[str, str], ReporterError] = {}
    for fault in faults:
        for part in fault.parts:
            known.setdefault(part.cause, part)
    found = list(known.values())
    files = list(dict.fromkeys(_at(fault)[0] for fault in found))
    found.sort(key=lambda fault: (files.index(_at(fault)[0]), _at(fault)[1]))
    return Several(found) if len(found) > 1 else next(iter(found), None)


def _at(fault: ReporterError) -> tuple[str, int]:
    """File and line of a place."""
    found = _LINE.match(fault.where)
    return (found[1], int(found[2])) if found else (fault.where, 0)


class InternalError(ReporterError):
    """A promise of the engine was broken: our fault, never the clerk's."""

    exit_code: ClassVar[int] = 3
