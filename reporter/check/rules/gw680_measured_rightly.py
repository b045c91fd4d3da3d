"""Things are counted by their own word, hours and clocks told apart (GB/T 15835-2011, GB 3100)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart, either
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW680",
    title="量词、时刻、约数写得确切",
    implements=("R7",),
    clause="GB/T 9704-2012 9、GB/T 15835-2011 5",
    strength="recommended",
    tests="“床位80名”“遗体30名”“500平方”“下午17时”“3.5时”“约2256份”“4万万小时”这样的写法",
    why="读者要猜是多大、几点、多少。",
    hint="换成确切的写法，例：床位80张；500平方米；17时；3.5小时；2256份",
    good=lambda: notice(body=("设床位80张，建筑面积500平方米，下午5时前办结，用时3.5小时。",)),
    bad=lambda: notice(body=("设床位80名，建筑面积500平方。",)),
    signs=("0", "床位", "遗体", "平方", "下午", "晚上", "时", "约", "近", "万万"),
)
_KINDS = (
    (
        "“{}”量词不对", "位体", "",
        apart(
            r"床位[0-9]+名(?![\u4e00-\u9fff])",
            r"遗体[0-9]+[名人个]",
        ),
    ),
    (
        "“{}”不是单位", "", "平",
        apart(
            r"平方(?<=[0-9]平方)(?![米公千厘毫分英的])",
        ),
    ),
    (
        "“{}”：24小时制前面不加“下午”“晚上”", "午上", "",
        apart(
            r"下午(?:1[3-9]|2[0-3])[时点:：]",
            r"晚上(?:1[89]|2[0-3])[时点:：]",
        ),
    ),
    (
        "“{}”是时刻，时段写“小时”", "", "时",
        apart(
            r"时(?<=\.[0-9]时)(?<=[\u4e00-\u9fff][0-9]\.[0-9]时)(?![间长段速候])",
        ),
    ),
    (
        "“{}”：精确到个位的数不是约数", "约近", "",
        apart(
            r"约[0-9]{2,}[1-46-9](?=[份个人户名张条件家次处例](?!月))",
            r"近(?<![附最临邻靠贴远相就将]近)[0-9]{2,}[1-46-9](?=[份个人户名张条件家次处例](?!月))",
        ),
    ),
    (
        "“{}”前面多了0", "", "个次名家户人项份",
        apart("0(?<=[\u4e00-\u9fff]0)[1-9](?=[个次名家户人项份](?!月))"),
    ),
    (
        "“{}”多了一个“万”", "", "万",
        apart(
            r"万万(?<=[0-9]万万)",
        ),
    ),
)
"""What is told; what stands right before or behind numbers where it is to be told; and what is wrong."""
_MEANT = tuple((told, before, behind, patterns, either(patterns)) for told, before, behind, patterns in _KINDS)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    for told, before, behind, patterns, pattern in _MEANT:
        if text.numbers.before.isdisjoint(before) and text.numbers.behind.isdisjoint(behind):
            continue
        for para, found in text.matches(pattern, quick=patterns):
            yield RULE.at(subject, para, told.format(found[0]), around(para.text, found))
