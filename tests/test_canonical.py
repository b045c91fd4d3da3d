"""JSON as the standard library writes it, whatever the data."""

from __future__ import annotations

import json
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.canonical import compact, line, spread

_LEAVES = st.none() | st.booleans() | st.integers() | st.text()
_DATA = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=12,
)


@given(_DATA)
def test_the_bytes_are_those_of_the_standard_library(data: Any) -> None:
    def usual(**how: Any) -> str:
        return json.dumps(data, ensure_ascii=False, sort_keys=True, **how)

    assert compact(data).decode() == usual(separators=(",", ":"))
    assert line(data) == usual()
    assert spread(data).decode() == usual(indent=1) + "\n"


def test_texts_and_mappings_of_a_class_of_their_own_are_plain_ones() -> None:
    class Kind(StrEnum):
        MADE = "已生成"

    class Marked(str):
        pass

    data = MappingProxyType({"b": Kind.MADE, "a": Marked("<x>")})
    assert line(data) == '{"a": "<x>", "b": "已生成"}'


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="object is no JSON"):
        line({"a": object()})
