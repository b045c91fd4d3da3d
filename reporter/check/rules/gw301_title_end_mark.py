"""A title ends without a mark (L020)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW301",
    title="标题末尾不加标点",
    implements=("L020",),
    clause="GB/T 15834-2011 附录 B.4",
    strength="shall",
    tests="标题的最后一个字符",
    why="标题不是句子，末尾的点号在引用时会混进书名号。",
    hint="删去标题末尾的标点",
    good=notice,
    bad=lambda: notice(title="安和县民政局关于做好养老院安全管理工作的通知。"),
    roles=(
        "title",
        "attachment_title",
    ),
)
_WRONG, _SELDOM = frozenset("。，；：、.,;:"), frozenset("！？!?…")


def check(subject: Subject) -> Iterator[Finding]:
    """Titles of the document and of its attachments; ？ ！ and … are sometimes meant and only mentioned."""
    for element in subject.sure("title", "attachment_title"):
        text = element.text.rstrip()
        if text[-1:] in _WRONG:
            yield RULE.at(subject, element, f"标题末尾有标点“{text[-1]}”")
        elif text[-1:] in _SELDOM:
            found = RULE.at(subject, element, f"标题末尾有标点“{text[-1]}”，一般不用")
            yield replace(found, severity="warning")
