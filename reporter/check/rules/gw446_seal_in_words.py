"""The signature is the issuer's name; the seal itself is no word (7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW446",
    title="署名只写机关名称，不写“（盖章）”，不加标签和冒号",
    implements=("R17",),
    clause="GB/T 9704-2012 7.3.5",
    strength="recommended",
    tests="成文日期上面的署名、版记的印发机关后面有没有“（盖章）”“（印章）”“（公章）”；署名前的“发文单位：”和署名后的冒号",
    why="“（盖章）”是表格和报送稿的提示语，公文的印章盖在署名和日期上。",
    hint="删去“（盖章）”",
    good=lambda: notice(signatory="安和县民政局"),
    bad=lambda: notice(signatory="安和县民政局（盖章）"),
    roles=("date",),
)
_SEALED = re.compile(r"[\u4e00-\u9fff]{4,30}\s*[（(]\s*(?:加?盖?(?:印|公)?章|盖章)[）)]")
_LABELLED = re.compile(
    r"((?:发文|制文|制发|印发|落款|署名|签发)(?:单位|机关|部门)?|单位|部门)\s*[：:]\s*[\u4e00-\u9fff]{4,30}"
    r"|()[\u4e00-\u9fff]{3,24}[局府会室委厅办部院站处]\s*[：:]"
)
_NEAR = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Lines right above 成文日期 of papers with a header; forms behind it ask for a seal by right."""
    day = subject.the("date")
    if day is None or subject.seen.face == "plain" or day.para.place not in ("text", "cell"):
        return
    near = [para for para in subject.seen.above(day.para.number, _NEAR) if para.text]
    sealed = subject.seen.joined.says("章）", "章)")
    for para in near if sealed else ():
        if para.place == day.para.place and _SEALED.fullmatch(para.text):
            yield RULE.at(subject, para, "署名后面写了“（盖章）”一类的字")
    last = near[-1] if near else None
    if last and "：" in last.text and last.place == day.para.place and (found := _LABELLED.fullmatch(last.text)):
        told = f"署名前面写了“{found[1]}”" if found[1] else "署名后面打了冒号"
        yield RULE.at(subject, last, told)
    for office in subject.sure("print_office") if sealed else ():
        if _SEALED.fullmatch(office.text):
            yield RULE.at(subject, office, "印发机关后面写了“（盖章）”一类的字")
