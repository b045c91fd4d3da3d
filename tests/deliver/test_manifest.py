from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from reporter.deliver.manifest import FILE, FileEntry, FilingEntry, Manifest, as_file, merged, read
from reporter.deliver.writing import write_all_changed
from reporter.errors import InputError

NOWHERE = Path("/nowhere")


def written(folder: Path, manifest: Manifest) -> Path:
    write_all_changed([as_file(folder, manifest)])
    return folder / FILE


def entry(name: str, digest: str = "aa", path: str = "") -> FilingEntry:
    file = FileEntry(path or f"{name}.docx", digest)
    return FilingEntry(
        id=name,
        kind=name.partition("@")[0],
        title="标题",
        state="草稿",
        files={"docx": file},
        blanks=("发文字号",),
        blank_places={"发文字号": "filings.yaml"},
        findings=({"code": "GW705", "severity": "info"},),
        warnings=("提醒",),
        inputs={"隐患台账.xlsx": "bb"},
        draft=2,
    )


def whole(*entries: FilingEntry) -> Manifest:
    return Manifest("anhe-2026", "0.1.0", "standin", entries)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    made = whole(entry("a@2026"), entry("b@2026"))
    written(tmp_path, made)
    assert read(tmp_path) == made


def test_the_file_is_sorted_and_has_schema_and_shapes_of_the_contract(tmp_path: Path) -> None:
    first = written(tmp_path, whole(entry("b@2026"), entry("a@2026"))).read_bytes()
    assert written(tmp_path, whole(entry("a@2026"), entry("b@2026"))).read_bytes() == first
    data = json.loads(first)
    assert data["schema"] == "reporter/manifest-1"
    assert [filing["id"] for filing in data["filings"]] == ["a@2026", "b@2026"]
    assert data["filings"][0]["files"] == {"docx": {"path": "a@2026.docx", "sha256": "aa"}}
    assert {
        "kind",
        "title",
        "blanks",
        "blank_places",
        "findings",
        "inputs",
        "draft",
        "warnings",
        "state",
    } <= data["filings"][0].keys()


def test_only_replaces_its_own_filings_and_keeps_the_rest() -> None:
    old = whole(entry("a@2026", "old"), entry("b@2026", "old"))
    new = merged(old, whole(entry("b@2026", "new")), known=["a@2026", "b@2026"], folder=NOWHERE)
    assert [filing.files["docx"].sha256 for filing in new.filings] == ["old", "new"]


def test_a_filing_that_the_workspace_no_longer_has_goes_but_its_file_stays_ours() -> None:
    new = merged(
        whole(entry("a@2026", "old")), whole(entry("b@2026", "new")), known=["b@2026"], folder=NOWHERE
    )
    assert [filing.id for filing in new.filings] == ["b@2026"]
    assert new.superseded == {"a@2026.docx": "old"}
    assert new.digests() == {"old", "new"}


def test_a_file_under_its_old_name_stays_ours_until_the_name_is_used_again() -> None:
    moved = merged(
        whole(entry("a@2026", "1", "旧名.docx")),
        whole(entry("a@2026", "2", "新名.docx")),
        known=["a@2026"],
        folder=NOWHERE,
    )
    assert moved.superseded == {"旧名.docx": "1"}
    back = merged(moved, whole(entry("a@2026", "3", "旧名.docx")), known=["a@2026"], folder=NOWHERE)
    assert back.superseded == {"新名.docx": "2"}


def test_an_old_file_that_was_deleted_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "有.docx").write_bytes(b"")
    written(tmp_path, replace(whole(), superseded={"有.docx": "1", "无.docx": "2"}))
    found = read(tmp_path)
    assert found is not None
    assert found.superseded == {"有.docx": "1"}


def test_a_file_in_hand_is_found_by_its_digest() -> None:
    found = whole(entry("a@2026", "11"), entry("b@2026", "22")).file_with("22")
    assert found is not None
    assert (found[0].id, found[1]) == ("b@2026", "docx")
    assert whole().file_with("22") is None


def test_no_manifest_is_none_and_a_damaged_one_a_clear_error(tmp_path: Path) -> None:
    assert read(tmp_path) is None
    for content in (
        "{",
        "[]",
        '{"schema": "reporter/manifest-9"}',
        '{"schema": "reporter/manifest-1"}',
        "\xff",
    ):
        (tmp_path / FILE).write_text(content, encoding="latin-1")
        with pytest.raises(InputError, match="manifest"):
            read(tmp_path)


def test_filings_come_in_the_order_of_the_workspace_whichever_was_made_last() -> None:
    new = merged(
        whole(entry("a@2026"), entry("b@2026")),
        whole(entry("a@2026", "new")),
        known=["b@2026", "a@2026"],
        folder=NOWHERE,
    )
    assert [filing.id for filing in new.filings] == ["b@2026", "a@2026"]


def test_a_pdf_of_the_same_draft_stays_current_when_only_word_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    both = {"docx": FileEntry("a.docx", "1"), "pdf": FileEntry("a.pdf", "2")}
    old = whole(replace(entry("a@2026"), files=both))
    word = replace(entry("a@2026"), files={"docx": FileEntry("a.docx", "3")})
    kept = merged(old, whole(word), known=["a@2026"], folder=tmp_path)
    assert kept.filings[0].files == {"docx": FileEntry("a.docx", "3"), "pdf": FileEntry("a.pdf", "2")}
    assert kept.superseded == {}
    later = merged(old, whole(replace(word, draft=3)), known=["a@2026"], folder=tmp_path)
    assert later.superseded == {"a.pdf": "2"}
    assert "pdf" not in merged(old, whole(word), known=["a@2026"], folder=NOWHERE).filings[0].files
