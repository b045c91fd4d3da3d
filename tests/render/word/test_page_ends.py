"""Documents of every length in LibreOffice: no heading at a page's foot, no signature or 附注 alone, 版记 below."""

from __future__ import annotations

import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.artefacts import office
from reporter.document.inline import words
from reporter.document.model import Block, Closing, Document, Signatory
from reporter.render import docx
from tests.render import documents
from tests.render.pdf_page import lines, text_of

pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed"),
]
FILLER = "各乡镇人民政府和街道办事处要逐院逐项排查安全隐患"
LAST = "各单位要认真组织实施工作中遇到的问题请及时报告县民政局并做好有关资料的收集整理和归档工作特此通知"
REMARK = "（此件公开发布）"


def notice(body_lines: int, names: tuple[str, ...]) -> Document:
    """A notice whose body grows by a line at a time; before the last paragraph a heading stands."""
    text = FILLER * 60
    body: tuple[Block, ...] = (
        documents.paragraph("p0", text[: 26 + 28 * (body_lines - 1)]),
        documents.heading("h", 1, "工作要求"),
        documents.paragraph("p1", LAST),
    )
    closing = Closing(
        tuple(Signatory(name) for name in names), words("2026年3月6日"), remark=words("此件公开发布")
    )
    return replace(
        documents.joint_notice(), body=body, issued=(), attachments=(), closing=closing,
        title=words("关于做好安全排查工作的通知"),
    )  # fmt: skip


def pages(document: Document) -> list[list[str]]:
    """The lines of the type area of every page, the imprint's apart."""
    found = []
    for page in pypdfium2.PdfDocument(office.to_pdf(docx.render(document).data)):
        inside = [text_of(line) for line in lines(page) if 37 < line[0].baseline < 262]
        found.append([line for line in inside if "印发" not in line and not line.startswith("抄送：")])
    return found


@pytest.mark.parametrize("names", [documents.ISSUERS[:1], documents.ISSUERS[:3], documents.ISSUERS])
@pytest.mark.parametrize("body_lines", range(3, 26, 2))
def test_nothing_stands_alone(body_lines: int, names: tuple[str, ...]) -> None:
    found = pages(notice(body_lines, names))
    for page in found:
        assert not page or "工作要求" not in page[-1], "a heading at the foot of a page"
    signed = next(n for n, page in enumerate(found) if any(line == "2026年3月6日" for line in page))
    before = [line for line in found[signed] if not any(name in line for name in names)]
    assert before.index("2026年3月6日") > 0, "the signature stands alone"
    with_remark = next(page for page in found if REMARK in page)
    assert len(with_remark) > 1, "附注 stands alone"


def test_the_imprint_stands_on_an_even_page_whatever_the_length() -> None:
    for body_lines in range(3, 20, 4):
        data = docx.render(notice(body_lines, documents.ISSUERS[:1])).data
        whole = pypdfium2.PdfDocument(office.to_pdf(data))
        assert len(whole) % 2 == 0
        assert any("印发" in text_of(line) for line in lines(whole[len(whole) - 1]))
