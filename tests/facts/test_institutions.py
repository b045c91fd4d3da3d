from collections.abc import Callable
from datetime import date

from reporter.facts.book import FactBook
from reporter.records.institution import Institution

MakeBook = Callable[..., FactBook]


def test_a_home_counts_from_its_opening_until_the_day_before_it_closes(
    make_book: MakeBook, make_home: Callable[..., Institution]
) -> None:
    one = make_home("J01", "河口镇", opened_on=date(2026, 2, 1), closed_on=date(2026, 6, 30))
    book = make_book(institutions=(one,))
    counts = [
        book.figure("institutions", "count", as_of=day).value for day in _days("0131", "0201", "0629", "0630")
    ]
    assert counts == [0, 1, 1, 0]
    assert book.get("institutions.opened").value == 1
    assert book.get("institutions.closed").value == 1
    assert book.get("institutions.closed(as_of=2026-06-29)").value == 0


def _days(*texts: str) -> list[date]:
    return [date(2026, int(text[:2]), int(text[2:])) for text in texts]


def test_beds_are_summed_over_counted_homes(book: FactBook) -> None:
    assert book.get("institutions.beds").with_measure() == "200张"
    assert book.get("机构.床位数(性质=民办)").value == 60


def test_one_empty_cell_leaves_the_sum_blank_and_names_the_home(
    make_book: MakeBook, make_home: Callable[..., Institution]
) -> None:
    fact = make_book(institutions=(make_home("J01", "河口镇", beds=3), make_home("J02", "河口镇"))).get(
        "机构.床位数"
    )
    assert fact.value is None
    assert "J02敬老院1行没有填写床位数" in fact.note


def test_shares_are_never_means_of_percentages(book: FactBook) -> None:
    fact = book.get("institutions.nursing_share")
    assert fact.text() == "42.50%"
    assert fact.formula == "护理型床位85张 ÷ 床位200张 × 100%"


def test_counts_of_a_quality_say_how_many_homes_left_it_blank(book: FactBook) -> None:
    fact = book.get("institutions.quality_compliant")
    assert (fact.value, fact.rows, fact.note) == (1, ("J01",), "1家未填“符合服务质量基本规范”")


def test_a_column_that_nobody_filled_is_blank_not_zero(book: FactBook) -> None:
    assert book.get("institutions.insured").value is None
    assert book.get("institutions.insured_share").value is None


def test_no_register_is_blank(make_book: MakeBook) -> None:
    assert make_book(institutions=()).get("institutions.count").value is None


def test_homes_for_which_a_question_does_not_apply_are_left_out(
    make_book: MakeBook, make_home: Callable[..., Institution]
) -> None:
    def answer(*values: str | None) -> object:
        rows = tuple(
            make_home(f"J{number}", "河口镇", epidemic_measures=value) for number, value in enumerate(values)
        )
        return make_book(institutions=rows).get("institutions.all_epidemic_ok").value

    assert answer("是", "不涉及") == "是"
    assert answer("是", "否", None) == "否"
    assert answer("是", None) is None
    assert answer("不涉及") == "不涉及"


KEPT = {f"{name}.xlsx": "" for name in ("机构名册", "隐患台账", "检查记录", "等级评定")}


def test_tables_with_no_more_than_their_headers_say_nothing(make_book: MakeBook) -> None:
    empty = make_book(institutions=(), visits=(), hazards=(), ratings=(), digests=KEPT)
    for address in ("institutions.count", "visits.times", "hazards.found", "ratings.rated"):
        assert empty.get(address).value is None, address


def test_an_empty_ledger_means_no_hazard_only_after_somebody_looked(make_book: MakeBook) -> None:
    assert make_book(hazards=(), digests=KEPT).get("hazards.found").value == 0
    assert make_book(hazards=(), visits=(), digests=KEPT).get("hazards.found").value is None


def test_a_table_of_ratings_or_visits_without_rows_is_blank_even_where_homes_are_registered(
    make_book: MakeBook,
) -> None:
    book = make_book(ratings=(), visits=(), digests=KEPT)
    for address in ("ratings.rated", "ratings.count(level=一级)", "ratings.unrated", "visits.times"):
        assert book.get(address).value is None, address


def test_what_is_not_filled_in_is_called_by_its_column(make_book: MakeBook) -> None:
    assert "未填“平台填报”" in make_book().get("institutions.all_platform_entered").note
