"""A cited title has one number in a set (R23)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import two
from reporter.check.subject import Subject

RULE = Rule(
    code="GW733",
    title="同一文件在一套文稿里文号相同",
    implements=("R23",),
    clause="公文一致性要求",
    strength="recommended",
    tests="几份文稿引用同一标题时的发文字号",
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


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """《title》（number） in every file."""
    first: dict[str, tuple[Subject, str]] = {}
    for subject in subjects:
        for para in subject.paras_of("body", "heading", "title"):
            for found in _CITED.finditer(para.text):
                other, before = first.setdefault(found[1], (subject, found[2]))
                if before != found[2]:
                    yield RULE.at(
                        subject,
                        para,
                        f"《{found[1]}》的文号，{other.name}写{before}，这里写{found[2]}",
                        found[0],
                    )
