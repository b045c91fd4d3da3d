"""What a single text most probably lacks: nothing is refused for it, the writer is told."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.compose.desk import Desk
from reporter.compose.language import Place
from reporter.document.inline import plain
from reporter.document.model import Document, Named
from reporter.records.period import chinese_date


def reminders(desk: Desk, document: Document) -> Iterator[str]:
    """Notes with file and line about a text that stands alone; a workspace has its own checks."""
    if not desk.kind.alone:
        return
    front, kind = desk.kind.front, desk.kind
    if not document.body and not document.issued:
        yield f"{Place(kind.file, kind.body_line)}：正文是空的"
    if front.print_date and front.doc_date and front.print_date < front.doc_date:
        days = f"印发日期{chinese_date(front.print_date)}早于成文日期{chinese_date(front.doc_date)}"
        yield f"{kind.place('print_date')}：{days}"
    for number, (spec, attachment) in enumerate(
        zip(front.attachments, document.attachments, strict=False), 1
    ):
        if (
            isinstance(attachment.content, Named)
            and spec.enclosed is None
            and not spec.title.startswith("（另附）")
        ):
            cure = f"在正文后面写一行 @附件 {number} 再写内容；另外附送的写 随附: 否"
            where = kind.place(f"attachments.{number - 1}")
            yield f"{where}：附件“{plain(attachment.title)}”只列了名称，没有内容（{cure}）"
