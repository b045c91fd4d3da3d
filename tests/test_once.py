"""What is worked out when it is first asked for."""

from __future__ import annotations

from msgspec import Struct

from reporter.once import once


class Sheet(Struct, frozen=True, dict=True):
    name: str

    @once
    def letters(self) -> list[str]:
        """Its letters."""
        return [*self.name]


def test_what_was_worked_out_is_kept_with_its_own_object() -> None:
    one, other = Sheet("ab"), Sheet("ab")
    assert one.letters == ["a", "b"] and one.letters is one.letters
    assert one.letters is not other.letters


def test_asked_of_the_class_it_tells_what_it_is() -> None:
    assert Sheet.letters.__doc__ == "Its letters."
