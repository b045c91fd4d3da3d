"""Laws and regulations are called by the kind that they are of, everywhere alike (R22, R23)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW665",
    title="法律法规的名称写对种类（法、条例、办法），同一文件前后一个名称",
    implements=("R22", "R23"),
    clause="公文一致性要求（法律法规的名称以公布的为准）",
    strength="recommended",
    tests="书名号里民政常用法律法规的末尾几个字；同一地方文件是不是一处“办法”、一处“细则”",
    why="“条例”“办法”的制定机关和效力不同，写错等于引错依据。",
    hint="按公布的名称改正",
    good=lambda: notice(body=("根据《社会团体登记管理条例》的规定进行年检。",)),
    bad=lambda: notice(body=("根据《社会团体登记管理办法》的规定进行年检。",)),
    roles=("body",),
    signs=("》",),
)
_ACTS = (
    "社会团体登记管理条例", "基金会管理条例", "民办非企业单位登记管理暂行条例", "殡葬管理条例", "社会救助暂行办法",
    "城市居民最低生活保障条例", "农村五保供养工作条例", "志愿服务条例", "行政区划管理条例", "地名管理条例",
    "婚姻登记条例", "养老机构管理办法", "信访工作条例", "政府信息公开条例", "重大行政决策程序暂行条例",
    "党政机关公文处理工作条例", "机关事务管理条例", "自然灾害救助条例", "生产安全事故报告和调查处理条例",
    "特困人员认定办法", "烈士褒扬条例", "军人抚恤优待条例", "彩票管理条例", "彩票公益金管理办法",
    "残疾预防和残疾人康复条例", "住房公积金管理条例", "建设工程质量管理条例", "物业管理条例", "无障碍环境建设法",
    "慈善法", "老年人权益保障法", "未成年人保护法", "残疾人保障法", "反家庭暴力法", "村民委员会组织法",
    "城市居民委员会组织法", "消防法", "安全生产法", "突发事件应对法", "食品安全法",
)  # fmt: skip
_KIND = re.compile(r"(?:暂行|试行)?(?:条例|办法|规定|细则|规则|法)$")
_KNOWN = {_KIND.sub("", act): act for act in _ACTS}
_TITLE = re.compile(r"《(?:中华人民共和国)?([\u4e00-\u9fff]{2,40}?(?:条例|办法|规定|细则|规则))(?:（[^）]*）)?》")
_ENDS = apart("》(?<=(?:条例|办法|规定|细则)》)")
_REPEALED = re.compile("废止|停止执行|修订为|修改为|更名为")
"""Of the one that was in force before."""
_LOCAL = re.compile(r"[\u4e00-\u9fff]{2,7}?(?:省|市|县|区|州)")


_ABOLISHED = re.compile(r"《(?P<name>[^《》]{3,40})》(?:（[^）]*）)?同时废止")
_SHORTENED = re.compile(
    r"（(?P<number>[\u4e00-\u9fff]{2,8}〔\d{4}〕\d+号)[，,]?以下简称[“]?《(?P<name>[^《》]{2,8})》[”]?）"
)


def _abolished(subject: Subject) -> Iterator[Finding]:
    """同时废止 here, and elsewhere 按照 the same act 执行."""
    text = subject.seen.joined
    names = {found["name"] for _, found in text.matches(_ABOLISHED, "同时废止")}
    for name in sorted(names):
        followed = re.compile(rf"(?:按照|依照|根据|按)《{re.escape(name)}》(?:的规定|规定|有关规定)?(?:执行|办理|施行)")
        for para, found in text.matches(followed, "执行", "办理", "施行"):
            yield RULE.at(subject, para, f"《{name}》已写明废止，又要求按照执行", around(para.text, found))


def _short_named(subject: Subject) -> Iterator[Finding]:
    """《办法》 with another number than the one it was introduced with."""
    text = subject.seen.joined
    for _, given in text.matches(_SHORTENED, "以下简称"):
        again = re.compile(rf"《{re.escape(given['name'])}》（(?P<number>[\u4e00-\u9fff]{{2,8}}〔\d{{4}}〕\d+号)）")
        for para, found in text.matches(again, "》（"):
            if found["number"] != given["number"]:
                told = f"《{given['name']}》的发文字号前面是{given['number']}"
                yield RULE.at(subject, para, told, around(para.text, found))


def check(subject: Subject) -> Iterator[Finding]:
    """Titles as published; a local one may be of another kind than the one of the whole country, but not of two."""
    yield from _abolished(subject)
    yield from _short_named(subject)
    if not subject.seen.joined.holds(_ENDS):
        return
    local: dict[str, tuple[int, str]] = {}
    for para, found in subject.seen.matches(_TITLE, "《"):
        name = found[1]
        stem = _KIND.sub("", name)
        known = _KNOWN.get(stem)
        if known and known != name and not _LOCAL.match(name):
            yield RULE.at(subject, para, f"“{name}”应为“{known}”", found[0])
        elif _LOCAL.match(name):
            number, before = local.setdefault(stem, (para.number, name))
            if before != name and number != para.number and not _REPEALED.search(para.text, found.end()):
                yield RULE.at(subject, para, f"前面称“{before}”，这里称“{name}”", found[0])
