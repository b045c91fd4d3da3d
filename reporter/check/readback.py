"""Step 6: the finished files are read back and held against the Document and its facts.

Codes: GW701, GW702, GW705 in `presence`; GW710 in `added`; GW703, GW704 in `figures`; GW705–GW708 in `identity`;
GW709 a file cannot be read; GW712 in `pagecount`; GW713–GW715 in `glyphs`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

from reporter.check import readers
from reporter.check.figures import Filed, agree, check_figures
from reporter.check.finding import Finding, Where, ordered
from reporter.check.finished import Finished, Readable
from reporter.check.identity import check_attachments, check_issuers
from reporter.document.model import Document
from reporter.document.naming import name_of
from reporter.errors import InputError
from reporter.facts.fact import Fact
from reporter.typeset.fonts import Fonts
from reporter.typeset.pieces import pieces

__all__ = ["Filed", "Readable", "agree", "read_back"]


def read_back(
    document: Document,
    facts: Mapping[str, Fact],
    files: Mapping[str, Readable],
    names: Mapping[str, str] | None = None,
    fonts: Fonts = "standin",
) -> tuple[Finding, ...]:
    """Findings about one filing.

    `files` maps docx, html, pdf, xlsx to bytes or a path, pdf also to what was read from it (other formats are not
    read); `names` maps the same to the file's name in messages; `fonts` are those of the PDF. Time grows with the
    length of the text.
    """
    names = names or {}
    title = name_of(document)
    found = pieces(document)
    findings = check_figures(Filed(document, facts, title))
    findings += check_attachments(document, title)
    findings += check_issuers(document, title)
    for kind in sorted(files):
        reader = _reader(kind)
        if reader is None:
            continue
        file = names.get(kind) or f"{title}.{kind}"
        try:
            findings += reader(Finished(document, found, files[kind], file, fonts))
        except InputError as error:
            findings.append(
                Finding("GW709", "error", f"文件读不回来：{error.message}", error.hint, Where(file))
            )
    return ordered(findings)


def _reader(kind: str) -> Callable[[Finished], list[Finding]] | None:
    """Loaded when a file of that format is there; None for a format that is not read."""
    if kind not in _formats():
        return None
    found: Callable[[Finished], list[Finding]] = import_module(f"{readers.__name__}.{kind}").read
    return found


@cache
def _formats() -> frozenset[str]:
    return frozenset(info.name for info in pkgutil.iter_modules(readers.__path__))
