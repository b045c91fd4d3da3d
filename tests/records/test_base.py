"""Records say which of their fields is no column."""

from __future__ import annotations

from typing import Annotated, ClassVar

import pytest

from reporter.records.base import Record, column


def test_columns_stand_beside_the_types_in_their_order() -> None:
    class Right(Record, frozen=True, kw_only=True):
        key_field: ClassVar[str] = "code"
        code: Annotated[str, column("编号", "代码")]
        note: Annotated[str | None, column("备注")] = None

    assert {name: one.names for name, one in Right.columns().items()} == {"code": ("编号", "代码"), "note": ("备注",)}


def test_a_field_without_a_column_is_named() -> None:
    class Wrong(Record, frozen=True, kw_only=True):
        code: Annotated[str, column("编号")]
        note: str | None = None

    with pytest.raises(TypeError, match=r"Wrong\.note"):
        Wrong.columns()
