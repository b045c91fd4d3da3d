"""Figures in sentences: values, units, what is counted, and where they stand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.artefacts.seen.joined import sentences
from reporter.check.quantities import number_in, percent, quantities, unscaled

_PIECES = st.sampled_from(
    ["发现隐患", "190", "1,234", "12.5", "万", "亿", "条", "家", "人次", "%", "％", "，", "。", "；", "2026年",
     "A4", "3月5日", "〔2026〕9号", "—", "\n", " ", "河口镇", "共", "第3组", "０", "①", "《", "》", "-", ".", ","]
)  # fmt: skip


@settings(max_examples=100)
@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=14).map("".join)))
def test_any_text_is_read_without_an_error_and_every_span_holds_its_figure(text: str) -> None:
    last = 0
    for one in quantities(text):
        written = text[one.start : one.end]
        assert last <= one.start < one.end <= len(text)
        assert written[0].isdigit() and not written[-1].isdigit()
        digits = "".join(char for char in written if char.isdigit() and char.isascii())
        assert set(digits.strip("0")) >= set(str(one.value.normalize().as_tuple().digits[0])) - {"0"}
        assert one.decimals == len(
            written.partition(".")[2].rstrip("".join(set(written) - set("0123456789")))
        )
        last = one.end


@settings(max_examples=100)
@given(st.text(alphabet="一二，。；！？\n 3条", max_size=40))
def test_sentences_stand_where_they_say_and_leave_nothing_out_but_ends(text: str) -> None:
    found = list(sentences(text))
    assert all(text[at : at + len(sentence)] == sentence for at, sentence in found)
    assert "".join(sentence for _, sentence in found).strip("。；！？\n") == "".join(
        sentence for _, sentence in found
    ).strip("。；！？\n")
    assert not set(text) - set("".join(sentence for _, sentence in found)) - set("。；！？\n")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("发现隐患1,589处", "1589", "处"),
        ("投入352.6万元", "3526000", "元"),
        ("整改率85.71%", "85.71", "%"),
        ("老年人12.5万人", "125000", "人"),
        ("培训868人次", "868", "人次"),
        ("提高2.3个百分点", "2.3", "个百分点"),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["2026年5月8日", "民发〔2017〕51号", "第3项", "GB/T 9704—2012", "三级机构", "0000-6600011"]
)
def test_years_dates_and_numbers_of_documents_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_places_and_times_before_a_figure_are_its_scope() -> None:
    (found,) = quantities("2026年一季度河口镇发现隐患20条")
    assert {"2026年", "一季度"} <= found.scope and any("河口镇" in word for word in found.scope)


def test_a_cell_is_a_number_only_when_it_holds_nothing_else() -> None:
    assert number_in(" 1,250 家 ") == 1250 and number_in("93.7%") == Decimal("93.7")
    assert number_in("约30家") is None and number_in("—") is None and number_in("") is None


def test_percentages_round_half_up() -> None:
    assert percent(Decimal(1), Decimal(8), 0) == 13 and percent(Decimal(18), Decimal(21), 2) == Decimal(
        "85.71"
    )


@pytest.mark.parametrize(
    ("unit", "scale", "base"), [("万元", 10**4, "元"), ("亿元", 10**8, "元"), ("万人", 10**4, "人"), ("户", 1, "户")]
)
def test_a_unit_of_a_head_is_told_as_sentences_count(unit: str, scale: int, base: str) -> None:
    assert unscaled(unit) == (scale, base)
    assert [(one.value, one.unit) for one in quantities(f"共2{unit}。")] == [(2 * scale, base)]
