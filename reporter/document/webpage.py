"""What of a document stands on a website: its text without what belongs to paper, below a block of information."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from reporter.document.inline import Inlines, Note, Text, words
from reporter.document.model import Document, WebField

LABELS: Mapping[str, str] = {
    "index_number": "索引号", "topic": "主题分类", "publisher": "发布机构", "doc_date": "成文日期", "title": "标题",
    "number": "文号", "published_on": "发布日期", "generated_on": "生成日期", "validity": "有效性",
    "disclosure": "公开方式", "keywords": "主题词",
}  # fmt: skip
"""Setting → label of a line of the block, in the order of the block."""
_ISSUERS = "发文机关"
_ORDER = (
    "索引号",
    "主题分类",
    _ISSUERS,
    *(label for label in LABELS.values() if label not in ("索引号", "主题分类")),
)
_DISCLOSURE = "公开方式："


def web_document(document: Document) -> Document:
    """The document without 版头 and 版记: a website has its own head, and who got a copy is not published."""
    return replace(document, header=None, imprint=None)


def web_rows(document: Document) -> tuple[WebField, ...]:
    """The block of information: what was configured, and what the document says of itself; nothing is guessed."""
    rows = _own(document) | {field.label: field.value for field in document.web if field.value}
    return tuple(WebField(label, rows[label]) for label in _ORDER if label in rows)


def says(document: Document, label: str) -> bool:
    """Whether the document itself says what stands under that label."""
    return label in _own(document)


def _own(document: Document) -> dict[str, Inlines]:
    header, closing = document.header, document.closing
    names: tuple[str, ...] = header.issuers if header else ()
    if not names and closing and not any(one.post for one in closing.signatories):
        names = tuple(one.name for one in closing.signatories)
    found = {
        _ISSUERS: words("，".join(names)),
        "成文日期": closing.date if closing else (),
        "标题": document.title,
        "文号": header.number if header else (),
        "公开方式": _without_label(document.disclosure),
    }
    bare = {label: tuple(one for one in value if not isinstance(one, Note)) for label, value in found.items()}
    return {label: value for label, value in bare.items() if value}


def _without_label(inlines: Inlines) -> Inlines:
    """公开方式 is printed with its label, which the block has already."""
    first, rest = inlines[:1], inlines[1:]
    if not first or not isinstance(first[0], Text):
        return inlines
    text = first[0].text.removeprefix(_DISCLOSURE)
    return (replace(first[0], text=text), *rest) if text else rest
