"""Two cases that are told apart are not the same one (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW648",
    title="并列的两种情形不相同",
    implements=("R24",),
    clause="公文校对要求",
    strength="recommended",
    tests="“能立即整改的……；能立即整改的……”这样两次写同一种情形的句子",
    why="多是漏了“不”“未”，意思正相反。",
    hint="漏了“不”“未”“没有”的补上；确是同一种情形的，合成一句",
    good=lambda: notice(body=("能立即整改的，当场整改；不能立即整改的，限期整改。",)),
    bad=lambda: notice(body=("能立即整改的，当场整改；能立即整改的，限期整改。",)),
    severity="warning",
    signs=("；",),
)
_BEGINS = "(?:对于?|凡是?)?(?P<case>(?:能|可以|符合|具备|达到|属于|愿意|同意|经|已)"
_PART = re.compile(rf"(?:^|[，；：。、]){_BEGINS}[\u4e00-\u9fff]{{2,10}}?)的(?=[，要应予由可一])")
_ANOTHER = re.compile(f"；{_BEGINS})")
_SENTENCE = re.compile("[^。\n]+")


def check(subject: Subject) -> Iterator[Finding]:
    """In one sentence, the second behind a semicolon; 能 and 能够 are one word."""
    for para in subject.text_of("body", "heading").holding(_ANOTHER, "；"):
        for sentence in _SENTENCE.finditer(para.text):
            known: set[str] = set()
            for found in _PART.finditer(para.text, sentence.start(), sentence.end()):
                case = found["case"].replace("能够", "能")
                if case in known:
                    message = "前面已经写了这种情形，可能漏了“不”"
                    yield RULE.at(subject, para, message, around(para.text, found))
                known.add(case)
