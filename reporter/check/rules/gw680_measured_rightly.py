"""Things are counted by their own word, hours and clocks told apart (GB/T 15835-2011, GB 3100)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.clauses import clause_before
from reporter.check.finding import Finding
from reporter.check.forms import Form, tell_forms
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW680",
    title="量词、时刻、约数写得确切",
    implements=("R7",),
    clause="GB/T 9704-2012 9、GB/T 15835-2011 5",
    strength="recommended",
    tests="“床位80名”“遗体30名”“500平方”“下午17时”“3.5时”“约2256份”“4万万小时”这样的写法",
    why="读者要猜是多大、几点、多少。",
    hint="换成确切的写法，例：床位80张；500平方米；17时；3.5小时；2256份",
    good=lambda: notice(body=("设床位80张，建筑面积500平方米，下午5时前办结，用时3.5小时。",)),
    bad=lambda: notice(body=("设床位80名，建筑面积500平方。",)),
)
_FORMS = (
    Form(
        "“{}”量词不对",
        apart(
            r"床位[0-9]+名(?![\u4e00-\u9fff])",
            r"遗体[0-9]+[名人个]",
        ),
        before="位体",
    ),
    Form("“{}”不是单位", apart("平方(?<=[0-9]平方)(?![米公千厘毫分英的])"), behind="平"),
    Form(
        "“{}”：24小时制前面不加“下午”“晚上”",
        apart(
            r"下午(?:1[3-9]|2[0-3])[时点:：]",
            r"晚上(?:1[89]|2[0-3])[时点:：]",
        ),
        before="午上",
    ),
    Form(
        "“{}”是时刻，时段写“小时”",
        apart(r"时(?<=\.[0-9]时)(?<=[\u4e00-\u9fff][0-9]\.[0-9]时)(?![间长段速候])"),
        behind="时",
    ),
    Form(
        "“{}”前面多了0",
        apart("0(?<=[\u4e00-\u9fff]0)[1-9](?=[个次名家户人项份](?!月))"),
        behind="个次名家户人项份",
    ),
    Form("“{}”多了一个“万”", apart("万万(?<=[0-9]万万)"), behind="万"),
)


_ROUGHLY = apart(
    r"约(?<![民公合节契制条签预违履毁解续守租]约)[0-9]{2,}[1-46-9](?=[份个人户名张条件家次处例](?!月))",
    r"近(?<![附最临邻靠贴远相就将]近)[0-9]{2,}[1-46-9](?=[份个人户名张条件家次处例](?!月))",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes. A mean is rounded: 每组平均约114户."""
    yield from tell_forms(RULE, subject, _FORMS)
    text = subject.seen.joined
    for para, found in text.matches(_ROUGHLY) if not text.numbers.before.isdisjoint("约近") else ():
        if not re.search("[每均]", clause_before(para.text, "，。；：", found.start())):
            yield RULE.at(subject, para, f"“{found[0]}”：精确到个位的数不是约数", around(para.text, found))
