"""Every lawful combination of face, direction, issuers, attachments and signature: page 1 shows text, nothing overlaps
and nothing stands outside the type area. A fixed sample here, all of them in `make test-deep`."""

from __future__ import annotations

import re
from itertools import combinations, product
from typing import ClassVar

import pytest

from reporter.artefacts.geometry import PageGeometry, TextLine, read_geometry
from reporter.document.inline import words
from reporter.document.model import (
    Closing,
    Document,
    Paragraph,
    Signatory,
)
from reporter.render import pdf
from reporter.typeset.prediction import predict
from reporter.typeset.standard import A4
from tests.faces import FACES, NAMES, SENTENCE, UNADDRESSED, FacedCase, lawful

OPENING = "现就做好养老机构服务质量建设工作通知如下，请结合实际抓好落实。"
TITLES = {
    "short": "关于做好养老机构服务质量建设工作的通知",
    "long": " ".join(NAMES[:5]) + "关于印发《安和县2026年养老院服务质量建设专项行动实施方案》的通知",
}
RECIPIENTS = {
    "few": "各乡镇人民政府、街道办事处",
    "many": "、".join(f"第{number}镇人民政府" for number in range(1, 40)),
}
_NUMBER = re.compile(r"— ?\d+ ?—")
_INK_MM = 0.4  # a glyph's own side bearing and what PDFium rounds
_HUNG_MM = 6.0  # a mark at a line's end may hang outside by its cell


class Case(FacedCase, frozen=True):
    signature: str
    wording: str
    listed: ClassVar[str] = "养老机构名单"

    def document(self) -> Document:
        """The document of this case: a notice of three paragraphs."""
        long, joint = self.wording == "long", self.issuers > 1
        said = (OPENING, *[SENTENCE] * 3)
        marks = {"copy_number": "000012", "urgency": "特急"}
        if self.attachments == 3:
            marks["classification"] = "机密★1年"
        signed = tuple(Signatory(name, post=self._post(name)) for name in self.names)
        return self.built(
            TITLES["long" if long and joint else "short"],
            tuple(Paragraph(f"p{number}", words(one)) for number, one in enumerate(said, 1)),
            self.header(("王某某",) * min(self.issuers, 4), **marks),
            RECIPIENTS["many" if long else "few"],
            Closing(
                () if self.face == "minutes" else signed,
                words("2026年12月31日"),
                sealed=self.signature == "sealed",
                remark=words("此件公开发布") if self.signature == "remark" else (),
            ),
            self.imprint("2026年12月31日"),
        )

    def _post(self, name: str) -> str:
        return f"{name}局长" if self.signature == "signer" else ""


CASES = tuple(
    Case(face, direction, issuers, attachments, signature, wording)
    for (face, direction), issuers, attachments, signature, wording in product(
        FACES, (1, 2, 3, 5, 7, 11), (0, 1, 3), ("sealed", "unsealed", "remark", "signer"), ("short", "long")
    )
    if lawful(face, direction, issuers) and not (wording == "long" and face in UNADDRESSED)
)
SAMPLE = CASES[:: len(CASES) // 20]


def _named(case: Case) -> str:
    return "-".join(map(str, (case.face, case.direction, case.issuers, case.attachments, case.signature, case.wording)))


def _check(case: Case) -> None:
    document = case.document()
    data = pdf.render(document).data
    pages = read_geometry(data)
    assert len(pages) == predict(document).pages
    assert OPENING[:10] in "".join(line.text for line in pages[0].lines)
    for page in pages:
        texts = [line for line in page.lines if not _furniture(line)]
        for line in texts:
            _inside(line, page, case)
        for one, other in combinations(texts, 2):
            assert one.ink.shared(other.ink) < 0.05, (one.text, other.text)


def _furniture(line: TextLine) -> bool:
    """Page numbers and the state in the top margin stand outside the type area."""
    return bool(_NUMBER.fullmatch(line.text)) or "草稿" in line.text


def _inside(line: TextLine, page: PageGeometry, case: Case) -> None:
    letter = case.face == "letter" and page.number == 1
    top = 30.0 if letter else A4.top_mm
    assert line.ink.top > top - _INK_MM, line.text
    assert line.ink.bottom < A4.height_mm - A4.bottom_mm + _INK_MM, line.text
    assert line.ink.left > A4.left_mm - _INK_MM, line.text
    hung = _HUNG_MM if line.text[-1] in "，。、；：）》" else _INK_MM
    assert line.ink.right < A4.width_mm - A4.right_mm + hung, line.text


@pytest.mark.parametrize("case", SAMPLE, ids=_named)
def test_a_combination_keeps_to_its_place(case: Case) -> None:
    _check(case)


@pytest.mark.deep
@pytest.mark.parametrize("case", CASES, ids=_named)
def test_every_combination_keeps_to_its_place(case: Case) -> None:
    _check(case)
