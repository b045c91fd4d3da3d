"""Errors that know how to show themselves and which exit code they end with."""

from __future__ import annotations

from typing import ClassVar


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


class InternalError(ReporterError):
    """A promise of the engine was broken: our fault, never the clerk's."""

    exit_code: ClassVar[int] = 3
