"""花脸稿: accepting everything gives the new draft, rejecting everything the old one."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from reporter.diff.redline import redline
from reporter.document.inline import Note, Text
from reporter.document.model import Paragraph
from reporter.errors import InputError
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.ooxml.resolved import accept as resolve_accept
from reporter.ooxml.resolved import reject as resolve_reject
from reporter.ooxml.tracked import Revision
from reporter.render import docx as ours
from tests.diff.resolver import same, state, texts
from tests.render import documents

REVISION = Revision("李审稿", "2026-03-06T00:00:00Z")
MAIN = "word/document.xml"
FACES = (
    documents.joint_notice,
    documents.upward_report,
    documents.plain_form,
    documents.ledger,
    documents.letter,
    documents.long_text,
)
Element = etree._Element
BODY = [
    "关于做好检查的通知",
    "全县养老机构共排查隐患352.6万处，占98.5%。",
    "县民政局牵头组织了检查。",
    "各乡镇要压实责任。",
]


@cache
def rendered(face: int) -> bytes:
    return ours.render(FACES[face]()).data


def word(paragraphs: list[str], rows: list[list[str]] | None = None, ending: str = "特此通知。") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, line in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = text
    if ending:
        document.add_paragraph(ending)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def proved(old: bytes, new: bytes) -> bytes:
    """The redline, when both drafts come out of it."""
    made = redline(old, new, REVISION)
    assert same(made, new, accept=True)
    assert same(made, old, accept=False)
    return made


def marks(data: bytes, name: str) -> list[str]:
    """The text inside each mark of a kind."""
    root = Package.read(data).tree(MAIN)
    return [
        text
        for node in root.iter(qn(name))
        if (text := "".join(part.text or "" for part in node.iter(qn("w:t"), qn("w:delText"))))
    ]


def changed(data: bytes, change: Callable[[Element], None]) -> bytes:
    package = Package.read(data)
    root = package.tree(MAIN)
    change(root)
    package.write(MAIN, root)
    return package.data()


def test_a_number_is_never_parted() -> None:
    made = proved(
        word(BODY), word([BODY[0], BODY[1].replace("352.6", "358.2").replace("98.5", "98.6"), *BODY[2:]])
    )
    assert marks(made, "w:del") == ["352.6万处", "98.5%"]
    assert marks(made, "w:ins") == ["358.2万处", "98.6%"]


def test_a_moved_paragraph_is_a_move_with_its_range() -> None:
    made = proved(word(BODY), word([BODY[0], BODY[2], BODY[1], BODY[3]]))
    root = Package.read(made).tree(MAIN)
    assert marks(made, "w:moveFrom") == marks(made, "w:moveTo") == [BODY[2]]
    names = [
        node.get(qn("w:name")) for tag in ("From", "To") for node in root.iter(qn(f"w:move{tag}RangeStart"))
    ]
    assert names == ["move1", "move1"]


def test_inserted_and_deleted_rows_are_rows() -> None:
    head = ["序号", "编号", "状态"]
    old = [head, *([str(n), f"AH-{n:03}", "已整改"] for n in range(1, 9))]
    new = [head, *([str(n), f"AH-{m:03}", "已整改"] for n, m in enumerate((1, 2, 9, 3, 4, 5, 7, 8), 1))]
    root = Package.read(proved(word(BODY, old), word(BODY, new))).tree(MAIN)
    rows = {
        name: [
            "".join(part.text or "" for part in row.iter(qn("w:t"), qn("w:delText")))
            for row in root.iter(qn("w:tr"))
            if row.find(f"{qn('w:trPr')}/{qn(f'w:{name}')}") is not None
        ]
        for name in ("ins", "del")
    }
    assert rows == {"ins": ["3AH-009已整改"], "del": ["6AH-006已整改"]}


def test_a_ledger_shows_exactly_the_rows_that_changed() -> None:
    head = ["序号", "隐患编号", "情况", "状态"]
    rows = [[f"AH-{n:03}", f"第{n}处消防通道堆放杂物", "整改中"] for n in range(1, 301)]
    changed_rows = [list(row) for row in rows]
    for at in (3, 40, 77, 120, 160, 200, 280):
        changed_rows[at][2] = "已整改"
    moved = [changed_rows[10], changed_rows[150]]
    kept = [row for at, row in enumerate(changed_rows) if at not in (10, 150, 20, 100, 250)]
    kept[60:60] = [moved[1]]
    kept[220:220] = [moved[0]]
    for n, at in enumerate((5, 90, 140, 230, 270)):
        kept.insert(at, [f"AH-{900 + n}", f"新增{n}", "整改中"])
    old, new = (
        word(BODY, [head, *([str(n), *row] for n, row in enumerate(some, 1))]) for some in (rows, kept)
    )
    made = Package.read(proved(old, new)).tree(MAIN)
    keys = {
        name: sorted(
            "".join(
                part.text or "" for part in list(row.iter(qn("w:tc")))[1].iter(qn("w:t"), qn("w:delText"))
            )
            for row in made.iter(qn("w:tr"))
            if row.find(f"{qn('w:trPr')}/{qn(f'w:{name}')}") is not None
        )
        for name in ("ins", "del")
    }
    assert keys == {
        "ins": ["AH-011", "AH-151", "AH-900", "AH-901", "AH-902", "AH-903", "AH-904"],
        "del": ["AH-011", "AH-021", "AH-101", "AH-151", "AH-251"],
    }


def test_other_columns_give_the_old_rows_and_the_new_ones() -> None:
    rows = [["序号", "编号"], ["1", "AH-001"]]
    proved(word(BODY, rows), word(BODY, [[*row, "备注"] for row in rows]))


@pytest.mark.parametrize("count", [1, 2])
def test_paragraphs_at_the_very_end_come_and_go(count: int) -> None:
    short, long = word(BODY, ending=""), word([*BODY, *(f"第{n}项新增。" for n in range(count))], ending="")
    proved(short, long)
    proved(long, short)


def test_another_look_keeps_the_former_one() -> None:
    def bold(root: Element) -> None:
        run = list(root.iter(qn("w:r")))[1]
        run.insert(0, etree.fromstring(f'<w:rPr xmlns:w="{run.nsmap["w"]}"><w:b/></w:rPr>'))

    old = word(BODY)
    made = proved(old, changed(old, bold))
    assert len(list(Package.read(made).tree(MAIN).iter(qn("w:rPrChange")))) == 1
    assert not marks(made, "w:ins")


def test_other_margins_are_a_change_of_the_section() -> None:
    def narrow(root: Element) -> None:
        next(root.iter(qn("w:pgMar"))).set(qn("w:left"), "1000")

    old = word(BODY)
    root = Package.read(proved(old, changed(old, narrow))).tree(MAIN)
    assert len(list(root.iter(qn("w:sectPrChange")))) == 1


def noted(*inlines: object) -> bytes:
    paragraphs = (Paragraph("p", inlines), Paragraph("q", (Text("以上通知，请遵照执行。"),)))  # type: ignore[arg-type]
    return ours.render(replace(documents.long_text(1), body=paragraphs)).data


def notes_of(data: bytes, accept: bool) -> list[str]:
    """The footnotes that the resolved text refers to."""
    package = Package.read(data)
    root, notes = package.tree(MAIN), package.tree("word/footnotes.xml")
    for tree in (root, notes):
        (resolve_accept if accept else resolve_reject)(tree)
    texts = {
        note.get(qn("w:id")): "".join(part.text or "" for part in note.iter(qn("w:t"))).strip()
        for note in notes.iter(qn("w:footnote"))
    }
    return [texts[reference.get(qn("w:id"))] for reference in root.iter(qn("w:footnoteReference"))]


def test_footnotes_come_and_go_and_change_with_their_text() -> None:
    one = noted(Text("检查办法"), Note((Text("见第3号文件。"),)), Text("。"))
    other = noted(Text("检查办法"), Note((Text("见第5号文件。"),)), Text("。"))
    none = noted(Text("检查办法。"))
    for old, new in ((one, other), (one, none), (none, one)):
        made = proved(old, new)
        assert notes_of(made, accept=True) == notes_of(new, accept=True)
        assert notes_of(made, accept=False) == notes_of(old, accept=True)


def saved_by(data: bytes, program: str, edit: Callable[[Element], None]) -> bytes:
    package = Package.read(changed(data, edit))
    package.members["docProps/app.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{program}</Application></Properties>"
    ).encode()
    return package.data()


def respaced(root: Element) -> None:
    """What a program writes on its own: spacing that says what held before, its own name of a size."""
    for look in root.iter(qn("w:pPr")):
        if look.find(qn("w:spacing")) is None:
            place = sum(node.tag in (qn("w:pStyle"), qn("w:keepNext")) for node in look)
            look.insert(place, etree.fromstring(f'<w:spacing xmlns:w="{look.nsmap["w"]}" w:after="0"/>'))


def test_what_another_program_writes_on_its_own_is_no_change() -> None:
    old = rendered(5)
    new = saved_by(old, "LibreOffice/24.2$Linux", respaced)
    root = Package.read(redline(old, new, REVISION)).tree(MAIN)
    assert not [node for node in root.iter() if str(node.tag).endswith(("Change", "}ins", "}del"))]


def test_the_same_program_is_taken_at_its_word() -> None:
    old = rendered(5)
    root = Package.read(proved(old, changed(old, respaced))).tree(MAIN)
    assert list(root.iter(qn("w:pPrChange")))


def test_only_what_changed_is_marked() -> None:
    def edit(root: Element) -> None:
        edit_text(root, 40)

    old = rendered(3)
    root = Package.read(proved(old, changed(old, edit))).tree(MAIN)
    tags = (
        "ins",
        "del",
        "pPrChange",
        "rPrChange",
        "tcPrChange",
        "trPrChange",
        "tblPrChange",
        "tblGridChange",
    )
    found = [etree.QName(node).localname for node in root.iter(*(qn(f"w:{tag}") for tag in tags))]
    assert sorted(found) in (["del", "ins"], ["ins"])


def test_equal_drafts_have_no_changes() -> None:
    old = rendered(0)
    assert not list(Package.read(redline(old, old, REVISION)).tree(MAIN).iter(qn("w:ins"), qn("w:del")))


def test_changes_bear_the_author_and_date_that_were_given() -> None:
    root = Package.read(proved(word(BODY), word(BODY[1:]))).tree(MAIN)
    found = {(n.get(qn("w:author")), n.get(qn("w:date"))) for n in root.iter(qn("w:ins"), qn("w:del"))}
    assert found == {("李审稿", "2026-03-06T00:00:00Z")}


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


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(InputError):
        redline(b"nothing", word(BODY), REVISION)


def test_tables_without_end_in_tables_are_refused() -> None:
    def nest(text: str) -> Callable[[Element], None]:
        def edit(root: Element) -> None:
            space = f'xmlns:w="{root.nsmap["w"]}"'
            deep = "<w:tbl><w:tr><w:tc>" * 300 + f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
            closed = deep + "</w:tc></w:tr></w:tbl><w:p/>" * 299 + "</w:tc></w:tr></w:tbl>"
            parser = etree.XMLParser(huge_tree=True)
            body = root.find(qn("w:body"))
            assert body is not None
            body.insert(0, etree.fromstring(f"<w:body {space}>{closed}</w:body>", parser)[0])

        return edit

    old, new = (
        changed(word(BODY), nest(text))
        for text in ("全县共排查隐患一处，已整改。", "全县共排查隐患两处，已整改。")
    )
    with pytest.raises(InputError, match="太深"):
        redline(old, new, REVISION)


@pytest.mark.parametrize("face", range(len(FACES)))
def test_any_face_against_any_other_is_valid_and_the_same_every_time(face: int, tmp_path: Path) -> None:
    old, new = rendered(face), rendered((face + 1) % len(FACES))
    file = tmp_path / "花脸稿.docx"
    file.write_bytes(proved(old, new))
    assert file.read_bytes() == redline(old, new, REVISION)
    found = OpenXmlValidator().validate(str(file)).errors
    assert [error.description for error in found if error.severity.name == "ERROR"] == []


def _paragraphs(root: Element) -> list[Element]:
    return [node for node in root.iter(qn("w:p")) if node.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None]


def _with_text(root: Element) -> list[Element]:
    """Text nodes outside of fields and text boxes."""
    return [
        node for node in root.iter(qn("w:t")) if node.text and len(list(node.iterancestors(qn("w:p")))) == 1
    ]


def edit_text(root: Element, at: int) -> None:
    nodes = _with_text(root)
    node = nodes[at % len(nodes)]
    cut = at % (len(node.text or "") + 1)
    node.text = (
        (node.text or "")[:cut] + ("共12.5%，" if at % 2 else "等") + (node.text or "")[cut + at % 3 :]
    )
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _loose(root: Element) -> list[Element]:
    body = root.find(qn("w:body"))
    assert body is not None
    return [
        node
        for node in body
        if node.tag == qn("w:p") and node.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None
    ]


def insert_paragraph(root: Element, at: int) -> None:
    found = _loose(root)
    if found:
        place = found[at % len(found)]
        new = deepcopy(place)
        texts = list(new.iter(qn("w:t")))
        for node in new.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
            node.getparent().remove(node)  # type: ignore[union-attr]
        if texts:
            texts[0].text = f"新增第{at}条要求"
        place.addnext(new)


def _removable(root: Element) -> list[Element]:
    """Paragraphs between paragraphs: a table is never left at an end or beside another one."""
    return [
        node
        for node in _loose(root)
        if (after := node.getnext()) is not None
        and after.tag == qn("w:p")
        and (before := node.getprevious()) is not None
        and before.tag == qn("w:p")
    ]


def delete_paragraph(root: Element, at: int) -> None:
    found = _removable(root)
    if found:
        node = found[at % len(found)]
        node.getparent().remove(node)  # type: ignore[union-attr]


def move_paragraph(root: Element, at: int) -> None:
    found = _removable(root)
    if len(found) > 2:
        node = found[at % len(found)]
        place = found[(at * 7 + 1) % len(found)]
        if place is not node:
            place.addnext(node)


def _rows(root: Element) -> list[Element]:
    """Rows without cells that reach into other rows."""
    return [
        row
        for row in root.iter(qn("w:tr"))
        if next(row.iter(qn("w:vMerge")), None) is None and len(row.getparent()) > 4  # type: ignore[arg-type]
    ]


def insert_row(root: Element, at: int) -> None:
    found = _rows(root)
    if found:
        place = found[at % len(found)]
        new = deepcopy(place)
        for node in new.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
            node.getparent().remove(node)  # type: ignore[union-attr]
        for number, node in enumerate(new.iter(qn("w:t"))):
            node.text = f"新{at}之{number}"
        place.addnext(new)


def delete_row(root: Element, at: int) -> None:
    found = _rows(root)
    if found:
        row = found[at % len(found)]
        row.getparent().remove(row)  # type: ignore[union-attr]


def move_row(root: Element, at: int) -> None:
    found = _rows(root)
    if found:
        row = found[at % len(found)]
        table = row.getparent()
        assert table is not None
        list(table.iterchildren(qn("w:tr")))[-1].addnext(row)


def delete_column(root: Element, at: int) -> None:
    tables = [
        table
        for table in root.iter(qn("w:tbl"))
        if next(table.iter(qn("w:gridSpan"), qn("w:vMerge")), None) is None
        and len(list(table.iter(qn("w:gridCol")))) > 2
        and next(table.iter(qn("w:tbl"))) is table
    ]
    if tables:
        table = tables[at % len(tables)]
        grid = table.find(qn("w:tblGrid"))
        assert grid is not None
        column = at % len(grid)
        grid.remove(grid[column])
        for row in table.iterchildren(qn("w:tr")):
            row.remove(list(row.iterchildren(qn("w:tc")))[column])


def restyle(root: Element, at: int) -> None:
    found = list(root.iter(qn("w:pStyle")))
    if len(found) > 1:
        found[at % len(found)].set(qn("w:val"), found[(at + 1) % len(found)].get(qn("w:val"), ""))


def remargin(root: Element, at: int) -> None:
    found = list(root.iter(qn("w:pgMar")))
    found[at % len(found)].set(qn("w:left"), str(1000 + at))


EDITS = (
    edit_text, edit_text, insert_paragraph, delete_paragraph, move_paragraph, insert_row, delete_row, move_row,
    delete_column, restyle, remargin,
)  # fmt: skip
PARTED = re.compile(r"[\d.%]\Z")


@settings(max_examples=40)
@given(
    face=st.integers(0, len(FACES) - 1),
    steps=st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 997)), min_size=1, max_size=8),
    back=st.booleans(),
)
def test_any_edits_lead_to_both_drafts(
    face: int, steps: list[tuple[Callable[[Element, int], None], int]], back: bool
) -> None:
    old = rendered(face)

    def edit(root: Element) -> None:
        for step, at in steps:
            step(root, at)

    new = changed(old, edit)
    if back:
        old, new = new, old
    made = proved(old, new)
    assert_no_number_parted(made)


def assert_no_number_parted(data: bytes) -> None:
    """Digits of one number never stand partly inside a change: for each side its figures are marked whole."""
    for paragraph in Package.read(data).tree(MAIN).iter(qn("w:p")):
        for dead in ("w:del", "w:ins"):
            signs = []
            for node in paragraph.iter(qn("w:t"), qn("w:delText")):
                inside = {one.tag for one in node.iterancestors()}
                if qn(dead) in inside:
                    continue
                marked = bool(inside & {qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo")})
                signs += [(sign, marked) for sign in node.text or ""]
            text = "".join(sign for sign, _ in signs)
            for number in re.finditer(r"\d+(?:[.,]\d+)*%?", text):
                found = {marked for _, marked in signs[number.start() : number.end()]}
                assert len(found) == 1, text


def test_the_state_of_a_file_without_changes_is_one() -> None:
    assert state(rendered(3), accept=True) == state(rendered(3), accept=False)
