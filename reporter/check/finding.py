"""A finding: one thing about a file that somebody has to look at (design section 5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from msgspec import Struct, field

Severity = Literal["error", "warning", "info"]
_ORDER: dict[str, int] = {"error": 0, "warning": 1, "info": 2}
SEVERITY_NAMES: dict[str, str] = {"error": "错误", "warning": "提醒", "info": "说明"}


class Where(Struct, frozen=True):
    """A place in a file. `page` and `paragraph` count from 1, 0 is unknown; `quote` is what stands there."""

    file: str
    page: int = 0
    paragraph: str = ""
    """The place in Chinese, e.g. `附件2表第4行`."""
    quote: str = ""

    def as_dict(self) -> dict[str, Any]:
        found: dict[str, Any] = {"file": self.file}
        for name in ("page", "paragraph", "quote"):
            if value := getattr(self, name):
                found[name] = value
        return found

    def __str__(self) -> str:
        page = f"第{self.page}页" if self.page else ""
        quote = f"“{self.quote}”" if self.quote else ""
        return " › ".join(part for part in (self.file, page, self.paragraph, quote) if part)


class Finding(Struct, frozen=True):
    """`message` says what is wrong, `hint` what to do, both Chinese sentences; `clause` is the rule it comes from.
    `facts` are the addresses of figures that the message speaks of, for programs."""

    code: str
    severity: Severity
    message: str
    hint: str = ""
    where: Where = field(default_factory=lambda: Where(""))
    clause: str = ""
    facts: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
            "where": self.where.as_dict(),
            "clause": self.clause,
        }
        return {**found, "facts": list(self.facts)} if self.facts else found

    def __str__(self) -> str:
        head = f"{SEVERITY_NAMES[self.severity]} {self.code} {self.where}：{self.message}"
        return f"{head}\n  怎么办：{self.hint}" if self.hint else head


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that make a build unclean (exit code 1)."""
    return tuple(finding for finding in findings if finding.severity == "error")


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then by file, page and code; stable, so that reports are the same every time."""
    return tuple(sorted(findings, key=lambda f: (_ORDER[f.severity], f.where.file, f.where.page, f.code)))
