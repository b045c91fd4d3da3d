"""A clerk's text from Word (.docx with heading styles) as the markup of our texts: one paragraph, one line.

Headings by style (标题 1–4, Heading 1–4, our own 公文一级标题 …), bold kept, marks of our markup escaped, `{{ }}` left
alone so that figures work in Word too. Tables and pictures are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from reporter.errors import InputError
from reporter.ooxml.package import Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVEL = re.compile(r"(?:heading|标题)\s*([1-5])", re.IGNORECASE)
_OWN = {f"公文{hanzi}级标题": level for level, hanzi in enumerate("一二三四五", 1)}
_BEGINS = re.compile(r"(?=[#@>\-+|`~_])")
_REFUSED = {"tbl": ("表格", "表格在文种开头的 tables 里定义，用 @table 插入"), "drawing": ("图片", "文稿里不能插图"),
            "pict": ("图片", "文稿里不能插图"), "object": ("嵌入对象", "删去后再试")}  # fmt: skip


def markup(path: Path) -> str:
    """The text of `path`; line n is paragraph n. Raises InputError naming the paragraph."""
    package = Package.read(path.read_bytes())
    body = package.tree("word/document.xml").find(f"{_W}body")
    if body is None:
        raise InputError("Word 文件里没有正文", "用 Word 或 WPS 打开后另存一份")
    levels = _levels(package)
    lines = []
    for number, child in enumerate((one for one in body if one.tag != f"{_W}sectPr"), 1):
        _refuse(child, number)
        if child.tag == f"{_W}p":
            lines.append(_line(child, levels))
    return "\n".join(lines) + "\n"


def _refuse(element: etree._Element, number: int) -> None:
    for one in element.iter():
        name = etree.QName(one).localname if isinstance(one.tag, str) else ""
        if name in _REFUSED:
            what, cure = _REFUSED[name]
            raise InputError(f"第{number}段是{what}，文字稿里不能用", cure)


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
    return "#" * level + " " + text if level else _BEGINS.sub(r"\\", text, count=1) if _BEGINS.match(text) else text


def _runs(paragraph: etree._Element) -> Iterator[tuple[str, bool]]:
    """Text and boldness of every run; deleted text of tracked changes has no w:t and falls away."""
    for run in paragraph.iter(f"{_W}r"):
        bold = run.find(f"{_W}rPr/{_W}b")
        strong = bold is not None and bold.get(f"{_W}val", "1") not in ("0", "false", "off")
        parts = [one.text or "" if one.tag == f"{_W}t" else " " for one in run.iter(f"{_W}t", f"{_W}tab", f"{_W}br")]
        yield "".join(parts), strong


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
