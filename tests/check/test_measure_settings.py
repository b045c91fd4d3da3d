"""Settings of a DOCX are measured in its parts: ours are right, a wrong one is caught."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from reporter.check.measure.whole import measure
from reporter.ooxml.package import Package
from reporter.render import docx
from tests.render import documents


@cache
def report_with_ledger() -> bytes:
    """Our own report with a landscape ledger as DOCX."""
    base = documents.upward_report()
    return docx.render(replace(base, body=(*base.body, *documents.ledger(20).body))).data


def changed_docx(part: str, old: str, new: str) -> bytes:
    """That report with one part changed as text."""
    package = Package.read(report_with_ledger())
    text = package.members[part].decode()
    assert old in text
    package.members[part] = text.replace(old, new).encode()
    return package.data()


@pytest.mark.parametrize(
    ("part", "old", "new", "caught"),
    [
        ("word/document.xml", 'w:top="2098"', 'w:top="1440"', "page_setup"),
        ("word/document.xml", 'w:w="11906"', 'w:w="12240"', "page_setup"),
        ("word/document.xml", 'w:linePitch="579"', 'w:linePitch="312"', "grid"),
        ("word/styles.xml", 'w:line="579"', 'w:line="580"', "normal"),
        ("word/styles.xml", '<w:sz w:val="32"/>', '<w:sz w:val="28"/>', "normal"),
        ("word/document.xml", '<w:pStyle w:val="GWBody"/>', "", "styles"),
        ("word/settings.xml", "<w:evenAndOddHeaders/>", "", "footers"),
        ("word/document.xml", "<w:tblHeader/>", "", "table_heads"),
        ("word/document.xml", 'w:tblpYSpec="bottom"', 'w:tblpYSpec="top"', "anchor"),
        (
            "word/document.xml",
            '<w:top w:val="single" w:sz="8"',
            '<w:top w:val="single" w:sz="4"',
            "imprint_rules",
        ),
    ],
)
def test_a_docx_with_a_wrong_setting_is_caught(
    part: str, old: str, new: str, caught: str, tmp_path: Path
) -> None:
    file = tmp_path / "changed.docx"
    file.write_bytes(changed_docx(part, old, new))
    assert [row.item.key for row in measure(file).deviations] == [caught]


def test_our_own_docx_has_the_right_settings(tmp_path: Path) -> None:
    file = tmp_path / "own.docx"
    file.write_bytes(docx.render(documents.joint_notice()).data)
    measured = measure(file)
    assert measured.deviations == ()
    assert measured.row("page_setup").verdict == "合格"
    assert measured.row("lines").verdict == "未测"
