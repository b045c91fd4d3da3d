"""Every lawful combination of face, direction, issuers, attachments and signature: page 1 shows text, nothing overlaps
and nothing stands outside the type area. A fixed sample here, all of them in `make test-deep`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, product

import pytest

from reporter.artefacts.geometry import PageGeometry, TextLine, read_geometry
from reporter.document.inline import words
from reporter.document.model import (
    Attachment,
    Closing,
    Direction,
    Document,
    Face,
    Header,
    Imprint,
    Named,
    Paragraph,
    Signatory,
)
from reporter.render import pdf
from reporter.typeset.prediction import predict
from reporter.typeset.standard import A4

NAMES = tuple(
    f"安和县{name}"
    for name in (
        "民政局", "住房和城乡建设局", "卫生健康局", "市场监督管理局", "消防救援大队", "人力资源和社会保障局",
        "应急管理局", "财政局", "公安局", "自然资源局", "发展和改革局",
    )
)  # fmt: skip
OPENING = "现就做好养老机构服务质量建设工作通知如下，请结合实际抓好落实。"
SENTENCE = "各单位要对照标准逐院逐项排查，做到底数清、情况明、措施实，年底前重大隐患整改率达到100%。" * 2
TITLES = {
    "short": "关于做好养老机构服务质量建设工作的通知",
    "long": " ".join(NAMES[:5]) + "关于印发《安和县2026年养老院服务质量建设专项行动实施方案》的通知",
}
RECIPIENTS = {
    "few": "各乡镇人民政府、街道办事处",
    "many": "、".join(f"第{number}镇人民政府" for number in range(1, 40)),
}
FACES: tuple[tuple[Face, Direction], ...] = (
    ("document", "down"), ("document", "up"), ("letter", "level"), ("order", "down"), ("minutes", "down"),
)  # fmt: skip
_NUMBER = re.compile(r"— ?\d+ ?—")
_INK_MM = 0.4  # a glyph's own side bearing and what PDFium rounds
_HUNG_MM = 6.0  # a mark at a line's end may hang outside by its cell


@dataclass(frozen=True)
class Case:
    face: Face
    direction: Direction
    issuers: int
    attachments: int
    signature: str
    wording: str

    def document(self) -> Document:
        """The document of this case: a notice of three paragraphs."""
        names, several = NAMES[: self.issuers], self.issuers > 1
        long = self.wording == "long"
        letter, minutes = self.face == "letter", self.face == "minutes"
        return Document(
            "case@2026", "case", self.face, self.direction,
            title=() if self.face == "order" else words(TITLES["long" if long and several else "short"]),
            body=(
                Paragraph("p1", words(OPENING)),
                *(Paragraph(f"p{number}", words(SENTENCE)) for number in range(2, 5)),
            ),
            header=Header(
                names[:1] if letter or minutes else names,
                suffix={"letter": "", "order": "令", "minutes": "会议纪要"}.get(self.face, "文件"),
                number=words("安民发〔2026〕12号"),
                signers=tuple(words("王某某") for _ in names[:4]) if self.direction == "up" else (),
                copy_number="000012",
                classification="机密★1年" if self.attachments == 3 else "",
                urgency="特急",
            ),
            recipients=() if self.face in ("order", "minutes") else words(RECIPIENTS["many" if long else "few"]),
            attachments=tuple(
                Attachment(words(f"养老机构名单之{number}"), Named()) for number in range(self.attachments)
            ),
            closing=Closing(
                () if minutes else tuple(Signatory(name, post=self._post(name)) for name in names),
                words("2026年12月31日"),
                sealed=self.signature == "sealed",
                remark=words("此件公开发布") if self.signature == "remark" else (),
            ),
            imprint=Imprint((), ()) if letter else Imprint(words("安和县民政局办公室"), words("2026年12月31日印发")),
        )  # fmt: skip

    def _post(self, name: str) -> str:
        return f"{name}局长" if self.signature == "signer" else ""


CASES = tuple(
    Case(face, direction, issuers, attachments, signature, wording)
    for (face, direction), issuers, attachments, signature, wording in product(
        FACES, (1, 2, 3, 5, 7, 11), (0, 1, 3), ("sealed", "unsealed", "remark", "signer"), ("short", "long")
    )
    if not (issuers > 1 and face in ("minutes", "order"))
    and not (issuers > 4 and direction == "up")
    and not (wording == "long" and face in ("minutes", "order"))
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
