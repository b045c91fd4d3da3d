"""No characters that only look right (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW519",
    title="没有形近、音近的错字",
    implements=("R25",),
    clause="公文校对要求",
    strength="recommended",
    tests="釆购、己完成、末整改、台帐、登陆系统、截止6月底、GB/t 等",
    why="扫描识别和输入法常出这类错，不细看发现不了。",
    hint="核对原意，改成正字",
    good=lambda: notice(body=("已完成整改，建立台账。",)),
    bad=lambda: notice(body=("己完成整改，建立台帐。",)),
)
_DONE = "(?=完成|整改|销号|建立|配备|落实|备案|验收|安装)"
_HOW = "(?:认真|扎实|切实|积极|严格|深入|及时|有效|稳步|有力|妥善|逐项)"
_DO = (
    "(?:落实|开展|推进|做好|抓好|执行|整改|完成|处理|组织|排查|研究|贯彻|履行|解决)"
    "(?!作用|机制|措施|力度|过程|情况|计划|方案|制度|意义|要求|效果|办法|工作)"
)
"""Adverbs and verbs between which 地 stands; before a noun 的 is right."""
_SPELLED = (
    rf"己{_DONE}|末(?<![年月周季期岁旬]末){_DONE}|釆[购取用暖]|十(?<=[\u4e00-\u9fff]十)(?=\d+[%％])|g[bB]/t\s*\d"
    r"|G[bB]/t\s*\d|曰(?<=\d月\d曰)|曰(?<=\d月\d\d曰)|台帐|帐(?=号|户|目|册)|按装|布署|座落|峻工|防碍"
    r"|登陆(?=[^，。；、]{0,12}(?:系统|平台|网站|网页|网址|账号|账户|邮箱|小程序|公众号|客户端))"
    r"|截止(?<![\u4e00-\u9fff]截止)(?=目前|(?:20\d{2}年)?\d{1,2}月|20\d{2}年)|通迅|既使|既便|即日启"
    r"|部暑|防犯|陪训|签定|即然|幅射|松驰|时侯|自已|己经|以经(?=完成|整改|建立|全部|落实|达到)|按排(?=专人|部署|人员|资金|工作|布置|好)|贯切|排察|隐惠|整攺|脱贪|扶平|截止目前"
    r"|反应(?=问题|情况|诉求|意见)|检察(?=消防|安全|食品|设施|养老)|渡过(?=[^河江海]{0,4}(?:节|假|期|晚年))"
)
_TENS, _COUNTED = "第十百千万零一二三四五六七八九〇、初", "(?=[家名台份](?!次|级|类))"
_WRONG = re.compile(rf"{_SPELLED}|{_HOW}的{_DO}|(?<![{_TENS}])二{_COUNTED}")
_QUICK = re.compile(rf"{_SPELLED}|的(?<={_HOW}的){_DO}|二(?<![{_TENS}]二){_COUNTED}")
"""The same, each beginning with one character: so it is looked for eight times as fast."""
_RIGHT = {
    "登陆": "登录", "截止": "截至", "己": "已", "末": "未", "十": "+", "台帐": "台账", "帐": "账",
    "部暑": "部署", "防犯": "防范", "陪训": "培训", "签定": "签订", "即然": "既然", "幅射": "辐射", "松驰": "松弛",
    "反应": "反映", "时侯": "时候", "自已": "自己", "己经": "已经", "以经": "已经", "按排": "安排", "贯切": "贯彻",
    "排察": "排查", "检察": "检查", "隐惠": "隐患", "渡过": "度过", "截止目前": "截至目前", "二": "两", "按装": "安装",
    "布署": "部署", "座落": "坐落", "峻工": "竣工", "防碍": "妨碍", "通迅": "通讯",
}  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.matches(_WRONG, quick=_QUICK):
        right = _RIGHT.get(found[0]) or (found[0].replace("的", "地") if "的" in found[0] else None)
        told = f"“{found[0]}”可能是“{right}”之误" if right else f"“{found[0]}”可能是形近的错字"
        yield RULE.at(subject, para, told, around(para.text, found))
