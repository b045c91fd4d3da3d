"""An attachment's title is centred on the third line (7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from reporter.artefacts.seen.model import Element, Para
from reporter.check.faces import FANG
from reporter.check.finding import Finding
from reporter.check.indents import pushed_in
from reporter.check.rule import Rule
from reporter.check.samples import enclosed, line, notice
from reporter.check.subject import Subject
from reporter.typeset.standard import SANHAO_PT

RULE = Rule(
    code="GW437",
    title="附件标题居中编排在第三行",
    implements=("L084",),
    clause="GB/T 9704-2012 7.3.7",
    strength="shall",
    tests="附件标题的对齐方式，是不是与正文同字体、同字号，与“附件”之间有没有空行",
    why="附件与正文一起装订，格式要求同正文。",
    hint="“附件”之下空一行，标题居中",
    good=lambda: notice(attachments="附件：名单", attachment_label=_title("center")),
    bad=lambda: notice(attachments="附件：名单", attachment_label=_title("left")),
    roles=("attachment_label", "attachment_title"),
    severity="warning",
    about=("attachment_label",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Titles right behind their label whose alignment is known and that no white pushes inwards."""
    elements = subject.sure("attachment_label", "attachment_title")
    titled = {one.part for one in elements if one.role == "attachment_title"}
    for label in elements:
        if label.part and label.part not in titled and (below := _stopped(subject, label)):
            told = RULE.at(subject, below, f"附件标题末尾有“{below.text[-1]}”")
            yield replace(told, hint="删去标题末尾的标点")
    for label, title in pairwise(elements):
        if label.role != "attachment_label" or title.role != "attachment_title" or label.part != title.part:
            continue
        looks, para = title.para.looks, title.para
        inward = pushed_in(looks) > _IN or para.typed[:1].isspace()
        if looks.align in ("left", "justify") and not inward and para.place == "text":
            yield RULE.at(subject, title, "附件标题没有居中")
        elif looks.align == "right" and para.place == "text":
            yield RULE.at(subject, title, "附件标题排成了居右，应居中")
        elif _close(label.para, para, subject.seen.format):
            yield RULE.at(subject, title, "附件标题紧接“附件”，没有排在第三行")
        elif _as_text(para):
            told = RULE.at(subject, title, "附件标题与正文同字体、同字号，看不出是标题")
            yield replace(told, severity="info", hint="附件的格式同正文：标题用2号小标宋")


_STOPS = tuple("。；，、")
_LONGEST, _NEAR = 40, 3
_IN = 2.5
_WHITE_PT = 10.0


def _stopped(subject: Subject, label: Element) -> Para | None:
    """A line in the middle below a label that is no title because it ends like a sentence."""
    below = next((para for para in subject.seen.below(label.para.number, _NEAR) if para.text), None)
    if below is None or below.place != "text" or below.looks.align != "center" or len(below.text) > _LONGEST:
        return None
    return below if below.text.endswith(_STOPS) else None


def _close(label: Para, title: Para, format_: str) -> bool:
    """Whether neither an empty line nor white stands between them; a page's lines tell less."""
    white = (label.looks.after or 0) + (title.looks.before or 0)
    return format_ == "docx" and title.number == label.number + 1 and white < _WHITE_PT


def _as_text(title: Para) -> bool:
    run = title.main
    return bool(run.font and run.size) and run.size <= SANHAO_PT and bool(FANG.search(run.font)) and not run.bold


def _title(align: str) -> tuple[object, ...]:
    looks = {"align": align, "before": 29.0}
    return enclosed("名单")[0], line("名单", "attachment_title", part=1, looks=looks)
