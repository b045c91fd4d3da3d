"""No characters that belong to another script, another direction or no text at all (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rare import may_be_strange
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.strange import EMOJI, STRANGE, TRADITIONAL
from reporter.check.subject import Subject

RULE = Rule(
    code="GW573",
    title="没有乱码、表情、不可见字符、部首字符、繁体字和直角引号",
    implements=("R25", "L061"),
    clause="公文校对要求（GB/T 15834-2011 4.8）",
    strength="recommended",
    tests="�、零宽空格、⼈⽼等部首字符、養設等繁体字、「」、用两个连字符代替的破折号",
    why="从网页和 PDF 复制来的字看着一样，检索不到，换一台电脑就成了空框。",
    hint="重新录入这几个字；引号用“”，破折号用——",
    good=lambda: notice(body=("为老年人提供服务——落实“一院一策”。",)),
    bad=lambda: notice(body=("为⽼年⼈提供服务--落实「一院一策」。",)),
    folds=6,
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("乱码", re.compile("\ufffd+|锟斤拷|烫烫烫")),
    ("不可见的字符", re.compile("(?<=[\u4e00-\u9fff])[\u200b-\u200f\u2060\ufeff\u00ad]+(?=[\u4e00-\u9fff])")),
    ("表情符号", re.compile(f"[{EMOJI}]+")),
    ("部首字符", re.compile("[\u2e80-\u2fdf]")),
    ("直角引号", re.compile("[「」『』]")),
    ("两个连字符", re.compile("(?<=[\u4e00-\u9fff])-{2,}(?=[\u4e00-\u9fff“])")),
    ("繁体字", re.compile(f"[{TRADITIONAL}]")),
)
_HYPHENS = "--"
_ANY = re.compile(f"{STRANGE}|{_HYPHENS}")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes. A PDF gives radicals back for hanzi, and breaks where it likes."""
    text = subject.seen.joined
    found_any = may_be_strange(text.text) or text.says(_HYPHENS)
    for para in text.holding(_ANY) if found_any else ():
        for name, pattern in _KINDS:
            if found := pattern.search(para.text):
                yield RULE.at(subject, para, f"有{name}“{_shown(found[0])}”", around(para.text, found))


def _shown(text: str) -> str:
    return text if text.isprintable() else "".join(f"U+{ord(sign):04X}" for sign in text)
