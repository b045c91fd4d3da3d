"""Edited templates: what is caught, what is repaired, and that a repaired one renders the same document."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from reporter.artefacts import office
from reporter.document.model import Face
from reporter.errors import InputError, TemplateError
from reporter.ooxml.names import NAMESPACES, qn
from reporter.ooxml.package import Package
from reporter.render import docx
from reporter.render.faces.build import FACES, build
from reporter.render.faces.draft import MAIN, SETTINGS, STYLES
from reporter.render.faces.lint import Judged, judge
from tests.render import documents
from tests.render.docx_page import text, value

W = f'xmlns:w="{NAMESPACES["w"]}"'
TAG = '<w:p><w:pPr><w:pStyle w:val="GWTag"/></w:pPr><w:r><w:t>'
END = "</w:t></w:r></w:p>"


def edited(*changes: tuple[str, str], part: str = MAIN, face: Face = "document") -> Judged:
    """The verdict on a template in which somebody replaced texts; the first occurrence of each."""
    package = Package.read(build(face))
    source = package.members[part].decode()
    for old, new in changes:
        assert old in source
        source = source.replace(old, new, 1)
    package.members[part] = source.encode()
    return judge(package.data(), face)


def codes(judged: Judged) -> list[str]:
    return [fault.code for fault in judged.faults]


def rendered(judged: Judged, folder: Path) -> list[tuple[str | None, str]]:
    """Style and text of every paragraph of the joint notice in a repaired template."""
    (folder / "document.docx").write_bytes(judged.data)
    return paragraphs(docx.render(documents.joint_notice(), templates=folder).data)


def paragraphs(data: bytes) -> list[tuple[str | None, str]]:
    root = Package.read(data).tree(MAIN)
    return [(value(p, "w:pPr/w:pStyle"), text(p)) for p in root.iter(qn("w:p"))]


@pytest.mark.parametrize("face", FACES)
def test_what_we_build_has_no_faults_and_is_left_alone(face: Face) -> None:
    judged = judge(build(face), face)
    assert judged.faults == ()
    assert judged.data == build(face)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{%p endfor %}</w:t>", "{%p endfor %}{%p if b %}</w:t>", "T102"),
        ("{{ b.number }}", "{ { b.number }}", "T107"),
        ("{{ b.number }}", "{{ b.number }", "T108"),
        ("{{ b.number }}", "b.number }}", "T108"),
        ("{%p if b.k == 'copy_number' %}", "{%p if b.k == '%' %}", "T109"),
        ("{%p endfor %}", "{%p endfo %}", "T110"),
        ("{{ b.number }}", "{{ x.number }}", "T111"),
        ("{{ b.number }}", "{{ b.numbr }}", "T111"),
        ("{{ b.number }}", "{{ b.number.__class__ }}", "T112"),
        ("{{ b.number }}", "{{ range(9) }}", "T112"),
        ("{{ b.number }}", "{{ 'a' * 9 }}", "T112"),
        ("{{ b.number }}", "{% for x in blocks %}{% for y in blocks %}{% endfor %}{% endfor %}", "T112"),
        ("b.k == 'h3'", "b.k == 'h33'", "T121"),
        ("{{ b.number }}{{ b.text }}", "样段", "T151"),
    ],
)
def test_a_tag_broken_by_editing_is_an_error(old: str, new: str, code: str) -> None:
    judged = edited((old, new))
    assert code in [fault.code for fault in judged.errors], codes(judged)


def test_the_message_names_place_text_and_cure() -> None:
    (fault,) = edited(("{{ b.number }}", "{{ b.number }")).errors
    assert str(fault) == "正文第3段“{{ b.number }{{ b.text }}”：标记不完整，缺了一半括号"
    assert "template build" in fault.hint


def test_a_block_tag_inside_a_content_control_is_an_error() -> None:
    tag = f"{TAG}{{%p endfor %}}{END}"
    judged = edited((tag, f"<w:sdt><w:sdtPr/><w:sdtContent>{tag}</w:sdtContent></w:sdt>"))
    assert "T103" in [fault.code for fault in judged.errors]


def test_revisions_have_to_be_settled_first() -> None:
    run = "<w:r><w:t>{{ b.number }}{{ b.text }}</w:t></w:r>"
    judged = edited((run, f'<w:ins w:id="1" w:author="甲">{run}</w:ins>'))
    assert [fault.code for fault in judged.errors] == ["T104"]


def test_comments_are_taken_out() -> None:
    run = "<w:r><w:t>{{ b.number }}{{ b.text }}</w:t></w:r>"
    marked = f'<w:commentRangeStart w:id="0"/>{run}<w:commentRangeEnd w:id="0"/>'
    judged = edited((run, marked))
    assert codes(judged) == ["T105"] and judged.errors == ()
    assert b"commentRange" not in Package.read(judged.data).members[MAIN]


def test_full_width_braces_become_half_width_ones(tmp_path: Path) -> None:
    changes = ("{{ b.number }}", "｛｛ b.number ｝｝"), ("{%p endfor %}", "｛％p endfor ％｝")
    judged = edited(*changes)
    assert codes(judged) == ["T106", "T106"] and judged.errors == ()
    assert rendered(judged, tmp_path) == paragraphs(docx.render(documents.joint_notice()).data)


def test_a_section_break_in_the_paragraph_of_a_tag_is_moved_out(tmp_path: Path) -> None:
    package = Package.read(build("document"))
    root = package.tree(MAIN)
    tag = next(p for p in root.iter(qn("w:p")) if "section_landscape" in text(p))
    following = tag.getnext()
    assert following is not None
    tag.find(qn("w:pPr")).append(following.find(f"{qn('w:pPr')}/{qn('w:sectPr')}"))
    root.find(qn("w:body")).remove(following)
    package.write(MAIN, root)
    judged = judge(package.data(), "document")
    assert (codes(judged), judged.errors) == (["T101"], ())
    assert Package.read(judged.data).members[MAIN].count(b"<w:sectPr") == 5


def test_a_lost_section_break_is_an_error() -> None:
    package = Package.read(build("document"))
    root = package.tree(MAIN)
    tag = next(p for p in root.iter(qn("w:p")) if "section_landscape" in text(p))
    root.find(qn("w:body")).remove(tag.getnext())
    package.write(MAIN, root)
    (fault,) = judge(package.data(), "document").errors
    assert (fault.code, "横排A4分节" in fault.message) == ("T123", True)


def test_the_grid_comes_back() -> None:
    grid = '<w:docGrid w:type="lines" w:linePitch="579"/>'
    judged = edited((grid, ""), (grid, '<w:docGrid w:linePitch="312"/>'))
    assert (codes(judged), judged.errors) == (["T131"], ())
    grids = list(Package.read(judged.data).tree(MAIN).iter(qn("w:docGrid")))
    assert {(g.get(qn("w:type")), g.get(qn("w:linePitch"))) for g in grids} == {("lines", "579")}
    assert len(grids) == 5


def test_settings_come_back() -> None:
    judged = edited(("<w:evenAndOddHeaders/>", '<w:autoHyphenation w:val="1"/>'), part=SETTINGS)
    assert codes(judged) == ["T132"]
    assert Package.read(judged.data).members[SETTINGS] == Package.read(build("document")).members[SETTINGS]


def test_switches_of_chinese_text_come_back() -> None:
    judged = edited(("<w:kinsoku/>", ""), ('<w:overflowPunct w:val="0"/>', "<w:overflowPunct/>"), part=STYLES)
    assert codes(judged) == ["T135"]
    normal = Package.read(judged.data).tree(STYLES).find(qn("w:style"))
    assert normal.find(f"{qn('w:pPr')}/{qn('w:kinsoku')}") is not None
    assert value(normal, "w:pPr/w:overflowPunct") == "0"


def test_indents_in_characters_come_back_where_the_twips_are_still_ours() -> None:
    judged = edited(('w:firstLineChars="200" ', ""), part=STYLES)
    assert codes(judged) == ["T133"]
    assert Package.read(judged.data).members[STYLES].count(b'firstLineChars="200"') == 7


def test_an_indent_that_somebody_changed_stays_changed() -> None:
    judged = edited(('w:firstLineChars="200" w:firstLine="632"', 'w:firstLine="900"'), part=STYLES)
    assert codes(judged) == []
    assert b'w:firstLine="900"' in Package.read(judged.data).members[STYLES]


def test_style_ids_come_back_by_the_chinese_names(tmp_path: Path) -> None:
    package = Package.read(build("document"))
    for part in (MAIN, STYLES):
        package.members[part] = package.members[part].replace(b'"GWBody"', b'"a7"')
    judged = judge(package.data(), "document")
    assert codes(judged) == ["T122"]
    assert rendered(judged, tmp_path) == paragraphs(docx.render(documents.joint_notice()).data)


def test_a_lost_style_comes_back_from_the_table() -> None:
    package = Package.read(build("document"))
    root = package.tree(STYLES)
    root.remove(next(s for s in root.iter(qn("w:style")) if s.get(qn("w:styleId")) == "GWRemark"))
    package.write(STYLES, root)
    judged = judge(package.data(), "document")
    assert codes(judged) == ["T124"]
    assert b'w:styleId="GWRemark"' in Package.read(judged.data).members[STYLES]


def test_other_margins_are_said_and_left() -> None:
    package = Package.read(build("document"))
    package.members[MAIN] = package.members[MAIN].replace(b'w:top="2098"', b'w:top="1440"')
    judged = judge(package.data(), "document")
    assert (codes(judged), judged.errors) == (["T139"], ())


def test_a_file_that_is_no_document_is_refused() -> None:
    with pytest.raises(InputError):
        judge(b"%PDF-1.7", "document")


def test_a_build_refuses_a_broken_template_and_says_what_to_do(tmp_path: Path) -> None:
    package = Package.read(build("plain"))
    package.members[MAIN] = package.members[MAIN].replace(b"{{ b.number }}", b"{{ b.number }")
    (tmp_path / "plain.docx").write_bytes(package.data())
    with pytest.raises(TemplateError, match="缺了一半括号") as raised:
        docx.render(documents.long_text(1), templates=tmp_path)
    assert "reporter template lint" in raised.value.hint


@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("face", ["document", "letter"])
def test_a_template_saved_by_libreoffice_renders_the_same_document(face: Face, tmp_path: Path) -> None:
    judged = judge(office.resaved(build(face)), face)
    assert judged.errors == ()
    (tmp_path / f"{face}.docx").write_bytes(judged.data)
    document = documents.letter() if face == "letter" else documents.joint_notice()
    ours, theirs = docx.render(document), docx.render(document, templates=tmp_path)
    assert paragraphs(ours.data) == paragraphs(theirs.data)
    assert looks(ours.data) == looks(theirs.data)
    (tmp_path / "result.docx").write_bytes(theirs.data)
    found = OpenXmlValidator().validate(str(tmp_path / "result.docx")).errors
    assert [str(error) for error in found] == []


def looks(data: bytes) -> dict[str, tuple[object, ...]]:
    """What decides the look of each of our styles, by its Chinese name."""
    found = {}
    for style in Package.read(data).tree(STYLES).iter(qn("w:style")):
        name, indent = value(style, "w:name") or "", style.find(f"{qn('w:pPr')}/{qn('w:ind')}")
        if name.startswith("公文") and style.get(qn("w:type")) == "paragraph":
            found[name] = (
                value(style, "w:rPr/w:rFonts", "eastAsia"), value(style, "w:rPr/w:sz"),
                value(style, "w:pPr/w:spacing", "line"), value(style, "w:pPr/w:jc"),
                sorted(indent.attrib.items()) if indent is not None else [],
                (etree.QName(style).localname, value(style, "w:pPr/w:snapToGrid") in ("0", "false")),
            )  # fmt: skip
    return found
