"""签发人 is set in 仿宋, the names behind it in 楷体 (7.2.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.artefacts.seen.model import Run
from reporter.check.faces import FANG, KAI
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW237",
    title="“签发人”三字用3号仿宋体字，姓名用3号楷体字",
    implements=("L136",),
    clause="GB/T 9704-2012 7.2.6",
    strength="shall",
    tests="“签发人：”和姓名各用什么字体",
    why="两种字体使签发人姓名一眼可见。",
    hint="“签发人：”改为仿宋_GB2312，姓名改为楷体_GB2312",
    good=lambda: _signed("仿宋_GB2312", "楷体_GB2312"),
    bad=lambda: _signed("楷体_GB2312", "楷体_GB2312"),
    roles=("signer",),
    severity="warning",
    yields=("GW217",),
    about=("signer",),
)
_WORD = re.compile(r"签\s*发\s*人\s*[：:]?")


def check(subject: Subject) -> Iterator[Finding]:
    """Faces that are named, of the word and of what stands behind it in its paragraph."""
    for element in subject.sure("signer"):
        typed = element.para.typed
        word = _WORD.search(typed)
        if word is None:
            continue
        said = _face(element.para.runs, word.start())
        names = {
            _face(element.para.runs, at) for at in range(word.end(), len(typed)) if not typed[at].isspace()
        }
        wrong = sorted(font for font in names if font and not KAI.search(font))
        if said and not FANG.search(said):
            yield RULE.at(subject, element, f"“签发人”三字用的是{said}，应为仿宋")
        elif wrong:
            yield RULE.at(subject, element, f"签发人姓名用的是{wrong[0]}，应为楷体")


def _face(runs: tuple[Run, ...], at: int) -> str:
    """Of the run in which a character stands."""
    for run in runs:
        at -= len(run.text)
        if at < 0:
            return run.font
    return ""


def _signed(word: str, name: str) -> Subject:
    subject = notice(signer="签发人：许知远")
    element = subject.seen.all("signer")[0]
    para = replace(element.para, runs=(Run("签发人：", word), Run("许知远", name))).read()
    elements = tuple(replace(one, paras=(para,)) if one is element else one for one in subject.seen.elements)
    return replace(subject, seen=replace(subject.seen, elements=elements))
