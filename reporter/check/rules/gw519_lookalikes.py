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
_WRONG = re.compile(
    rf"己{_DONE}|末(?<![年月周季期岁旬]末){_DONE}|釆[购取用暖]|十(?<=[\u4e00-\u9fff]十)(?=\d+[%％])|g[bB]/t\s*\d"
    r"|G[bB]/t\s*\d|曰(?<=\d月\d曰)|曰(?<=\d月\d\d曰)|台帐|帐(?=号|户|目|册)|按装|布署|座落|峻工|防碍"
    r"|登陆(?=[^，。；、]{0,12}(?:系统|平台|网站|网页|网址|账号|账户|邮箱|小程序|公众号|客户端))"
    r"|截止(?<![\u4e00-\u9fff]截止)(?=目前|(?:20\d{2}年)?\d{1,2}月|20\d{2}年)|通迅|既使|既便|即日启"
)
_RIGHT = {
    "登陆": "登录", "截止": "截至", "己": "已", "末": "未", "十": "+", "台帐": "台账", "帐": "账",
    "按装": "安装", "布署": "部署", "座落": "坐落", "峻工": "竣工", "防碍": "妨碍", "通迅": "通讯",
}  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.matches(_WRONG):
        right = _RIGHT.get(found[0])
        told = f"“{found[0]}”可能是“{right}”之误" if right else f"“{found[0]}”可能是形近的错字"
        yield RULE.at(subject, para, told, around(para.text, found))
