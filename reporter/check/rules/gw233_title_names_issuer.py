"""An agency that the title names is one that issues the document (R17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Element
from reporter.check.addressed import titled
from reporter.check.bare import bare, solid
from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of, shortened
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW233",
    title="标题里的发文机关与标志一致",
    implements=("R17",),
    clause="公文一致性要求（GB/T 9704-2012 7.2.4、7.3.1、10.3）",
    strength="recommended",
    tests="标题“关于”之前的机关名称，与发文机关标志里的",
    why="套用别的机关的文件，标题没有改。",
    hint="核对后改标题或标志",
    good=lambda: notice(title="安和县民政局关于做好养老院安全管理工作的通知"),
    bad=lambda: notice(title="安和县财政局关于做好养老院安全管理工作的通知"),
    roles=("mark", "title"),
)
_NAMED = re.compile(r"^(?P<name>[\u4e00-\u9fff、\s]{3,60}?)(?:关于|转发|印发)")
_AGENCY = re.compile(r"(?:局|厅|部|委|委员会|政府|办公室|办公厅|大队|支队|总队|中心|联合会|联)$")
_DECIDES = re.compile(r"(?<=[，。])[县市区][\u4e00-\u9fff]{2,8}[局委]决定(?=对|调整|表扬|表彰|授予|撤销|废止|取消)")
_WHOLE = re.compile(r"^[\u4e00-\u9fff]{2,8}?(?:省|市|县|区|州|镇|乡)")


def check(subject: Subject) -> Iterator[Finding]:
    """A single name before 关于, when it is a full one. A short name of an issuer is contained in it, letter by
    letter in order."""
    title, marks = subject.the("title"), issuers_of(subject)
    if title and marks and marks[-1].endswith("记录") and titled(title, "纪要"):
        yield RULE.at(subject, title, f"标题是纪要，标志写成了“{marks[-1]}”，应为“××××纪要”")
    found = _NAMED.match(bare(title.text)) if title and marks else None
    if title is None or found is None:
        return
    places = [solid(found["name"]).find(mark) for mark in marks]
    if len(marks) > 1 and -1 not in places and places != sorted(places):
        yield RULE.at(subject, title, f"标题里机关的先后与版头的{'、'.join(marks)}不同")
    if found["name"].startswith(("转发", "印发", "批转")):
        return
    name = solid(found["name"])
    if name.endswith("人民政府") and titled(title, "决定"):
        for para, one in subject.text_of("body").matches(_DECIDES, "局决定", "委决定"):
            yield RULE.at(subject, para, f"标题是{name}的决定，这里是“{one[0]}”", one[0])
    if "、" in title.text[: len(name) + 4]:
        yield from _second(subject, title, marks)
        return
    if not (_AGENCY.search(name) and _WHOLE.match(name)):
        return
    known = any(shortened(name, mark) or shortened(mark, name) for mark in marks)
    if not known and name not in "".join(marks) and not all(mark in name for mark in marks):
        yield RULE.at(subject, title, f"标题里的机关是{name}，版头是{'、'.join(marks)}")


def _second(subject: Subject, title: Element, marks: list[str]) -> Iterator[Finding]:
    """The second of two offices before 关于 is an issuer too, by the header or by 署名."""
    signed = [bare(one.text) for one in subject.sure("signatory", part=0)]
    first, *others = solid(title.text).partition("关于")[0].split("、")
    for name in others if _AGENCY.search(first) and signed else ():
        if _AGENCY.search(name) and not any(shortened(name, one) or shortened(one, name) for one in (*marks, *signed)):
            yield RULE.at(subject, title, f"标题里有{name}，版头和署名里没有")
