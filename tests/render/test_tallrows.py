"""A row taller than half a page goes on at the same place in both files, and 续 stands alike."""

import re

from reporter.artefacts.docx import read_docx
from reporter.artefacts.pdf import read_pdf
from reporter.document.inline import Text, words
from reporter.document.model import Column, Document, Row, Table
from reporter.render import docx, pdf

_COLUMNS = (Column("n", "序号", 3), Column("home", "机构", 8), Column("text", "问题", 20, "left"))


def test_a_tall_row_is_cut_at_the_same_place_in_both_files() -> None:
    long = "".join(f"第{number}处“疏散通道”（A-{number}）堆放杂物；" for number in range(120))
    rows = [
        Row(str(n), (words(str(n)), words("福寿居养老院"), (Text(text),)))
        for n, text in enumerate(("短", long, "短"))
    ]
    table = Table("t", "ledger", _COLUMNS, tuple(rows), orientation="landscape", type_size=10.5)
    document = Document("list@2026", "list", "plain", "down", words("清单"), (table,), sample=True)
    (printed,) = read_docx(docx.render(document).data).tables
    assert len(printed.rows) > 5
    assert [row[0] for row in printed.rows[1:5]] == ["0", "1", "1\n（续）", "1\n（续）"]
    page_texts = "".join("".join(page.lines) for page in read_pdf(pdf.render(document).data).pages)
    whole = re.sub(r"\s", "", page_texts)
    assert all(re.sub(r"\s", "", "".join(row)) in whole for row in printed.rows)
