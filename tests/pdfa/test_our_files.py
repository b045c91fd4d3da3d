"""Our PDF files under the clauses of PDF/A-2 (ISO 19005-2), and that each clause is really looked at."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name, Pdf

from reporter.document.inline import words
from reporter.document.model import Document
from reporter.render import pdf
from reporter.render.parts import cut
from tests.pdfa.rules import faults
from tests.render import documents


@pytest.mark.parametrize("maker", documents.MAKERS, ids=lambda maker: maker.__name__)
def test_every_face_keeps_the_standard(maker: Callable[[], Document]) -> None:
    assert faults(pdf.render(maker()).data) == []


def test_a_file_that_is_joined_from_parts_keeps_the_standard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "is_big", lambda document: True)
    monkeypatch.setattr(cut, "PART_ROWS", 20)
    assert faults(pdf.render(documents.ledger(50)).data) == []


def test_a_character_that_no_font_has_breaks_it() -> None:
    """Such a document has an error (GW713), with which it is not issued and so never archived."""
    found = faults(pdf.render(replace(documents.letter(), title=words("关于😀的函"))).data)
    assert any("6.2.11.8" in fault for fault in found)


@pytest.fixture(scope="module")
def sound() -> bytes:
    return pdf.render(documents.letter()).data


def _catalog(key: str, value: object) -> Callable[[Pdf], None]:
    return lambda file: file.Root.__setitem__(key, value)


def _first_font(file: Pdf) -> pikepdf.Object:
    return next(iter(file.pages[0].obj.Resources.Font.values()))


def _wider(file: Pdf) -> None:
    for font in file.pages[0].obj.Resources.Font.values():
        font.DescendantFonts[0].W = Array([0, 60000, 777])


def _without_unicode(file: Pdf) -> None:
    _first_font(file).ToUnicode = file.make_stream(b"")


def _linked(**entries: object) -> Callable[[Pdf], None]:
    def change(file: Pdf) -> None:
        note = {"Type": Name.Annot, "Subtype": Name.Link, "Rect": Array([0, 0, 9, 9]), "F": 4} | entries
        file.pages[0].obj.Annots = Array([file.make_indirect(Dictionary(**note))])

    return change


def _drawn(operators: bytes) -> Callable[[Pdf], None]:
    return lambda file: file.pages[0].contents_add(operators)


def _state(file: Pdf) -> None:
    file.pages[0].obj.Resources.ExtGState.Mine = Dictionary(TR=Name.Identity)


def _without_font_file(file: Pdf) -> None:
    del _first_font(file).DescendantFonts[0].FontDescriptor["/FontFile3"]


def _other_title(file: Pdf) -> None:
    file.docinfo.Title = "另一个标题"


def _of_part_one(file: Pdf) -> None:
    text = file.Root.Metadata.read_bytes().replace(b'part="2"', b'part="1"')
    file.Root.Metadata.write(text)


def _scaled_profile(file: Pdf) -> None:
    file.Root.OutputIntents[0].DestOutputProfile.N = 4


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        (_catalog("/OutputIntents", Array()), "6.2.3"),
        (_scaled_profile, "6.2.3"),
        (_catalog("/AcroForm", Dictionary()), "6.4.1"),
        (_catalog("/AA", Dictionary()), "6.5.2"),
        (_catalog("/OpenAction", Dictionary(S=Name.JavaScript, JS="app.beep()")), "6.5.1"),
        (_catalog("/Names", Dictionary(EmbeddedFiles=Dictionary())), "6.8"),
        (_catalog("/OCProperties", Dictionary()), "6.9"),
        (_catalog("/MarkInfo", Dictionary()), "6.7.2"),
        (_wider, "6.2.11.5"),
        (_without_unicode, "6.2.11.7.2"),
        (_without_font_file, "6.2.11.4.1"),
        (_linked(F=2), "6.3.2"),
        (_linked(Subtype=Name.Movie), "6.3.1"),
        (_linked(A=Dictionary(S=Name.Launch)), "6.5.1"),
        (_drawn(b"0 0 0 1 k"), "6.2.4.3"),
        (_drawn(b"q " * 30 + b"Q " * 30), "6.1.13"),
        (_state, "6.2.5"),
        (_other_title, "6.1.5"),
        (_of_part_one, "6.6.4"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_breaks_a_clause_is_found(sound: bytes, change: Callable[[Pdf], None], clause: str) -> None:
    with Pdf.open(io.BytesIO(sound)) as file:
        change(file)
        out = io.BytesIO()
        file.save(out, deterministic_id=True, fix_metadata_version=False)
    assert any(fault.startswith(clause) for fault in faults(out.getvalue())), faults(out.getvalue())


@pytest.mark.parametrize(
    ("spoiled", "clause"),
    [
        (lambda data: data[data.index(b"\n") + 1 :], "6.1.2"),
        (lambda data: data.replace(data.split(b"\n")[1], b"%abcd", 1), "6.1.2"),
        (lambda data: data + b"more", "6.1.3"),
    ],
)
def test_a_spoiled_head_or_tail_is_found(
    sound: bytes, spoiled: Callable[[bytes], bytes], clause: str
) -> None:
    assert any(fault.startswith(clause) for fault in faults(spoiled(sound)))


def test_a_password_is_found(sound: bytes) -> None:
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(sound)) as file:
        file.save(out, encryption=pikepdf.Encryption(owner="x", user=""))
    assert any(fault.startswith("6.1.3: encrypted") for fault in faults(out.getvalue()))
