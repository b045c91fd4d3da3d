from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from reporter.errors import InputError
from reporter.facts.answers import read_value
from reporter.facts.book import FactBook
from reporter.records.figure import Answer, Override
from reporter.records.indicators import Indicator, IndicatorSet

MakeBook = Callable[..., FactBook]


def typed(code: str, text: str, unit: str = "安和县", period: str = "2026") -> Answer:
    return Answer(code=code, unit=unit, period=period, answer=text, basis="安民发〔2026〕1号")


def overruled(code: str, original: str | None, new: str, unit: str | None = None) -> Override:
    return Override(
        code=code,
        original=original,
        new=new,
        reason="次日已整改",
        person="某某",
        changed_on=date(2026, 11, 1),
        unit=unit,
    )


def test_a_document_that_was_made_is_typed(make_book: MakeBook) -> None:
    fact = make_book(answers=(typed("1", "是"), typed("1", "否", unit="河口镇"))).get(
        "indicators.answer(code=1)"
    )
    assert (fact.value, fact.typed, fact.rows) == ("是", True, ("1|安和县|2026",))
    assert fact.label == "是否制定方案"


@pytest.mark.parametrize("rows", [(), (typed("1", "未填"),), (typed("1", "是", period="2025"),)])
def test_an_unanswered_question_is_blank(make_book: MakeBook, rows: tuple[Answer, ...]) -> None:
    fact = make_book(answers=rows).get("indicators.answer(code=1)")
    assert (fact.value, fact.note) == (None, "未填")


def test_derived_answers_follow_the_records(book: FactBook) -> None:
    assert book.get("指标.答复(编码=3)").value == "是"
    assert book.get("指标.答复(编码=6)").value == "否"
    assert book.get("指标.答复(编码=6,单位=云岭乡)").value == "是"
    assert book.get("indicators.answer(code=8)").with_measure() == "1家"
    assert book.get("indicators.answer(code=9)").text() == "42.5%"


def test_several_counts_are_put_into_the_preprinted_cell(book: FactBook) -> None:
    fact = book.get("indicators.answer(code=10)")
    assert fact.value == "二级0个，三级1个"
    assert fact.inputs == ("indicators.answer(code=10,part=l2)", "indicators.answer(code=10,part=l3)")
    assert book.get("indicators.answer(code=10,part=三级)").address == "indicators.answer(code=10,part=l3)"


def test_a_typed_answer_never_wins_over_the_records(make_book: MakeBook) -> None:
    book = make_book(answers=(typed("6", "是"), typed("8", "１家")))
    fact = book.get("indicators.answer(code=6)")
    assert (fact.value, fact.typed) == ("否", False)
    assert "填报为“是”" in fact.warning
    assert book.get("indicators.answer(code=8)").warning == ""
    assert [address for address, _ in book.warnings] == ["indicators.answer(code=6)"]


def test_an_override_changes_that_answer_only(make_book: MakeBook) -> None:
    book = make_book(overrides=(overruled("6", "否", "是"),))
    fact = book.get("indicators.answer(code=6)")
    assert (fact.value, fact.overruled) == ("是", True)
    assert "原值“否”" in fact.note
    assert "次日已整改" in fact.note
    assert book.get("hazards.all_closed").value == "否"
    assert book.get("hazards.open").value == 2
    assert book.get("indicators.answer(code=6,unit=河口镇)").overruled is False


def test_an_override_of_another_unit_does_not_apply(make_book: MakeBook) -> None:
    book = make_book(overrides=(overruled("6", None, "是", unit="河口镇"),))
    assert book.get("indicators.answer(code=6)").value == "否"
    assert book.get("indicators.answer(code=6,unit=河口镇)").value == "是"


def test_an_override_that_remembers_another_original_is_pointed_out(make_book: MakeBook) -> None:
    fact = make_book(overrides=(overruled("8", "7", "2"),)).get("indicators.answer(code=8)")
    assert fact.value == 2
    assert "原值“7”与现值不同" in fact.warning


def test_an_overruled_part_appears_in_the_whole_cell(make_book: MakeBook) -> None:
    book = make_book(overrides=(overruled("10.l2", "0", "5"),))
    assert book.get("indicators.answer(code=10)").value == "二级5个，三级1个"
    assert book.get("ratings.count(level=二级)").value == 0


def test_a_question_answered_with_the_wrong_sort_of_fact_is_an_error(make_book: MakeBook) -> None:
    wrong = IndicatorSet(
        id="x", title="x", indicators=(Indicator(code="6", label="x", type="yesno", fact="hazards.found"),)
    )
    with pytest.raises(InputError, match="类型是 yesno"):
        make_book(indicator_sets=(wrong,)).get("indicators.answer(code=6)")


def test_a_form_that_refers_to_itself_is_an_error(make_book: MakeBook) -> None:
    loop = IndicatorSet(
        id="x",
        title="x",
        indicators=(Indicator(code="6", label="x", type="text", fact="indicators.answer(code=6)"),),
    )
    with pytest.raises(InputError, match="引用了自己"):
        make_book(indicator_sets=(loop,)).get("indicators.answer(code=6)")


def test_typed_values_are_read_by_type() -> None:
    assert read_value("１，２００ 家", "count", "家") == 1200
    assert read_value("18/21", "percent") == Decimal(1800) / 21
    assert read_value("85.71％", "percent") == Decimal("85.71")
    assert read_value("2026年11月5日", "date") == date(2026, 11, 5)


@pytest.mark.parametrize("code", ["10.l2", "10-l2", "l2"])
def test_a_part_is_found_under_the_codes_that_clerks_use(make_book: MakeBook, code: str) -> None:
    fact = make_book(answers=(typed(code, "4"),)).get("indicators.answer(code=10,part=l2)")
    assert "填报为“4”" in fact.warning


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("可能", "yesno"),
        ("-1", "count"),
        ("十", "count"),
        ("1/0", "percent"),
        ("NaN", "percent"),
        ("2026年2月30日", "date"),
    ],
)
def test_a_typed_value_of_another_type_is_refused(text: str, kind: str) -> None:
    with pytest.raises(InputError, match=text):
        read_value(text, kind)


def test_lower_units_that_answered_yes_are_counted_and_the_others_named(make_book: MakeBook) -> None:
    rows = (typed("1", "是", unit="河口镇"), typed("1", "否", unit="云岭乡"), typed("1", "是"))
    fact = make_book(answers=rows).get("指标.答是单位数(编码=1)")
    assert (fact.with_measure(), fact.note) == ("1个", "答否：云岭乡；未填：白石乡")
    assert fact.formula == "下级3个单位中1个答“是”"
