"""An entry reads what was written, and tells everything that is wrong with it at once."""

from __future__ import annotations

import pickle
from copy import deepcopy
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

import pytest
from msgspec import field

from reporter.records.entry import Entry, keys_at
from reporter.records.fitting import Before, Between, Misfit, Unfit


def _apart(value: Any) -> Any:
    return value.split("、") if isinstance(value, str) else value


class Person(Entry, frozen=True, kw_only=True):
    """Somebody; a name alone is enough."""

    SORT: ClassVar[str] = "x"
    name: str
    post: str | None = None

    @classmethod
    def spelled(cls, data: Any) -> Any:
        return {"name": data} if isinstance(data, str) else data


class Paper(Entry, frozen=True, kw_only=True):
    """Every sort of field; one that is needed may stand behind one that is not."""

    title: str = "无题"
    day: date | None = None
    copies: Annotated[int, Between(1, 9)] = 1
    sum: Decimal = Decimal(0)
    wide: float = 1
    kept: bool = False
    sort: Literal["甲", "乙"]
    people: tuple[Person, ...] = ()
    pair: tuple[int, int] = (1, 2)
    words: Annotated[tuple[str, ...], Before(_apart)] = ()
    head: bool | Literal["full"] = True
    extra: dict[str, str] = field(default_factory=dict)


def misfits(data: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(Unfit) as caught:
        Paper.of(data)
    return [(one.kind, one.path) for one in caught.value.misfits]


@pytest.mark.parametrize(
    ("name", "written", "read"),
    [
        ("title", " 通知\u3000", "通知"), ("day", "2026-11-10", date(2026, 11, 10)), ("day", None, None),
        ("day", datetime(2026, 11, 10, tzinfo=UTC), date(2026, 11, 10)), ("copies", " 3 ", 3),
        ("copies", 3.0, 3), ("copies", "3.0", 3),
        ("sum", "12.50", Decimal("12.50")), ("sum", 1.1, Decimal("1.1")), ("wide", "2.5", 2.5), ("kept", "Yes", True),
        ("kept", 0, False), ("people", ["甲某", {"name": "乙某"}], (Person(name="甲某"), Person(name="乙某"))),
        ("pair", ["3", 4], (3, 4)), ("words", "甲、乙", ("甲", "乙")), ("head", "full", "full"), ("head", "no", False),
        ("extra", {" a ": " b "}, {"a": "b"}),
    ],
)  # fmt: skip
def test_what_can_mean_only_one_thing_is_read(name: str, written: Any, read: Any) -> None:
    found = getattr(Paper.of({"sort": "甲", name: written}), name)
    assert found == read and type(found) is type(read)


@pytest.mark.parametrize(
    ("name", "written", "kind"),
    [
        ("title", 1, "text"), ("title", None, "text"), ("day", "2026-13-10", "date"), ("day", "20261110", "date"),
        ("day", 0, "date"), ("day", datetime(2026, 11, 10, 1, tzinfo=UTC), "date"), ("copies", "三", "int"),
        ("copies", 2.5, "int"),
        ("copies", 10, "range"), ("sum", "x", "decimal"), ("sum", "NaN", "decimal"), ("wide", "x", "float"),
        ("kept", "是", "bool"), ("kept", 2, "bool"), ("sort", "丙", "choice"), ("people", "甲某", "list"),
        ("pair", [1, 2, 3], "list"), ("words", {"a": 1}, "list"), ("extra", [1], "mapping"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(name: str, written: Any, kind: str) -> None:
    assert misfits({"sort": "甲", name: written}) == [(kind, (name,))]


def test_everything_is_told_at_once_with_its_place() -> None:
    people = [{"post": 1}, "乙", {"nme": "a"}]
    assert misfits({"kept": "x", "people": people, "pair": [1], "extra": {"a": 1}, "sum": 1, "tite": 2}) == [
        ("bool", ("kept",)),
        ("missing", ("sort",)),
        ("missing", ("people", 0, "name")),
        ("text", ("people", 0, "post")),
        ("missing", ("people", 2, "name")),
        ("unknown", ("people", 2, "nme")),
        ("missing", ("pair", 1)),
        ("text", ("extra", "a")),
        ("unknown", ("tite",)),
    ]
    assert misfits(["a"]) == [("mapping", ())]


def test_where_nothing_fits_each_says_why() -> None:
    with pytest.raises(Unfit) as caught:
        Paper.of({"sort": "甲", "head": "half"})
    assert caught.value.misfits == (
        Misfit("bool", ("head",), "half"),
        Misfit("choice", ("head",), "half", ("full",)),
    )


def test_what_is_read_already_is_itself() -> None:
    one = Person(name="甲某")
    assert Person.of(one) is one and Paper.of({"sort": "甲", "people": [one]}).people[0] is one


def test_fields_are_set_once_and_by_name() -> None:
    one = Person(name="甲某")
    with pytest.raises(AttributeError):
        one.name = "乙某"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del one.name
    with pytest.raises(TypeError, match="name"):
        Person(post="a")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="nme"):
        Person(name="a", nme="b")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Person("甲某")  # type: ignore[misc]
    assert (Person.SORT, list(Person.declared()), Paper.needed()) == ("x", ["name", "post"], ("sort",))


def test_equal_are_those_of_one_class_with_equal_fields() -> None:
    class Other(Person, frozen=True, kw_only=True):
        """Another class with the same fields."""

    one = Person(name="甲某")
    assert one == Person.of("甲某") != Person(name="乙某") and one != Other(name="甲某")
    assert {one, Person(name="甲某")} == {one} and repr(one) == "Person(name='甲某', post=None)"
    assert pickle.loads(pickle.dumps(one)) == deepcopy(one) == one


def test_a_changed_copy_has_the_rest_and_lists_are_not_shared() -> None:
    one = Person(name="甲某", post="局长")
    assert one.changed(name="乙某") == Person(name="乙某", post="局长") and one.name == "甲某"
    first, second = Paper(sort="甲"), Paper(sort="甲")
    first.extra["a"] = "b"
    assert second.extra == {}


def test_what_may_be_written_is_known_at_every_place() -> None:
    class Office(Entry, frozen=True, kw_only=True):
        heads: dict[str, Person] = field(default_factory=dict)
        staff: tuple[Person, ...] | None = None

    places = ((), ("heads", "甲"), ("heads", "staff"), ("staff", 0), ("nobody",))
    assert [list(keys_at(Office, place)) for place in places] == [
        ["heads", "staff"], ["name", "post"], ["name", "post"], ["name", "post"], [],
    ]  # fmt: skip
