"""A text template gets values, never raw data: they print as themselves and nothing else can be done with them."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from reporter.document.inline import Blank, Text
from reporter.document.model import Paragraph


@pytest.mark.parametrize(
    "written",
    [
        "{{ 隐患.发现() }}",
        "{{ 隐患.发现() ~ '' }}",
        "{{ '{}'.format(隐患.发现()) }}",
        "{{ [隐患.发现()]|join('、') }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(隐患.发现()) }}",
        "{% set x = 隐患.发现() %}{{ x }}",
        "{% set x %}{{ 隐患.发现() }}{% endset %}{{ x }}",
        "{{ hazards.found() }}",
    ],
)
def test_a_value_survives_every_way_of_writing_text(writer: Any, written: str) -> None:
    (block,) = writer.document(written).body
    assert block == Paragraph("1", (Text("3", ref="fact:hazards.found()"),))


@pytest.mark.parametrize(
    "written",
    [
        "{{ 隐患.发现() + 1 }}",
        "{{ 1 - 隐患.发现() }}",
        "{{ 隐患.发现() * 2 }}",
        "{{ 隐患.发现() % 2 }}",
        "{{ -隐患.发现() }}",
        "{{ 隐患.发现()|int }}",
        "{{ 隐患.发现()|float }}",
        "{{ 隐患.发现()|round }}",
        "{{ 隐患.发现()|length }}",
        "{{ 隐患.发现()|list }}",
        "{{ 隐患.发现().raw }}",
        "{{ 隐患.发现()._raw }}",
        "{{ 隐患.发现().inline() }}",
        "{{ 隐患.发现()[:1] }}",
        "{{ 隐患.发现()[0] }}",
        "{{ ('第' ~ 隐患.发现())[:2] }}",
        "{{ ('第' ~ 隐患.发现()).replace('第', '') }}",
        "{{ ('第' ~ 隐患.发现())|length }}",
        "{{ [隐患.发现()]|sum }}",
        "{{ '%s' % 隐患.发现() }}",
    ],
)
def test_no_other_figure_can_be_made_of_a_value(writer: Any, written: str) -> None:
    assert writer.fault(f"第一行\n{written}").where == "templates/text/note.md 第9行"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("隐患.发现() > 2", True),
        ("2 < 隐患.发现()", True),
        ("隐患.发现() == 3", True),
        ("隐患.发现() != 3", False),
        ("隐患.发现() >= 隐患.已整改()", True),
        ("隐患.逾期()", False),
        ("隐患.发现() is none", False),
        ("联系人.phone is none", True),
        ("联系人.person is not none", True),
        ("本单位.level == '县'", True),
        ("本单位.level in ['县', '市']", True),
    ],
)
def test_conditions_compare_the_value_behind_the_token(writer: Any, condition: str, holds: bool) -> None:
    lines = writer.lines(f"{{% if {condition} %}}\n是\n{{% else %}}\n否\n{{% endif %}}")
    assert lines == ["是" if holds else "否"]


def test_a_missing_value_is_a_blank_with_a_name(writer: Any) -> None:
    (block,) = writer.document("电话：{{ 联系人.phone }}").body
    assert block.inlines == (Text("电话："), Blank("联系电话", 4))


def test_a_missing_value_cannot_be_compared(writer: Any) -> None:
    fault = writer.fault("{% if 联系人.phone > 1 %}是{% endif %}")
    assert "没有值" in fault.message
    assert "is not none" in fault.hint


@pytest.mark.parametrize(
    "data", ["<b>", "a&b", "{{ 1 }}", "a|b", "# 标题", "**粗**", "@table x", "{#id}", "- 列", "`x`"]
)
def test_data_is_never_markup(writer: Any, county: Any, writing_in: Any, data: str) -> None:
    campaign = county.campaign.changed(name=data)
    document = writing_in(replace(county, campaign=campaign)).document("{{ 专项行动.name }}")
    assert [inline.text for inline in document.body[0].inlines] == [data]


def test_a_line_end_in_data_begins_a_new_paragraph(county: Any, writing_in: Any) -> None:
    campaign = county.campaign.changed(name="甲\n乙")
    writer = writing_in(replace(county, campaign=campaign))
    assert writer.lines("前{{ 专项行动.name }}后") == ["前甲", "乙后"]
    assert "换行" in writer.fault("# {{ 专项行动.name }}").message


@pytest.mark.parametrize("data", ["响\x07铃", "私\ue000用", "行\u2028分"])
def test_characters_that_cannot_be_printed_are_named(county: Any, writing_in: Any, data: str) -> None:
    campaign = county.campaign.changed(name=data)
    fault = writing_in(replace(county, campaign=campaign)).fault("一\n{{ 专项行动.name }}")
    assert f"U+{ord(data[1]):04X}" in fault.message
    assert fault.where == "templates/text/note.md 第9行"
