"""No name of a resident beside a state of health."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart, sentences, stands
from reporter.artefacts.seen.model import Para
from reporter.check.bare import bare
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW523",
    title="不把入住人员姓名与健康状况写在一起",
    implements=("R28",),
    clause="《中华人民共和国个人信息保护法》第二十八条、第二十九条",
    strength="shall",
    tests="表格的姓名列与健康列，句子里的姓名与病情",
    why="健康信息是个人敏感信息。",
    hint="删去姓名，用“某老人”或编号代替",
    good=lambda: notice(body=("失能老年人由专人照护。",)),
    bad=lambda: notice(body=("王某某老人患有高血压，由专人照护。",)),
)
_NAME = re.compile(r"(?:老人|入住人员?|人员)?姓名")
_STATE = re.compile(r"健康状况|身体状况|失能等级|自理能力|病史|病情|疾病|残疾类别|护理等级")
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_STATES = "(?:患有|患|瘫痪|偏瘫|失能|半失能|精神障碍|痴呆|阿尔茨海默|高血压|糖尿病)"
_PERSON = rf"[{_SURNAMES}](?<![\u4e00-\u9fff].)[\u4e00-\u9fff]{{1,2}}(?:老人|，[男女]，|（[男女])"
_SIGNS = "患痪失障痴阿压尿"
"""One of them stands in every state."""
_ILL = re.compile(rf"({_PERSON})?[^。；]{{0,10}}{_STATES}")
_NAMED_ILL = re.compile(rf"{_PERSON}[^。；]{{0,10}}{_STATES}")
_BESIDE = apart(
    rf"老人(?:(?<=[{_SURNAMES}].老人)|(?<=[{_SURNAMES}]..老人))", "男(?<=[，（]男)", "女(?<=[，（]女)"
)
"""What stands behind a name."""
_SICK = re.compile(
    r"患[有病]?|身患|瘫痪|偏瘫|失能|失智|痴呆|精神障碍|残疾(?!人)|重病|卧床|艾滋病|肿瘤|癌症|高血压|糖尿病|脑梗|中风|住院|手术"
)
_KINDS = (
    "老年人", "老人", "特困人员", "低保对象", "残疾人", "困难群众", "入住人员", "服务对象", "患者", "儿童", "居民",
    "村民", "同志",
)  # fmt: skip
_WHO = rf"(?:{'|'.join(_KINDS)})"
_MORE = "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖"
_RARE = _SURNAMES.replace("于", "") + _MORE
_NAMED_BEHIND = re.compile(
    rf"{_WHO}(?P<name>[{_RARE}][\u4e00-\u9fff]{{1,2}}?)"
    r"(?=的|和|，|。|、|；|（|等|患|因|身患|办理|开展|入住|提供|进行|实施|及|$)(?!的?(?:服务|照料|照护|护理))"
)
_TITLED = apart(*(rf"{one}[{_RARE}][\u4e00-\u9fff]" for one in _KINDS))
_ILLNESS = "(?:症|病|癌|瘤|硬化|炎|痴呆|梗死|梗塞|中风|瘫痪)"
_WORDS = re.compile(
    r"高[龄度效质温风危发达血]|方[面式法案可便]|金额|石[材油膏]|任[何务]|白[天内酒]|龙头|田[间地]|于[是此]|康复|余[下额热]|武装|"
    r"江[河苏西]|史料|易[发于感]|夏[季天]|秦岭|毛[发病]|程[度序]|马上|孔洞|周[围边期末全到]|范[围畴]|钱[款财物]|陆[续地]|曾[经因患]|熊猫|许[多可]|何[种时]"
)
_FALLS_ILL = rf"[\u4e00-\u9fff]{{1,2}}[，（]?(?:身?患有?)(?!者)[\u4e00-\u9fff]{{0,8}}?{_ILLNESS}"
_PATIENT = re.compile(
    rf"[{_RARE}](?<![\u4e00-\u9fff].){_FALLS_ILL}|(?<=[中如某])[{_RARE}]{_FALLS_ILL}"
    rf"|[{_RARE}](?<![\u4e00-\u9fff].)[\u4e00-\u9fff]{{1,2}}（[\u4e00-\u9fff]{{2,9}}?{_ILLNESS}[^）]{{0,6}}）"
)
"""A name that begins where nothing but a mark stands before it, or behind 其中 and 如."""
_PATIENT_SIGNS = apart(
    rf"患(?<!隐患)有?(?!者)[\u4e00-\u9fff]{{0,8}}?{_ILLNESS}",
    *(rf"{sign}[^）]{{0,6}}）" for sign in "症病癌瘤炎化呆死塞风痪"),
)
_NEAR = 12
_DISABLED = re.compile(
    rf"(?:(?<=[镇乡村道区县如中为、，（])|(?<![\u4e00-\u9fff]))[{_RARE}][\u4e00-\u9fff]{{1,2}}[，（][男女，]{{0,2}}"
    rf"(?:\d{{1,3}}岁，)?(?:肢体|视力|听力|言语|智力|精神)残疾"
)
_DISABLED_AT = tuple(f"{sign}{kind}" for sign in "，（" for kind in ("肢体", "视力", "听力", "言语", "智力", "精神"))


def check(subject: Subject) -> Iterator[Finding]:
    """Tables with a column of names and one of health, and sentences with a known name or a titled one."""
    for grid in subject.seen.grids:
        heads = [cell for row in grid.rows[: grid.top] for cell in row]
        if any(_NAME.fullmatch(bare(head)) for head in heads) and any(_STATE.search(head) for head in heads):
            yield RULE.on(subject, "表格里姓名与健康状况并列", page=grid.page, spot=f"表{grid.number}")
    known = subject.known.persons if subject.known else frozenset()
    text = subject.seen.joined
    ill = text.says("症", "病", "癌", "瘤", "炎", "硬化", "痴呆", "梗死", "梗塞", "中风", "瘫痪")
    for para, found in text.matches(_PATIENT, quick=_PATIENT_SIGNS) if ill else ():
        if not _WORDS.match(found[0]):
            yield RULE.at(subject, para, "写有居民姓名和病情", around(para.text, found))
    for para, found in text.matches(_DISABLED, *_DISABLED_AT) if text.says("残疾") else ():
        if not _WORDS.match(found[0]):
            yield RULE.at(subject, para, "写有居民姓名和残疾情况", around(para.text, found))
    named = text.says("老人", "男", "女")
    beside = text.holding(_BESIDE) if named and text.says(*_SIGNS) else ()
    near = {para.number for para in beside if _NAMED_ILL.search(para.text)}
    if stands(text.text, known):
        near |= {para.number for para in text.paras if any(name in para.text for name in known)}
    behind = {para.number for para in text.holding(_TITLED)}
    for para in text.paras if near or behind else ():
        if para.number in behind:
            yield from _named(subject, para)
        for found in _ILL.finditer(para.text) if para.number in near else ():
            if found[1] or any(
                name in para.text[max(0, found.start() - _NEAR) : found.start()] for name in known
            ):
                yield RULE.at(subject, para, "写有入住人员姓名和健康状况", around(para.text, found))


def _named(subject: Subject, para: Para) -> Iterator[Finding]:
    """A kind of person with a name behind it, in a sentence that tells of an illness."""
    for offset, sentence in sentences(para.text):
        for found in _NAMED_BEHIND.finditer(sentence) if _SICK.search(sentence) else ():
            if not _WORDS.match(found["name"]):
                yield RULE.at(subject, para, "写有入住人员姓名和健康状况", around(para.text, found, offset))
