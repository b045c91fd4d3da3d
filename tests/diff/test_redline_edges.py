"""花脸稿: headers and footers, matched by section; those of one side only come and go."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from openxml_audit import OpenXmlValidator

from reporter.diff.redline import redline
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from tests.diff.redlines import BODY, REVISION, proved
from tests.diff.resolver import state

RELS = "word/_rels/document.xml.rels"


def sections(*headers: str | None) -> bytes:
    """A document of as many sections; None shows the header of the section before."""
    document = docx.Document()
    for number, header in enumerate(headers):
        section = document.sections[0] if not number else document.add_section(WD_SECTION.NEW_PAGE)
        document.add_paragraph(BODY[number])
        if header is not None:
            section.header.is_linked_to_previous = False
            section.header.paragraphs[0].text = header
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def shown(data: bytes, accept: bool) -> list[str]:
    """The text of the header of each section."""
    return [
        "".join(text for blocks in edges.values() for block in blocks for text, _ in block[2])
        for edges in state(data, accept)["edges"]
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((None,), ("征求意见稿",)),
        (("征求意见稿",), (None,)),
        (("征求意见稿",), ("送审稿",)),
        (("征求意见稿", None), ("征求意见稿", "附件")),
        (("征求意见稿", "附件"), ("征求意见稿", None)),
        (("甲", "乙", "丙"), (None, "乙", None)),
        (("甲", "乙", "丙"), ("丁",)),
        (("丁",), ("甲", None, "丙")),
    ],
)
def test_headers_of_either_draft_come_out(
    old: tuple[str | None, ...], new: tuple[str | None, ...], tmp_path: Path
) -> None:
    made = proved(sections(*old), sections(*new))
    assert redline(sections(*old), sections(*new), REVISION) == made
    file = tmp_path / "花脸稿.docx"
    file.write_bytes(made)
    found = OpenXmlValidator().validate(str(file)).errors
    # The template of python-docx has two flaws of its own, both in its styles.
    flaws = [one.description for one in found if one.severity.name == "ERROR"]
    assert [flaw for flaw in flaws if "stylesWithEffects" not in flaw] == []


def test_a_header_that_only_the_old_draft_has_is_struck() -> None:
    made = proved(sections("征求意见稿"), sections(None))
    assert shown(made, accept=False) == ["征求意见稿"]
    assert shown(made, accept=True) == [""]


def test_a_header_under_another_name_is_the_same_header() -> None:
    draft = sections("征求意见稿")
    package = Package.read(draft)
    name = next(one for one in package.members if one.startswith("word/header"))
    package.members["word/headerX.xml"] = package.members.pop(name)
    for part in (RELS, "[Content_Types].xml"):
        package.members[part] = package.members[part].replace(Path(name).name.encode(), b"headerX.xml")
    root = Package.read(proved(draft, package.data())).tree("word/headerX.xml")
    assert not list(root.iter(qn("w:ins"), qn("w:del")))
