"""版记 is set in 四号 仿宋 (7.4.2, 7.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.faces import FANG
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.typeset.standard import SANHAO_PT, SIHAO_PT

RULE = Rule(
    code="GW429",
    title="版记用4号仿宋体字",
    implements=("L123",),
    clause="GB/T 9704-2012 7.4.2、7.4.3",
    strength="recommended",
    tests="抄送机关、印发机关和印发日期的字号、字体",
    why="版记比正文小一号，才看得出它不是正文的一部分。",
    hint="选中版记，字体改为仿宋_GB2312、字号改为四号",
    good=notice,
    bad=lambda: notice(cc=line("抄送：县政府办公室。", "cc", size=SANHAO_PT)),
    roles=("cc", "print_office", "print_date"),
    folds=2,
)
_ROUNDING = 0.3


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs with a known size and face, each once."""
    for para in subject.paras_of("cc", "print_office", "print_date"):
        run = para.main
        if run.size and abs(run.size - SIHAO_PT) > _ROUNDING:
            yield RULE.at(subject, para, f"版记的字号是{run.size:g}磅，不是四号（14磅）")
        elif run.font and not FANG.search(run.font):
            yield RULE.at(subject, para, f"版记的字体是{run.font}，不是仿宋")
