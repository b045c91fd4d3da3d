"""Brackets, quotes and 《》 come in pairs (L062)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around_at
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW503",
    title="括号、引号、书名号成对使用",
    implements=("L062",),
    clause="GB/T 15834-2011 4.8、4.9、4.15",
    strength="shall",
    tests="每一段里左右标号是否配对",
    why="缺了一半，所引、所注的范围就不清楚。",
    hint="补上缺的一半，或删去多余的",
    good=lambda: notice(body=("对《养老院安全检查办法》逐条对照。",)),
    bad=lambda: notice(body=("对《养老院安全检查办法逐条对照。",)),
    yields=("GW201", "GW316", "GW414", "GW517"),
)
_PAIRS = {
    "《": "》",
    "〈": "〉",
    "“": "”",
    "‘": "’",
    "（": "）",
    "〔": "〕",
    "【": "】",
    "「": "」",
    "『": "』",
}
_MARKS = re.compile(f"[{''.join((*_PAIRS, *_PAIRS.values()))}]")
_PLAIN = re.compile(
    "{other}*+(?:(?:{pairs}){other}*+)*+".format(
        other=f"[^{_MARKS.pattern[1:]}",
        pairs="|".join(f"{left}[^\n{_MARKS.pattern[1:]}*+{right}" for left, right in _PAIRS.items()),
    )
)
_AND_LINES = re.compile(f"[\n{_MARKS.pattern[1:]}")
_ORDINAL = re.compile(r"(?:^|[，；。：])[0-9a-zA-Z]{1,2}$")


def check(subject: Subject) -> Iterator[Finding]:
    """Within one paragraph, or a title of several; quotes that reach over several paragraphs open each of them and
    close the last."""
    text = subject.seen.joined
    if _plainly_paired(text.text) or _all_paired(text.text):
        return
    titles = subject.sure("title", "attachment_title")
    paired = {para.number for one in titles if not _unpaired(one.text) for para in one.paras}
    for para in text.holding(_MARKS):
        if para.number not in paired and (found := _unpaired(para.text)):
            yield RULE.at(subject, para, f"“{found[1]}”没有配对", around_at(para.text, found[0]))


def _plainly_paired(text: str) -> bool:
    """Whether every mark has its partner with no other between the two, as in most texts."""
    return _PLAIN.fullmatch(text) is not None


def _all_paired(text: str) -> bool:
    """Of many paragraphs at once, a line each: whether nothing is left when pairs are taken out from the inside."""
    left, before = "".join(_AND_LINES.findall(text)), ""
    while left != before:
        before = left
        for pair in _PAIRS.items():
            left = left.replace("".join(pair), "")
    return not left.strip()


def _unpaired(text: str) -> tuple[int, str] | None:
    """Place and sign of the first that has no partner; an opening double quote at a paragraph's head may stay open."""
    open_: list[tuple[int, str]] = []
    for found in _MARKS.finditer(text):
        place, sign = found.start(), found[0]
        if sign in _PAIRS:
            open_.append((place, sign))
        else:
            if not open_ or _PAIRS[open_[-1][1]] != sign:
                if _is_ordinal(text, place):
                    continue
                return place, sign
            open_.pop()
    left = [one for one in open_ if not (one[1] == "“" and one[0] == 0)]
    return left[0] if left else None


def _is_ordinal(text: str, place: int) -> bool:
    """1） and a） number items without an opening bracket."""
    return text[place] == "）" and bool(_ORDINAL.search(text[:place]))
