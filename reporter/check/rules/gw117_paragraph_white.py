"""No white above or below body paragraphs (L122)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.text import within

RULE = Rule(
    code="GW117",
    title="正文段落之间不空，正文当中不分页",
    implements=("L122", "L032"),
    clause="GB/T 9704-2012 5.2.3",
    strength="practice",
    tests="正文段落的段前、段后距，段落之间的空行、分页",
    why="段间空白会使一页排不满22行。",
    hint="段落—间距：段前、段后都改为0；删去正文当中的分页符",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查。", looks={"after": 12.0}), "建立台账。")),
    roles=("body",),
    severity="warning",
    folds=2,
)
_ROUNDING = 1.0
"""pt."""


def check(subject: Subject) -> Iterator[Finding]:
    """White between two neighbouring paragraphs of body text or headings; beside titles, tables and signatures there
    may be some."""
    elements = [
        e for e in subject.seen.elements if e.role in ("recipients", "body", "heading") and e.part == 0
    ]
    paras = {element.paras[0].number: element.paras[0] for element in elements}.values()
    word = subject.seen.format == "docx"
    for only in paras if word and len(paras) == 1 else ():
        if _spaced(only):
            yield RULE.at(subject, only, f"段前、段后各空了{only.looks.before:g}磅")
    for before, after in pairwise(paras):
        above, below = before.looks, after.looks
        white = max(above.after or 0, below.before or 0)
        if above.odd and above.odd.automatic:
            yield RULE.at(subject, before, "段前或段后设成了“自动”，约14磅")
        elif after.number == before.number + 1 and white > _ROUNDING:
            yield RULE.at(subject, before, f"段前或段后空了{white:g}磅")
        elif after.number == before.number + 2 and _typed(subject, before.number + 1):
            called = subject.the("recipients")
            if called and before is called.para:
                yield RULE.at(subject, before, f"主送机关“{within(before.text, 20)}”与正文之间空了一行")
            elif above.align != "center" or not (_BELOW_TITLE.fullmatch(before.text) or after.text.endswith("：")):
                yield RULE.at(subject, after, "段落之间空了一行")
        elif word and below.new_page and after.number == before.number + 1 and after.place == "text":
            yield RULE.at(subject, after, "正文当中插了分页，前一面没有排满")


_BELOW_TITLE = re.compile("（[^（）]*）")
"""（2026年10月12日） is no paragraph of the text; nor is who speaks, above those he addresses."""


def _spaced(para: Para) -> bool:
    """Whether as much white is set above it as below: none of it is meant for what stands beside it."""
    before, after = para.looks.before or 0, para.looks.after or 0
    return before == after > _ROUNDING


def _typed(subject: Subject, number: int) -> bool:
    """Whether that paragraph of a Word file is an empty line of text; a picture may stand in one."""
    para = subject.seen.paras[number - 1] if number <= len(subject.seen.paras) else None
    return (
        para is not None
        and para.number == number
        and not para.typed
        and para.place == "text"
        and para.main.size > 1
    )
