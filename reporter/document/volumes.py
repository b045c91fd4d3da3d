"""册: what is bound together and delivered as one file. An attachment that is not bound with its document is a volume
of its own: its first line is 发文字号 and 附件 with its number, its pages count from 1, it has no 版记 (7.3.7).
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reporter.document.inline import merged, words
from reporter.document.lately import lately
from reporter.document.model import Attachment, Document, Named, Table
from reporter.patterns import regex

SECTION = "#"
"""Between the id of a filing and the label of its attachment."""
_KEY = regex(r"attachment(\d+)\.(\w+)")


class Volume(Struct, frozen=True):
    """One file. `number` is that of the attachment, 0 for the document itself; `label` 附件, 附件1 … or empty."""

    number: int
    label: str
    document: Document

    def key(self, format_name: str) -> str:
        """The name of this volume in a format, as a manifest lists it: `docx`, `attachment2.docx`."""
        return f"attachment{self.number}.{format_name}" if self.number else format_name


@lately
def volumes(document: Document) -> tuple[Volume, ...]:
    """The document itself, then its attachments that are files of their own."""
    several = len(document.attachments) > 1
    found = [Volume(0, "", document)]
    for number, attachment in enumerate(document.attachments, 1):
        if attachment.separate and not isinstance(attachment.content, Named):
            label = attachment_label(number if several else 0)
            found.append(Volume(number, label, _document(document, attachment, label)))
    return tuple(found)


def split_key(key: str) -> tuple[int, str]:
    """Number of the volume and format that a manifest's name means."""
    found = _KEY.fullmatch(key)
    return (int(found[1]), found[2]) if found else (0, key)


def attachment_label(number: int) -> str:
    """附件 for a single one (number 0), else 附件1 … without a colon (GB/T 9704 7.3.7)."""
    return f"附件{number}" if number else "附件"


def _document(carrier: Document, attachment: Attachment, label: str) -> Document:
    """The attachment as a document of its own, in the state of its carrier."""
    content = attachment.content
    number = carrier.header.number if carrier.header else ()
    own = Document(
        filing=f"{carrier.filing}{SECTION}{label}", kind=carrier.kind, face="plain", direction=carrier.direction,
        title=attachment.title, body=(content,) if isinstance(content, Table) else (), state=carrier.state,
        sample=carrier.sample, grid=carrier.grid, label=merged((*number, *words(label))),
    )  # fmt: skip
    if not isinstance(content, Document):
        return own
    closing = replace(content.closing, remark=()) if content.closing else None
    return replace(own, kind=content.kind, body=content.body, closing=closing)
