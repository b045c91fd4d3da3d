"""A cited title has one number in a set (R23)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.check.bare import bare
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import two
from reporter.check.subject import Subject

RULE = Rule(
    code="GW733",
    title="同一文件在一套文稿里标题和文号相同",
    implements=("R23", "R8", "R22"),
    clause="公文一致性要求",
    strength="recommended",
    tests="几份文稿引用同一标题时的发文字号；引用的标题、文号与这套文稿里那一份自己的",
    why="文号不同，至少有一处引用已失效或写错。",
    hint="核对原文件",
    good=lambda: two(
        "按照《检查办法》（岭民发〔2025〕8号）执行。", "按照《检查办法》（岭民发〔2025〕8号）执行。"
    ),
    bad=lambda: two(
        "按照《检查办法》（岭民发〔2025〕8号）执行。", "按照《检查办法》（岭民发〔2023〕1号）执行。"
    ),
    needs=("set",),
)
_CITED = re.compile(r"《([^》]{3,40})》[（(]([^（）()]{2,12}〔\d{4}〕\d+号)[）)]")


_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}〔\d{4}〕\d+号")


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """《title》（number） in every file, and against number and title of the files themselves: a paper of another place
    may bear the same title."""
    first: dict[str, tuple[Subject, str]] = {}
    owned: set[str] = set()
    titles: dict[str, tuple[Subject, str]] = {}
    for subject in subjects:
        own = _own(subject)
        if own:
            owned.add(own[0])
            first.setdefault(own[0], (subject, own[1]))
            titles.setdefault(own[1], (subject, own[0]))
    for subject in subjects:
        for para in subject.paras_of("body", "heading", "title"):
            for found in _CITED.finditer(para.text):
                title, number = bare(found[1]), found[2]
                other, before = first.setdefault(title, (subject, number))
                elsewhere = before[0] != number[0] if title in owned else _of_two_issuers(title, before, number)
                if before != number and not elsewhere:
                    message = f"《{found[1]}》的文号，{other.name}写{before}，这里写{number}"
                    yield RULE.at(subject, para, message, found[0])
                whose, right = titles.get(number, (subject, title))
                if right != title and not _without_issuer(title, right):
                    message = f"{number}的标题，{whose.name}是“{right}”，这里写“{found[1]}”"
                    yield RULE.at(subject, para, message, found[0])


def _of_two_issuers(title: str, one: str, other: str) -> bool:
    """《关于…的请示》 may be of either, where the letters of the numbers differ."""
    return title.startswith("关于") and one.partition("〔")[0] != other.partition("〔")[0]


def _without_issuer(title: str, full: str) -> bool:
    """《关于…的通知》: whose it is may stand before it, and marks within the title are left out when it is compared."""
    return title.startswith("关于") and full.endswith(title) and full.count(title) == 1


def _own(subject: Subject) -> tuple[str, str] | None:
    """A file's own title and full 发文字号."""
    title, number = subject.the("title"), subject.the("number")
    found = _NUMBER.search(number.text) if number else None
    return (bare(title.text), found[0]) if title and found else None
