"""Input files are read once while a visit lasts, and as often as they are asked for otherwise."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from pathlib import Path

import pytest

from reporter import contents
from reporter.contents import LARGEST, content, has_file, has_folder, in_hand, listed, sha256


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


def test_what_lies_in_a_folder_is_asked_once_a_visit(tmp_path: Path) -> None:
    (tmp_path / "campaign.yaml").touch()
    (tmp_path / "texts").mkdir()
    with in_hand():
        assert listed(tmp_path) == {"campaign.yaml": True, "texts": False}
        (tmp_path / "filings.yaml").touch()
        (tmp_path / "history").mkdir()
        assert (has_file(tmp_path, "filings.yaml"), has_folder(tmp_path, "history")) == (False, False)
    assert (has_file(tmp_path, "filings.yaml"), has_folder(tmp_path, "history")) == (True, True)


@pytest.mark.parametrize("visited", [False, True])
def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path, visited: bool) -> None:
    (tmp_path / "campaign.yaml").touch()
    (tmp_path / "texts").mkdir()
    (tmp_path / "history").symlink_to(tmp_path / "texts")
    (tmp_path / "indicators.yaml").symlink_to(tmp_path / "campaign.yaml")
    with in_hand() if visited else nullcontext():
        names = ("campaign.yaml", "indicators.yaml", "texts", "history", "none")
        assert [name for name in names if has_file(tmp_path, name)] == ["campaign.yaml", "indicators.yaml"]
        assert [name for name in names if has_folder(tmp_path, name)] == ["texts", "history"]
        assert not has_file(tmp_path / "none", "campaign.yaml")


def test_a_name_in_another_case_is_asked_of_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Campaign.yaml").touch()
    monkeypatch.setattr("os.path.isfile", lambda path: str(path).lower().endswith("campaign.yaml"))
    with in_hand():
        assert has_file(tmp_path, "campaign.yaml")
        assert not has_file(tmp_path, "filings.yaml")
