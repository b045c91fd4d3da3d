"""An office speaks of itself as what it is (R26)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW578",
    title="自称与发文机关相符",
    implements=("R26",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“我厅”“我委”“我局”“我镇”与发文机关标志的名称",
    why="照抄别的机关的稿子没有改。",
    hint="改成本机关的自称，例：我局",
    good=lambda: notice(body=("我局将按月调度。",)),
    bad=lambda: notice(body=("我厅将按月调度。",)),
    roles=("mark", "body"),
    signs=("我",),
)
_WE = re.compile(
    r"(?<![“‘自])我(?P<what>厅|委(?![托派任员])|局(?![部限])|镇(?!定)|乡(?![亲里愁])|街道|[县市](?=可|自筹)|[县市](?<=将我.)(?=20))"
    r"(?=[\u4e00-\u9fff\d])"
)
_QUICK = apart("我[厅委局镇乡街县市]")
_OWN = (
    (re.compile(r"厅$"), "厅"), (re.compile(r"委员会$|委$"), "委"), (re.compile(r"局$"), "局"),
    (re.compile(r"镇(?:人民政府|党委)?$"), "镇"), (re.compile(r"乡(?:人民政府|党委)?$"), "乡"),
    (re.compile(r"县(?:人民政府)?$"), "县"), (re.compile(r"市(?:人民政府)?$"), "市"),
    (re.compile(r"街道(?:办事处|党工委)?$"), "街道"),
)  # fmt: skip
_QUOTED = re.compile(r"[“《][^”》]*$")


def check(subject: Subject) -> Iterator[Finding]:
    """Documents of one issuer whose name tells what it calls itself; what is quoted is another's."""
    marks = issuers_of(subject)
    own = next((word for pattern, word in _OWN if len(marks) == 1 and pattern.search(marks[0])), "")
    if not own:
        return
    for para, found in subject.text_of("body", "heading").matches(_WE, quick=_QUICK):
        if found["what"] in "县市" and own not in ("镇", "乡", "街道"):
            continue  # a bureau speaks of its county as ours
        if found["what"] != own and not _QUOTED.search(para.text[: found.start()]):
            told = f"发文机关是{marks[0]}，这里自称“我{found['what']}”"
            yield RULE.at(subject, para, told, around(para.text, found))
