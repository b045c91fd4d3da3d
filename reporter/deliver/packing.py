"""What goes with a 报送包: its list, the words to the superior, the values to type into a system."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from reporter.deliver.drafts import FactData
from reporter.deliver.sheets import Listed, workbook_of
from reporter.records.campaign import Contact
from reporter.records.period import chinese_date

LIST, MESSAGE, ENTRY = "报送清单.xlsx", "报送说明.txt", "系统录入表.xlsx"
PAPER, EDITABLE, SCAN, SYSTEM = "书面", "可编辑版", "扫描件", "系统"
_ELECTRONIC = "电子版"


class Piece(Struct, frozen=True):
    """One line of the list: what, in which file and form, how many, pages (0: not counted), a note."""

    what: str
    file: str
    form: str
    copies: int = 1
    pages: int = 0
    note: str = ""


class Cover(Struct, frozen=True):
    """What a submission says of itself. `due` is the deadline as it was written, `sample` marks 样稿."""

    sender: str
    to: str
    title: str
    number: str
    dated: str
    deliverable: str
    due: str
    by: str
    on: date
    contact: Contact
    sample: bool = False

    @property
    def named(self) -> str:
        """《title》（number）."""
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")


class Entry(Struct, frozen=True):
    """One value for the superior's system."""

    code: str
    label: str
    value: str
    source: str = ""


def media_of(asked: Iterable[str]) -> tuple[str, ...]:
    """The forms in which it is wanted, 电子版 taken apart, each once, in the order in which they are packed."""
    found: set[str] = set()
    for one in asked:
        found |= {EDITABLE, SCAN} if one == _ELECTRONIC else {one}
    return tuple(one for one in (PAPER, EDITABLE, SCAN, SYSTEM) if one in found)


def entries(facts: FactData) -> tuple[Entry, ...]:
    """Answers of the indicator form by code; of a filing without one all its printed figures."""
    answers = [fact for fact in facts.values() if fact.get("family") == "indicators"]
    if answers:
        found = [
            Entry(_code(fact), _label(fact), _value(fact), str(fact.get("formula", ""))) for fact in answers
        ]
        return tuple(sorted(found, key=lambda one: one.code))
    figures = [fact for fact in facts.values() if "family" in fact]
    shown = [
        Entry(str(number), _label(fact), _value(fact), str(fact.get("formula", "")))
        for number, fact in enumerate(figures, 1)
    ]
    return tuple(shown)


def list_of(cover: Cover, pieces: Sequence[Piece], missing: Sequence[str]) -> bytes:
    """报送清单.xlsx, with a line for who takes it in."""
    columns = (("序号", 6, "center"), ("材料", 40, "left"), ("文件", 44, "left"), ("形式", 12, "center"),
               ("份数", 6, "center"), ("页数", 6, "center"), ("备注", 26, "left"))  # fmt: skip
    rows = [
        (
            str(number),
            one.what,
            one.file,
            one.form,
            str(one.copies),
            str(one.pages) if one.pages else "—",
            one.note,
        )
        for number, one in enumerate(pieces, 1)
    ]
    above = (
        f"报送单位：{cover.sender}　　接收单位：{cover.to}",
        f"材料：{cover.deliverable or cover.title}　　文号：{cover.number or '无'}　　期限：{cover.due or '—'}",
        f"经办人：{cover.by}　　报送日期：{chinese_date(cover.on)}",
    )
    taken_in = "签收单位（人）：　　　　　　　　　　签收日期：　　　　年　　月　　日"
    below = (*(f"还缺：{one}" for one in missing), taken_in)
    return workbook_of(
        Listed("报送清单", columns, rows, above, below, landscape=True, mark="样稿" if cover.sample else "")
    )


def entry_sheet(cover: Cover, found: Sequence[Entry]) -> bytes:
    """系统录入表.xlsx: what to type, with a place to tick."""
    columns = (("编码", 12, "center"), ("项目", 50, "left"), ("录入值", 14, "center"), ("怎么来的", 44, "left"),
               ("已录入", 8, "center"))  # fmt: skip
    rows = [(one.code, one.label, one.value, one.source, "□") for one in found]
    below = ("录入人：　　　　　　　　录入日期：　　　　年　　月　　日　　　　系统回执号：",)
    above = (f"{cover.named}，共{len(found)}项；与报送的文件一致，请照此录入。",)
    return workbook_of(
        Listed("系统录入表", columns, rows, above, below, landscape=True, mark="样稿" if cover.sample else "")
    )


def message_of(cover: Cover, pieces: Sequence[Piece], hashes: Mapping[str, str], values: int) -> str:
    """The text of a mail or of an entry in an office system. `hashes` are file → SHA-256 of what is sent along."""
    sent = [one for one in pieces if one.form in (EDITABLE, SCAN)]
    paper = [one for one in pieces if one.form == PAPER]
    due = f"按照要求（{cover.due}），" if cover.due else ""
    lines = [
        f"主题：{cover.sender}报送{cover.deliverable or cover.title}"
        + (f"（{cover.number}）" if cover.number else ""),
        "",
        f"{cover.to}：",
        f"　　{due}现报送{cover.named}，请予审阅。",
    ]
    parts: list[tuple[str, list[str]]] = []
    if sent:
        parts.append(("随本件发送", [_told(one) for one in sent]))
    if paper:
        parts.append(
            ("书面材料，另行送达", [f"{one.what}{one.copies}份，每份{one.pages}页，已盖章" for one in paper])
        )
    if values:
        parts.append(("系统填报", [f"共{values}项，录入值与本件一致"]))
    for number, (head, texts) in enumerate(parts):
        lines.append(f"　　{'一二三'[number]}、{head}")
        lines += [f"　　{place}. {text}" for place, text in enumerate(texts, 1)]
    lines += [f"　　{_contact(cover)}", "", f"　　{cover.sender}", f"　　{chinese_date(cover.on)}"]
    if hashes:
        lines += ["", "校验值（SHA-256），收件后可以核对文件有没有改动："]
        lines += [f"{digest}  {name}" for name, digest in sorted(hashes.items())]
    return "\n".join(lines) + "\n"


def _told(piece: Piece) -> str:
    pages = f"，{piece.pages}页" if piece.pages else ""
    return f"{piece.file}（{piece.form}{pages}）"


def _contact(cover: Cover) -> str:
    phone = f"，联系电话：{cover.contact.phone}" if cover.contact.phone else ""
    return f"（联系人：{cover.contact.person or cover.by or '____'}{phone}）"


def _code(fact: Mapping[str, Any]) -> str:
    dims = fact.get("dims") or {}
    return ".".join(str(dims[name]) for name in ("code", "part") if name in dims)


def _label(fact: Mapping[str, Any]) -> str:
    dims = fact.get("dims") or {}
    more = "、".join(str(value) for name, value in dims.items() if name not in ("code", "part"))
    return f"{fact.get('label', '')}（{more}）" if more else str(fact.get("label", ""))


def _value(fact: Mapping[str, Any]) -> str:
    return f"{fact.get('text', '')}{fact.get('measure', '')}"
