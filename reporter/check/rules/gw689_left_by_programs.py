"""Nothing is left in the text that an office program, an input method or a shared editor put there (R27)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW689",
    title="没有办公软件、输入法、协作文档留下的内容",
    implements=("R27",),
    clause="公文校对要求",
    strength="practice",
    tests="“错误!未找到引用源”、HYPERLINK 等域代码、######、2.4E+01、“@某人”、没有转成汉字的拼音、自动更正成的©",
    why="这些不是公文的内容，印出去读的人看不懂，该有的内容却没有了。",
    hint="删去，补上原来要写的内容",
    good=lambda: notice(body=("（联系人：李某，电子邮箱：ylfw@example.com）",)),
    bad=lambda: notice(body=("按照（错误!未找到引用源。）精神，举办市级jineng竞赛。",)),
    severity="warning",
)
_HANZI = r"[\u4e00-\u9fff]"
_ERRORS = r"错误\s*[!！]\s*(?:未找到引用源|未定义书签|未指定书签|链接无效|文档中没有指定样式的文字)"
_ERRORS_TOLD = r"Error! (?:Reference source not found|Bookmark not defined|Not a valid link)"
_BEGIN = r"(?:[bpmfdtnlgkhjqxryw]|[zcs]h?)"
_FINAL = "i?(?:ang?|ong|ao)|u?(?:ang?|ai)|i(?:e|u|ng?|a)?|u(?:[eion]|a)?|e(?:[in]|ng)?|ai?|ou?|v"
_SYLLABLE = rf"(?:{_BEGIN}(?:{_FINAL})|er|an|ai)"
_TELLING = "(?=[a-z]*?(?:ng|zh|[aeiu]n|[jqx][iu]|sh[aeiu]|ao|uo|ui))"
"""What English words that read as syllables mostly lack."""
_ENGLISH = "(?!(?:china|change|engine|machine|sina|douyin|weixin|weibo|baidu|taobao|main|fans)(?![a-z]))"
_SCIENTIFIC = r"(?<![A-Za-z0-9.-])\d(?:\.\d+)?E[+-]\d{2,3}(?![A-Za-z0-9-])"
_PINYIN = rf"(?<={_HANZI}){_ENGLISH}{_TELLING}{_SYLLABLE}{{2,6}}(?=[\u4e00-\u9fff，。；、])"
_KINDS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("软件的出错提示", re.compile(f"{_ERRORS}|{_ERRORS_TOLD}"), "引用的内容已不在了：改成要引用的文字"),
    ("域代码", re.compile(r"HYPERLINK\s*[\"“]|PAGEREF _|\\\* MERGEFORMAT|MERGEFIELD "), "删去代码，只留要印的文字"),
    ("没有显示出来的数字", re.compile(r"[#＃]{4,}"), "表格软件里列太窄，数字没有显示：填上原来的数字"),
    ("科学记数", re.compile(_SCIENTIFIC), "表格软件改了写法：填上原来的数字"),
    ("协作文档的提醒", re.compile(rf"(?<![A-Za-z0-9._-])@{_HANZI}{{2,4}}(?!{_HANZI})"), "办完后删去"),
    ("自动更正的符号", re.compile(r"(?:^|(?<=[。；]))[©®]"), "软件把（c）（r）改成了符号：撤销自动更正，重新录入序号"),
    ("没有转成汉字的拼音", re.compile(_PINYIN), "改成汉字"),
)
_QUICK = apart(
    *("!(?<=误.)", "！(?<=误.)", "E(?:rror|[+-])", "HYPER", "PAGEREF", r"MERGEF", "##", "＃＃", "©", "®"),
    *("@(?<![a-zA-Z0-9._-].)", *(rf"{vowel}(?:(?<={_HANZI}[b-z].)|(?<={_HANZI}[zcs]h.))" for vowel in "aeiou")),
)
"""One of them stands in each."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para in subject.seen.joined.holding(_QUICK):
        for name, pattern, hint in _KINDS:
            if found := pattern.search(para.text):
                told = RULE.at(subject, para, f"留着{name}“{found[0]}”", around(para.text, found))
                yield replace(told, hint=hint)
