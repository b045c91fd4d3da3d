"""花脸稿: any edits of any face lead to both drafts, and no number is parted."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

from reporter.diff.redline import redline
from reporter.document.inline import Text, words
from reporter.document.model import Attachment, Paragraph
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render import docx as ours
from tests.diff.random_edits import EDITS
from tests.diff.redlines import FACES, MAIN, REVISION, Element, changed, proved, rendered
from tests.diff.resolver import state
from tests.render import documents


@settings(max_examples=40)
@given(
    face=st.integers(0, len(FACES) - 1),
    steps=st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 997)), min_size=1, max_size=8),
    back=st.booleans(),
)
def test_any_edits_lead_to_both_drafts(
    face: int, steps: list[tuple[Callable[[Element, int], None], int]], back: bool
) -> None:
    old = rendered(face)

    def edit(root: Element) -> None:
        for step, at in steps:
            step(root, at)

    new = changed(old, edit)
    if back:
        old, new = new, old
    made = proved(old, new)
    assert_no_number_parted(made)


def attached(face: int, order: tuple[int, ...]) -> bytes:
    """A sample with these attachments: text, tables on paper of their own, a document."""
    sample = FACES[face]()
    texts = (
        Paragraph("points", (Text("一是消防设施老化，共36处。"),)),
        Paragraph("more", (Text("二是应急预案缺项。"),)),
    )
    inner = replace(documents.long_text(3), title=words("整改工作要点"), body=texts, attachments=())
    every = (*documents.upward_report().attachments, Attachment(words("整改工作要点"), inner))
    return ours.render(replace(sample, attachments=tuple(every[at % len(every)] for at in order))).data


@settings(max_examples=12)
@given(
    face=st.sampled_from((0, 1, 4, 6)),
    old=st.permutations(range(3)).map(tuple),
    new=st.permutations(range(3)).map(tuple),
    cut=st.tuples(st.integers(0, 3), st.integers(0, 3)),
)
def test_attachments_come_go_and_change_places(
    face: int, old: tuple[int, ...], new: tuple[int, ...], cut: tuple[int, int]
) -> None:
    assert_no_number_parted(proved(attached(face, old[: cut[0]]), attached(face, new[: cut[1]])))


def assert_no_number_parted(data: bytes) -> None:
    """Digits of one number never stand partly inside a change: for each side its figures are marked whole."""
    for paragraph in Package.read(data).tree(MAIN).iter(qn("w:p")):
        for dead in ("w:del", "w:ins"):
            signs = []
            for node in paragraph.iter(qn("w:t"), qn("w:delText")):
                inside = {one.tag for one in node.iterancestors()}
                if qn(dead) in inside:
                    continue
                marked = bool(inside & {qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo")})
                signs += [(sign, marked) for sign in node.text or ""]
            text = "".join(sign for sign, _ in signs)
            for number in re.finditer(r"\d+(?:[.,]\d+)*%?", text):
                found = {marked for _, marked in signs[number.start() : number.end()]}
                assert len(found) == 1, text


def test_the_state_of_a_file_without_changes_is_one() -> None:
    assert state(rendered(3), accept=True) == state(rendered(3), accept=False)


@pytest.mark.parametrize("face", range(len(FACES)))
def test_any_face_against_any_other_is_valid_and_the_same_every_time(face: int, tmp_path: Path) -> None:
    old, new = rendered(face), rendered((face + 1) % len(FACES))
    file = tmp_path / "花脸稿.docx"
    file.write_bytes(proved(old, new))
    assert file.read_bytes() == redline(old, new, REVISION)
    found = OpenXmlValidator().validate(str(file)).errors
    assert [error.description for error in found if error.severity.name == "ERROR"] == []
