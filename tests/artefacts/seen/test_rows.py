"""Rows that are written alike are repeated, and nothing is read otherwise than one by one."""

from __future__ import annotations

from contextlib import closing

import pytest

from reporter.artefacts.seen.docx import seen_in, seen_with_nodes
from reporter.artefacts.seen.model import Seen
from reporter.artefacts.seen.word import rows as word_rows
from reporter.artefacts.seen.word.parts import Parts
from reporter.artefacts.seen.word.rows import cut
from reporter.artefacts.seen.word.units import W
from reporter.errors import InputError
from tests.check.hostilefiles import holding

CELL = "<w:tc><w:tcPr><w:tcW w:w='9'/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
LINE = "<w:pict><v:line xmlns:v='urn:schemas-microsoft-com:vml' from='0,0' to='400pt,0' strokeweight='2pt'/></w:pict>"
ODD = {
    "plain words": CELL.format("未销号"),
    "a wide blank": CELL.format("张　三"),
    "an ampersand": CELL.format("食品&amp;消防"),
    "blanks at the ends": CELL.format(" 两处 "),
    "kept blanks": CELL.replace("<w:t>", "<w:t xml:space='preserve'>").format(" 两处 "),
    "nothing": CELL.format(""),
    "no words": "<w:tc><w:p><w:r><w:t/></w:r></w:p></w:tc>",
    "two runs": "<w:tc><w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p></w:tc>",
    "two looks": "<w:tc><w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>乙</w:t></w:r></w:p></w:tc>",
    "a tab": "<w:tc><w:p><w:r><w:t>甲</w:t><w:tab/></w:r></w:p></w:tc>",
    "hidden words": CELL.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>").format("暗"),
    "deleted words": "<w:tc><w:p><w:del><w:r><w:t>甲</w:t></w:r></w:del></w:p></w:tc>",
    "a bookmark": CELL.replace("<w:r>", "<w:bookmarkStart w:id='1' w:name='a'/><w:r>").format("丙"),
    "a page break": "<w:tc><w:p><w:r><w:br w:type='page'/></w:r></w:p></w:tc>",
    "a page break behind words": "<w:tc><w:p><w:r><w:t>甲</w:t><w:br w:type='page'/></w:r></w:p></w:tc>",
    "the end of a section": CELL.replace("<w:p>", "<w:p><w:pPr><w:sectPr/></w:pPr>").format("节"),
    "a merged cell": CELL.replace("<w:tcW w:w='9'/>", "<w:vMerge/>").format("丁"),
    "a deleted cell": CELL.replace("<w:tcW w:w='9'/>", "<w:cellDel/>").format("删"),
    "two columns": CELL.replace("<w:tcW w:w='9'/>", "<w:gridSpan w:val='2'/>").format("戊"),
    "two paragraphs": "<w:tc><w:p><w:r><w:t>己</w:t></w:r></w:p><w:p/></w:tc>",
    "a paragraph that goes on": "<w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>"
    "<w:p><w:r><w:t>己</w:t></w:r></w:p></w:tc>",
    "a drawn line": CELL.replace("<w:t>", f"{LINE}<w:t>").format("线"),
    "a table": f"<w:tc><w:tbl><w:tr>{CELL.format('庚')}</w:tr></w:tbl><w:p/></w:tc>",
    "a border": CELL.replace(
        "<w:tcW w:w='9'/>", "<w:tcBorders><w:top w:val='single' w:sz='8'/></w:tcBorders>"
    ).format("辛"),
    "more columns than are read": CELL.replace("<w:tcW w:w='9'/>", "<w:gridSpan w:val='198'/>").format("壬"),
}


def table(odd: str = CELL.format("已销号"), *, row: str = "<w:tr>", rows: int = 12) -> bytes:
    """Rows of four cells, with an odd one in every other row."""
    made = (
        f"{row}{CELL.format(f'{at}号')}{odd if at % 2 else CELL.format('已销号')}{CELL.format(f'第{at}院')}"
        f"{CELL.format('末')}</w:tr>"
        for at in range(1, rows + 1)
    )
    return holding(f"<w:tbl>{''.join(made)}</w:tbl><w:p/>")


def read(data: bytes, *, folded: bool = True) -> Seen:
    with closing(Parts(data, folded=folded)) as parts:
        return seen_in(parts)


def alone(data: bytes, monkeypatch: pytest.MonkeyPatch) -> Seen:
    """Read one row after the other."""
    monkeypatch.setattr(word_rows, "FEW", 10**6)
    return read(data)


def main_part(data: bytes) -> bytes:
    with closing(Parts(data)) as parts:
        return parts._data(parts.main)


@pytest.mark.parametrize("row", ["<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", "<w:tr w:rsidR='00A1'>"])
@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_rows_are_read_as_if_each_stood_alone(odd: str, row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = table(odd, row=row)
    folded, whole = read(data), read(data, folded=False)
    assert folded == whole == alone(data, monkeypatch)


def test_empty_rows_are_read_as_if_each_stood_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    data = holding(f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 12}</w:tbl><w:p/>")
    folded = read(data)
    assert len(folded.paras) == 13
    assert folded == alone(data, monkeypatch)


def test_rows_that_a_tracked_change_removes_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    data = table(row="<w:tr><w:trPr><w:del/></w:trPr>")
    assert read(data).grids[0].rows == ()
    assert read(data) == alone(data, monkeypatch)


def test_a_list_keeps_one_row_of_a_sort_between_the_first_and_the_last() -> None:
    found = cut(main_part(table()))
    assert found is not None
    assert [at for at, one in enumerate(found.alike) if one is None] == [0, 1, 11]
    assert found.alike[2] == (1, ["3号", "已销号", "第3院", "末"])
    assert found.data.count(b"<w:tc>") == 12


def test_rows_that_were_left_out_get_their_cells_when_they_are_asked_for() -> None:
    data = table()
    with closing(Parts(data, folded=True)) as folded, closing(Parts(data)) as whole:
        for row, alike in folded.rows.items():
            alike.fill(row)
        texts = [["".join(row.itertext()) for row in one.document.iter(f"{W}tr")] for one in (folded, whole)]
    assert texts[0] == texts[1]


def test_each_repeated_paragraph_has_its_own_node() -> None:
    with closing(Parts(table())) as parts:
        seen, nodes = seen_with_nodes(parts)
        assert parts.rows
        assert ["".join(node.itertext()) for node in nodes] == [para.typed for para in seen.paras]


@pytest.mark.parametrize(
    "more",
    [
        "<!-- <w:tr> -->",
        "<?word <w:tr>?>",
        f"<w:tbl><w:tr><w:tc><w:tbl><w:tr>{CELL}</w:tr></w:tbl></w:tc></w:tr></w:tbl>",
        "<w:p xmlns:w='http://example.org'/>",
    ],
)  # fmt: skip
def test_a_part_that_is_not_safe_to_cut_is_not_cut(more: str) -> None:
    plain = main_part(table())
    assert cut(plain) is not None
    assert cut(plain.replace(b"<w:body>", f"<w:body>{more}".encode())) is None


def test_a_row_of_another_name_is_not_overlooked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text seems to have fewer rows than the tree."""
    other = "<o:tr xmlns:o='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><o:tc><o:p/></o:tc></o:tr>"
    body = main_part(table()).decode().partition("<w:body>")[2].partition("</w:body>")[0]
    data = holding(body.replace("<w:tr>", f"{other}<w:tr>", 1))
    assert read(data) == alone(data, monkeypatch)


@pytest.mark.parametrize("words", ["甲\x01", "<", "&", "\ufffe", "甲</w:p>"])
def test_damage_in_a_repeated_row_is_refused(words: str) -> None:
    data = main_part(table()).decode().replace("第7院", words)
    body = data.partition("<w:body>")[2].partition("</w:body>")[0]
    with pytest.raises(InputError):
        read(holding(body))
