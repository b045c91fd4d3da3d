"""Input files are read once while a visit lasts, and as often as they are asked for otherwise."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reporter import contents
from reporter.contents import LARGEST, content, in_hand, sha256


def test_outside_a_visit_a_file_is_read_as_it_is_now(tmp_path: Path) -> None:
    path = tmp_path / "campaign.yaml"
    for data in (b"one", b"two"):
        path.write_bytes(data)
        assert content(path) == data
        assert sha256(path) == hashlib.sha256(data).hexdigest()


def test_in_a_visit_bytes_and_digest_stay_those_that_were_read_first(tmp_path: Path) -> None:
    path = tmp_path / "campaign.yaml"
    path.write_bytes(b"one")
    with in_hand():
        first = sha256(path)
        path.write_bytes(b"two")
        assert (content(path), content(str(path)), sha256(path)) == (b"one", b"one", first)
    with in_hand():
        assert content(path) == b"two"
        assert sha256(path) == hashlib.sha256(b"two").hexdigest()


def test_large_files_and_more_than_all_are_not_kept_in_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "_ALL", 5)
    large, small, other = (tmp_path / name for name in "abc")
    large.write_bytes(b"x" * (LARGEST + 1))
    small.write_bytes(b"xxx")
    other.write_bytes(b"xxx")
    with in_hand():
        for path in (large, small, other):
            assert sha256(path) == hashlib.sha256(content(path)).hexdigest()
            path.write_bytes(b"y")
        assert [content(path) for path in (large, small, other)] == [b"y", b"xxx", b"y"]
        assert sha256(large) == hashlib.sha256(b"y").hexdigest()


def test_a_file_that_is_not_there_is_no_content(tmp_path: Path) -> None:
    with in_hand(), pytest.raises(FileNotFoundError):
        content(tmp_path / "none")
