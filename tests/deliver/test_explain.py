"""Figures and phrases are found where they stand, as whole numbers, with everything they were made from."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from msgspec.structs import replace

from reporter.deliver.drafts import Draft
from reporter.deliver.explain import explain
from reporter.deliver.inhand import InHand
from reporter.deliver.paper import Paper
from reporter.document.inline import Text
from reporter.document.model import Column, Document, Paragraph, Row, Table


def _fact(address: str, label: str, text: str, **more: Any) -> dict[str, Any]:
    family = address.partition(".")[0]
    return {"address": address, "label": label, "text": text, "measure": "条", "family": family, **more}


FACTS = {
    "hazards.closed()": _fact(
        "hazards.closed()",
        "已整改",
        "12",
        formula="已销号的隐患",
        rows=["YH-1", "YH-2"],
        cells=[
            {"file": "隐患台账.xlsx", "sheet": "台账", "row": 4, "column": 3},
            {"file": "隐患台账.xlsx", "sheet": "台账", "row": 5, "column": 3},
        ],
    ),
    "hazards.close_rate()": _fact("hazards.close_rate()", "整改率", "12.5%", inputs=["hazards.closed()"]),
    "indicators.answer(code=X09,part=总结)": _fact(
        "indicators.answer(code=X09,part=总结)",
        "报送总结",
        "是",
        dims={"code": "X09", "part": "总结"},
        typed=True,
    ),
    "record:YH.1": {
        "table": "隐患台账",
        "fields": {"due": {"file": "隐患台账.xlsx", "sheet": "台账", "a1": "V4"}},
    },
}


def _in_hand(*inlines: Text, body: tuple[Any, ...] = (), name: str = "简报.xlsx") -> InHand:
    blocks = (Paragraph("p1", inlines), *body)
    document = Document("briefing@2026", "briefing", "plain", "level", (Text("简报"),), blocks)
    draft = Draft("briefing@2026", 1, document, FACTS, {"texts/briefing/做法.md": "0", "机构名册.xlsx": "0"})
    return InHand(Paper(Path(name), b""), Path("/nowhere"), draft, "sha256")


CLOSED = Text("12", ref="fact:hazards.closed()")
RATE = Text("12.5%", ref="fact:hazards.close_rate()")


def test_a_figure_leads_to_formula_records_and_cells() -> None:
    (hit,) = explain(_in_hand(Text("共整改"), CLOSED, Text("条。")), "12").hits
    (source,) = hit.sources
    assert (hit.place, hit.sentence) == ("正文第1段", "共整改12条。")
    assert (source.label, source.value, source.formula) == ("已整改", "12条", "已销号的隐患")
    assert source.records == ("YH-1", "YH-2")
    assert source.cells == ("隐患台账.xlsx › 台账 › C4:C5",)
    assert "单元格：隐患台账.xlsx › 台账 › C4:C5" in "\n".join(source.lines())


@pytest.mark.parametrize("around", ["120条", "0.12条", "1,120条", "12.5%", "312"])
def test_a_number_is_only_found_as_a_whole_number(around: str) -> None:
    assert not explain(_in_hand(Text(around)), "12").hits


@pytest.mark.parametrize("around", ["12，3家", "共12。", "第12、13条", "１２条", "12.", "2026年12月"])
def test_chinese_marks_end_a_number(around: str) -> None:
    assert len(explain(_in_hand(Text(around)), "12").hits) == 1


def test_a_phrase_leads_to_every_figure_in_it() -> None:
    words = _in_hand(Text("整改"), CLOSED, Text("条，整改率"), RATE, Text("。"))
    (hit,) = explain(words, "整改12条，整改率 12.5%").hits
    assert [source.label for source in hit.sources] == ["已整改", "整改率"]
    assert [source.label for source in hit.sources[1].inputs] == ["已整改"]


def test_fixed_words_name_the_files_where_they_can_stand() -> None:
    (hit,) = explain(_in_hand(Text("认真整改。")), "认真").hits
    assert hit.sources == ()
    assert hit.wording == "固定文字，见 templates/text/briefing.md、texts/briefing/做法.md"


def test_words_name_the_figures_of_their_sentence() -> None:
    words = _in_hand(Text("共"), CLOSED, Text("条。整改率"), RATE, Text("。"))
    (hit,) = explain(words, "整改率").hits
    assert hit.beside == ("12.5%",)


def test_cells_answers_and_settings_are_named() -> None:
    refs = ("cell:YH.1.due", "answer:X09.总结", "text:campaign.yaml#contacts.main.phone")
    found = explain(_in_hand(*(Text(str(n) * 3, ref=ref) for n, ref in enumerate(refs, 1))), "111222333")
    cell, answer, text = found.hits[0].sources
    assert (cell.label, cell.cells) == ("隐患台账 YH.1", ("隐患台账.xlsx › 台账 › V4",))
    assert (answer.label, answer.value) == ("报送总结", "是条")
    assert "性质：人工填报" in answer.about
    assert text.label == "campaign.yaml 的 联系人“电话”"


def test_counted_rows_are_not_taken_for_data() -> None:
    columns = (Column("ordinal", "序号", 4), Column("home", "机构", 10))
    rows = (Row("a", ((Text("12"),), (Text("甲院"),))),)
    table = Table("t", "ledger", columns, rows)
    (hit,) = explain(_in_hand(Text("如下。"), body=(table,)), "12").hits
    assert hit.wording == "表格自动编的序号"


def test_what_is_not_there_brings_the_nearest() -> None:
    words = _in_hand(CLOSED, Text("条，"), RATE)
    assert explain(words, "13").near == ("12.5%（整改率）", "12（已整改）")
    assert explain(words, "整改比率").near[0] == "12.5%（整改率）"


@pytest.mark.parametrize(
    ("asked", "printed"),
    [("50%", "50.00%"), ("50.00%", "50%"), ("1000", "1,000"), ("5", "5.0"), ("50%", "５０.０％")],
)
def test_a_number_is_found_by_its_value(asked: str, printed: str) -> None:
    (hit,) = explain(
        _in_hand(Text("率为"), Text(printed, ref="fact:hazards.close_rate()"), Text("，下同")), asked
    ).hits
    assert hit.sources[0].label == "整改率"


@pytest.mark.parametrize("printed", ["50", "50.5%", "1，000%"])
def test_a_number_of_another_value_or_kind_is_another_number(printed: str) -> None:
    assert not explain(_in_hand(Text(printed)), "50%").hits
    assert not explain(_in_hand(Text(printed)), "1000%").hits


def test_data_comes_before_words_and_settings() -> None:
    setting = Text("12", ref="text:campaign.yaml#tasks.1.text")
    hits = explain(_in_hand(Text("共12条；"), setting, Text("月；"), CLOSED, Text("。")), "12").hits
    assert [hit.is_data for hit in hits] == [True, False, False]
    assert hits[0].sources[0].label == "已整改"


def _typed(*paragraphs: str) -> InHand:
    """A Word file that says this, whatever its draft says."""
    word, data = docx.Document(), BytesIO()
    for paragraph in paragraphs:
        word.add_paragraph(paragraph)
    word.save(data)
    paper = Paper(Path("简报.docx"), data.getvalue())
    return replace(_in_hand(CLOSED), paper=paper, found_by="properties")


@pytest.mark.parametrize(
    ("asked", "there"), [("另行通知", True), ("共 13条", True), ("13", True), ("1", False), ("没有", False)]
)
def test_what_was_typed_into_the_file_itself_is_told_apart_from_what_is_not_there(
    asked: str, there: bool
) -> None:
    found = explain(_typed("共13条。", "请另行通知。"), asked)
    assert (found.hits, found.in_file) == ((), there)
