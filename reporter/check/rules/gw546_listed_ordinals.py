"""A list of 第一、第二 … has as many members as are said, and headings of 第N期 follow one another (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.clauses import clause_before
from reporter.check.finding import Finding
from reporter.check.ordinals import number_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW546",
    title="列举的组、期、批与所说的数相同、不重号",
    implements=("R24",),
    clause="公文一致性要求",
    strength="shall",
    tests="“第一、第二、第三共3个检查组”之类的列举；相邻标题里的第一期、第二期……；“3个组，分别为15家、14家和13家”",
    why="数目或序号错了，分工和安排就对不上。",
    hint="核对后改正数目或序号",
    good=lambda: notice(body=("设第一、第二、第三共3个检查组。",)),
    bad=lambda: notice(body=("设第一、第二、第三共4个检查组。",)),
    roles=("body", "heading"),
)
_N = "[一二三四五六七八九十]{1,3}|\\d{1,2}"
_SORT = "检查组|督查组|督导组|工作组|小组|组|期|批|阶段|轮|片区|班"
_LIST = re.compile(
    rf"(?P<list>第(?:{_N})(?:{_SORT})?(?:[、和及]第?(?:{_N})(?:{_SORT})?)+)[，]?(?:共计?|等)?(?P<count>{_N})个?(?:{_SORT})"
)
_STEP = re.compile(rf"第({_N})({_SORT}|步|步骤|环节|场)")


def check(subject: Subject) -> Iterator[Finding]:
    """Lists inside a sentence, then runs of sibling headings that each begin with 第N and the same word."""
    yield from _shared_out(subject)
    yield from _by_groups(subject)
    text = subject.text_of("body", "heading")
    if not text.says("第"):
        return
    for para, found in text.matches(_LIST):
        listed, said = len(re.findall("[、和及]", found["list"])) + 1, number_of(found["count"])
        if listed != said:
            yield RULE.at(subject, para, f"说共{said}个，列举了{listed}个", found[0])
    last: dict[tuple[int, int, str], int] = {}
    for element in subject.sure("heading"):
        for key in [key for key in last if key[1] > element.level or key[0] != element.part]:
            del last[key]
        step = _STEP.match(element.text.removeprefix(element.label).strip())
        if step is None:
            continue
        key = (element.part, element.level, step[2])
        number = number_of(step[1])
        due = last.get(key, 0) + 1
        if number != due:
            yield RULE.at(subject, element, f"按顺序应是第{due}{step[2]}，这里是第{number}{step[2]}", step[0])
        last[key] = max(number, due)
    yield from _announced(subject)


def _shared_out(subject: Subject) -> Iterator[Finding]:
    """共3个检查组，…分别为15家、14家和13家: as many figures as groups, where the sentence counts groups once."""
    for para, found in subject.text_of("body", "heading").matches(_SHARES, "分别"):
        before = clause_before(para.text, "。；", found.start())
        groups = [number_of(one[1]) for one in _GROUPS.finditer(before)]
        listed = len(_FIGURE.findall(found["list"]))
        if len(groups) == 1 and listed > 1 and listed != groups[0]:
            message = f"说有{groups[0]}个，分别列了{listed}个数"
            yield RULE.at(subject, para, message, found[0])


def _by_groups(subject: Subject) -> Iterator[Finding]:
    """对18家养老机构…检查，第一组…8家，第二组…4家，第三组…6家: all of them, where each group has one figure."""
    text = subject.text_of("body", "heading")
    for para, _, sentence in text.sentences if text.says("第一组") else ():
        if "第一组" not in sentence or "第二组" not in sentence:
            continue
        lead, *groups = _GROUP.split(sentence)
        whole, parts = _HOMES.findall(lead), [_HOMES.findall(group) for group in groups]
        if len(whole) == 1 and all(len(part) == 1 for part in parts):
            total = sum(int(part[0]) for part in parts)
            if total != int(whole[0]):
                yield RULE.at(subject, para, f"各组相加是{total}家，总数写{whole[0]}家", sentence[-40:])


_GROUP, _HOMES = re.compile("第[一二三四五六七八九十]组"), re.compile(r"(\d+)家(?!次)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:万元|人次|[家个条处项人名张所户元])")
_SHARES = re.compile(rf"分别(?:为|是)(?P<list>{_FIGURE.pattern}(?:[、和及]{_FIGURE.pattern})+)")
_GROUPS = re.compile(rf"({_N})个(?:{_SORT})")


def _announced(subject: Subject) -> Iterator[Finding]:
    """举办培训班3期 against the headings 第一期 … of the same word, when these are its only ones."""
    steps: dict[str, set[int]] = {}
    for element in subject.sure("heading"):
        if step := _STEP.match(element.text.removeprefix(element.label).strip()):
            steps.setdefault(step[2], set()).add(number_of(step[1]))
    for word, numbers in steps.items():
        if len(numbers) < 2 or numbers != set(range(1, len(numbers) + 1)):
            continue
        said = re.compile(
            rf"(?:举办|开展|组织|分为?|共|实施|开办)[^，。；：、]{{0,10}}?({_N})个?{word}(?!次|间|数|别)"
        )
        for para in subject.paras_of("body", "heading"):
            found = said.search(para.text)
            if found and number_of(found[1]) != len(numbers) and "每" not in found[0]:
                yield RULE.at(subject, para, f"说有{found[1]}{word}，下面列了{len(numbers)}{word}", found[0])
