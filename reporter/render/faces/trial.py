"""Trial of a template: two documents with every block kind are rendered, and each of their texts must come out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from reporter.document.inline import words
from reporter.document.model import (
    Attachment,
    Block,
    Closing,
    Column,
    Document,
    Face,
    Header,
    Heading,
    Imprint,
    Issued,
    Paragraph,
    Row,
    Signatory,
    Table,
)
from reporter.errors import ReporterError
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render.faces.draft import MAIN, Draft, Fault
from reporter.render.word.placed import Foreseen
from reporter.render.word.template import compile_template
from reporter.render.word.write import write
from reporter.typeset.pieces import Piece, pieces

_MARKS = ("{{", "{%", "}}", "%}")


def check_trial(draft: Draft) -> None:
    """Renders the samples; raises nothing: what goes wrong is a fault."""
    data = draft.data()
    for document in samples(draft.face):
        try:
            result = write(document, compile_template(data, "模板"), foreseen=Foreseen("blank"))
        except ReporterError as error:
            draft.add(Fault("T150", f"试排失败：{error.message}", error.hint))
            return
        for fault in _missing(document, result.data):
            draft.add(fault)


def _missing(document: Document, data: bytes) -> Iterator[Fault]:
    root = Package.read(data).tree(MAIN)
    whole = _squeezed("".join(node.text or "" for node in root.iter(qn("w:t"))))
    lost: dict[str, Piece] = {}
    for piece in pieces(document):
        if _squeezed(piece.text) not in whole:
            lost.setdefault(piece.place.partition("表")[0], piece)
    for place, piece in lost.items():
        hint = "对照 reporter template build 生成的模板，看这一处的 {{ … }} 是否还在"
        yield Fault("T151", f"试排时没有印出{place}的文字", hint, quote=piece.text[:20])
    if any(mark in whole for mark in _MARKS):
        yield Fault("T152", "试排的文件里还留着标记", "看模板里的 {{ … }} 和 {% … %} 是否写对")


def _squeezed(text: str) -> str:
    return "".join(text.split())


@cache
def samples(face: Face) -> tuple[Document, ...]:
    """A joint notice and an upward report that together hold every block kind; each text stands in them once."""
    notice = _notice(face)
    if face == "plain":
        return (notice,)
    return notice, _report(face)


def _notice(face: Face) -> Document:
    joint, letter = face == "document", face == "letter"
    names = ("安和县民政局", "安和县住房和城乡建设局") if joint else ("安和县民政局",)
    header = Header(names, suffix="" if letter else "文件", number=words("安民发〔2026〕99号"),
                    copy_number="000001" if joint else "", urgency="特急" if joint else "")  # fmt: skip
    body: tuple[Block, ...] = (
        Paragraph("p", words("试排正文一段。")),
        Paragraph("f", words("试排顶格一段。"), flush=True),
        *(Heading(f"h{n}", n, words(f"试排{n}级标题。"), words(f"试排{n}级接排。")) for n in range(1, 6)),
        _table("t", "表中甲", title="试排表题"),
        _table("l", "表中乙", orientation="landscape"),
        _table("w", "表中丙", orientation="landscape", paper="A3"),
    )
    return Document(
        "template@trial", "trial", face, "down", words("试排标题"), body, sample=True,
        header=None if face == "plain" else header, recipients=words("试排主送"),
        issued=(Issued("i", words("试排印发标题"), (Paragraph("ip", words("试排印发正文。")),)),),
        attachments=(Attachment(words("试排附件甲"), _table("a", "表中丁")),
                     Attachment(words("试排附件乙"), _table("b", "表中戊"))),
        closing=Closing(tuple(Signatory(name) for name in names), words("2026年9月9日"), remark=words("试排附注")),
        imprint=Imprint(() if letter else words("试排办公室"), () if letter else words("2026年9月10日印发"),
                        words("试排抄送"), words("试排版记主送")),
    )  # fmt: skip


def _report(face: Face) -> Document:
    header = Header(("安和县民政局",), suffix="" if face == "letter" else "文件", number=words("安民〔2026〕98号"),
                    signers=(words("试签甲"),) if face == "document" else ())  # fmt: skip
    return replace(
        _notice(face), direction="up", header=header, body=(Paragraph("p", words("试排报告正文。")),), issued=(),
        attachments=(Attachment(words("试排单个附件"), _table("s", "表中己")),),
        closing=Closing((Signatory("试排署名机关"),), words("2026年9月11日"), sealed=False),
    )  # fmt: skip


def _table(
    name: str, text: str, *, title: str = "", orientation: str = "portrait", paper: str = "A4"
) -> Table:
    columns = (Column("c", f"{text}头", 12), Column("d", f"{text}尾", 12))
    rows = (
        Row("1", (words(text), words(f"{text}值"))),
        Row("2", (words(f"{text}合计"), words("2")), "total"),
    )
    above = ((words(f"{text}单位"), words(f"{text}截至")),)
    return Table(name, "table", columns, rows, words(title), above, (), orientation="landscape" if orientation ==
                 "landscape" else "portrait", paper="A3" if paper == "A3" else "A4")  # fmt: skip
