"""The web page: what it is made of, that nothing can break out of it, and that it says what the document says."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reporter.artefacts.folded import fold
from reporter.artefacts.html import read_html
from reporter.check.readback import read_back
from reporter.document.inline import Blank, Break, Note, Text, words
from reporter.document.model import (
    Attachment,
    Closing,
    Column,
    Document,
    Header,
    Heading,
    Imprint,
    Issued,
    Named,
    Paragraph,
    Row,
    Signatory,
    Table,
    WebField,
)
from reporter.errors import InputError, TemplateError
from reporter.render.formats import format_names, renderer
from reporter.render.html import applies, render
from reporter.text import control_characters
from reporter.typeset.webpieces import web_pieces

TABLE = Table(
    "list",
    "ledger",
    (Column("n", "序号", 3), Column("a", "名称", 10, "left"), Column("b", "床位", 5, "right", "number")),
    (
        Row("g", (words("公办"),) * 3, "group", 3),
        Row("1", (words("1"), words("河口镇敬老院"), words("120"))),
        Row("h", (words("民办"),) * 3, "group", 3),
        Row("2", (words("2"), (Text("康"), Break(), Text("宁院")), (Blank("床位"),))),
        Row("t", (words("合计"), (), words("120")), "total", 2),
    ),
    title=words("机构名单"),
    above=((words("填报单位：民政局"), words("单位：张")),),
    below=((words("审核人："), (Blank("审核人"),)),),
)
DOCUMENT = Document(
    "notice@2026",
    "notice",
    "document",
    "down",
    (Text("关于排查的"), Break(), Text("通知")),
    (
        Paragraph(
            "p1", (Text("对照标准"), Note(words("GB 38600")), Text("，"), Text("逐项", True), Text("排查。"))
        ),
        Heading("h1", 1, words("要求")),
        Heading(
            "h2",
            2,
            words("压实责任。"),
            words("各镇负责，联系人"),
        ),
        Paragraph("p2", (Text("联系人"), Blank("联系人"), Text("。"))),
        TABLE,
    ),
    state="定稿",
    header=Header(
        ("安和县民政局", "安和县财政局"), number=words("安民联发〔2026〕12号"), copy_number="000001"
    ),
    recipients=words("各乡镇人民政府"),
    issued=(Issued("plan", words("实施方案"), (Heading("i1", 1, words("目标")),)),),
    attachments=(
        Attachment(words("要点"), replace(TABLE, id="points", title=(), above=(), below=())),
        Attachment(words("名单"), TABLE, separate=True),
        Attachment(words("办法"), Named()),
    ),
    closing=Closing(
        (Signatory("安和县民政局"), Signatory("安和县财政局", "（代）")),
        words("2026年3月6日"),
        remark=words("此件公开发布"),
    ),
    disclosure=words("公开方式：主动公开"),
    imprint=Imprint(words("办公室"), words("2026年3月7日印发"), words("县委办。")),
    web=(
        WebField("索引号", (Blank("索引号"),)),
        WebField("发布日期", words("2026年3月8日")),
        WebField("发布机构", words("县民政局")),
    ),
)
FILES = {2: ("通知附件2：名单.docx", "通知附件2：名单.pdf")}
TAGS = frozenset({
    "html", "head", "meta", "title", "style", "body", "a", "header", "main", "article", "section", "dl", "div", "dt",
    "dd", "h1", "h2", "h3", "h4", "p", "sup", "span", "strong", "br", "ul", "li", "ol", "time",
    "table", "caption", "thead", "tbody", "tr", "th", "td",
})  # fmt: skip


class Marks(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


def page(document: Document = DOCUMENT) -> bytes:
    return render(document, siblings=FILES).data


def found(document: Document, data: bytes) -> list[str]:
    findings = read_back(document, {}, {"html": data})
    return [finding.code for finding in findings if finding.severity != "info"]


def test_html_is_a_format_of_its_own() -> None:
    assert "html" in format_names() and "web" not in format_names()
    made = renderer("html")(DOCUMENT, FILES)
    assert made is not None and made.data == page()


def test_the_page_is_semantic() -> None:
    marks = Marks(page())
    assert marks.all("html") == [{"lang": "zh-CN"}]
    assert [len(marks.all(tag)) for tag in ("main", "article", "h1", "title", "dl")] == [1] * 5
    assert marks.all("a")[0] == {"class": "skip", "href": "#content", "data-aside": None}
    assert marks.all("main")[0]["id"] == "content"
    assert len(marks.all("table")) == len(marks.all("caption")) == 2
    scopes = [attrs["scope"] for attrs in marks.all("th")][:8]
    assert scopes == ["col", "col", "col", "rowgroup", "row", "rowgroup", "row", "row"]
    levels = [int(tag[1]) for tag, _ in marks.found if tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))


def test_the_texts_stand_in_the_order_of_the_document() -> None:
    texts = list(read_html(page()).texts)
    assert texts[:7] == [
        "安和县民政局，安和县财政局",
        "县民政局",
        "2026年3月6日",
        "关于排查的通知",
        "安民联发〔2026〕12号",
        "2026年3月8日",
        "主动公开",
    ]
    assert texts[7:14] == [
        "关于排查的通知",
        "各乡镇人民政府：",
        "对照标准，逐项排查。",
        "一、要求",
        "（一）压实责任。",
        "各镇负责，联系人",
        "联系人。",
    ]
    assert texts[14:17] == ["机构名单", "填报单位：民政局 单位：张", "序号"]
    joined = "\n".join(texts)
    assert "附件：1.要点\n2.名单\n3.办法" in joined
    assert "安和县财政局（代）\n2026年3月6日\n（此件公开发布）\n" in joined
    assert joined.endswith("公开方式：主动公开\nGB 38600")


def test_what_belongs_to_paper_is_left_out() -> None:
    text = page().decode()
    for absent in ("000001", "印发", "县委办", "抄送", "附件2\n"):
        assert absent not in text.replace("通知附件2", "")


def test_the_page_needs_nothing_from_outside() -> None:
    text = page().decode().lower()
    for outside in (
        "http:",
        "https:",
        "src=",
        "url(",
        "@import",
        "<script",
        "<link",
        "javascript:",
        " style=",
    ):
        assert outside not in text


def test_files_beside_the_page_are_linked_and_bound_attachments_are_places_on_it() -> None:
    links = [attrs["href"] for attrs in Marks(page()).all("a")]
    assert links[1:5] == [
        "#note-1",
        "#attachment-1",
        "%E9%80%9A%E7%9F%A5%E9%99%84%E4%BB%B62%EF%BC%9A%E5%90%8D%E5%8D%95.docx",
        "%E9%80%9A%E7%9F%A5%E9%99%84%E4%BB%B62%EF%BC%9A%E5%90%8D%E5%8D%95.pdf",
    ]
    places = {attrs.get("id") for _, attrs in Marks(page()).found}
    assert {link[1:] for link in links if link and link.startswith("#")} <= places


def test_a_single_bound_attachment_is_a_place_too() -> None:
    single = replace(DOCUMENT, attachments=DOCUMENT.attachments[:1])
    marks = Marks(render(single).data)
    places = {attrs.get("id") for _, attrs in marks.found}
    assert {str(attrs["href"])[1:] for attrs in marks.all("a")} <= places


def test_without_files_beside_it_the_clerk_is_told() -> None:
    assert render(DOCUMENT).warnings[0].startswith("附件2单独成册，网页里没有它的链接")
    assert render(DOCUMENT, siblings=FILES).warnings == ()


def test_missing_values_are_visible() -> None:
    text = page().decode()
    assert '<dd><span class="blank" data-aside>待填<span class="spoken">：索引号</span></span></dd>' in text
    assert '联系人<span class="blank" data-aside>待填<span class="spoken">：联系人</span></span>。' in text
    assert '<td class="right"></td>' in text


def test_a_draft_says_so_and_asks_not_to_be_indexed() -> None:
    draft = page(replace(DOCUMENT, state="草稿", sample=True)).decode()
    assert "data-aside>样稿　草稿</p>" in draft and '<meta name="robots" content="noindex">' in draft
    assert "noindex" not in page().decode()


def test_the_tags_of_government_sites() -> None:
    meta = {attrs.get("name"): attrs.get("content") for attrs in Marks(page()).all("meta")}
    assert meta["ArticleTitle"] == "关于排查的通知"
    assert (meta["PubDate"], meta["ContentSource"]) == ("2026-03-08", "县民政局")
    assert "Keywords" not in meta


def test_an_order_without_title_is_called_by_its_mark() -> None:
    order = Document(
        "o@2026",
        "o",
        "order",
        "down",
        (),
        (Paragraph("p", words("文")),),
        header=Header(("安和县人民政府",), "令", words("第3号")),
    )
    data = render(order).data
    assert '<h1 id="title" data-aside>安和县人民政府令第3号</h1>' in data.decode()
    assert found(order, data) == []


HOSTILE = (
    "</p></main><script>alert('1')</script><img src=x onerror='a()'> &amp; {{ 7*7 }} "
    '"><a href="javascript:a()"> --> ]]>'
)


def test_hostile_text_stays_text() -> None:
    text = words(HOSTILE)
    table = Table(
        HOSTILE, "table", (Column("c", HOSTILE, 9),), (Row("1", ((*text, Note(text)),)),), text, ((text,),)
    )
    hostile = Document(
        HOSTILE,
        HOSTILE,
        "document",
        "down",
        text,
        (Heading("h", 1, text, text), Paragraph("p", (*text, Blank(HOSTILE))), table),
        state=HOSTILE,
        header=Header((HOSTILE,), HOSTILE, text),
        recipients=text,
        disclosure=text,
        attachments=(Attachment(text, table), Attachment(text, table, separate=True)),
        closing=Closing((Signatory(HOSTILE),), text, remark=text),
        web=(WebField("索引号", text), WebField("主题词", text)),
    )
    data = render(hostile, siblings={2: (HOSTILE,)}).data
    marks = Marks(data)
    assert {tag for tag, _ in marks.found} <= TAGS
    assert not any(
        name.startswith("on") or name in ("src", "style") for _, attrs in marks.found for name in attrs
    )
    hrefs = [str(attrs["href"]) for attrs in marks.all("a")]
    assert [href for href in hrefs if not href.startswith("#")] == [
        href for href in hrefs if href.startswith("%3C/p")
    ]
    assert "7*7" in data.decode()
    assert found(hostile, data) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40).filter(lambda text: not control_characters(text) and "\r" not in text))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    document = Document("a@1", "a", "plain", "level", words(text), (Paragraph("p", words(text)),))
    read = fold("".join(read_html(render(document).data).texts))
    assert read == fold("".join(piece.text for piece in web_pieces(document)))


def test_the_page_is_read_back() -> None:
    data = page()
    assert found(DOCUMENT, data) == []
    assert found(DOCUMENT, data.replace("各乡镇人民政府".encode(), b"")) == ["GW701"]
    assert found(DOCUMENT, data.replace("<p>安和县财政局（代）".encode(), "<p>安和县财政局".encode())) == [
        "GW701"
    ]
    assert found(DOCUMENT, data.replace(b"</article>", "<p>另外一句没有的话</p></article>".encode())) == [
        "GW710"
    ]
    assert found(DOCUMENT, data.replace("2026年3月8日".encode(), "2026年3月9日".encode())) != []
    assert found(DOCUMENT, b"\xff") == ["GW709"]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert page() == page()


def test_classified_and_unprintable_documents_have_no_page() -> None:
    with pytest.raises(InputError, match="密级"):
        render(replace(DOCUMENT, header=Header(("甲",), classification="秘密★1年")))
    with pytest.raises(InputError, match=r"U\+0007"):
        render(replace(DOCUMENT, body=(Paragraph("p", words("\x07")),)))


def test_what_is_not_to_be_published_is_told() -> None:
    assert render(replace(DOCUMENT, disclosure=words("公开方式：不予公开")), siblings=FILES).warnings == (
        "公开方式写明“不予公开”，网页不要上网发布",
    )


def test_an_attachment_that_is_a_file_of_its_own_is_no_page() -> None:
    assert not applies(replace(DOCUMENT, label=words("附件2")))


def test_a_workspace_may_have_its_own_page(tmp_path: Path) -> None:
    (tmp_path / "web.html").write_text(
        "<html><h1>{{ page.title }}</h1><style>{{ styles|safe }}</style>", encoding="utf-8"
    )
    (tmp_path / "web.css").write_text("h1 { color: #000 }", encoding="utf-8")
    own = render(DOCUMENT, templates=tmp_path, siblings=FILES).data.decode()
    assert own == "<html><h1>关于排查的通知</h1><style>h1 { color: #000 }</style>\n"


def test_a_page_template_that_does_not_work_is_named(tmp_path: Path) -> None:
    (tmp_path / "web.html").write_text("<html>{{ page.nothing }}", encoding="utf-8")
    with pytest.raises(TemplateError, match="网页模板有误") as caught:
        render(DOCUMENT, templates=tmp_path)
    assert caught.value.where == "web.html 第1行" and "templates/html" in caught.value.hint
