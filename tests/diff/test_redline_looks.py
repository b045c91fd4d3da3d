"""花脸稿: looks, sections, and what programs write on their own."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from reporter.diff.redline import redline
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from tests.diff.random_edits import edit_text
from tests.diff.redlines import BODY, MAIN, REVISION, Element, changed, marks, proved, rendered, word


def test_another_look_keeps_the_former_one() -> None:
    def bold(root: Element) -> None:
        run = list(root.iter(qn("w:r")))[1]
        run.insert(0, etree.fromstring(f'<w:rPr xmlns:w="{run.nsmap["w"]}"><w:b/></w:rPr>'))

    old = word(BODY)
    made = proved(old, changed(old, bold))
    assert len(list(Package.read(made).tree(MAIN).iter(qn("w:rPrChange")))) == 1
    assert not marks(made, "w:ins")


def test_other_margins_are_a_change_of_the_section() -> None:
    def narrow(root: Element) -> None:
        next(root.iter(qn("w:pgMar"))).set(qn("w:left"), "1000")

    old = word(BODY)
    root = Package.read(proved(old, changed(old, narrow))).tree(MAIN)
    assert len(list(root.iter(qn("w:sectPrChange")))) == 1


def saved_by(data: bytes, program: str, edit: Callable[[Element], None]) -> bytes:
    package = Package.read(changed(data, edit))
    package.members["docProps/app.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{program}</Application></Properties>"
    ).encode()
    return package.data()


def respaced(root: Element) -> None:
    """What a program writes on its own: spacing that says what held before, its own name of a size."""
    for look in root.iter(qn("w:pPr")):
        if look.find(qn("w:spacing")) is None:
            place = sum(node.tag in (qn("w:pStyle"), qn("w:keepNext")) for node in look)
            look.insert(place, etree.fromstring(f'<w:spacing xmlns:w="{look.nsmap["w"]}" w:after="0"/>'))


def test_what_another_program_writes_on_its_own_is_no_change() -> None:
    old = rendered(5)
    new = saved_by(old, "LibreOffice/24.2$Linux", respaced)
    root = Package.read(redline(old, new, REVISION)).tree(MAIN)
    assert not [node for node in root.iter() if str(node.tag).endswith(("Change", "}ins", "}del"))]


def test_the_same_program_is_taken_at_its_word() -> None:
    old = rendered(5)
    root = Package.read(proved(old, changed(old, respaced))).tree(MAIN)
    assert list(root.iter(qn("w:pPrChange")))


def test_only_what_changed_is_marked() -> None:
    def edit(root: Element) -> None:
        edit_text(root, 40)

    old = rendered(3)
    root = Package.read(proved(old, changed(old, edit))).tree(MAIN)
    tags = (
        "ins",
        "del",
        "pPrChange",
        "rPrChange",
        "tcPrChange",
        "trPrChange",
        "tblPrChange",
        "tblGridChange",
    )
    found = [etree.QName(node).localname for node in root.iter(*(qn(f"w:{tag}") for tag in tags))]
    assert sorted(found) in (["del", "ins"], ["ins"])
