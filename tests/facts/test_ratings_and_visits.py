from collections.abc import Callable

from reporter.facts.book import FactBook

MakeBook = Callable[..., FactBook]


def test_each_home_is_rated_once_with_its_highest_valid_level(book: FactBook) -> None:
    assert book.get("ratings.rated").rows == ("P2",)
    assert book.get("ratings.count(level=三星级)").value == 1
    assert book.get("ratings.count(level=二级)").value == 0
    assert book.get("ratings.unrated").rows == ("J02", "J03")


def test_a_level_that_expired_gives_way_to_the_one_still_valid(book: FactBook) -> None:
    assert book.get("ratings.count(level=二级,as_of=2026-11-01)").rows == ("P1",)


def test_levels_add_up_to_the_rated_homes(book: FactBook) -> None:
    parts = book.breakdown("ratings", "count", over="level")
    assert [(label, fact.value) for label, fact in parts] == [
        ("一级", 0),
        ("二级", 0),
        ("三级", 1),
        ("四级", 0),
        ("五级", 0),
    ]


def test_visits_count_times_people_and_homes_once(book: FactBook) -> None:
    assert book.get("visits.times").value == 2
    assert book.get("visits.people").value == 7
    assert book.get("visits.homes").value == 3
    assert book.get("visits.times(unit=云岭乡)").rows == ("V2",)
    assert book.get("visits.homes(unit=云岭乡)").value == 1


def test_coverage_asks_for_every_counted_home(book: FactBook) -> None:
    assert book.get("visits.covered").value == "是"
    early = book.get("visits.covered(as_of=2026-04-30)")
    assert early.value == "否"
    assert early.rows == ("J03", "J04")
    assert book.get("visits.covered(unit=白石乡)").value == "不涉及"


def test_screening_needs_the_visits_and_the_ledger(book: FactBook, make_book: MakeBook) -> None:
    assert book.get("visits.screened").value == "是"
    without = make_book(hazards=()).get("visits.screened")
    assert (without.value, without.formula) == ("否", "没有隐患台账")
    assert book.get("visits.screened(as_of=2026-04-30)").value == "否"
