"""What we print ourselves gives no error when it is checked: every lawful combination of face, direction, issuers,
attachments and signature, as PDF and as DOCX. A fixed sample here, all of them in `make test-deep`."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace

from reporter.check.judging import Manner, judge, subject_of
from reporter.document.inline import Blank, Text, words
from reporter.document.model import (
    Closing,
    Document,
    Paragraph,
    Signatory,
)
from reporter.render import docx, pdf
from tests.faces import FACES, SENTENCE, UNADDRESSED, FacedCase, lawful

SIGNERS = ("许知远", "周某某", "王某", "陈明远")
SHORT = "请于6月30日前报送。"
FEW = "各养老机构"
MANY = "、".join(f"第{number}养老服务中心" for number in range(1, 40))
COPIES = "，".join(f"临澜市第{number}养老服务中心" for number in range(1, 42)) + "。"
LAYOUT_ASIDE = Manner(render=False)
PLACES = ("GW306", "GW409")
"""Rules about places that only remind, and that a wrong reading of the page would call up."""


class Case(FacedCase, frozen=True):
    sealed: bool
    body: int
    """Paragraphs of four lines; 0 is one line that ends early."""
    recipients: str = FEW
    copies: str = ""
    lead_only: bool = False

    def document(self) -> Document:
        up, letter = self.direction == "up", self.face == "letter"
        long = tuple(Paragraph(f"p{number}", words(SENTENCE)) for number in range(self.body))
        signed = () if self.face == "minutes" else tuple(map(Signatory, self.names))
        return self.built(
            f"关于养老机构工作情况的{'报告' if up else '函' if letter else '通知'}",
            long or (Paragraph("p", words(SHORT)),),
            self.header(SIGNERS[: self.issuers], alone=self.lead_only),
            "临澜市民政局" if up else self.recipients,
            Closing(signed, words("2026年6月2日"), sealed=self.sealed),
            self.imprint("2026年6月2日", self.copies),
        )


SAMPLE = (
    Case("document", "down", 11, 0, True, 3),
    Case("document", "down", 7, 3, True, 3),
    Case("document", "down", 1, 1, False, 3, recipients=MANY),
    Case("document", "down", 1, 0, True, 0, copies=COPIES),
    Case("document", "down", 2, 0, True, 0),
    Case("document", "down", 4, 0, True, 1, lead_only=True),
    Case("document", "up", 1, 0, True, 0),
    Case("document", "up", 2, 3, False, 0),
    Case("document", "up", 3, 1, True, 3),
    Case("document", "up", 4, 0, False, 2),
    Case("letter", "level", 11, 1, True, 3),
    Case("letter", "level", 2, 3, False, 3, recipients=MANY),
    Case("order", "down", 1, 3, True, 4),
    Case("minutes", "down", 1, 0, True, 2),
)
CASES = tuple(
    Case(face, direction, issuers, attachments, sealed, body, recipients)
    for (face, direction), issuers, attachments, sealed, body, recipients in product(
        FACES, (1, 2, 3, 4, 5, 7, 11), (0, 1, 3), (True, False), (0, 1, 3, 4), (FEW, MANY)
    )
    if lawful(face, direction, issuers)
    and not (recipients == MANY and (direction == "up" or face in UNADDRESSED))
)


def _named(case: Case) -> str:
    shape = (
        case.face,
        case.direction,
        case.issuers,
        case.attachments,
        "sealed" if case.sealed else "plain",
        case.body,
    )
    more = [
        name
        for name, said in (("to", case.recipients == MANY), ("cc", case.copies), ("lead", case.lead_only))
        if said
    ]
    return "-".join(map(str, [*shape, *more]))


def _errors(document: Document, folder: Path) -> list[str]:
    found = []
    for name, data in (("a.pdf", pdf.render(document).data), ("a.docx", docx.render(document).data)):
        path = folder / name
        path.write_bytes(data)
        verdict = judge(subject_of(path, LAYOUT_ASIDE))
        found += [str(one) for one in verdict.findings if one.severity == "error" or one.code in PLACES]
    return found


@pytest.mark.parametrize("case", SAMPLE, ids=_named)
def test_a_document_of_ours_gives_no_error(case: Case, tmp_path: Path) -> None:
    assert _errors(case.document(), tmp_path) == []


def test_blanks_at_the_ends_of_lines_give_no_error(tmp_path: Path) -> None:
    """A blank begins or ends a line, fills one, and parts what a reader must not take for two paragraphs."""
    blank = Blank("空", 8)
    between = Text("，请各单位逐院逐项排查，建立台账，于"), blank, Text("前报送"), blank
    body = (
        (blank, *between, Text("。")), (Text("时间："), blank, Text("；地点："), blank, Text("；约谈人："), blank),
        (Text("共"), *(part for _ in range(9) for part in (Blank("数", 1), Text("家机构、"))), blank, Text("张床位。")),
        (Blank("长", 24), *between, Text("。")),
    )  # fmt: skip
    case = Case("document", "down", 1, 0, True, 1).document()
    document = replace(case, body=tuple(Paragraph(f"p{n}", one) for n, one in enumerate(body)))
    assert _errors(document, tmp_path) == []


@pytest.mark.deep
@pytest.mark.parametrize("case", CASES, ids=_named)
def test_no_document_of_ours_gives_an_error(case: Case, tmp_path: Path) -> None:
    assert _errors(case.document(), tmp_path) == []
