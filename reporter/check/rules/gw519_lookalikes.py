"""No characters that only look right (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.lookalikes import misspelled
from reporter.check.quoting import around, around_span
from reporter.check.rare import rare_in
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW519",
    title="没有形近、音近的错字",
    implements=("R25",),
    clause="公文校对要求",
    strength="recommended",
    tests="釆购、具休、公倾、人户核查、己完成、末整改、台帐、登陆系统、截止6月底、GB/t 等",
    why="扫描识别和输入法常出这类错，不细看发现不了。",
    hint="核对原意，改成正字",
    good=lambda: notice(body=("已完成整改，建立台账。",)),
    bad=lambda: notice(body=("己完成整改，建立台帐。",)),
)
_HOW = "认真|扎实|切实|积极|严格|深入|及时|有效|稳步|有力|妥善|逐项"
_DO = (
    "(?:落实|开展|推进|做好|抓好|执行|整改|完成|处理|组织|排查|研究|贯彻|履行|解决)"
    "(?!作用|机制|措施|力度|过程|情况|计划|方案|制度|意义|要求|效果|办法|工作|保证|保障|基础|体系|[与和及])"
)
"""Adverbs and verbs between which 地 stands; before a noun 的 is right."""
_IS_NOUN = re.compile("(?:进行|得到|给予|予以|作出|做出|提供)[^，。；]{0,10}$")
"""得到全面、切实的执行: what is done, no doing."""
_SOUNDING = {
    "名政局": "民政局", "民正局": "民政局", "明政局": "民政局", "养老机够": "养老机构", "养老机购": "养老机构",
    "养老元": "养老院", "敬老员": "敬老院", "护里员": "护理员", "应急预按": "应急预案", "消防按全": "消防安全",
    "安全责人": "安全责任", "主体责人": "主体责任", "整改时现": "整改时限", "整改措失": "整改措施",
    "隐患台张": "隐患台账", "特困任员": "特困人员", "养老服物": "养老服务", "责任到任": "责任到人",
    "限期正改": "限期整改", "整改销好": "整改销号", "市场管理监督局": "市场监督管理局", "卫生建康": "卫生健康",
    **{
        f"{one}与{other}{kind}": f"{one}和{other}{kind}"
        for one, other, kinds in (
            ("发展", "改革", "局委"), ("住房", "城乡建设", "局厅部委"), ("人力资源", "社会保障", "局厅部"),
            ("文化", "旅游", "局厅部"), ("工业", "信息化", "局厅部"),
        )
        for kind in kinds
    },
}  # fmt: skip
"""Words of this field as they come out of an input method, all of whose characters are common ones; and offices whose
names have 和."""
_NEAR = 14
_SOUNDS = apart(*_SOUNDING)
_ADVERB = apart(*(f"{how}的{_DO}" for how in _HOW.split("|")))


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    for para, found in text.matches(_ADVERB):
        if _IS_NOUN.search(para.text, max(0, found.start() - _NEAR), found.start()):
            continue
        right = found[0].replace("的", "地")
        yield RULE.at(subject, para, f"“{found[0]}”可能是“{right}”之误", around(para.text, found))
    for para, found in text.matches(_SOUNDS) if text.says(*_SOUNDING) else ():
        right = _SOUNDING[found[0]]
        yield RULE.at(subject, para, f"“{found[0]}”可能是“{right}”之误", around(para.text, found))
    for begin, wrong, right in misspelled(text.text, rare_in(text.text), subject.seen.missing):
        para, place = text.at(begin)
        quote = around_span(para.text, place, place + len(wrong))
        yield RULE.at(subject, para, f"“{wrong}”可能是“{right}”之误", quote)
