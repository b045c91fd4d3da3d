"""Labels take full-width colons (L031)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW308",
    title="主送机关、附件、抄送后的冒号用全角",
    implements=("L031",),
    clause="GB/T 9704-2012 7.3.2、7.3.4、7.4.2",
    strength="shall",
    tests="主送机关、附件说明和抄送里的冒号",
    why="半角冒号字宽不同，名称对不齐。",
    hint="把“:”改成“：”",
    good=notice,
    bad=lambda: notice(recipients="各乡镇人民政府、街道办事处:"),
    roles=(
        "recipients",
        "attachments",
        "cc",
    ),
    signs=(":",),
)
_LABEL = re.compile(r"(?:附\s*件|抄\s*送|主\s*送)\s*:")


def check(subject: Subject) -> Iterator[Finding]:
    """A half-width colon behind 主送机关, 附件, 抄送, 主送 or 联系人."""
    for element in subject.sure("recipients", "attachments", "cc"):
        text = element.text.rstrip()
        if (element.role == "recipients" and text.endswith(":")) or _LABEL.match(text):
            yield RULE.at(
                subject, element, "冒号是半角的", text[-20:] if element.role == "recipients" else ""
            )
