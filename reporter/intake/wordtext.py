"""A clerk's text from Word (.docx with heading styles) as the markup of our texts: one paragraph, one line.

Headings by style (标题 1–4, Heading 1–4, our own 公文一级标题 …), bold kept, marks of our markup escaped, `{{ }}` left
alone so that figures work in Word too. What our texts cannot hold (tables, pictures, footnotes, automatic numbers,
hidden text) is refused: nothing is left out in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from msgspec import Struct

from reporter.errors import InputError
from reporter.ooxml.package import Package
from reporter.patterns import regex

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVEL = regex(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_OWN = {f"公文{hanzi}级标题": level for level, hanzi in enumerate("一二三四五", 1)}
_BEGINS = regex(r"(?=[#@>\-+|`~_])")
_FORMULA = ("公式", "改成普通文字")
_NOTE = ("脚注或尾注", "删去，在要注的地方写成 [^注的内容]")
_REFUSED = {"tbl": ("表格", "表格在文种开头的 tables 里定义，用 @table 插入"), "drawing": ("图片", "文稿里不能插图"),
            "pict": ("图片", "文稿里不能插图"), "object": ("嵌入对象", "删去后再试"),
            "footnoteReference": _NOTE, "endnoteReference": _NOTE,
            "sym": ("符号字体的字", "换成输入法里的符号"), "oMath": _FORMULA, "oMathPara": _FORMULA,
            "altChunk": ("嵌入的文件", "把内容贴成文字")}  # fmt: skip
_GONE = frozenset({"del", "moveFrom", "Fallback"})
"""What a tracked change took away, and the second version of what stands there already."""
_NUMBERED = ("自动编号或项目符号", "号读不到：改成手打的字，如“一是”；分条的用“标题 1”“标题 2”样式")
_HIDDEN = ("隐藏的文字", "要印的取消隐藏，不要的删去")
_DEEP = ("五级以下的标题", "标题最多五级")


class WordFaults(InputError):
    """Everything in a Word text that our texts cannot hold: pairs of what is wrong and what to do."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        super().__init__(*faults[0])
        self.faults = tuple(faults)


class _Styles(Struct, frozen=True):
    """By style id: the level of headings (6 for those too deep), and the styles that number by themselves."""

    levels: dict[str, int]
    numbering: frozenset[str]


def markup(path: Path) -> str:
    """The text of `path`; line n is paragraph n. Raises WordFaults naming the paragraphs."""
    package = Package.read(path.read_bytes())
    body = package.tree("word/document.xml").find(f"{_W}body")
    if body is None:
        raise InputError("Word 文件里没有正文", "用 Word 或 WPS 打开后另存一份")
    styles = _styles(package)
    lines = []
    faults: list[tuple[str, str]] = []
    for number, child in enumerate(_blocks(body), 1):
        found = _refused(child, styles)
        verb = "里有" if child.tag == f"{_W}p" else "是"
        faults += [(f"第{number}段{verb}{what}，文字稿里不能用", cure) for what, cure in found]
        if child.tag == f"{_W}p" and not found:
            lines.append(_line(child, styles.levels))
    if faults:
        raise WordFaults(faults)
    return "\n".join(lines) + "\n"


def revised(path: Path) -> bool:
    """True when tracked changes wait to be accepted: the text is read as if all had been."""
    body = Package.read(path.read_bytes()).tree("word/document.xml")
    return any(next(body.iter(f"{_W}{name}"), None) is not None for name in ("ins", "del", "moveFrom"))


def _blocks(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, also those inside content controls."""
    for child in body:
        if child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _blocks(child)
        elif child.tag in (f"{_W}p", f"{_W}tbl", f"{_W}altChunk"):
            yield child


def _refused(block: etree._Element, styles: _Styles) -> list[tuple[str, str]]:
    """What a paragraph holds that would be lost or misprinted; each kind once."""
    names = [etree.QName(one).localname for one in block.iter() if isinstance(one.tag, str)]
    found = [_REFUSED[name] for name in dict.fromkeys(names) if name in _REFUSED]
    if block.tag != f"{_W}p":
        return found[:1]
    style = _value(block, "pPr/pStyle")
    level = styles.levels.get(style, 0)
    number = _value(block, "pPr/numPr/numId")
    if not level and number != "0" and (number or style in styles.numbering) and any(_text_of(block)):
        found.append(_NUMBERED)
    if level > len(_OWN):
        found.append(_DEEP)
    if any(_on(run, "vanish") and "".join(_words(run)).strip() for run in _kept(block)):
        found.append(_HIDDEN)
    return list(dict.fromkeys(found))


def _value(element: etree._Element, way: str) -> str:
    found = element.find("/".join(_W + part for part in way.split("/")))
    return found.get(f"{_W}val", "") if found is not None else ""


def _on(run: etree._Element, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val", "1") not in ("0", "false", "off")


def _styles(package: Package) -> _Styles:
    levels = _levels(package)
    numbering = set()
    if "word/styles.xml" in package.members:
        for style in package.tree("word/styles.xml").iter(f"{_W}style"):
            if style.find(f"{_W}pPr/{_W}numPr") is not None:
                numbering.add(style.get(f"{_W}styleId", ""))
    return _Styles(levels, frozenset(numbering))


def _levels(package: Package) -> dict[str, int]:
    """Style id → heading level, by the style's name."""
    if "word/styles.xml" not in package.members:
        return {}
    levels = {}
    for style in package.tree("word/styles.xml").iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        label = name.get(f"{_W}val", "") if name is not None else ""
        found = _LEVEL.fullmatch(label.strip())
        level = int(found[1]) if found else _OWN.get(label.strip(), 0)
        if level:
            levels[style.get(f"{_W}styleId", "")] = level
    return levels


def _line(paragraph: etree._Element, levels: dict[str, int]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    level = levels.get(style.get(f"{_W}val", ""), 0) if style is not None else 0
    text = "".join(_marked(list(_runs(paragraph)), bold_allowed=not level)).strip(" \t\u3000")
    if not text:
        return ""
    return (
        "#" * level + " " + text
        if level
        else _BEGINS.sub(r"\\", text, count=1)
        if _BEGINS.match(text)
        else text
    )


def _kept(element: etree._Element) -> Iterator[etree._Element]:
    """The runs that stand in the text once every tracked change is accepted."""
    for child in element:
        if child.tag == f"{_W}r":
            yield child
        elif isinstance(child.tag, str) and etree.QName(child).localname not in _GONE:
            yield from _kept(child)


def _words(run: etree._Element) -> Iterator[str]:
    signs = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}noBreakHyphen": "-"}
    for one in run.iter(f"{_W}t", *signs):
        yield signs.get(one.tag) or one.text or ""


def _text_of(paragraph: etree._Element) -> Iterator[str]:
    for run in _kept(paragraph):
        yield from _words(run)


def _runs(paragraph: etree._Element) -> Iterator[tuple[str, bool]]:
    """Text and boldness of every run."""
    for run in _kept(paragraph):
        yield "".join(_words(run)), _on(run, "b")


def _marked(runs: list[tuple[str, bool]], *, bold_allowed: bool) -> Iterator[str]:
    """Runs with ** around what is bold; a paragraph that is bold as a whole is no emphasis of ours to lose."""
    open_ = False
    for text, strong in runs:
        wanted = strong and bold_allowed and bool(text.strip())
        if text.strip() and wanted != open_:
            yield "**"
            open_ = wanted
        yield text.replace("\\", "\\\\").replace("*", r"\*")
    if open_:
        yield "**"
