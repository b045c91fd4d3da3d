"""花脸稿: what earlier reviewers left open stays theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from reporter.diff.redline import redline
from reporter.ooxml.comments import Comments, visible_text
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


COMMENTED = [*BODY, "各乡镇要在十一月十日以前报送书面总结。", "请于三日内反馈意见。"]


def commented(data: bytes, *places: tuple[int, str]) -> bytes:
    """李 asked about words of paragraphs, each by its number."""
    package = Package.read(data)
    root = package.tree(MAIN)
    comments = Comments(package, MAIN, root)
    paragraphs = list(root.iter(qn("w:p")))
    for number, words in places:
        at = visible_text(paragraphs[number]).index(words)
        comments.put(paragraphs[number], [f"请核实“{words}”"], "李", (at, at + len(words)))
    comments.save()
    root = package.tree("word/comments.xml")
    for comment in root:
        comment.set(qn("w:date"), "2026-01-01T00:00:00Z")
    package.write("word/comments.xml", root)
    return package.data()


def comments_of(data: bytes) -> dict[str, tuple[str, str]]:
    """What each comment says: who said it when, and the words that it stands at."""
    package = Package.read(data)
    root = package.tree(MAIN)
    found = {}
    for comment in package.tree("word/comments.xml"):
        inside, words = False, ""
        for node in root.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:t"), qn("w:delText")):
            if node.get(qn("w:id")) == comment.get(qn("w:id")):
                inside = not inside
            elif inside:
                words += node.text or ""
        said = "".join(text.text or "" for text in comment.iter(qn("w:t")))
        assert said not in found
        found[said] = f"{comment.get(qn('w:author'))} {comment.get(qn('w:date'))}", words
    return found


def test_comments_that_only_the_old_draft_has_come_along(tmp_path: Path) -> None:
    rows = [["隐患编号", "状态"], ["AH-001", "整改中"], ["AH-002", "整改中"]]
    old = commented(
        word(COMMENTED, rows), (1, "352.6万处"), (3, "压实"), (4, "十一月十日"), (5, "三日"), (10, "AH-002")
    )
    new = word(
        [COMMENTED[0], COMMENTED[1].replace("98.5", "99.5"), COMMENTED[4], COMMENTED[2], COMMENTED[5]],
        rows[:2],
    )
    made = redline(old, new, REVISION)
    told = "李 2026-01-01T00:00:00Z"
    assert comments_of(made) == {
        "请核实“352.6万处”": (told, "352.6万处"),
        "请核实“压实”": (told, "各乡镇要压实责任。"),
        "请核实“十一月十日”": (told, "十一月十日"),
        "请核实“三日”": (told, "三日"),
        "请核实“AH-002”": (told, "AH-002"),
    }
    assert same(made, new, accept=True)
    assert same(made, old, accept=False)
    file = tmp_path / "花脸稿.docx"
    file.write_bytes(made)
    found = OpenXmlValidator().validate(str(file)).errors
    flaws = [one.description for one in found if one.severity.name == "ERROR"]
    assert [flaw for flaw in flaws if "stylesWithEffects" not in flaw] == []


def test_a_comment_that_both_drafts_have_stands_once() -> None:
    old = commented(word(COMMENTED), (1, "352.6万处"), (3, "压实"))
    new = commented(word([*COMMENTED[:5], "请于五日内反馈意见。"]), (1, "352.6万处"))
    assert set(comments_of(redline(old, new, REVISION))) == {"请核实“352.6万处”", "请核实“压实”"}
