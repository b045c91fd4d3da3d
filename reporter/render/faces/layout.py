"""What an editor drops without being asked, put back: grid, settings, indents in 字, switches, rules of 版记."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from functools import cache

from lxml import etree

from reporter.document.model import Face
from reporter.ooxml.names import qn
from reporter.ooxml.ordered import insert, put, sort_children
from reporter.ooxml.package import Package, parse
from reporter.render.faces import build, sections
from reporter.render.faces.draft import MAIN, SETTINGS, STYLES, Draft, Element, Fault, text_of
from reporter.render.word.styles import settings_xml, styles_xml
from reporter.typeset.standard import A4, PITCH_TWIPS, mm_to_twips

_HOLDERS = tuple(qn(f"w:{name}") for name in ("pPr", "rPr", "tcPr", "trPr", "tblPr"))
_SWITCHES = ("widowControl", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
             "adjustRightInd")  # fmt: skip
_TRUE = {None, "1", "true", "on"}
_SIDES = ("left", "right", "firstLine", "hanging")
_NEAR_TWIPS = 3
_RELS, _NOTES = "word/_rels/document.xml.rels", "word/footnotes.xml"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
Indent = dict[str, int]


def settle_layout(draft: Draft) -> None:
    """All repairs of layout; each is reported once."""
    for part in [STYLES, *draft.text_parts()]:
        if _order(draft.tree(part)):
            draft.repaired("T137", "文件内部次序被编辑软件打乱，已理顺", part)
    _grid(draft)
    _settings(draft)
    _switches(draft)
    _indents(draft)
    _imprint(draft)
    _margins(draft)


def _order(root: Element) -> bool:
    """The schema's order of properties, each of them once: an empty twin goes."""
    moved = False
    for holder in root.iter(*_HOLDERS):
        counts = Counter(child.tag for child in holder)
        for child in list(holder):
            if counts[child.tag] > 1 and len(child) == 0 and not child.attrib:
                counts[child.tag] -= 1
                holder.remove(child)
                moved = True
        for child in holder:  # "true" stands for a switch that is on without a value
            if child.get(qn("w:val")) == "true":
                del child.attrib[qn("w:val")]
                moved = True
        before = list(holder)
        sort_children(holder)
        moved = moved or before != list(holder)
    return moved


def _grid(draft: Draft) -> None:
    for section in draft.tree(MAIN).iter(qn("w:sectPr")):
        grid = section.find(qn("w:docGrid"))
        found = {} if grid is None else {str(key): str(value) for key, value in grid.attrib.items()}
        wanted = {qn("w:type"): "lines", qn("w:linePitch"): str(PITCH_TWIPS)}
        if found == wanted:
            continue
        if {**wanted, qn("w:charSpace"): "0"} != found:
            draft.repaired("T131", "版心网格（每页22行）不在了，已恢复", MAIN)
        if grid is not None:
            section.remove(grid)
        grid = etree.SubElement(section, qn("w:docGrid"))
        for key, value in wanted.items():
            grid.set(key, value)
        draft.changed.add(MAIN)


def _settings(draft: Draft) -> None:
    """Settings and footnote separators are ours in full: nothing in them is a matter of taste."""
    package = draft.package
    ours = _canonical(parse(settings_xml()))
    if SETTINGS not in package.members or not ours <= _canonical(draft.tree(SETTINGS)):
        package.members[SETTINGS] = settings_xml()
        draft.trees.pop(SETTINGS, None)
        draft.repaired("T132", "文档设置（奇偶页页码、标点不压缩、版式兼容）不齐，已恢复")
    notes = _canonical(parse(sections.footnotes_xml()))
    if _NOTES not in package.members or _canonical(draft.tree(_NOTES)) != notes:
        package.members[_NOTES] = sections.footnotes_xml()
        draft.trees.pop(_NOTES, None)
        draft.repaired("T136", "脚注分隔线不在了，已补上")
    for name, kind in ((_NOTES, "footnotes"), (SETTINGS, "settings")):
        package.declare(name, _NOTES_TYPE.replace("footnotes", kind))
        package.relate(_RELS, kind, name.removeprefix("word/"))


def _canonical(root: Element) -> set[bytes]:
    """The children of a part as they compare, whatever their order."""
    return {etree.tostring(child, method="c14n", exclusive=True) for child in root}


def _switches(draft: Draft) -> None:
    """Normal carries the switches of East Asian text; styles that leave the grid say so."""
    ours = {style.get(qn("w:styleId")): style for style in parse(styles_xml(draft.face)).iter(qn("w:style"))}
    lost = False
    for style in draft.tree(STYLES).iter(qn("w:style")):
        mine = ours.get(style.get(qn("w:styleId")))
        if mine is None or style.get(qn("w:type")) != "paragraph":
            continue
        names = (*_SWITCHES, "snapToGrid") if style.get(qn("w:default")) == "1" else ("snapToGrid",)
        for name in names:
            lost = _same(style, mine, "w:pPr", f"w:{name}") or lost
        if style.get(qn("w:default")) == "1":
            lost = _same(style, mine, "w:rPr", "w:spacing") or lost
    if lost:
        draft.repaired("T135", "中文排版开关（避头尾、标点不悬挂、数字旁不加空）不齐，已恢复", STYLES)


def _same(style: Element, mine: Element, holder_name: str, name: str) -> bool:
    """Give a style our value of a property; whether it had another."""
    holder, wanted = style.find(qn(holder_name)), mine.find(f"{qn(holder_name)}/{qn(name)}")
    if wanted is None:
        return False
    if holder is None:
        holder = etree.Element(qn(holder_name))
        style.append(holder)
    found = holder.find(qn(name))
    if found is not None and _value(found) == _value(wanted):
        return False
    for old in holder.findall(qn(name)):
        holder.remove(old)
    insert(holder, deepcopy(wanted))
    return True


def _value(element: Element) -> object:
    value = element.get(qn("w:val"))
    return True if value in _TRUE else False if value in ("0", "false", "off") else value


def _indents(draft: Draft) -> None:
    """An indent that is still ours in twips is ours in 字 too; one that somebody changed stays as it is."""
    ours = _our_indents(draft.face)
    own = {style.get(qn("w:styleId"), ""): style.find(f"{qn('w:pPr')}/{qn('w:ind')}")
           for style in draft.tree(STYLES).iter(qn("w:style"))}  # fmt: skip
    for ident, element in own.items():
        if element is not None and _restore(element, {}, ours.get(("", ident), ())):
            draft.repaired("T133", "以字为单位的缩进丢了，已恢复", STYLES)
    for part in draft.text_parts():
        for element in list(draft.tree(part).iter(qn("w:ind"))):
            holder = element.getparent()
            named = None if holder is None else holder.find(qn("w:pStyle"))
            ident = "" if named is None else named.get(qn("w:val"), "")
            base = own.get(ident)
            if _restore(element, {} if base is None else _twips(base), ours.get(("direct", ident), ())):
                draft.repaired("T133", "以字为单位的缩进丢了，已恢复", STYLES, part)


def _restore(element: Element, base: Indent, candidates: tuple[dict[str, str], ...]) -> bool:
    if any(key.endswith("Chars") for key in map(str, element.attrib)):
        return False
    have = base | _twips(element)
    for wanted in candidates:
        ours = base | {side: int(wanted[qn(f"w:{side}")]) for side in _SIDES if qn(f"w:{side}") in wanted}
        if all(abs(have.get(side, 0) - ours.get(side, 0)) <= _NEAR_TWIPS for side in _SIDES):
            for key in list(element.attrib):
                del element.attrib[key]
            for key, value in wanted.items():
                element.set(key, value)
            return True
    return False


def _twips(element: Element) -> Indent:
    return {
        side: int(element.get(qn(f"w:{side}"), "0"))
        for side in _SIDES
        if element.get(qn(f"w:{side}")) is not None
    }


@cache
def _our_indents(face: Face) -> dict[tuple[str, str], tuple[dict[str, str], ...]]:
    """Indents of the template that we would build: by style, and by the style of a paragraph that has its own."""
    package = Package.read(build.build(face))
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for style in package.tree(STYLES).iter(qn("w:style")):
        for element in style.iter(qn("w:ind")):
            found.setdefault(("", style.get(qn("w:styleId"), "")), []).append(_attributes(element))
    for part in sorted(package.members):
        if not part.startswith(("word/document", "word/header", "word/footer")) or not part.endswith(".xml"):
            continue
        for element in package.tree(part).iter(qn("w:ind")):
            named = element.getparent().find(qn("w:pStyle"))  # type: ignore[union-attr]
            ident = "" if named is None else named.get(qn("w:val"), "")
            found.setdefault(("direct", ident), []).append(_attributes(element))
    return {key: tuple(values) for key, values in found.items()}


def _attributes(element: Element) -> dict[str, str]:
    return {str(key): str(value) for key, value in element.attrib.items()}


def _imprint(draft: Draft) -> None:
    """The rules of 版记 belong to the table: written on its cells they depend on rows that may not be printed."""
    if draft.face == "letter":
        return
    for table in draft.tree(MAIN).iter(qn("w:tbl")):
        own = table.find(qn("w:tblPr"))
        if own is None or "b.office" not in "".join(text_of(p) for p in table.iter(qn("w:p"))):
            continue
        cells = list(table.iter(qn("w:tcBorders")))
        weights = {rule.get(qn("w:sz")) for cell in cells for rule in cell}
        if own.find(qn("w:tblBorders")) is not None or not weights <= set(build.IMPRINT_WEIGHTS):
            continue
        for cell in cells:
            cell.getparent().remove(cell)  # type: ignore[union-attr]
        borders = put(own, "w:tblBorders")
        for rule in parse(build.imprint_borders().replace("<w:tblBorders>", _DECLARED).encode()):
            borders.append(rule)
        draft.repaired("T138", "版记的分隔线写在了单元格上，已恢复为整表的线", MAIN)


_DECLARED = f'<w:tblBorders xmlns:w="{qn("w:p")[1:].partition("}")[0]}">'


def _margins(draft: Draft) -> None:
    """Another type area is a matter of taste, and of 5.2.1: said, not changed."""
    wanted = {"top": A4.top_mm, "right": A4.right_mm, "bottom": A4.bottom_mm, "left": A4.left_mm}
    body = draft.tree(MAIN).find(qn("w:body"))
    found = None if body is None else body.find(f"{qn('w:sectPr')}/{qn('w:pgMar')}")
    if found is None:
        return
    off = [
        side for side, mm in wanted.items() if abs(int(found.get(qn(f"w:{side}"), "0")) - mm_to_twips(mm)) > 6
    ]
    if off:
        message = "页边距不是标准的上37、下35、左28、右26毫米"
        draft.add(Fault("T139", message, "每页22行、每行28字要靠这个版心；有意改动可以不管", notice=True))
