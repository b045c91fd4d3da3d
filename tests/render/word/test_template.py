"""Face templates: what is shipped is what the builder makes, filled as docxtpl fills it, in a sandbox."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from reporter.document.model import Face
from reporter.errors import TemplateError
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package, parse
from reporter.render import docx
from reporter.render.faces.build import FACES, build
from reporter.render.word import template as templates
from reporter.render.word.blocks import fill
from tests.render import documents
from tests.render.docx_page import text, value

SHIPPED = Path(__file__).parents[3] / "templates" / "docx"
MAIN = "word/document.xml"


def edited(old: str, new: str, face: Face = "plain") -> bytes:
    """A template in which a clerk has changed something."""
    package = Package.read(build(face))
    source = package.members[MAIN].decode()
    assert old in source
    package.members[MAIN] = source.replace(old, new).encode()
    return package.data()


def written(folder: Path, data: bytes) -> Path:
    (folder / "plain.docx").write_bytes(data)
    return folder


@pytest.mark.parametrize("face", FACES)
def test_the_shipped_template_is_what_the_builder_makes(face: Face) -> None:
    assert (SHIPPED / f"{face}.docx").read_bytes() == build(face)


@pytest.mark.parametrize(
    "maker", [documents.joint_notice, documents.upward_report, documents.letter, documents.hostile]
)
def test_every_part_is_filled_as_docxtpl_fills_it(maker: Any) -> None:
    document = maker()
    filled = fill(document)
    context = {"blocks": filled.blocks, "state": filled.state, "title": ""}
    ours = templates.load(document.face)
    theirs = DocxTemplate(io.BytesIO(build(document.face)))
    theirs.render(context, templates.environment())
    saved = io.BytesIO()
    theirs.save(saved)
    package = Package.read(saved.getvalue())
    for part in ours.parts:
        filled_by_them = package.tree(part)
        whole = filled_by_them.find(qn("w:body")) if part == MAIN else filled_by_them
        assert whole is not None
        assert canonical(parse(ours.render(part, context).encode())) == canonical(whole), part


def canonical(root: etree._Element) -> bytes:
    """Without column widths, which docxtpl evens out and we set from the data anyway."""
    for name in ("w:tblGrid", "w:tcW"):
        for found in list(root.iter(qn(name))):
            found.getparent().remove(found)
    return etree.tostring(root, method="c14n", exclusive=True)


def test_a_restyled_sample_shows_in_every_paragraph_of_its_kind(tmp_path: Path) -> None:
    sample = '<w:pPr><w:pStyle w:val="GWBody"/></w:pPr><w:r>'
    restyled = sample + '<w:rPr><w:color w:val="0000FF"/></w:rPr>'
    folder = written(tmp_path, edited(sample, restyled))
    root = Package.read(docx.render(documents.long_text(2), templates=folder).data).tree(MAIN)
    runs = [
        run
        for p in root.iter(qn("w:p"))
        if value(p, "w:pPr/w:pStyle") == "GWBody"
        for run in p.iter(qn("w:r"))
    ]
    assert {value(run, "w:rPr/w:color") for run in runs} == {"0000FF"}


def test_a_tag_that_the_editor_split_into_runs_still_works(tmp_path: Path) -> None:
    split = '{{ b.</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>number }}'
    folder = written(tmp_path, edited("{{ b.number }}", split))
    whole = text(Package.read(docx.render(documents.long_text(1), templates=folder).data).tree(MAIN))
    assert "各乡镇人民政府" in whole and "b." not in whole


def test_an_unknown_name_stops_with_the_templates_name(tmp_path: Path) -> None:
    folder = written(tmp_path, edited("{{ b.text }}", "{{ b.texxt }}"))
    with pytest.raises(TemplateError, match=r"plain\.docx.*texxt"):
        docx.render(documents.long_text(1), templates=folder)


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ 'a' * 10 ** 11 }}",
        "{{ blocks.append(1) }}",
    ],
)
def test_a_template_cannot_reach_python_or_fill_the_memory(attack: str, tmp_path: Path) -> None:
    folder = written(tmp_path, edited("{{ b.text }}", attack.replace("'", "&#39;")))
    with pytest.raises(TemplateError):
        docx.render(documents.long_text(1), templates=folder)


def test_tags_that_do_not_pair_are_an_error_with_the_templates_name(tmp_path: Path) -> None:
    folder = written(tmp_path, edited("{%p endfor %}", "{%p endfo %}"))
    with pytest.raises(TemplateError, match=r"plain\.docx"):
        docx.render(documents.long_text(1), templates=folder)


def test_a_template_is_compiled_once_for_many_documents() -> None:
    templates.compile_template.cache_clear()
    for _ in range(3):
        docx.render(documents.long_text(1))
    assert templates.compile_template.cache_info().misses == 1


@pytest.mark.parametrize("face", FACES)
def test_no_tag_stands_in_a_paragraph_that_holds_a_section_break(face: Face) -> None:
    root = Package.read(build(face)).tree(MAIN)
    for section in root.iter(qn("w:sectPr")):
        paragraph = section.getparent().getparent()
        assert paragraph.tag == qn("w:document") or text(paragraph) == ""


@pytest.mark.parametrize("face", FACES)
def test_no_tag_stands_in_an_attribute(face: Face) -> None:
    package = Package.read(build(face))
    for name in package.members:
        if name.endswith(".xml"):
            values = [str(v) for element in package.tree(name).iter() for v in element.attrib.values()]
            assert not [v for v in values if "{%" in v or "{{" in v]


def test_the_next_process_needs_neither_docxtpl_nor_the_compiler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTER_CACHE", str(tmp_path))
    document = documents.joint_notice()
    filled = fill(document)
    context = {"blocks": filled.blocks, "state": filled.state, "title": ""}
    try:
        templates.compile_template.cache_clear()
        compiled = templates.load(document.face)
        first = {part: compiled.render(part, context) for part in compiled.parts}
        templates.compile_template.cache_clear()
        monkeypatch.setattr(templates, "sources", None)
        compiled = templates.load(document.face)
        again = {part: compiled.render(part, context) for part in compiled.parts}
    finally:
        templates.compile_template.cache_clear()
    assert again == first
