"""Counts with one unit are written in one way (L074)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart, sentence_at, sentences
from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW515",
    title="同类数量用同一种数字",
    implements=("L074",),
    clause="GB/T 15835-2011 4.3",
    strength="recommended",
    tests="同一单位前面是否有时用阿拉伯数字、有时用汉字",
    why="体例一致，便于核对。",
    hint="统计数量都用阿拉伯数字",
    good=lambda: notice(body=("共有养老机构42家，其中公办12家。", "已检查30家。")),
    bad=lambda: notice(body=("共有养老机构42家，其中公办12家。", "已检查 三十家。")),
    roles=("body",),
    severity="info",
    yields=("GW509",),
)
_UNITS = "家|张|处|名|万元|人次"
_ARABIC = re.compile(rf"\d+({_UNITS})")
_TENS = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]百[零一二三四五六七八九十]*"
_EXACT = "(?<!第)(?=[二三四五六七八九]十[一二三四五六七八九])"
"""Behind hanzi, too, such a number is counted and no phrase."""
_HANZI = re.compile(rf"(?:(?<![第\u4e00-\u9fff])|{_EXACT})({_TENS})({_UNITS})")
_COUNTS = apart(*(f"{unit}(?<=[二三四五六七八九两]{unit})" for unit in "家处名条项个所户张"))
_QUICK = re.compile(rf"[十百][零一二三四五六七八九十]*(?:{_UNITS})")


def check(subject: Subject) -> Iterator[Finding]:
    """The same unit behind Arabic digits and behind hanzi of ten or more in prose; set phrases are left out."""
    arabic: dict[str, int] = {}
    hanzi: dict[str, tuple[Para, str]] = {}
    for para in subject.text_of("body", "heading").holding(_QUICK, "十", "百"):
        for found in _HANZI.finditer(para.text):
            hanzi.setdefault(found[2], (para, found[0]))
    for element in subject.sure("body", "heading") if hanzi else ():
        for found in _ARABIC.finditer(element.para.text):
            arabic[found[1]] = arabic.get(found[1], 0) + 1
    yield from _ordinals(subject)
    whole = subject.text_of("body", "heading")
    for para, found in whole.matches(_SHARED) if whole.text.count("%") > 1 else ():
        yield RULE.at(subject, para, "别处的百分数用数字，这里用汉字", around(para.text, found))
    if whole.says(*_OF_TIME):
        yield from _times(subject)
    if whole.holds(_COUNTS):
        yield from _in_one_sentence(subject)
        yield from _of_a_share(subject)
        yield from _of_institutions(subject)
    for unit, (para, quote) in hanzi.items():
        if arabic.get(unit, 0) > 1:
            yield RULE.at(subject, para, f"同一单位“{unit}”的数量，别处用阿拉伯数字，这里用汉字", quote)


_MANY = "一二三四五六七八九十百千"
_OF_TIME = tuple(f"{number}{unit}" for number in _MANY for unit in ("时", "日内", "元", "个工作日"))
_IN_HANZI = re.compile(
    rf"(?<![{_MANY}第同平暂及届随适到当多临不那按准定])[{_MANY}]+"
    r"(?P<unit>时(?=[、，至前到])|日(?=内)|元(?=[，。、至提的])|个工作日)"
)


def _times(subject: Subject) -> Iterator[Finding]:
    """八时、16时; 三十日内 where 30日内 stands elsewhere; 一千一百元提高到1180元."""
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_IN_HANZI):
        unit = found["unit"]
        if re.search(rf"\d{unit}{'内' if unit == '日' else ''}", text.text if unit != "元" else para.text):
            yield RULE.at(subject, para, f"别处的“{unit}”前用阿拉伯数字，这里用汉字", around(para.text, found))


_SHARED = apart("百分之[一二三四五六七八九十](?!百)")
_ORDINAL = re.compile(
    r"第[一二三四五六七八九十]{1,2}(?P<of>季度|检查组|小组|组|批|阶段|期|轮|、)[^。；]{0,40}?第\d{1,2}(?:(?P=of)|(?=、第))"
    r"|第\d{1,2}(?P<its>季度|检查组|小组|组|批|阶段|期|轮|、)[^。；]{0,40}?第[一二三四五六七八九十]{1,2}(?:(?P=its)|(?=、第))"
)


def _ordinals(subject: Subject) -> Iterator[Finding]:
    """第一季度、第2季度 in one sentence."""
    if "第" not in subject.seen.joined.numbers.before:
        return
    for para, found in subject.text_of("body", "heading").matches(_ORDINAL, quick=_QUICK_ORDINAL):
        yield RULE.at(subject, para, "同一句里序数有的用汉字、有的用数字", around(para.text, found))


_SHARE = re.compile(r"的[三四五六七八九](?P<unit>家|所|名|户|张)(?=[，。；])")
_QUICK_SHARE = apart(*(rf"{unit}(?<=的[三四五六七八九]{unit})(?=[，。；])" for unit in "家所名户张"))


def _of_a_share(subject: Subject) -> Iterator[Finding]:
    """其中公办的五家，民办的3家: the same unit behind digits in the sentence."""
    for para, found in subject.text_of("body", "heading").matches(_SHARE, quick=_QUICK_SHARE):
        _, sentence = sentence_at(para.text, found.start())
        if same := re.search(rf"(?<![\d.])\d+{found['unit']}", sentence):
            message = f"同一句里“{same[0]}”用阿拉伯数字，这里用汉字"
            yield RULE.at(subject, para, message, around(para.text, found))


_QUICK_ORDINAL = re.compile(r"第\d")
_BOTH = re.compile(
    r"[二三四五六七八九两](?<![第每逐].)(?P<unit>家|处|名|条|项|个(?!月|百))(?=[\u4e00-\u9fff])"
)
_QUICK_BOTH = apart(
    *(rf"{unit}(?<=[二三四五六七八九两].)(?<![第每逐]..)(?=[\u4e00-\u9fff])" for unit in "家处名条项个")
)
_SET = re.compile(
    r"[一二三四五六七八九]个(?:一|清单|方面|阶段|步骤|统一|结合|坚持|到位|必须)|[两二三四五]项(?:机制|制度|任务|工作)"
)


_COUNTED = "(?<=[的对和在有][二三四五六七八九两].)(?=(?:养老|敬老|公办|民办|福利|机构|学校|医院))"
_HOMES = re.compile(f"[家所]{_COUNTED}")
_QUICK_HOMES = apart(*(sign + _COUNTED for sign in "家所"))


def _of_institutions(subject: Subject) -> Iterator[Finding]:
    """六家养老机构 in one place, 3家 in another: institutions are counted, never a set phrase."""
    text = subject.text_of("body", "heading")
    hanzi = list(text.matches(_HOMES, quick=_QUICK_HOMES))
    arabic: dict[str, str] = {}
    for _, one in text.matches(_ARABIC_HOMES, "家", "所") if hanzi else ():
        arabic.setdefault(one[1], one[0])
    for para, found in hanzi:
        unit = found[0]
        if unit in arabic and not re.search(rf"\d{unit}", sentence_at(para.text, found.start())[1]):
            message = f"别处“{arabic[unit]}”用阿拉伯数字，这里用汉字"
            yield RULE.at(subject, para, message, around(para.text, found))


_ARABIC_HOMES = re.compile(r"\d{1,4}([家所])")


def _in_one_sentence(subject: Subject) -> Iterator[Finding]:
    """有四家机构…，3家机构…: one sentence that counts with the same unit in both ways; set phrases are left out."""
    for para in subject.text_of("body", "heading").holding(_QUICK_BOTH):
        for offset, sentence in sentences(para.text):
            for found in _BOTH.finditer(sentence):
                same = re.search(rf"(?<![\d.])\d+{found['unit']}", sentence)
                if same and not _SET.match(sentence[found.start() :]):
                    message = f"同一句里“{same[0]}”用阿拉伯数字，这里用汉字"
                    yield RULE.at(subject, para, message, around(para.text, found, offset))
                    break
