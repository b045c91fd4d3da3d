"""`@frozen` is `@dataclass(frozen=True, slots=True)` in everything that we ask of one."""

from __future__ import annotations

import pickle
from copy import copy, deepcopy
from dataclasses import (
    KW_ONLY,
    FrozenInstanceError,
    asdict,
    dataclass,
    field,
    fields,
    is_dataclass,
    replace,
)
from inspect import signature
from typing import Any, ClassVar, get_type_hints

import pytest

from reporter.frozen import frozen


@frozen
class Plain:
    """A point."""

    across: int
    down: int = 2


@frozen
class Full:
    """Every sort of field."""

    KINDS: ClassVar[int] = 3
    name: str
    plain: Plain = Plain(0)
    many: list[int] = field(default_factory=list)
    unseen: int = field(default=0, compare=False, repr=False)
    made: int = field(default=7, init=False)
    late: str = field(init=False, compare=False)
    each: dict[str, int] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "late", self.name.upper())

    @property
    def twice(self) -> str:
        return self.name * 2


@frozen
class Below(Plain):
    """One that inherits."""

    deep: int = 0


@frozen
class Nothing:
    """No fields."""


@frozen
class Own:
    """Its own words for some things."""

    name: str

    def __repr__(self) -> str:
        return "own"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 1


def made_by(make: Any) -> Any:
    """One class below another, of every sort of field, as `make` makes both."""

    @make
    class Above:
        KINDS: ClassVar[int] = 3
        across: int
        down: int = 2
        quiet: str = field(default="", repr=False, compare=False)

    @make
    class Deep(Above):
        """Below it."""

        down: int = 5
        seen: list[int] = field(default_factory=list, compare=False)
        made: int = field(default=7, init=False)
        late: str = field(init=False, compare=False)
        each: dict[str, int] = field(default_factory=dict, init=False, compare=False)
        _: KW_ONLY
        must: int
        may: tuple[int, ...] = ()

        def __post_init__(self) -> None:
            object.__setattr__(self, "late", self.quiet.upper())

    return Deep


BOTH = made_by(frozen), made_by(dataclass(frozen=True, slots=True))
GIVEN: tuple[Any, ...] = (
    {}, {"quiet": "x"}, {"seen": [9]}, {"across": 2}, {"down": 6}, {"must": 4}, {"may": (1,)},
)  # fmt: skip


def test_fields_and_words_are_those_of_a_dataclass() -> None:
    ours, theirs = BOTH
    assert is_dataclass(BOTH[0])
    assert [(one.name, one.default, one.init) for one in fields(ours)] == [
        (one.name, one.default, one.init) for one in fields(theirs)
    ]
    assert get_type_hints(ours.__init__) == get_type_hints(theirs.__init__)
    assert (ours.__match_args__, ours.__slots__) == (theirs.__match_args__, theirs.__slots__)
    assert (ours.__doc__, ours.__qualname__, ours.KINDS) == (
        theirs.__doc__,
        theirs.__qualname__,
        theirs.KINDS,
    )
    called = [[(one.name, one.kind) for one in signature(make).parameters.values()] for make in BOTH]
    assert called[0] == called[1]


def test_values_equality_hash_and_copies_are_those_of_a_dataclass() -> None:
    ours, theirs = ([make(**{"across": 1, "must": 3} | given) for given in GIVEN] for make in BOTH)
    assert [repr(one) for one in ours] == [repr(one) for one in theirs]
    assert [asdict(one) for one in ours] == [asdict(one) for one in theirs]
    assert (
        [one == ours[0] for one in ours] == [one == theirs[0] for one in theirs] == [True] * 3 + [False] * 4
    )
    assert [hash(one) for one in ours] == [hash(one) for one in theirs]
    changed = [[asdict(replace(one, may=(2,), quiet="y")) for one in made] for made in (ours, theirs)]
    assert changed[0] == changed[1]


def test_what_is_written_in_the_class_stays() -> None:
    one = Full("a", many=[1])
    assert (one.twice, one.late, Full.KINDS, Full.__doc__) == ("aa", "A", 3, "Every sort of field.")


@pytest.mark.parametrize("arguments", [(1,), (1, 2, "", [], 3)])
def test_what_must_be_named_is_named(arguments: tuple[Any, ...]) -> None:
    for make in BOTH:
        with pytest.raises(TypeError, match=r"__init__\(\)"):
            make(*arguments)


def test_each_has_its_own_list() -> None:
    first, second = Full("a"), Full("a")
    first.many.append(1)
    first.each["x"] = 1
    assert second.many == [] and second.each == {}


def test_equal_are_those_of_one_class_with_equal_fields() -> None:
    assert Plain(1) == Plain(1, 2) != Plain(1, 3)
    assert Full("a", unseen=1) == Full("a", unseen=2)
    assert Plain(1) != Below(1) and Nothing() == Nothing()
    assert {Plain(1), Plain(1, 2), Below(1)} == {Plain(1), Below(1)}
    assert hash(Plain(1)) == hash((1, 2)) and hash(Nothing()) == hash(())


def test_nothing_changes() -> None:
    one = Plain(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'across'"):
        one.across = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'down'"):
        del one.down
    with pytest.raises(FrozenInstanceError):
        one.other = 2  # type: ignore[attr-defined]
    assert not hasattr(one, "__dict__") and Below.__slots__ == ("deep",)  # type: ignore[attr-defined]


def test_wrong_arguments_are_refused() -> None:
    for arguments in ((), (1, 2, 3)):
        with pytest.raises(TypeError, match=r"Plain\.__init__\(\)"):
            Plain(*arguments)
    with pytest.raises(TypeError, match="unexpected keyword"):
        Full("a", made=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("one", [Plain(1), Below(1, 2, 3), Full("a", Plain(5), [1, 2], 9), Nothing()])
def test_copies_are_equal(one: Any) -> None:
    for other in (copy(one), deepcopy(one), pickle.loads(pickle.dumps(one)), replace(one)):
        assert other == one and type(other) is type(one) and repr(other) == repr(one)


def test_a_changed_copy_has_the_rest() -> None:
    assert replace(Below(1, 2, 3), deep=4) == Below(1, 2, 4)
    assert replace(Full("a", unseen=3), name="b").unseen == 3


def test_patterns_match() -> None:
    match Below(1, 2, 3):
        case Below(across, deep=deep):
            assert (across, deep) == (1, 3)
        case _:
            pytest.fail("no match")


def test_what_a_class_says_itself_stays() -> None:
    assert repr(Own("a")) == "own" and Own("a") == Own("b") and hash(Own("a")) == 1
