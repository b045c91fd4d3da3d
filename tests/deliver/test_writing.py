from __future__ import annotations

import errno
import os
from collections.abc import Collection
from pathlib import Path

import pytest

from reporter.deliver import writing
from reporter.deliver.writing import WriteError, Written, deliver_all, sha256, write_changed

OLD, NEW = b"old", b"new"


def deliver(path: Path, data: bytes, ours: Collection[str]) -> Written:
    """One file."""
    (done,) = deliver_all([(path, data)], ours)
    return done


def test_a_first_file_is_written_with_its_digest(tmp_path: Path) -> None:
    done = deliver(tmp_path / "子" / "报告.docx", NEW, frozenset())
    assert (done.outcome, done.sha256, done.note) == ("written", sha256(NEW), "")
    assert done.path.read_bytes() == NEW


def test_our_own_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(OLD)
    assert deliver(path, NEW, {sha256(OLD)}).outcome == "written"
    assert path.read_bytes() == NEW


def test_unchanged_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(NEW)
    os.utime(path, (1, 1))
    assert deliver(path, NEW, frozenset()).outcome == "unchanged"
    assert path.stat().st_mtime == 1


def test_a_file_that_was_edited_by_hand_stays_and_the_new_one_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"edited")
    done = deliver(path, NEW, {sha256(OLD)})
    assert (done.outcome, done.path.name) == ("beside", "报告（新）.docx")
    assert "“报告（新）.docx”" in done.note
    assert "没有覆盖" in done.note
    assert path.read_bytes() == b"edited"
    assert done.path.read_bytes() == NEW


def test_a_new_file_that_was_edited_too_is_not_lost_either(tmp_path: Path) -> None:
    path, beside = tmp_path / "报告.docx", tmp_path / "报告（新）.docx"
    path.write_bytes(b"edited")
    beside.write_bytes(b"edited as well")
    assert deliver(path, NEW, {sha256(OLD)}).path.name == "报告（新2）.docx"
    assert beside.read_bytes() == b"edited as well"


def test_our_own_new_file_is_replaced_by_the_next(tmp_path: Path) -> None:
    path, beside = tmp_path / "报告.docx", tmp_path / "报告（新）.docx"
    path.write_bytes(b"edited")
    beside.write_bytes(OLD)
    assert deliver(path, NEW, {sha256(OLD)}).path == beside
    assert deliver(path, NEW, {sha256(NEW)}).outcome == "unchanged"


def test_a_file_that_another_program_holds_open_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(OLD)
    replace = os.replace

    def locked(temporary: Path, target: Path) -> None:
        if target == path:
            raise PermissionError(errno.EACCES, "in use")
        replace(temporary, target)

    monkeypatch.setattr(writing.os, "replace", locked)
    done = deliver(path, NEW, {sha256(OLD)})
    assert (done.outcome, done.path.name) == ("beside", "报告（新）.docx")
    assert "正被其他程序打开" in done.note
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["报告.docx", "报告（新）.docx"]


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "磁盘空间不足"), (errno.EROFS, "只读"), (errno.EIO, "写文件失败")]
)
def test_a_disk_that_refuses_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(OLD)

    def full(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(WriteError, match=words):
        deliver(path, NEW, {sha256(OLD)})
    assert [entry.name for entry in tmp_path.iterdir()] == ["报告.docx"]
    assert path.read_bytes() == OLD


def test_a_folder_in_the_way_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "报告.docx").mkdir()
    assert deliver(tmp_path / "报告.docx", NEW, frozenset()).path.name == "报告（新）.docx"


def test_a_file_in_place_of_the_folder_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "结果").write_bytes(b"")
    with pytest.raises(WriteError, match="写文件失败"):
        write_changed(tmp_path / "结果" / "manifest.json", NEW)


def test_files_of_our_own_are_written_only_when_they_differ(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    write_changed(path, NEW)
    os.utime(path, (1, 1))
    write_changed(path, NEW)
    assert path.stat().st_mtime == 1
