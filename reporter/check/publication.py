"""A version for publication must not say what is a person's own.

GW721 a contact, an identity number or a state of health stands in a typed sentence · GW722 the document is not for
publication · GW723 a sentence lost a value · GW724 a draft is not published · GW725 a table names persons only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from reporter.check.finding import Finding, Where
from reporter.document.inline import plain
from reporter.document.model import Document
from reporter.document.personal import personal
from reporter.typeset.pieces import pieces

_CLAUSE = "个人信息保护法 第25条；政府信息公开条例 第15条"
_CLOSED = re.compile(r"不予公开|不公开|依申请公开|此件不予|内部(?:使用|资料|文件)")
_FINAL = "定稿"
_LOST = {
    "GW723": (
        "公开版略去联系方式后，这句话不通",
        "改写这句话，把联系人和联系方式放在括号里，或放在（联系人：…，联系电话：…）一行",
    ),
    "GW725": (
        "这张表只有个人的姓名和信息，不生成公开版",
        "确要公开的栏，在表的定义里给这一栏写 公开: 是；否则不公开这份名单",
    ),
}
_HIDDEN = 3
_MASKED = re.compile(r"[0-9A-Za-z]")


class Lost(Protocol):
    """What a version for publication lost: places whose sentence broke, tables that have nothing left."""

    @property
    def broken(self) -> Sequence[str]: ...

    @property
    def bare(self) -> Sequence[str]: ...


def check_public(documents: Sequence[Document], made: Lost, file: str) -> list[Finding]:
    """Findings that keep a version from being published; `documents` are its volumes, `made` says what it lost."""
    if documents[0].state != _FINAL:
        return [_draft(documents[0].state, file)]
    found = list(_closed(documents[0], file))
    for document in documents:
        found += _personal(document, file)
    found += (_finding("GW723", place, file) for place in made.broken)
    found += (_finding("GW725", place, file) for place in made.bare)
    return found


def _draft(state: str, file: str) -> Finding:
    hint = "定稿后再生成公开版：filings.yaml 或文稿开头写 状态: 定稿，或用 reporter issue 印发"
    return Finding("GW724", "info", f"未公开：仍为{state}", hint, Where(file), "政府信息公开条例 第17条")


def _finding(code: str, place: str, file: str) -> Finding:
    message, hint = _LOST[code]
    return Finding(code, "error", message, hint, Where(file, paragraph=place), _CLAUSE)


def _closed(document: Document, file: str) -> Iterator[Finding]:
    remark = document.closing.remark if document.closing else ()
    for place, inlines in (("附注", remark), ("公开方式", document.disclosure)):
        if found := _CLOSED.search(plain(inlines)):
            hint = "核对公开属性；确要公开，改附注或公开方式"
            message = f"{place}写明“{found[0]}”，不能生成公开版"
            yield Finding("GW722", "error", message, hint, Where(file, paragraph=place), _CLAUSE)


def _personal(document: Document, file: str) -> Iterator[Finding]:
    for piece in pieces(document):
        for kind, quote in personal(piece.text):
            hint = "公开版不写个人的联系方式、身份证号和健康状况：删去，或改成单位电话"
            where = Where(file, paragraph=piece.place, quote=_masked(quote))
            yield Finding("GW721", "error", f"公开版里有{kind}", hint, where, _CLAUSE)


def _masked(quote: str) -> str:
    """Enough to find it by: a list of findings must not publish it either."""
    signs = [match.start() for match in _MASKED.finditer(quote)]
    hidden = set(signs[_HIDDEN:-2])
    return "".join("*" if place in hidden else char for place, char in enumerate(quote))
