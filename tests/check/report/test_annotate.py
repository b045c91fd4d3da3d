"""The Word copy: each finding at its paragraph and its characters, the text as it was."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openxml_audit import OpenXmlValidator

from reporter.artefacts.seen.whole import see
from reporter.check.finding import Finding, Where
from reporter.check.report import annotate
from reporter.check.report.annotate import annotated, is_ours
from reporter.document.model import Document
from reporter.errors import InputError
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render import docx as ours
from tests.render import documents

TEXTS = ("关于做好检查的通知", "各乡镇：", "检查中发现隐患12条。", "检查中发现隐患12条。")


def word() -> bytes:
    document = docx.Document()
    for text in TEXTS:
        document.add_paragraph(text)
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "已整改（30）"
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def finding(spot: str = "", quote: str = "", page: int = 0) -> Finding:
    return Finding(
        "GW201",
        "error",
        "括号不对",
        "改成〔〕",
        Where("通知.docx", page, spot, quote),
        "GB/T 9704-2012 7.2.5",
    )


def anchors(data: bytes) -> list[tuple[int, str]]:
    """For each comment the index of its paragraph and the text between its marks."""
    found = []
    for index, paragraph in enumerate(Package.read(data).tree("word/document.xml").iter(qn("w:p"))):
        for start in paragraph.iter(qn("w:commentRangeStart")):
            text = ""
            for node in start.itersiblings():
                if node.tag == qn("w:commentRangeEnd") and node.get(qn("w:id")) == start.get(qn("w:id")):
                    break
                text += "".join(part.text or "" for part in node.iter(qn("w:t")))
            found.append((index, text))
    return found


@pytest.mark.parametrize(
    ("one", "place"),
    [
        (finding("第3段", "隐患12条"), (2, "隐患12条")),
        (finding("第4段", "…隐患12条…"), (3, "隐患12条")),
        (finding("第4段", "没有这句"), (3, TEXTS[3])),
        (finding("表1第2行第2列", "（30）"), (7, "（30）")),
        (finding("", "各乡镇"), (1, "各乡镇")),
        (finding("第1节"), (0, TEXTS[0])),
        (finding("第99段", "没有"), (0, TEXTS[0])),
    ],
)
def test_a_finding_stands_where_it_says(one: Finding, place: tuple[int, str]) -> None:
    data = word()
    assert anchors(annotated(data, see(data, "docx"), [one])) == [place]


_BOX = (
    f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>联系人：某某</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def test_a_finding_in_a_text_box_stands_at_the_paragraph_that_it_hangs_on() -> None:
    document = docx.Document(io.BytesIO(word()))
    document.paragraphs[2]._p.append(parse_xml(_BOX))
    saved = io.BytesIO()
    document.save(saved)
    seen = see(saved.getvalue(), "docx")
    box = next(para for para in seen.paras if para.place == "box")
    copy = annotated(saved.getvalue(), seen, [finding(f"第{box.number}段", "联系人")])
    assert [index for index, _ in anchors(copy)] == [2]
    (comment,) = docx.Document(io.BytesIO(copy)).comments
    assert comment.text.startswith(f"错误 GW201：第{box.number}段“联系人”：括号不对")


def test_the_comment_says_what_is_wrong_what_to_do_and_by_which_clause() -> None:
    data = word()
    copy = docx.Document(
        io.BytesIO(annotated(data, see(data, "docx"), [finding("第3段", "隐患"), finding("第1节")]))
    )
    assert [(one.author, one.text) for one in copy.comments] == [
        ("检查", "错误 GW201：括号不对\n怎么办：改成〔〕\n依据：GB/T 9704-2012 7.2.5"),
        ("检查", "错误 GW201：第1节：括号不对\n怎么办：改成〔〕\n依据：GB/T 9704-2012 7.2.5"),
    ]
    assert [paragraph.text for paragraph in copy.paragraphs] == list(TEXTS)


@pytest.mark.parametrize("maker", [documents.joint_notice, documents.plain_form, documents.hostile])
def test_many_findings_on_our_own_document_leave_a_valid_file_with_the_same_text(
    maker: Callable[[], Document], tmp_path: Path
) -> None:
    data = ours.render(maker()).data
    seen = see(data, "docx")
    paras = [para for para in seen.paras if para.text and para.place in ("text", "cell")]
    told = [finding(f"第{para.number}段", para.text[1:4]) for para in paras for _ in range(2)]
    assert len(told) > 20
    path = tmp_path / "copy.docx"
    path.write_bytes(annotated(data, seen, told))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert see(path.read_bytes(), "docx").paras == seen.paras
    assert len(anchors(path.read_bytes())) == len(told)


def test_the_rest_of_too_many_findings_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotate, "MOST", 2)
    data = word()
    copy = docx.Document(io.BytesIO(annotated(data, see(data, "docx"), [finding("第3段")] * 5)))
    assert [one.text for one in copy.comments][-1] == "另有3处没有标出，见检查结果。"


def test_a_copy_is_known_as_ours_until_somebody_changes_it() -> None:
    data = word()
    copy = annotated(data, see(data, "docx"), [finding("第3段")])
    edited = Package.read(copy)
    edited.members["word/document.xml"] = edited.members["word/document.xml"].replace(
        "通知".encode(), "函".encode()
    )
    assert (is_ours(copy), is_ours(edited.data()), is_ours(data), is_ours(b"")) == (True, False, False, False)


def test_the_same_findings_give_the_same_bytes() -> None:
    data = word()
    first, second = (annotated(data, see(data, "docx"), [finding("第3段", "隐患")]) for _ in range(2))
    assert first == second


def test_a_file_in_the_strict_format_is_refused_with_a_cure() -> None:
    package = Package.read(word())
    for name, part in package.members.items():
        package.members[name] = part.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    data = package.data()
    with pytest.raises(InputError, match="严格") as refused:
        annotated(data, see(data, "docx"), [finding()])
    assert "另存" in refused.value.hint
