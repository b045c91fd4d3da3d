"""Records by unit: in order, for a unit with all below it, and sorted once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reporter.records.campaign import Unit
from reporter.records.held import Held
from reporter.records.places import Places
from reporter.records.rating import Rating

PLACES = Places(
    (
        Unit(code="1", name="安和县", level="县"),
        Unit(code="11", name="河口镇", level="乡镇", parent="1"),
        Unit(code="12", name="云溪镇", level="乡镇", parent="1"),
    ),
    "1",
)


class Counted(tuple[Rating, ...]):
    """Records that count how often somebody goes through them."""

    rounds = 0

    def __iter__(self) -> Iterator[Rating]:
        self.rounds += 1
        return super().__iter__()


def rated(home: str) -> Rating:
    return Rating(
        code=home, institution=home, level="二级", rated_on=date(2026, 1, 1), valid_to=date(2028, 12, 31)
    )


def homes(held: Held[Rating], place: str) -> list[str]:
    return [rating.institution for rating in held.at(PLACES.get(place))]


def test_records_come_in_order_and_count_for_the_units_above_theirs() -> None:
    held = Held(
        [rated("H-10"), rated("H-2"), rated("H-9")], lambda one: ("12" if one.institution == "H-9" else "11",)
    )
    assert homes(held, "安和县") == ["H-2", "H-9", "H-10"]
    assert homes(held, "河口镇") == ["H-2", "H-10"]
    assert homes(held, "安和县本级") == []


def test_a_record_of_two_units_counts_once_for_the_unit_above_both() -> None:
    held = Held([rated("H-1")], lambda _: ("11", "12"))
    assert [homes(held, name) for name in ("安和县", "河口镇", "云溪镇")] == [["H-1"]] * 3


def test_records_are_gone_through_once_however_many_places_ask() -> None:
    records = Counted([rated("H-1"), rated("H-2")])
    held = Held(records, lambda _: ("11",))
    for _ in range(3):
        for place in PLACES:
            held.at(place)
    assert records.rounds == 1
