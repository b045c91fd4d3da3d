"""A title ends in one of the fifteen sorts of document (L022)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.bare import solid
from reporter.check.finding import Finding
from reporter.check.genres import GENRES
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW302",
    title="标题标明文种，文种是法定十五种之一",
    implements=(
        "L022",
        "R20",
    ),
    clause="《党政机关公文处理工作条例》第八条、第九条（七）",
    strength="recommended",
    tests="有版头的公文，标题最后的文种；机关名称与事由之间有没有“关于”",
    why="总结、方案、要点等不是法定文种，要用通知、报告等文种印发或报送。",
    hint="改用法定文种，例：……关于印发《实施方案》的通知",
    good=notice,
    bad=lambda: notice(title="安和县民政局2026年养老院专项行动工作总结"),
    roles=("title",),
)
_MARKS = "。，；：、！？.,;:!?"
"""Another rule's."""
_DOUBLED = re.compile(r"(?:请示报告|报告请示|请示函|通知通报|通知通告|通告公告|通知公告|意见报告|意见请示)$")
_DIRECTLY = re.compile(
    r"[\u4e00-\u9fff]{1,16}(?:人民政府|民政局|办事处)(?!办公室|关于|转发|印发|批转|公布|发布|令)(?P<what>[^《》]{6,})的"
    r"(?:请示|报告|批复|意见|通知|通报|决定|函|议案|公告|通告)"
)
_NOTHING = re.compile(
    "(?:[\u4e00-\u9fff]{2,16}(?:人民政府|局|委员会|办公室|街道办事处))?"
    "(请示|报告|批复|意见|通知|通报|决定|函|议案)"
)
_LINKED = re.compile("关于|转发|印发|批转|公布|发布|废止|命名|表彰|授予")
_TAIL = re.compile(r"(?:[（(][^（）()]*[）)])+$")


def check(subject: Subject) -> Iterator[Finding]:
    """Titles of files with a red header that end in another sort or none; （试行） and the like may follow."""
    title = subject.the("title")
    if title is None or subject.seen.face in ("plain", "minutes"):
        return
    text = _TAIL.sub("", title.text.replace("\n", "").strip().rstrip(_MARKS))
    if doubled := _DOUBLED.search(text):
        yield RULE.at(subject, title, f"“{doubled[0]}”是两个文种，只能用一个")
    elif not text.endswith(GENRES):
        yield RULE.at(subject, title, "标题末尾不是法定文种")
    elif found := _NOTHING.fullmatch(solid(text)):
        yield RULE.at(subject, title, f"标题只有文种“{found[1]}”，没有事由")
    elif _DIRECTLY.fullmatch(solid(text)) and not _LINKED.search(text):
        told = RULE.at(subject, title, "标题的机关名称与事由之间没有“关于”")
        yield replace(told, severity="info", hint="在机关名称后面加“关于”")
