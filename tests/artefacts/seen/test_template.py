"""What is read of styles, theme, lists and headers is kept for the next file with the same ones; no file is read
otherwise because another one was read before it."""

from __future__ import annotations

import gc
import io
import weakref
import zipfile
from contextlib import closing

import pytest

from reporter.artefacts.seen.docx import see_docx, seen_in
from reporter.artefacts.seen.model import Seen
from reporter.artefacts.seen.word import parts as reading
from reporter.artefacts.seen.word import styles as resolving
from reporter.artefacts.seen.word import template
from reporter.artefacts.seen.word.parts import Parts
from reporter.errors import InputError
from tests.artefacts.seen.wordfile import SECTION, p, style, word

STYLES = (
    style("a", '<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr>', more=' w:default="1"')
    + style("b", '<w:basedOn w:val="c"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("c", '<w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr>')
)
CIRCLE = (
    style("a", '<w:basedOn w:val="b"/><w:rPr><w:b/></w:rPr>')
    + style("b", '<w:basedOn w:val="c"/><w:rPr><w:sz w:val="30"/></w:rPr>')
    + style("c", '<w:basedOn w:val="a"/><w:rPr><w:color w:val="FF0000"/></w:rPr>')
)
CHAIN = "".join(
    style(
        f"s{number}", f'<w:basedOn w:val="s{number + 1}"/><w:rPr><w:sz w:val="{number % 50 + 10}"/></w:rPr>'
    )
    for number in range(90)
) + style("s90", "<w:rPr><w:b/></w:rPr>")
THEME = (
    "<a:themeElements><a:fontScheme name='x'><a:minorFont><a:ea typeface='{}'/></a:minorFont></a:fontScheme>"
    "</a:themeElements>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
FOOTED = SECTION.format("").replace("<w:pgSz", '<w:footerReference w:type="default" r:id="footer1"/><w:pgSz')


def styled(*names: str) -> str:
    return "".join(p("甲", f'<w:pStyle w:val="{name}"/>') for name in names)


def alone(data: bytes) -> Seen:
    reading._known_tree.cache_clear()
    template._kept.cache_clear()
    return see_docx(data)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    reading._known_tree.cache_clear()
    template._kept.cache_clear()


@pytest.mark.parametrize(
    ("first", "second", "parts"),
    [
        ("b", "b", {"styles": STYLES, "numbering": NUMBERING, "theme": THEME.format("楷体")}),
        ("abc", "cba", {"styles": CIRCLE}),
        (("s0", "s70"), ("s70", "s20"), {"styles": CHAIN}),
        (("s70", "s20"), ("s0", "s70"), {"styles": CHAIN}),
        ("c", "abbc", {"styles": STYLES}),
    ],
    ids=["lists count anew", "a circle", "a long chain", "a chain from below", "styles not asked for before"],
)
def test_a_file_is_read_as_if_it_was_the_first(first: str, second: str, parts: dict[str, str]) -> None:
    files = [word(styled(*names) + SECTION.format(""), **parts) for names in (first, second)]
    expected = [alone(data) for data in files]
    template._kept.cache_clear()
    assert [see_docx(data) for data in files] == expected
    assert [see_docx(data) for data in files] == expected


def test_a_template_is_kept_when_too_much_of_its_paragraphs_is_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = word(styled("b") + p("甲", '<w:jc w:val="center"/>', "<w:i/>"), styles=STYLES)
    expected = alone(data)
    monkeypatch.setattr(template, "_MOST_KEPT", 0)
    assert [see_docx(data) for _ in range(3)] == [expected] * 3


def test_the_same_styles_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    plain = resolving.run_props
    monkeypatch.setattr(resolving, "run_props", lambda node, theme: read.append(node) or plain(node, theme))
    see_docx(word(styled("b"), styles=STYLES))
    once = len(read)
    assert once
    see_docx(word(styled("b", "b"), styles=STYLES))
    assert len(read) == once


@pytest.mark.parametrize(
    "inside",
    [
        p("甲"),
        p("甲") + p("乙", "", "<w:i/>"),
        "<w:p/>",
        p("甲", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        p("甲", "<w:pageBreakBefore/>"),
        f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc></w:tr></w:tbl>",
        "<w:p><w:r><w:pict><v:line from='0,0' to='400pt,0' strokecolor='red'/></w:pict></w:r></w:p>",
    ],
    ids=["words", "two looks", "nothing", "a list", "a new page", "a table", "a line"],
)
def test_a_header_that_another_file_had_is_read_the_same(inside: str) -> None:
    parts = {"styles": STYLES, "numbering": NUMBERING, "footer1": inside}
    files = [word(p("丙") * count + FOOTED, **parts) for count in (1, 3)]
    expected = [alone(data) for data in files]
    assert [see_docx(data) for data in (*files, *files)] == [*expected, *expected]


@pytest.mark.parametrize(
    ("kind", "other"),
    [
        ("styles", STYLES.replace("<w:b/>", '<w:color w:val="FF0000"/>')),
        ("theme", THEME.format("仿宋")),
        ("numbering", NUMBERING.replace("%1.", "%1、")),
        ("settings", '<w:themeFontLang w:eastAsia="zh-TW"/>'),
        ("footer1", p("乙")),
    ],
)
def test_whatever_differs_is_read_anew(kind: str, other: str) -> None:
    parts = {
        "styles": STYLES, "numbering": NUMBERING, "settings": '<w:themeFontLang w:eastAsia="zh-CN"/>',
        "theme": THEME.format("").replace("<a:ea", "<a:font script='Hans' typeface='宋体'/>"
        "<a:font script='Hant' typeface='明體'/><a:ea"), "footer1": p("甲"),
    }  # fmt: skip
    changed = {**parts, kind: other}
    first = see_docx(word(styled("b") + FOOTED, **parts))
    second = see_docx(word(styled("b") + FOOTED, **changed))
    assert second != first
    assert second == alone(word(styled("b") + FOOTED, **changed))


def test_a_damaged_theme_that_nobody_asks_for_does_no_harm() -> None:
    plain, themed = p("甲"), p("甲", "", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')
    whole = word(plain, styles=style("a", ""), theme=THEME.format("楷体"))
    damaged = _with(whole, "word/theme.xml", b"<a:theme")
    assert see_docx(damaged).paras == see_docx(damaged).paras
    asking = _with(word(themed, styles=style("a", ""), theme=""), "word/theme.xml", b"<a:theme")
    for _ in range(2):
        with pytest.raises(InputError, match=r"theme\.xml"):
            see_docx(asking)


def test_a_part_whose_checksum_is_wrong_is_refused_though_one_like_it_was_read() -> None:
    data = word(styled("b"), styles=STYLES)
    see_docx(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        wanted = archive.getinfo("word/styles.xml").CRC.to_bytes(4, "little")
    with pytest.raises(InputError, match="已损坏"):
        see_docx(data.replace(wanted, bytes(reversed(wanted))))


def _with(data: bytes, name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for part in source.namelist():
            archive.writestr(part, content if part == name else source.read(part))
    return made.getvalue()


def test_a_template_that_is_kept_does_not_hold_its_file() -> None:
    for theme in (THEME.format("楷体"), None):
        parts = {"styles": style("a", "")} | ({"theme": theme} if theme else {})
        with closing(Parts(word(p("甲"), **parts), folded=True)) as file:
            seen_in(file)
        watched = weakref.ref(file)
        del file
        gc.collect()
        assert watched() is None
