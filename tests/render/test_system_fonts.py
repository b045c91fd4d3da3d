"""`fonts: system`: pages in the machine's genuine faces, measured with their widths; other pages as before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.document.inline import Text, words
from reporter.document.model import Document
from reporter.render import pdf
from reporter.render.page.filled import html
from reporter.render.parts import cut
from reporter.typeset.fonts import font_set
from reporter.typeset.prediction import predict
from reporter.typeset.setter import Setter
from tests.genuine import Derived, as_truetype, derive, fonts_of, known_to_fontconfig
from tests.render import documents
from tests.render.pdf_page import boxes, line_with, lines

_SOURCES = (Path(documents.__file__), Path(__file__))
HANZI = "".join(
    sorted({char for path in _SOURCES for char in path.read_text("utf-8") if "一" <= char <= "鿿"})
)
MIXED = "2026年1—10月，全县48家机构整改隐患186条，GB 38600达标率97.5%，“回头看”发现3条；"


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A machine with 小标宋 (higher than the stand-in), 仿宋, 楷体 and 黑体, and without 宋体."""
    folder = tmp_path_factory.mktemp("machine")
    derive(Derived("title", "方正小标宋简体", "FZXiaoBiaoSong-B05S", HANZI, raised=40)).save(
        folder / "FZXBSJW.otf"
    )
    as_truetype(derive(Derived("fang", "仿宋_GB2312", "FangSong_GB2312", HANZI))).save(folder / "simfang.ttf")
    derive(Derived("kai", "楷体_GB2312", "KaiTi_GB2312", HANZI)).save(folder / "simkai.otf")
    derive(Derived("hei", "黑体", "SimHei", HANZI)).save(folder / "simhei.otf")
    with pytest.MonkeyPatch.context() as patch:
        known_to_fontconfig(folder, patch)
        yield folder


def _mixed() -> Document:
    inlines = (*words(MIXED * 4), Text("一是压实责任。", strong=True), *words(MIXED * 4))
    body = (
        documents.heading("h1", 1, "2026年进展情况"),
        documents.heading("h2", 2, "2026年整改情况", "各机构98%完成。" * 8),
        replace(documents.paragraph("p", "x"), inlines=inlines),
        documents.paragraph("q", "张喆、李堃、王祎。" * 9),
    )
    return replace(documents.long_text(9), body=(*body, *documents.long_text(9).body))


@pytest.mark.usefixtures("machine")
def test_pages_are_set_in_the_genuine_faces() -> None:
    data = pdf.render(_mixed(), fonts="system").data
    genuine = {"FZXiaoBiaoSong-B05S", "FangSong_GB2312", "FangSong_GB2312-Bold", "KaiTi_GB2312", "SimHei"}
    assert genuine < fonts_of(data)
    assert "GW-Fang" not in fonts_of(data) and {"GW-Song", "GW-BackSong"} < fonts_of(data)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert "GB 38600" in text and "一是压实责任" in "".join(text.split()) and "喆" in text


@pytest.mark.usefixtures("machine")
def test_full_lines_are_flush_and_of_one_pitch_with_the_widths_of_the_genuine_face() -> None:
    full = 0
    for number, page in enumerate(pypdfium2.PdfDocument(pdf.render(_mixed(), fonts="system").data)):
        body = [line for line in lines(page) if line[0].baseline < 262][number == 0 :]
        pitches = [(below[0].baseline - above[0].baseline) * 72 / 25.4 for above, below in pairwise(body)]
        assert pitches == pytest.approx([28.99] * len(pitches), abs=0.02)
        for line, below in pairwise(body):
            if (
                below[0].origin < 30
                and len(line) > 24
                and ("一" <= line[-1].text <= "鿿" or line[-1].text in "，。；")
            ):
                full += 1
                assert line[-1].origin + 16 * 25.4 / 72 == pytest.approx(184, abs=0.25)
    assert full > 100


@pytest.mark.usefixtures("machine")
def test_with_the_stand_ins_widths_the_same_lines_would_not_be_flush() -> None:
    """The derived digits and letters are a fifth wider, so this is what the test above would find."""
    measured, standin = font_set("system").metrics, font_set().metrics
    assert measured.width(MIXED, "fang") - standin.width(MIXED, "fang") > 1


@pytest.mark.usefixtures("machine")
def test_ink_meets_the_standard_with_a_mark_that_stands_higher_in_its_square() -> None:
    page = pypdfium2.PdfDocument(pdf.render(documents.joint_notice(), fonts="system").data)[0]
    mark = line_with(page, "安和县住房和城乡建设局")
    assert min(char.top for char in line_with(page, "安和县民政局")) == pytest.approx(72, abs=0.3)
    number = line_with(page, "安民发")
    last = line_with(page, "安和县消防救援大队")
    assert mark[0].baseline < last[0].baseline
    assert min(c.top for c in number) - max(c.bottom for c in last) == pytest.approx(2 * 225 / 22, abs=0.5)
    (rule,) = boxes(page)
    assert rule.top - max(char.bottom for char in number) == pytest.approx(4, abs=0.3)


@pytest.mark.usefixtures("machine")
def test_pages_are_foreseen_with_the_widths_of_the_genuine_face() -> None:
    document = _mixed()
    pages = len(pypdfium2.PdfDocument(pdf.render(document, fonts="system").data))
    assert predict(document, Setter(font_set("system").metrics)).pages == pages


@pytest.mark.usefixtures("machine")
def test_other_pages_of_the_same_process_stay_as_they_were() -> None:
    before = pdf.render(documents.letter()).data
    assert pdf.render(documents.letter(), fonts="system").data != before
    assert pdf.render(documents.letter()).data == before
    assert (
        pdf.render(documents.letter(), fonts="system").data
        == pdf.render(documents.letter(), fonts="system").data
    )


@pytest.mark.usefixtures("machine")
def test_a_document_in_parts_is_set_in_the_same_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pdf.render(documents.ledger(60), fonts="system").data
    monkeypatch.setattr(pdf, "is_big", lambda document: True)
    monkeypatch.setattr(cut, "PART_ROWS", 20)
    joined = pdf.render(documents.ledger(60), fonts="system").data
    assert fonts_of(joined) == fonts_of(whole)
    texts = [
        [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
        for data in (whole, joined)
    ]
    assert texts[0] == texts[1]


@pytest.mark.usefixtures("machine")
def test_the_page_to_look_at_names_the_genuine_faces() -> None:
    page = html(documents.letter(), fonts="system")
    assert "'FangSong_GB2312', 'GW Fang', 'GW BackSong'" in page
    assert "FangSong_GB2312" not in html(documents.letter())
