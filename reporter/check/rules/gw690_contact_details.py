"""Telephones, addresses and postcodes that readers are given are such (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW690",
    title="联系人、电话、邮箱、网址、邮编写法正确",
    implements=("R25",),
    clause="公文校对要求",
    strength="practice",
    tests="联系人处填了号码、电话处填了姓名；带区号的电话不是7、8位，手机号不是11位；邮箱、网址不成地址；邮编不是6位",
    why="号码错一位，收文单位就联系不上。",
    hint="对照通讯录改正",
    good=lambda: notice(body=("（联系人：李某，联系电话：0000-6600011，电子邮箱：ylfw@example.com）",)),
    bad=lambda: notice(body=("（联系人：李某，联系电话：0000-66001，电子邮箱：ylfw@example。com）",)),
    signs=("电话", "手机", "联系人", "邮箱", "邮编", "邮政编码", "传真", "tp", "ww"),
    severity="warning",
)
_CALL = r"(?:电话|手机|传真)(?:号码)?[：:]\s*"
_HOTLINE = r"1[12]\d{3}|9\d{4,5}"
"""Numbers that are called behind an area code, too."""
_ADDRESS = r"[\w.%+-]+[@＠][\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}"
_OWN = "(?<![及和与、/])"
"""联系人及电话 asks for both."""
_NAME = r"(?![见附空略同详另请拨转由])[\u4e00-\u9fff]{2,3}"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("联系人处是号码", re.compile(r"联系人[：:]\s*[\d—-]{7,}")),
    ("电话处不是号码", re.compile(rf"(?:{_OWN}联系|{_OWN}(?<!系))电话[：:]\s*{_NAME}(?=[，；、）)]|$)(?!.\s*\d)")),
    ("电话位数不对", re.compile(rf"{_CALL}0\d{{2,3}}[-—－](?!(?:\d{{7,8}}|{_HOTLINE})(?!\d))\d{{2,}}(?![\d-])")),
    ("手机号位数不对", re.compile(rf"{_CALL}1[3-9](?:\d{{7,8}}|\d{{10,}})(?!\d)")),
    ("电话里有字母", re.compile(rf"{_CALL}(?=[\d—-]*[OoIl])[\dOoIl—-]{{7,}}")),
    ("邮箱不成地址", re.compile(rf"邮箱(?:地址)?[：:]\s*(?!\S*{_ADDRESS})(?=[\w.%+-]*[@＠#。.])[\w.%+@＠#。-]{{5,}}")),
    ("网址不成地址", re.compile(
        r"(?<![A-Za-z])(?:(?!https?://)h?t{1,3}p{1,2}s?[:：;；]?[/／]+|(?!www\.)ww+[.,，。])[\w.,，。/／-]+", re.ASCII
    )),
    ("邮编不是6位", re.compile(r"(?:邮编|邮政编码)[：:]\s*(?!\d{6}(?!\d))\d{3,}")),
)
_ANY = re.compile("电话|手机|联系人|邮箱|邮编|邮政编码|传真|tp|ww")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells and boxes."""
    for para in subject.seen.joined.holding(_ANY):
        for told, pattern in _KINDS:
            if found := pattern.search(para.text):
                yield RULE.at(subject, para, told, around(para.text, found))
