"""As many towns stand before 上述3个镇 as it says (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.ordinals import number_of
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW649",
    title="“上述×个镇”与前面写到的个数相符",
    implements=("R24",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“上述3个镇”“以上2个乡镇（街道）”与同一段前面写到的乡镇、街道",
    why="个数对不上，不知道漏了谁、多了谁。",
    hint="改个数，或补上漏写的一个",
    good=lambda: notice(body=("河口镇、青石镇进度较快。对上述2个镇予以表扬。",)),
    bad=lambda: notice(body=("河口镇、青石镇进度较快。对上述3个镇予以表扬。",)),
    severity="warning",
    signs=("上述", "以上"),
)
_ABOVE = re.compile(r"(?:上述|以上)(?P<n>\d{1,2}|[两三四五六七八九十])个(?:乡?镇|乡|街道)")
_TOWN = re.compile("(?:(?<=^)|(?<=[，。；、：和与及对在]))[\u4e00-\u9fff]{2}(?:镇|乡|街道)(?!级|村|上|下|镇)")
_FEWEST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """The first of each paragraph, where that names two towns at least and the one before it none."""
    text = subject.text_of("body", "heading")
    for para in text.holding(_ABOVE, "上述", "以上"):
        found = _ABOVE.search(para.text)
        if found is None or any(_TOWN.search(one.text) for one in text.above(para, 1)):
            continue
        named = {one[0] for one in _TOWN.finditer(para.text, 0, found.start())}
        but = "除" in para.text[: found.start()]
        if not but and len(named) >= _FEWEST and len(named) != number_of(found["n"]):
            yield RULE.at(subject, para, f"这一段前面写到的是{len(named)}个", around(para.text, found))
