"""Units as places: what each covers, how it may be named, and that many questions cost no more than one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reporter.errors import UnknownName
from reporter.records.campaign import Unit
from reporter.records.places import Places

UNITS = (
    Unit(code="1", name="临澜市", level="市"),
    Unit(code="11", name="安和县", level="县", parent="1", aliases=("安和",)),
    Unit(code="111", name="河口镇", level="乡镇", parent="11"),
    Unit(code="112", name="云溪镇", level="乡镇", parent="11"),
    Unit(code="12", name="新宁县", level="县", parent="1"),
)


class Counted(tuple[Unit, ...]):
    """Units that count how often somebody goes through them."""

    rounds = 0

    def __iter__(self) -> Iterator[Unit]:
        self.rounds += 1
        return super().__iter__()


def test_a_unit_covers_all_that_lies_below_it() -> None:
    places = Places(UNITS, "1")
    assert places.covered("11") == {"11", "111", "112"}
    assert [unit.name for unit in places.below("1")] == ["安和县", "新宁县"]


def test_a_workspace_has_no_places_beside_its_own_unit() -> None:
    assert [place.name for place in Places(UNITS, "11")] == ["安和县", "河口镇", "云溪镇"]
    assert Places(UNITS, "11").find("新宁县") is None


@pytest.mark.parametrize("name", ["安和县", "安和", "11", " 安和 县 "])
def test_a_unit_is_found_by_name_code_and_alias(name: str) -> None:
    assert Places(UNITS, "1").get(name).unit.code == "11"


def test_a_unit_alone_is_asked_for_by_its_name_with_a_suffix() -> None:
    own = Places(UNITS, "1").get("安和县本级")
    assert (own.codes, own.own) == ({"11"}, True)


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="没有单位“安河县”"):
        Places(UNITS, "1").get("安河县")


def test_a_record_without_a_unit_means_the_own_one_and_a_unit_alone_means_none() -> None:
    places = Places(UNITS, "11")
    assert [places.code_of(name) for name in (None, "河口镇", "安和县本级", "某镇")] == [
        "11",
        "111",
        None,
        None,
    ]


def test_units_in_a_circle_end() -> None:
    circle = (
        Unit(code="1", name="甲镇", level="乡镇", parent="2"),
        Unit(code="2", name="乙镇", level="乡镇", parent="1"),
    )
    assert Places(circle, "1").covered("1") == {"1", "2"}


def test_the_units_are_gone_through_no_more_often_for_many_questions_than_for_one() -> None:
    counted = Counted(UNITS)
    places = Places(counted, "1")
    places.get("安和县")
    places.covered("11")
    once = counted.rounds
    for unit in UNITS * 50:
        places.get(unit.name)
        places.covered(unit.code)
        places.code_of(unit.code)
    assert counted.rounds == once
