"""Cells that are written alike are repeated, and nothing is read otherwise than one by one."""

from __future__ import annotations

from contextlib import closing

import pytest

from reporter.artefacts.seen.docx import seen_in
from reporter.artefacts.seen.model import Seen
from reporter.artefacts.seen.word import parts as word_parts
from reporter.artefacts.seen.word.parts import Parts
from tests.check.hostilefiles import holding

PLAIN = "<w:tc><w:tcPr><w:tcW w:w='9'/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
ODD = {
    "an ampersand": PLAIN.format("食品&amp;消防"),
    "blanks at the ends": PLAIN.format(" 两处 "),
    "nothing": PLAIN.format(""),
    "two runs": "<w:tc><w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p></w:tc>",
    "two looks": "<w:tc><w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>乙</w:t></w:r></w:p></w:tc>",
    "a tab": "<w:tc><w:p><w:r><w:t>甲</w:t><w:tab/></w:r></w:p></w:tc>",
    "deleted words": "<w:tc><w:p><w:del><w:r><w:t>甲</w:t></w:r></w:del></w:p></w:tc>",
    "a bookmark": PLAIN.replace("<w:r>", "<w:bookmarkStart w:id='1' w:name='a'/><w:r>").format("丙"),
    "a page break": "<w:tc><w:p><w:r><w:br w:type='page'/></w:r></w:p></w:tc>",
    "a merged cell": PLAIN.replace("<w:tcW w:w='9'/>", "<w:vMerge/>").format("丁"),
    "two columns": PLAIN.replace("<w:tcW w:w='9'/>", "<w:gridSpan w:val='2'/>").format("戊"),
    "two paragraphs": "<w:tc><w:p><w:r><w:t>己</w:t></w:r></w:p><w:p/></w:tc>",
    "a table": f"<w:tc><w:tbl><w:tr>{PLAIN.format('庚')}</w:tr></w:tbl><w:p/></w:tc>",
    "a border": PLAIN.replace(
        "<w:tcW w:w='9'/>", "<w:tcBorders><w:top w:val='single' w:sz='8'/></w:tcBorders>"
    ).format("辛"),
}


def table(odd: str = "") -> bytes:
    """Twelve rows of three cells, with an odd one in every other row."""
    rows = (
        f"<w:tr>{PLAIN.format(row)}{PLAIN.format(f'第{row}院')}{odd if row % 2 else PLAIN.format('已销号')}</w:tr>"
        for row in range(1, 13)
    )
    return holding(f"<w:tbl>{''.join(rows)}</w:tbl><w:p/>")


def read(data: bytes) -> Seen:
    with closing(Parts(data)) as parts:
        return seen_in(parts)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_cells_are_read_as_if_each_stood_alone(odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = table(odd)
    quick = read(data)
    monkeypatch.setattr(word_parts, "FEW", 10**6)
    alone = read(data)
    assert (quick.paras, quick.grids) == (alone.paras, alone.grids)


def test_all_cells_of_a_plain_list_have_a_shape() -> None:
    with closing(Parts(table(PLAIN.format("未销号")))) as parts:
        found = parts.cells()
    assert len(found) == 36
    assert len({shape for shape, _ in found.values()}) <= 3
    assert [words for _, words in found.values()][:3] == ["1", "第1院", "未销号"]


def test_a_part_with_comments_is_not_cut() -> None:
    data = holding(f"<w:tbl><w:tr>{PLAIN.format('甲') * 40}</w:tr></w:tbl><!-- <w:tc> --><w:p/>")
    with closing(Parts(data)) as parts:
        assert parts.cells() == {}
