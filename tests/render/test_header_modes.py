"""版头 in full, left to an office system, or kept free on paper that has it printed; the letter's 份号 and urgency."""

import pytest
from msgspec.structs import replace

from reporter.artefacts.geometry import Box, TextLine, read_geometry
from reporter.artefacts.geometry_ink import InkedPdf
from reporter.document.inline import words
from reporter.document.model import Document, Face, Header, HeaderMode, Imprint, Paragraph
from reporter.ooxml.package import Package
from reporter.render import docx, pdf

TITLE = "关于做好养老机构服务质量建设工作的函"
NOTICE = Document(
    "n@2026", "n", "document", "down", words(TITLE),
    (Paragraph("p1", words("请逐院逐项排查，做到底数清、情况明、措施实。")),),
    header=Header(("安和县民政局",), number=words("安民函〔2026〕8号"), copy_number="000012", urgency="特急"),
    imprint=Imprint((), (), cc=words("县政府办公室。")),
)  # fmt: skip
PAPER = Box(1, 1, 209, 296)
FACES: tuple[Face, ...] = ("document", "letter", "order", "minutes")


def in_mode(face: Face, mode: HeaderMode) -> Document:
    assert NOTICE.header is not None
    return replace(NOTICE, face=face, header=replace(NOTICE.header, mode=mode))


def first_page(document: Document) -> dict[str, TextLine]:
    lines = read_geometry(pdf.render(document).data)[0].lines
    return {line.text: line for line in lines}


def words_in(document: Document) -> str:
    return "".join(map(str, Package.read(docx.render(document).data).tree("word/document.xml").itertext()))


@pytest.mark.parametrize("face", FACES)
def test_reserved_paper_gets_the_number_in_its_place_and_nothing_red(face: Face) -> None:
    data = pdf.render(in_mode(face, "reserved")).data
    with InkedPdf(data) as ink:
        assert ink.bounds(1, PAPER, red=True) is None
    full, kept = first_page(in_mode(face, "full")), first_page(in_mode(face, "reserved"))
    assert kept[TITLE].baseline == pytest.approx(full[TITLE].baseline, abs=0.01)
    assert any("〔2026〕8号" in text for text in kept)


@pytest.mark.parametrize("face", FACES)
def test_without_header_the_title_stands_at_the_head_of_the_type_area(face: Face) -> None:
    lines = first_page(in_mode(face, "none"))
    assert not any("〔2026〕" in text or "特急" in text for text in lines)
    assert 37 < lines[TITLE].ink.top < 42


@pytest.mark.parametrize("face", FACES)
def test_word_prints_no_mark_on_reserved_paper(face: Face) -> None:
    text = words_in(in_mode(face, "reserved"))
    assert "〔2026〕8号" in text
    assert "安和县民政局" not in text
    assert "安和县民政局" in words_in(in_mode(face, "full"))


@pytest.mark.parametrize("face", FACES)
def test_word_leaves_the_header_to_the_office_system(face: Face) -> None:
    text = words_in(in_mode(face, "none"))
    assert TITLE in text
    assert "安和县民政局" not in text
    assert "〔2026〕" not in text


def test_a_letters_number_and_copy_number_share_a_line_and_urgency_stands_below() -> None:
    lines = list(first_page(in_mode("letter", "full")).values())
    beside = next(line for line in lines if "000012" in line.text)
    below = next(line for line in lines if line.text == "特急")
    assert "安民函〔2026〕8号" in beside.text
    assert beside.left == pytest.approx(28, abs=0.5)
    assert beside.right == pytest.approx(184, abs=0.5)
    assert below.left == pytest.approx(28, abs=0.5)
    assert below.baseline - beside.baseline == pytest.approx(10.23, abs=0.05)
    text = words_in(in_mode("letter", "full"))
    assert text.index("000012") < text.index("8号") < text.index("特急")
