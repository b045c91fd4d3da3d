"""花脸稿: what earlier reviewers left open stays theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from reporter.diff.redline import redline
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from tests.diff.redlines import BODY, MAIN, REVISION, Element, changed, marks, word
from tests.diff.resolver import same, texts


def reviewed(data: bytes) -> bytes:
    """张 struck the third paragraph's first run and added to the fourth."""

    def review(root: Element) -> None:
        space = f'xmlns:w="{root.nsmap["w"]}" w:author="张" w:date="2026-01-01T00:00:00Z"'
        paragraphs = list(root.iter(qn("w:p")))
        gone = etree.fromstring(f'<w:del {space} w:id="900"/>')
        run = paragraphs[2].find(qn("w:r"))
        assert run is not None
        run.addprevious(gone)
        gone.append(run)
        for text in run.iter(qn("w:t")):
            text.tag = qn("w:delText")
        come = etree.fromstring(f'<w:ins {space} w:id="901"><w:r><w:t>并报县政府。</w:t></w:r></w:ins>')
        paragraphs[3].append(come)

    return changed(data, review)


def test_what_others_left_open_stays_open_under_their_names() -> None:
    old, new = word(BODY), reviewed(word([BODY[0] + "的补充", *BODY[1:]]))
    made = redline(old, new, REVISION)
    assert same(made, new, accept=True)
    assert texts(made, accept=False) == texts(old)
    root = Package.read(made).tree(MAIN)
    assert {
        n.get(qn("w:id")) for n in root.iter(qn("w:ins"), qn("w:del")) if n.get(qn("w:author")) == "张"
    } == {"900", "901"}


def test_a_paragraph_with_open_changes_that_is_edited_keeps_them_too() -> None:
    old, new = word(BODY), reviewed(word([*BODY[:3], "各乡镇要抓紧整改。"]))
    made = redline(old, new, REVISION)
    assert same(made, new, accept=True)
    assert texts(made, accept=False) == texts(old)
    assert "并报县政府。" in "".join(marks(made, "w:ins"))


@pytest.mark.parametrize("kept", [4, 3, 1])
def test_open_changes_under_ours_are_valid(kept: int, tmp_path: Path) -> None:
    old, new = reviewed(word(BODY)), word([*BODY[:kept], "另行通知。"])
    made = redline(old, new, REVISION)
    assert same(made, new, accept=True)
    assert texts(made, accept=False) == texts(old, accept=False)
    file = tmp_path / "花脸稿.docx"
    file.write_bytes(made)
    found = OpenXmlValidator().validate(str(file)).errors
    # The template of python-docx has two flaws of its own, both in its styles.
    flaws = [one.description for one in found if one.severity.name == "ERROR"]
    assert [flaw for flaw in flaws if "stylesWithEffects" not in flaw] == []
