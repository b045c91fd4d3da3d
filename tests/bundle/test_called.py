"""Filings by the Chinese names of their kinds, ours and those of a workspace."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.counties import make
from reporter.bundle.called import Called
from reporter.errors import UnknownName

OWN = "---\nname: 简讯\ntitle: 简讯\n---\n正文。\n"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("notification-points", "notification-points"),
        ("通报要点", "notification-points"),
        ("通报要点@2026", "notification-points@2026"),
        (" 通报 要点", "notification-points"),
    ],
)
def test_a_kind_has_two_names(word: str, meant: str) -> None:
    assert Called(()).meant(word) == (meant,)


def test_a_kind_of_one_workspace_is_known_too(tmp_path: Path) -> None:
    roots = make(tmp_path, 2)
    (roots[1] / "templates" / "text").mkdir(parents=True)
    (roots[1] / "templates" / "text" / "news.md").write_text(OWN, encoding="utf-8")
    (roots[1] / "templates" / "text" / "broken.md").write_text("no front matter", encoding="utf-8")
    assert Called(roots).meant("简讯") == Called(roots).meant("news") == ("news",)


def test_what_is_no_kind_names_the_nearest() -> None:
    with pytest.raises(UnknownName) as raised:
        Called(()).meant("通报药点@2026", "b.yaml 第3行")
    assert (raised.value.where, "通报要点" in raised.value.hint) == ("b.yaml 第3行", True)
