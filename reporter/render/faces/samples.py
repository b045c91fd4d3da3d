"""What a template must hold: a sample for every block kind, section breaks of the right sheet, every named style."""

from __future__ import annotations

from reporter.ooxml.names import qn
from reporter.ooxml.package import Package, parse
from reporter.patterns import regex
from reporter.render.faces import sections
from reporter.render.faces.build import SAMPLES
from reporter.render.faces.draft import MAIN, STYLES, Draft, Element, Fault, text_of
from reporter.render.word.styles import styles_xml
from reporter.typeset.standard import mm_to_twips
from reporter.typeset.styles import STYLES as TABLE

_KEY = regex(r"b\.k\s*==\s*[\"'“”‘’]([a-z0-9_]+)[\"'“”‘’]")
_REFERENCES = ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link")
_SHEET_NAMES = {"portrait": "竖排A4", "landscape": "横排A4", "a3": "横排A3", "imprint": "版记另页"}
_OTHER_NAMES = {
    "mark_joint": "联合行文标志表",
    "signatures": "联合署名表",
    "table": "通用表格",
    "imprint": "版记",
}
_NEAR_TWIPS = 60
_FROM_SHIPPED = "用 reporter template build 另生成一份，把这一段复制过来"


def check_samples(draft: Draft) -> None:
    """Samples and section breaks; a lost one is for somebody to put back."""
    body = draft.tree(MAIN).find(qn("w:body"))
    if body is None:
        draft.add(Fault("T120", "模板没有正文", "用 reporter template build 另生成一份"))
        return
    found = _samples(body)
    for key in SAMPLES:
        if key not in found:
            draft.add(Fault("T121", f"少了“{_name(key)}”的样段", _FROM_SHIPPED))
    for name, page in sections.SECTIONS.items():
        sample = found.get(f"section_{name}")
        if sample is None:
            continue
        width = next(
            (section.find(qn("w:pgSz")) for part in sample for section in part.iter(qn("w:sectPr"))), None
        )
        if width is None:
            draft.add(Fault("T123", f"“{_name(f'section_{name}')}”丢了分节符", _FROM_SHIPPED))
        elif abs(int(width.get(qn("w:w"), "0")) - mm_to_twips(page.width_mm)) > _NEAR_TWIPS:
            message = f"“{_name(f'section_{name}')}”的分节符纸张或方向不对"
            draft.add(Fault("T123", message, "在这一节的页面设置里改回纸张和方向"))
    if body.find(qn("w:sectPr")) is None:
        draft.add(Fault("T123", "文末丢了分节符", _FROM_SHIPPED))


def _samples(body: Element) -> dict[str, list[Element]]:
    """Block kind → what stands between its tag and the next one."""
    found: dict[str, list[Element]] = {}
    current: list[Element] = []
    for child in body:
        text = text_of(child) if child.tag == qn("w:p") else ""
        match = _KEY.search(text)
        if match:
            current = found.setdefault(match.group(1), [])
        elif "{%p" in text:
            current = []
        else:
            current.append(child)
    return found


def _name(key: str) -> str:
    """The Chinese name of a sample."""
    if key in TABLE:
        return TABLE[key].name
    sheet = _SHEET_NAMES.get(key.removeprefix("section_"))
    return f"{sheet}分节" if sheet else _OTHER_NAMES[key]


def settle_styles(draft: Draft) -> None:
    """Style ids by their Chinese names, which editors keep; a style that is gone comes back from the table."""
    root = draft.tree(STYLES)
    ours = {_label(style): style for style in parse(styles_xml(draft.face)).iter(qn("w:style"))}
    named = {_label(style): style for style in root.iter(qn("w:style"))}
    ids = {
        str(style.get(qn("w:styleId"))): str(ours[label].get(qn("w:styleId")))
        for label, style in named.items()
        if label in ours and style.get(qn("w:styleId")) != ours[label].get(qn("w:styleId"))
    }
    if ids:
        _rename(draft, ids)
        draft.repaired("T122", "样式的内部编号被编辑软件改过，已按样式名恢复", STYLES)
    for label, style in ours.items():
        if label not in named:
            root.append(style)
            draft.repaired("T124", f"少了样式“{label}”，已按样式表补上", STYLES)


def _label(style: Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val")))


def _rename(draft: Draft, ids: dict[str, str]) -> None:
    # An id that we need may belong to another style: that one steps aside.
    taken = {new: f"{new}-alt" for new in ids.values() if new not in ids}
    everything = {**{old: new for old, new in taken.items() if _has(draft, old)}, **ids}
    for part in [STYLES, *draft.text_parts(), *_notes(draft.package)]:
        root = draft.tree(part)
        for style in root.iter(qn("w:style")):
            ident = style.get(qn("w:styleId"), "")
            style.set(qn("w:styleId"), everything.get(ident, ident))
        for reference in root.iter(*(qn(name) for name in _REFERENCES)):
            ident = reference.get(qn("w:val"), "")
            if ident in everything:
                reference.set(qn("w:val"), everything[ident])
                draft.changed.add(part)


def _has(draft: Draft, ident: str) -> bool:
    return any(style.get(qn("w:styleId")) == ident for style in draft.tree(STYLES).iter(qn("w:style")))


def _notes(package: Package) -> list[str]:
    return [part for part in ("word/footnotes.xml",) if part in package.members]
