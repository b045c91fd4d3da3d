"""A pattern is compiled when it is first used and then is one."""

from __future__ import annotations

import re

import pytest

from reporter.patterns import regex


def test_it_does_what_the_compiled_one_does() -> None:
    late, text = regex(r"(第)(\d+)条", re.IGNORECASE), "按第3条和第12条"
    real = re.compile(r"(第)(\d+)条", re.IGNORECASE)
    for _ in range(2):
        assert late.findall(text) == real.findall(text)
        assert late.sub(r"\2", text) == real.sub(r"\2", text)
        assert [found.span() for found in late.finditer(text)] == [
            found.span() for found in real.finditer(text)
        ]
        assert late.match(text) is None and late.fullmatch("第3条") and late.search(text)
    assert (late.pattern, late.flags, late.groups) == (real.pattern, real.flags, real.groups)


def test_it_is_not_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    compiled = re.compile

    def told(source: str, flags: int = 0) -> re.Pattern[str]:
        seen.append(source)
        return compiled(source, flags)

    monkeypatch.setattr(re, "compile", told)
    late = regex("[一-龥]")
    assert seen == []
    assert late.match("字") and late.match("字")
    assert seen == ["[一-龥]"]


def test_a_wrong_one_is_told_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.match("x")
