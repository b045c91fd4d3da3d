"""The block of information above a document on a website."""

from __future__ import annotations

from reporter.document.inline import Blank, Inlines, Note, Text, plain, words
from reporter.document.model import Closing, Document, Header, Imprint, Signatory, WebField
from reporter.document.webpage import says, web_document, web_rows

DOCUMENT = Document(
    "n@2026",
    "n",
    "document",
    "down",
    (Text("通知"), Note(words("注"))),
    (),
    header=Header(("安和县民政局", "安和县财政局"), number=words("安民发〔2026〕1号")),
    closing=Closing((Signatory("安和县民政局", "（代）"),), words("2026年3月6日")),
    disclosure=words("公开方式：主动公开"),
    imprint=Imprint(words("办公室"), words("2026年")),
)


def rows(*fields: tuple[str, Inlines]) -> dict[str, str]:
    document = Document(
        **{name: getattr(DOCUMENT, name) for name in DOCUMENT.__struct_fields__}
        | {"web": tuple(WebField(*one) for one in fields)}
    )
    return {row.label: plain(row.value, "＿") for row in web_rows(document)}


def test_the_document_says_five_things_itself() -> None:
    assert rows() == {
        "发文机关": "安和县民政局，安和县财政局",
        "成文日期": "2026年3月6日",
        "标题": "通知",
        "文号": "安民发〔2026〕1号",
        "公开方式": "主动公开",
    }


def test_what_is_configured_goes_first_and_stands_in_its_place() -> None:
    found = rows(("文号", words("见正文")), ("有效性", words("有效")), ("索引号", (Blank("索引号"),)))
    assert list(found) == ["索引号", "发文机关", "成文日期", "标题", "文号", "有效性", "公开方式"]
    assert (found["索引号"], found["文号"], found["有效性"]) == ("＿", "见正文", "有效")


def test_nothing_is_guessed() -> None:
    bare = Document("n@2026", "n", "plain", "level", words("材料"), ())
    assert [row.label for row in web_rows(bare)] == ["标题"]
    assert says(bare, "标题") and not says(bare, "文号") and not says(DOCUMENT, "发布机构")


def test_without_a_head_the_signature_says_who_issued() -> None:
    signed = Document("n@2026", "n", "plain", "level", words("材料"), (), closing=DOCUMENT.closing)
    assert plain(web_rows(signed)[0].value) == "安和县民政局"


def test_paper_stays_behind() -> None:
    shown = web_document(DOCUMENT)
    assert (shown.header, shown.imprint, shown.title) == (None, None, DOCUMENT.title)
