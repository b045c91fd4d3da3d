"""Tags that editing broke: full-width braces, split pairs, section breaks and controls out of place, revisions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reporter.ooxml.names import REVISED, qn
from reporter.patterns import regex
from reporter.render.faces.draft import (
    MAIN,
    Draft,
    Element,
    Fault,
    paragraphs,
    place_of,
    quoted,
    text_of,
    texts,
)
from reporter.render.word.styles import SEAM_STYLE

_BLOCK_TAG = regex(r"\{%(p|tr|tc)\s")
_WIDE = str.maketrans("｛｝％", "{}%")
_WIDE_TAG = regex(r"[{｛][{｛%％].*?[%％}｝][}｝]")
_PARTED = regex(r"\{\s+[{%]|[}%]\s+\}")
_INSIDE = regex(r"\{%(?:p|tr|tc)\s(?P<inside>.*?)%\}")
_REVISIONS = (*REVISED, qn("w:rPrChange"), qn("w:pPrChange"))
_COMMENTS = tuple(qn(f"w:{name}") for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


def check_tags(draft: Draft) -> None:
    """Finds what cannot work, and repairs full-width braces, comments and section breaks in a tag's paragraph."""
    for part in draft.text_parts():
        root = draft.tree(part)
        _comments(draft, part, root)
        for number, paragraph in enumerate(paragraphs(root), 1):
            _full_width(draft, part, number, paragraph)
            for fault in _faults(part, number, paragraph):
                draft.add(fault)
        if part == MAIN:
            _free_sections(draft, root)
        if next(root.iter(*_REVISIONS), None) is not None:
            hint = "在 Word 或 WPS 的“审阅”里接受或拒绝全部修订，再保存"
            draft.add(
                Fault("T104", "模板里有修订（痕迹），标记会被拆开", hint, place_of(part, 1).split("第")[0])
            )


def _faults(part: str, number: int, paragraph: Element) -> Iterator[Fault]:
    text = text_of(paragraph)
    if "{" not in text and "}" not in text:
        return
    place, quote = place_of(part, number), quoted(text)
    blocks = _BLOCK_TAG.findall(text)
    if len(blocks) > 1:
        yield Fault("T102", "一段里有两个段落标记", "每个 {%p … %} 单独占一段", place, quote)
    if blocks and next(paragraph.iterancestors(qn("w:sdt")), None) is not None:
        yield Fault("T103", "段落标记放在了内容控件里", "删除这个内容控件，保留里面的文字", place, quote)
    if any("%" in inside or "}" in inside for inside in _INSIDE.findall(text)):
        yield Fault("T109", "段落标记里不能再有 % 或 }", "把这个条件写得简单些", place, quote)
    if _PARTED.search(text):
        yield Fault("T107", "标记的括号之间有空格", "改成连着写的 {{ … }} 或 {% … %}", place, quote)
    elif not _balanced(text):
        yield Fault(
            "T108", "标记不完整，缺了一半括号", "对照 reporter template build 生成的模板补齐", place, quote
        )


def _balanced(text: str) -> bool:
    """Every opening pair is closed before the next one opens."""
    inside = ""
    for pair in re.findall(r"\{\{|\{%|%\}|\}\}", text):
        if pair in ("{{", "{%"):
            if inside:
                return False
            inside = {"{{": "}}", "{%": "%}"}[pair]
        elif pair != inside:
            return False
        else:
            inside = ""
    return not inside


def _full_width(draft: Draft, part: str, number: int, paragraph: Element) -> None:
    """｛｛ and ％ as an input method types them; nothing else in a template looks like a tag."""
    text = text_of(paragraph)
    mended = _WIDE_TAG.sub(lambda match: match.group().translate(_WIDE), text)
    if mended == text:
        return
    position = 0
    for node in texts(paragraph):
        length = len(node.text or "")
        node.text = mended[position : position + length]
        position += length
    draft.repaired(
        "T106", "标记用了全角括号，已改为半角", part, place=place_of(part, number), quote=quoted(text)
    )


def _comments(draft: Draft, part: str, root: Element) -> None:
    found = list(root.iter(*_COMMENTS))
    for mark in found:
        holder = mark.getparent()
        if holder is not None:
            holder.remove(mark)
    if found:
        draft.repaired("T105", "模板里有批注，会带进每份文件，已去掉", part)


def _free_sections(draft: Draft, root: Element) -> None:
    """A tag's paragraph vanishes, and a section break in it with it: the break gets a paragraph of its own."""
    for number, paragraph in enumerate(paragraphs(root), 1):
        holder = paragraph.find(qn("w:pPr"))
        section = None if holder is None else holder.find(qn("w:sectPr"))
        if holder is None or section is None or not _BLOCK_TAG.search(text_of(paragraph)):
            continue
        own = etree.Element(qn("w:p"))
        properties = etree.SubElement(own, qn("w:pPr"))
        etree.SubElement(properties, qn("w:pStyle")).set(qn("w:val"), SEAM_STYLE)
        properties.append(section)
        paragraph.addnext(own)
        text = text_of(paragraph)
        draft.repaired(
            "T101", "分节符和标记挤在一段里，已分开", MAIN, place=place_of(MAIN, number), quote=quoted(text)
        )
