"""Whatever may be missing in the configuration has a Chinese name in the list of blanks."""

from __future__ import annotations

import inspect

import pytest

from reporter.compose.labels import label_of
from reporter.records import campaign, filing
from reporter.records.entry import Entry

OPTIONAL = sorted(
    {
        (entry.__name__, name)
        for module in (campaign, filing)
        for _, entry in inspect.getmembers(module, inspect.isclass)
        if issubclass(entry, Entry) and entry is not Entry
        for name, one in entry.declared().items()
        if one.default is None
    }
)


@pytest.mark.parametrize(("entry", "name"), OPTIONAL)
def test_every_optional_field_has_a_chinese_name(entry: str, name: str) -> None:
    assert label_of(name) != name
