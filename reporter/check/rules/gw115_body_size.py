"""Text and every element without a size of its own are 三号 (L123)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Para, Role
from reporter.check.addressed import moved
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.typeset.standard import SANHAO_PT, SIHAO_PT

ROLES: tuple[Role, ...] = (
    "number", "signer", "recipients", "heading", "body", "attendance", "attachments", "signatory", "post", "date",
    "remark", "attachment_label",
)  # fmt: skip
RULE = Rule(
    code="GW115",
    title="正文和没有另行规定字号的要素用3号字",
    implements=("L123",),
    clause="GB/T 9704-2012 5.2.2",
    strength="recommended",
    tests="正文、各级标题、发文字号、主送机关、附件说明、署名、成文日期、附注的字号",
    why="3号字配合行距和版心，才能每页22行、每行28字。",
    hint="选中这些文字，字号改为三号",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查，建立台账。", size=SIHAO_PT),)),
    roles=ROLES,
    folds=2,
)
_ROUNDING = 0.3


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs with a known size, those of attachments aside; half a point of rounding is let pass."""
    found = subject.sure(*ROLES)
    if not any(map(_other, {run.size for element in found for para in element.paras for run in para.runs})):
        return
    told: set[int] = set()
    for element in found:
        if element.part and element.role != "attachment_label":
            continue
        if element.role == "recipients" and moved(subject, element):
            continue
        for para in element.paras:
            size = _wrong(para)
            if size and para.number not in told:
                told.add(para.number)
                yield RULE.at(subject, para, f"字号是{size:g}磅，不是三号（16磅）")


def _wrong(para: Para) -> float:
    """A size of two characters or more that is another one; 0 for none."""
    for run in para.runs:
        if _other(run.size) and len(run.text.strip()) > 1:
            return run.size
    return 0.0


def _other(size: float) -> bool:
    return bool(size) and abs(size - SANHAO_PT) > _ROUNDING
