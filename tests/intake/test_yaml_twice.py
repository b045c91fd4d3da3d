"""The quick way through libyaml and the way that explains give the same trees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.intake.problems import Rejected
from reporter.intake.readers import yaml

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "inputs").rglob("*.yaml"))
TEXT = (
    'name: 行动 # 说明\nyears: [2026, "2027"]\nunits:\n  - {code: "990000", name: 岭东省, level: 省}\n'
    "  - {code: 010, name: '一''二', at: 12:30, no: NO, due: 2026-11-10}\n  - a: ~\n    b:\n    c: 甲\n      乙\n"
)
PIECES = st.sampled_from(
    [":", " ", "\n", "- ", "{", "}", "[", "]", ",", "#", '"', "'", "a", "：", "?", "~", "  ", "0x1F"]
)


@contextmanager
def slowly() -> Iterator[None]:
    quick, yaml._LIBYAML = yaml._LIBYAML, None
    yaml._parsed.cache_clear()
    try:
        yield
    finally:
        yaml._LIBYAML = quick
        yaml._parsed.cache_clear()


def outcome(text: str) -> tuple[Any, ...]:
    try:
        tree = yaml.parse(text, "a.yaml")
    except Rejected as rejected:
        return ("refused", rejected.problem)
    return tree.data, tree.places, tree.problems


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_samples_are_read_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    quick = outcome(text)
    with slowly():
        assert outcome(text) == quick


def test_the_quick_way_is_taken() -> None:
    assert yaml._quickly(TEXT) is not None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(0, 2), PIECES), max_size=4))
def test_a_text_with_slips_is_read_alike(slips: list[tuple[int, int, str]]) -> None:
    text = TEXT
    for place, cut, piece in slips:
        text = text[:place] + piece + text[place + cut :]
    quick = outcome(text)
    with slowly():
        assert outcome(text) == quick


def test_a_tree_that_is_known_is_not_changed_by_who_gets_it() -> None:
    yaml.parse(TEXT, "a.yaml").problems.append(None)  # type: ignore[arg-type]
    assert yaml.parse(TEXT, "a.yaml").problems == []
