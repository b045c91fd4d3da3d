"""Document → one HTML file for a website: accessible, without scripts and without anything from outside.

The page shows 标题 to 附注, footnotes and attachments below a block of information (索引号, 文号 …). 版头, 版记 and
page numbers belong to paper; who got a copy (抄送) is not published.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment

from reporter.document.inline import plain
from reporter.document.model import Document
from reporter.errors import InputError
from reporter.render.faces.html import environment, filled
from reporter.render.rendered import Rendered, Siblings
from reporter.render.site.build import build

TEMPLATES = "html"
"""The folder of the page's template and style sheet, here and in a workspace's `templates`."""
SIBLINGS = True
"""The page names the files that lie beside it."""
_PAGE, _STYLES, _WHAT = "web.html", "web.css", "网页模板"
_WITHHELD = ("不予公开", "不公开", "依申请公开")


def applies(document: Document) -> bool:
    """An attachment that is a file of its own is linked, not made a page."""
    return not document.label


def render(
    document: Document, *, templates: Path | None = None, siblings: Siblings | None = None
) -> Rendered:
    """The page as a file, the same bytes for the same document and siblings.

    Raises InputError for a classified document or characters that cannot be printed, TemplateError for a template that
    does not work.
    """
    if document.header is not None and document.header.classification:
        raise InputError("标有密级的文件不生成网页", "去掉 --to 里的 html")
    page = build(document, siblings)
    found = _environment(templates)
    text = filled(found, _PAGE, _WHAT, page=page, styles=filled(found, _STYLES, _WHAT))
    return Rendered(
        f"{text.strip()}\n".encode(), (*_withheld(document), *_unlinked(document, siblings or {}))
    )


def _withheld(document: Document) -> tuple[str, ...]:
    said = plain(document.disclosure) + (plain(document.closing.remark) if document.closing else "")
    found = next((word for word in _WITHHELD if word in said), "")
    return (f"公开方式写明“{found}”，网页不要上网发布",) if found else ()


def _unlinked(document: Document, siblings: Siblings) -> tuple[str, ...]:
    several = len(document.attachments) > 1
    missing = [
        f"附件{number if several else ''}"
        for number, attachment in enumerate(document.attachments, 1)
        if attachment.separate and not siblings.get(number)
    ]
    hint = "和网页一起生成（--to docx,pdf,html）才有链接"
    return (f"{'、'.join(missing)}单独成册，网页里没有它的链接：{hint}",) if missing else ()


@cache
def _environment(templates: Path | None) -> Environment:
    return environment(templates)
