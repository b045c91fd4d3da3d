"""`reporter explain FILE TEXT`: the cells behind a figure on a page; `reporter explain GW703`: what a code means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option
from reporter.cli.rules import examples_of, meaning_of
from reporter.errors import InputError
from reporter.patterns import regex

if TYPE_CHECKING:
    from reporter.deliver.explain import Explanation, Hit
    from reporter.deliver.inhand import InHand

SCHEMA = "reporter/explain-1"
RULE_SCHEMA = "reporter/rule-1"
_CODE = regex(r"[A-Za-z]{2}\d{3}")
_FOUND_BY = {
    "sha256": "",
    "properties": "这个文件在生成后改动过，下面按它的文件属性对应到{}的存档",
    "title": "没有找到完全相同的文件，下面按标题、单位和文字对应到{}里最接近的存档",
}


@click.command(
    cls=ReporterCommand,
    short_help="查一个数字或一句话从哪里来；解释规则编号",
    help="在生成的文件里找出这个数字或词句的每一处，说明页码、所在句子、计算式和来源单元格。"
    "也可以只给一个编号（如 GW703），解释这条规则。",
    epilog="reporter explain outputs/平川县2026/总结报告.docx 36条\n"
    "reporter explain GW101",
)
@click.argument("file", metavar="文件或编号", type=click.Path(path_type=Path))
@click.argument("text", metavar="[数字或词句]", required=False)
@folder_option("结果文件夹（文件已移走时用）")
@json_option
def command(file: Path, text: str | None, out: Path, as_json: bool) -> int:
    if text is None:
        return _rule(file, as_json)
    if not text.strip():
        raise InputError("要查的数字或词句是空的", "例：reporter explain 文件.pdf 168")
    from reporter.deliver.explain import explain
    from reporter.deliver.inhand import find_draft
    from reporter.facts.spoken import spoken

    in_hand = find_draft(file, out)
    found = explain(in_hand, text)
    draft = in_hand.draft
    if as_json:
        data = {"file": str(file), "text": text, "filing": draft.filing, "draft": draft.number,
                "workspace": in_hand.workspace, "found_by": in_hand.found_by,
                "hits": [hit.as_dict() for hit in found.hits], "near": list(found.near),
                "in_file": found.in_file}  # fmt: skip
        show_json(SCHEMA, data)
    else:
        for line in _lines(in_hand, found):
            show(spoken(line))
    if not found.hits:
        say(_absent(in_hand, found) + (f"相近的数据：{'、'.join(found.near)}" if found.near else ""))
    return 0 if found.hits else LOOK


def _lines(in_hand: InHand, found: Explanation) -> Iterator[str]:
    if not found.hits:
        return
    data = [hit for hit in found.hits if hit.is_data]
    words = len(found.hits) - len(data)
    yield f"{in_hand.draft.filing} 第{in_hand.draft.number}稿：“{found.text}”共{len(found.hits)}处"
    if note := _FOUND_BY[in_hand.found_by]:
        yield f"（{note.format(f'“{in_hand.workspace}”')}）"
    told: dict[str, int] = {}
    for number, hit in enumerate(data or found.hits, 1):
        yield ""
        yield from _hit(number, hit, told)
    if data and words:
        yield ""
        yield f"另有{words}处是固定文字（文稿模板、设置或您写的文字），不是台账数据，没有列出。"


def _absent(in_hand: InHand, found: Explanation) -> str:
    """Why a text has no source: it was typed into the file, printed by the layout, or is not there."""
    if not found.in_file:
        return f"文件里没有“{found.text}”。"
    if in_hand.found_by == "sha256":
        return f"“{found.text}”是版面自动印的（页码、稿次标记、续表等），不取自台账。"
    return "这句话不在生成的文稿里，是手工改的。"


def _hit(number: int, hit: Hit, told: dict[str, int]) -> Iterator[str]:
    """One occurrence; a source that was told before is only referred to."""
    page = f"{'约' if hit.about else ''}第{hit.page}页　" if hit.page else ""
    file = f"“{hit.file}”" if hit.file else ""
    yield f"{number}. {file}{page}{hit.place}：{hit.sentence}"
    for source in hit.sources:
        if source.ref in told:
            yield f"   {source.label}：来源同第{told[source.ref]}处"
            continue
        told[source.ref] = number
        yield from (f"   {line}" for line in source.lines())
    if not hit.sources:
        same = told.setdefault(hit.wording, number)
        yield f"   不是取自台账的数据：{hit.wording if same == number else f'同第{same}处'}"
        if hit.beside:
            yield f"   同一句里取自台账的数字：{'、'.join(hit.beside)}。要看它们的来源，把词句换成数字再查"


def _rule(given: Path, as_json: bool) -> int:
    if not _CODE.fullmatch(str(given)):
        if not given.suffix and not given.exists():
            raise InputError("没有这个文件，也不是规则编号", "编号是 GW 加三位数字，例：GW101", str(given))
        raise InputError("还要写上要查的数字或词句", f"例：reporter explain {given} 168", str(given))
    rule = meaning_of(str(given).upper())
    examples = examples_of(rule.code)
    if as_json:
        told = {"code": rule.code, "title": rule.title, "meaning": rule.meaning, "examples": examples}
        show_json(RULE_SCHEMA, told)
        return 0
    show(f"{rule.code}　{rule.title}")
    show(f"  {rule.meaning}")
    for key, name in (("good", "对"), ("bad", "错")):
        if key in examples:
            show(f"  {name}：{examples[key]}")
    return 0
