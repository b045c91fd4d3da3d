"""A department that directs lower governments says who agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW531",
    title="部门向下级政府行文，写明经本级政府同意",
    implements=("R20",),
    clause="《党政机关公文处理工作条例》第十六条（二）",
    strength="recommended",
    tests="部门的通知、通报主送下级政府时，正文有没有“经……政府同意”；经别的部门同意的不算",
    why="部门除以函的形式商洽工作外，不得向下一级党委、政府发布指令性公文；须经本级政府同意并在文中注明。",
    hint="两种改法：正文写明“经县人民政府同意”；或主送机关改为下级政府的对口部门",
    good=lambda: notice(body=("经县人民政府同意，现将有关事项通知如下。",)),
    bad=lambda: notice(body=("现将有关事项通知如下。",)),
    roles=(
        "title",
        "recipients",
    ),
)
_GOVERNMENT = re.compile(
    r"政府(?:办公[室厅])?(?:文件)?$|国务院(?:办公厅)?$|委员会办公室|领导小组|指挥部|县委|市委|省委|人大|人民代表大会|政协|政治协商"
)
_LOWER = re.compile(r"人民政府|街道办事处|管委会")
_AGREED = re.compile(
    r"经[^，。；]{0,16}(?:政府|县长|市长|省长|领导小组|委员会)[^，。；]{0,6}(?:同意|批准|审定|研究同意)"
    r"|(?:政府|县委|市委|省委)(?:已经?|(?:常务)?会议)(?:研究)?(?:同意|批准|审定)"
    r"|经国务院(?:领导)?(?:研究)?(?:同意|批准|审定)|(?<![局厅处部办])同意[，,]?现"
)


def check(subject: Subject) -> Iterator[Finding]:
    """通知 and 通报 of a department to a lower government without 经…同意; a government's own office may."""
    title, to = subject.the("title"), subject.the("recipients")
    if title is None or to is None or not titled(title, "通知", "通报"):
        return
    issuers = [e.text for e in subject.sure("signatory", part=0)] or [
        e.text for e in subject.sure("mark", part=0)
    ]
    if not issuers or any(_GOVERNMENT.search(name) for name in issuers) or not _LOWER.search(to.text):
        return
    if not any(subject.seen.matches(_AGREED, "同意", "批准", "审定")):
        yield RULE.at(subject, to, "部门向下一级政府发文，没有写明经本级政府同意")
