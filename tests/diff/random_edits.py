"""What hands do to a draft, by a number: texts, paragraphs, rows, columns, styles, margins."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from reporter.ooxml.names import qn
from reporter.ooxml.ordered import put

Element = etree._Element


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
    """Rows of the body without cells that reach into other rows."""
    return [
        row
        for row in root.iter(qn("w:tr"))
        if next(row.iter(qn("w:tblHeader")), None) is None
        and next(row.iter(qn("w:vMerge")), None) is None
        and len(row.getparent()) > 4  # type: ignore[arg-type]
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


def _plain_tables(root: Element) -> list[Element]:
    """Tables in no other table, without cells over several columns or rows."""
    return [
        table
        for table in root.iter(qn("w:tbl"))
        if next(table.iter(qn("w:gridSpan"), qn("w:vMerge")), None) is None
        and len(list(table.iter(qn("w:gridCol")))) > 2
        and next(table.iter(qn("w:tbl"))) is table
    ]


def _columns(table: Element) -> list[list[Element]]:
    """The grid and every row as what stands in the columns."""
    grid = table.find(qn("w:tblGrid"))
    assert grid is not None
    return [list(grid), *(list(row.iterchildren(qn("w:tc"))) for row in table.iterchildren(qn("w:tr")))]


def delete_column(root: Element, at: int) -> None:
    tables = _plain_tables(root)
    if tables:
        columns = _columns(tables[at % len(tables)])
        for cells in columns:
            cells[at % len(columns[0])].getparent().remove(cells[at % len(columns[0])])  # type: ignore[union-attr]


def insert_column(root: Element, at: int) -> None:
    tables = _plain_tables(root)
    if tables:
        columns = _columns(tables[at % len(tables)])
        for number, cells in enumerate(columns):
            new = deepcopy(cells[at % len(columns[0])])
            for node in new.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
                node.getparent().remove(node)  # type: ignore[union-attr]
            for text in new.iter(qn("w:t")):
                text.text = f"新栏{number}"
            cells[at % len(columns[0])].addnext(new)


def move_column(root: Element, at: int) -> None:
    tables = _plain_tables(root)
    if tables:
        columns = _columns(tables[at % len(tables)])
        for cells in columns:
            cells[-1].addnext(cells[at % len(columns[0])])


def restyle(root: Element, at: int) -> None:
    found = list(root.iter(qn("w:pStyle")))
    if len(found) > 1:
        found[at % len(found)].set(qn("w:val"), found[(at + 1) % len(found)].get(qn("w:val"), ""))


def remargin(root: Element, at: int) -> None:
    found = list(root.iter(qn("w:pgMar")))
    found[at % len(found)].set(qn("w:left"), str(1000 + at))


def move_and_edit(root: Element, at: int) -> None:
    found = [node for node in _removable(root) if len("".join(node.itertext())) > 20]
    if found:
        node = found[at % len(found)]
        texts = [text for text in node.iter(qn("w:t")) if text.text]
        texts[0].text = f"按照要求，{texts[0].text}"
        texts[-1].text = f"{(texts[-1].text or '')[:-1]}，共{at}项。"
        place = _removable(root)[(at * 5 + 2) % len(_removable(root))]
        if place is not node:
            place.addnext(node)


def realign(root: Element, at: int) -> None:
    """A paragraph of the text centred: a property of its own, outside of frames."""
    found = [node for node in _removable(root) if next(node.iter(qn("w:framePr")), None) is None]
    if found:
        put(_look(found[at % len(found)]), "w:jc", val="center")


def _look(paragraph: Element) -> Element:
    look = paragraph.find(qn("w:pPr"))
    if look is None:
        look = etree.Element(qn("w:pPr"))
        paragraph.insert(0, look)
    return look


TEXT_EDITS = (
    edit_text,
    edit_text,
    insert_paragraph,
    delete_paragraph,
    move_paragraph,
    move_and_edit,
    realign,
)
ROW_EDITS = (insert_row, delete_row, move_row)
EDITS = (*TEXT_EDITS, *ROW_EDITS, insert_column, delete_column, move_column, restyle, remargin)
