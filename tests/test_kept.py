"""What is kept from one process to the next is believed only from the user's own hand."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reporter import kept as cache
from reporter.kept import kept

DATA = "版式".encode()


class Made:
    """Counts how often something had to be made."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> str:
        self.times += 1
        return f"第{self.times}次"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPORTER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "kept"


def only(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_was_made_once_is_not_made_again(folder: Path) -> None:
    make = Made()
    assert [kept(DATA, (__file__,), make) for _ in range(2)] == ["第1次", "第1次"]
    assert kept(b"other", (__file__,), make) == "第2次"


def test_other_code_makes_it_again(folder: Path, tmp_path: Path) -> None:
    make, code = Made(), tmp_path / "code.py"
    for text in ("one", "longer"):
        code.write_text(text)
        kept(DATA, (str(code),), make)
    assert make.times == 2


def test_the_guide_names_the_setting_for_another_place() -> None:
    guide = (Path(__file__).parents[1] / "README.zh-CN.md").read_text(encoding="utf-8")
    assert f"`{cache.CACHE_OVERRIDE}` 可以指定别处" in guide


def test_only_the_user_can_read_and_write_it(folder: Path) -> None:
    kept(DATA, (__file__,), Made())
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, only(folder))]
    assert os.name != "posix" or modes == [0o700, 0o600]


@pytest.mark.skipif(
    os.name != "posix", reason="Windows has no such modes; its profile folder is closed to others"
)
def test_what_others_can_write_is_not_believed(folder: Path) -> None:
    make = Made()
    kept(DATA, (__file__,), make)
    only(folder).chmod(0o622)
    assert kept(DATA, (__file__,), make) == "第2次"
    assert stat.S_IMODE(only(folder).stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="owners have numbers on POSIX only")
def test_a_file_of_another_user_is_not_believed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, own = Made(), os.geteuid()
    kept(DATA, (__file__,), make)
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    assert kept(DATA, (__file__,), make) == "第2次"


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links are followed where nothing can forbid it")
def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    make = Made()
    kept(DATA, (__file__,), make)
    path = only(folder)
    path.rename(tmp_path / "moved")
    path.symlink_to(tmp_path / "moved")
    assert kept(DATA, (__file__,), make) == "第2次"


def test_half_a_file_or_that_of_another_text_is_not_believed(folder: Path) -> None:
    make = Made()
    kept(DATA, (__file__,), make)
    path = only(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[:-3])
    assert kept(DATA, (__file__,), make) == "第2次"
    path.unlink()
    kept(b"other", (__file__,), make)
    only(folder).rename(path)
    assert kept(DATA, (__file__,), make) == "第4次"


def test_without_a_place_to_write_everything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("REPORTER_CACHE", str(tmp_path / "file" / "below"))
    make = Made()
    assert [kept(DATA, (__file__,), make) for _ in range(2)] == ["第1次", "第2次"]


def test_what_fails_is_not_kept(folder: Path) -> None:
    def fail() -> str:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept(DATA, (__file__,), fail)
    assert not folder.exists()


def test_the_oldest_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 2)
    for number in range(4):
        kept(bytes([number]), (__file__,), Made())
        for path in folder.iterdir():
            os.utime(path, ns=(0, path.stat().st_mtime_ns - 10**9))
    assert len(list(folder.iterdir())) == 2
    make = Made()
    kept(bytes([3]), (__file__,), make)
    assert make.times == 0
