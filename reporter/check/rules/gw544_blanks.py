"""What is still to be filled in is listed (R27)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.columns import named
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW544",
    title="没有未填的空白",
    implements=("R27", "L005"),
    clause="公文一致性要求",
    strength="practice",
    tests="＿＿、××、×月×日、没有数字的“号”、公式出错的“#REF!”、（待填）（待定）这样的提示语",
    why="带着空白发出去的公文要重发。",
    hint="填上内容；供填写的表格可以留空",
    good=notice,
    bad=lambda: notice(number="安民字〔2026〕  号"),
    waits="blank",
    yields=("GW626",),
)
_NOTE = (
    "[^）)】〕]{0,6}(?:待定|待核|待核实|待补|待填|待查|待确认)|待补充?|请填写?|请补充|请核实|此处[^）)】]{0,6}|需补充|暂缺"
)
_BLANK = re.compile(
    r"[＿_]{2,}|[×xX]{2,}(?=[年月日号县镇乡市局股科人名家元万])|[×xX]{1,2}(?:月[×xX]{1,2}日?|日(?=前|[，。至]))"
    r"|〕\s*[×xX*＊某]*\s*号|#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!)"
    rf"|[（【(〔\[](?:{_NOTE})[）】)〕\]]|\*{{3,}}|[×＊]{{4,}}|"
    r"(?:单击|点击)[^，。；]{0,6}此处(?:输入|键入|添加|编辑)[^，。；]{0,4}|(?<=[\u4e00-\u9fff])[？?]{2,}(?=[\u4e00-\u9fff])|"
    r"(?<=：)[\u3000 ]{3,}(?=[；。，])|(?<=[于在])[\u3000 ]{3,}(?=前)|"
    r"(?<=[\u4e00-\u9fff：])[\u3000 ]{2,}(?=人次|人|名|家|个|张|条|处|项|份|户|次|起|所|台|万元|元|日|月|号)"
)
_QUICK = apart(
    "#[RDVN]",
    r"〕\s*[×xX*＊某]*\s*号",
    r"待(?:(?=[定核补填查确][^）)】]{0,2}[）)】])|(?<=[（【(〔\[]待))",
    *(rf"{word[0]}(?<=[（【(〔\[].){word[1:]}" for word in ("请", "此处", "需补", "暂缺")),
    *(f"{sign}[＿_]" for sign in "＿_"),
    *(f"{sign}[×xX＊月日]" for sign in "×xX"),
    *(f"{sign}[\u3000 ]" for sign in "\u3000 "),
    r"\*\*",
    "＊[×＊]",
    "此处[输键添编]",
    *(f"{sign}{sign}" for sign in ("？", "\\?")),
)
"""One of them stands in each."""


def check(subject: Subject) -> Iterator[Finding]:
    """Visible blanks in text and cells: runs of ＿ or ×, and a 号 without its digits."""
    for element in subject.sure("remark"):
        if found := _CALL.search(element.text):
            yield RULE.at(subject, element, "电话号码还没有填", found[0])
    yield from _unanswered(subject)
    for para in subject.seen.joined.holding(_QUICK):
        if found := _BLANK.search(para.text):
            yield RULE.at(subject, para, "这里还没有填", around(para.text, found))


_CALL = re.compile(r"电话[：:]\s*(?=[）)，；。]|$)")
_WHO = re.compile(r"(?:责任|牵头|督促|承办|主办|整改责任)(?:单位|部门|人|领导)")


def _unanswered(subject: Subject) -> Iterator[Finding]:
    """One cell of a column of those who answer for it, empty in a row that is filled, between rows that name one."""
    for grid in subject.seen.grids:
        for column in named(grid, _WHO):
            cells = [(row, line) for row, line in grid.body if column < len(line)]
            empty = [(row, line) for row, line in cells if not line[column].strip()]
            if len(empty) != 1 or len(cells) < _FILLED:
                continue
            row, line = empty[0]
            if all(cell.strip() for place, cell in enumerate(line) if place != column):
                told = f"“{grid.names[column]}”这一格空着"
                yield RULE.in_cell(subject, grid, row, column, told, line[0])


_FILLED = 3
