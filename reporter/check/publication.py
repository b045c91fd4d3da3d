"""A version for publication must not say what is a person's own.

GW721 a contact, an identity number or a state of health stands in a typed sentence · GW722 the document is not for
publication · GW723 a sentence lost a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reporter.check.finding import Finding, Where
from reporter.document.inline import plain
from reporter.document.model import Document
from reporter.document.personal import personal
from reporter.typeset.pieces import pieces

_CLAUSE = "个人信息保护法 第25条；政府信息公开条例 第15条"
_CLOSED = re.compile(r"不予公开|不公开|依申请公开|此件不予|内部(?:使用|资料|文件)")
_HIDDEN = 3
_MASKED = re.compile(r"[0-9A-Za-z]")


def check_public(documents: Iterable[Document], broken: Iterable[str], file: str) -> list[Finding]:
    """Findings that keep a version from being published; `documents` are its volumes, `broken` places as they print."""
    found: list[Finding] = []
    for number, document in enumerate(documents):
        if number == 0:
            found += _closed(document, file)
        found += _personal(document, file)
    for place in broken:
        hint = "改写这句话，把联系人和联系方式放在括号里，或放在（联系人：…，联系电话：…）一行"
        message = "公开版略去联系方式后，这句话不通"
        found.append(Finding("GW723", "error", message, hint, Where(file, paragraph=place), _CLAUSE))
    return found


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
