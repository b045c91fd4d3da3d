"""Scans of a document in several volumes: one for each, or all in one file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from reporter.deliver.issued import Frozen, Issuance, Settings
from reporter.dispatch.scans import scans_of


def pdf(path: Path, pages: int, size: tuple[int, int] = (210, 297)) -> Path:
    sheets = [Image.new("L", size, 255) for _ in range(pages)]
    buffer = io.BytesIO()
    sheets[0].save(buffer, "PDF", save_all=True, append_images=sheets[1:], resolution=25.4)
    path.write_bytes(buffer.getvalue())
    return path


def issuance(*pages: int) -> Issuance:
    files = {"docx": Frozen("报告.docx", "x")}
    for number, count in enumerate(pages):
        key, name = (f"attachment{number}.pdf", f"报告附件{number}.pdf") if number else ("pdf", "报告.pdf")
        files[key] = Frozen(name, f"{number}", count)
    return Issuance("a@2026", 1, 2, 1, "报告", "", "", "", Settings(), files)


@pytest.mark.parametrize(
    ("volumes", "scanned", "fits"),
    [((3,), (3,), True), ((3,), (2,), False), ((3, 2), (3, 2), True), ((3, 2), (2, 3), False), ((3, 2), (5,), True),
     ((3, 2), (3,), True), ((3, 2), (4,), False), ((3,), (3, 3), False)],
)  # fmt: skip
def test_pages_are_counted_volume_by_volume(
    tmp_path: Path, volumes: tuple[int, ...], scanned: tuple[int, ...], fits: bool
) -> None:
    paths = [pdf(tmp_path / f"{number}.pdf", count) for number, count in enumerate(scanned)]
    found = scans_of(paths, issuance(*volumes))
    assert (not found.reasons) is fits
    if fits:
        assert [one.pages for one in found.found] == list(scanned)
        assert found.found[0].name == "报告（盖章扫描件）.pdf"
        assert bool(found.remarks) is (sum(scanned) < sum(volumes))


def test_pages_of_another_size_are_worth_a_look(tmp_path: Path) -> None:
    found = scans_of([pdf(tmp_path / "a.pdf", 1, (148, 210))], issuance(1))
    assert found.reasons == () and found.remarks == ("a.pdf第1页不是A4大小",)
    assert scans_of([pdf(tmp_path / "b.pdf", 1, (297, 210))], issuance(1)).remarks == ()
