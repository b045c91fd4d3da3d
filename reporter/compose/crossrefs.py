"""Cross-references `{{ ref("id") }}`: filled in when all headings and attachments have their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from reporter.compose.language import Place
from reporter.document.inline import Inline, Text
from reporter.document.mapping import changed
from reporter.document.model import Block, Document, Heading
from reporter.document.numbering import numbered
from reporter.document.volumes import SECTION
from reporter.errors import TemplateError
from reporter.text import did_you_mean

_PREFIX = "text:#"


def reference(target: str) -> str:
    """The reference that an unresolved cross-reference carries."""
    return f"{_PREFIX}{target}"


def resolved(document: Document, places: Mapping[str, Place | None]) -> Document:
    """The Document with every reference as text; `places` says where each that was printed was written.

    Raises TemplateError for an id that does not exist.
    """
    if not any(ref.startswith(_PREFIX) for ref in places):
        return document
    targets = _targets(document)

    def resolve(run: Text) -> Inline:
        ref = run.ref or ""
        if not ref.startswith(_PREFIX):
            return run
        target = ref.removeprefix(_PREFIX)
        if target not in targets:
            hint = did_you_mean(target, targets) or "给标题加上 {#编号}"
            raise TemplateError(f"引用的“{target}”不存在", hint, str(places.get(ref) or ""))
        return Text(targets[target], run.strong)

    attachments = tuple(
        replace(one, content=changed(one.content, resolve)) if isinstance(one.content, Document) else one
        for one in document.attachments
    )
    return replace(changed(document, resolve), attachments=attachments)


def _targets(document: Document) -> dict[str, str]:
    """Id → what a reader is told to look for: `第二部分`, `（三）`, `附件1`."""
    targets: dict[str, str] = {}
    for blocks in _texts(document):
        for block, number in numbered(blocks):
            if isinstance(block, Heading):
                part = f"第{number.removesuffix('、')}部分"
                targets[block.id] = part if block.level == 1 else number.removesuffix(".")
    several = len(document.attachments) > 1
    for place, attachment in enumerate(document.attachments, 1):
        label = f"附件{place}" if several else "附件"
        targets[f"附件{place}"] = label
        if isinstance(attachment.content, Document):
            targets[attachment.content.filing] = targets[attachment.content.kind] = label
    return targets


def _texts(document: Document) -> Iterator[tuple[Block, ...]]:
    """Every text that numbers its headings from one."""
    yield document.body
    yield from (issued.body for issued in document.issued)
    for attachment in document.attachments:
        content = attachment.content
        if isinstance(content, Document) and content.filing.startswith(f"{document.filing}{SECTION}"):
            yield content.body
