"""A copy of a .docx with a comment for each finding, at the characters that it quotes; the text stays as it is."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from reporter.artefacts.seen.model import Para, Seen
from reporter.check.finding import SEVERITY_NAMES, Finding
from reporter.check.report.places import Places, quoted
from reporter.errors import InputError
from reporter.ooxml.comments import Comments, visible_text
from reporter.ooxml.custom import PART, add_property, read_properties
from reporter.ooxml.names import OFFICE_RELS, qn
from reporter.ooxml.package import Package

AUTHOR = "检查"
MOST = 500
"""Comments in one copy: more make Word slow and nobody reads them."""
PROPERTY = "reporter-check"
Element = etree._Element


def annotated(data: bytes, seen: Seen, findings: Sequence[Finding]) -> bytes:
    """The copy. Findings in a text box stand at the paragraph that it hangs on, and those without a place in the text
    at the first paragraph, their place in words.

    Raises InputError for what is no .docx, or one whose parts have names that only the strict format uses.
    """
    package = Package.read(data)
    main = _main(package)
    root = package.tree(main)
    paragraphs = list(root.iter(qn("w:p")))
    if not paragraphs:
        raise InputError(
            "标不了批注：这个 .docx 没有正文，或是“严格 Open XML”格式", "用 Word 另存为普通的 .docx 后再检查"
        )
    comments, places = Comments(package, main, root), Places(seen)
    nodes = _nodes(seen, paragraphs)
    for finding in findings[:MOST]:
        para = places.para_of(finding)
        node = nodes.get(para.number) if para else None
        placed = node is not None and para is not None and para.place != "box"
        span = _span(visible_text(node), quoted(finding), para) if placed and node is not None and para else None
        comments.put(paragraphs[0] if node is None else node, _lines(finding, placed), AUTHOR, span)
    if len(findings) > MOST:
        told = f"另有{len(findings) - MOST}处没有标出，见检查结果。"
        comments.put(paragraphs[0], [told], AUTHOR)
    comments.save()
    add_property(package, PROPERTY, _digest(package))
    return package.data()


def is_ours(data: bytes) -> bool:
    """Whether the file is a copy that we made and nobody changed since."""
    try:
        package = Package.read(data)
        return read_properties(package).get(PROPERTY) == _digest(package)
    except InputError:
        return False


def _digest(package: Package) -> str:
    """Of what a reader may change."""
    names = sorted(name for name in package.members if name.startswith("word/") and name != PART)
    whole = hashlib.sha256()
    for name in names:
        whole.update(name.encode() + b"\0" + hashlib.sha256(package.members[name]).digest())
    return whole.hexdigest()


def _main(package: Package) -> str:
    """The document's part."""
    for relation in package.tree("_rels/.rels"):
        if relation.get("Type") == f"{OFFICE_RELS}/officeDocument":
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _nodes(seen: Seen, paragraphs: Iterable[Element]) -> Mapping[int, Element]:
    """Paragraphs of the text and its cells by their numbers, for those of a box the one that it hangs on: of equal
    texts the n-th is the n-th."""
    waiting: dict[tuple[bool, str], list[Element]] = defaultdict(list)
    for node in paragraphs:
        box = next(node.iterancestors(qn("w:txbxContent")), None)
        holder = node if box is None else next(box.iterancestors(qn("w:p")), node)
        waiting[box is not None, _bare(visible_text(node))].append(holder)
    queues = {text: iter(nodes) for text, nodes in waiting.items()}
    found = {}
    for para in seen.paras:
        if para.place in ("text", "cell", "box"):
            same = next(queues.get((para.place == "box", _bare(para.typed)), iter(())), None)
            if same is not None:
                found[para.number] = same
    return found


def _bare(text: str) -> str:
    return "".join(text.split())


def _span(text: str, quote: str, para: Para) -> tuple[int, int] | None:
    """Where the quote stands in the paragraph; a number that Word prints is not among its characters."""
    for wanted in (quote, quote.removeprefix(para.label).strip()):
        if wanted and (start := text.find(wanted)) >= 0:
            return start, start + len(wanted)
    return None


def _lines(finding: Finding, placed: bool) -> list[str]:
    where = finding.where
    place = "，".join(part for part in (f"第{where.page}页" if where.page else "", where.paragraph) if part)
    quote = f"“{where.quote}”" if where.quote else ""
    head = "" if placed or not (place or quote) else f"{place}{quote}："
    lines = [f"{SEVERITY_NAMES[finding.severity]} {finding.code}：{head}{finding.message}"]
    lines += [f"怎么办：{finding.hint}"] if finding.hint else []
    return lines + ([f"依据：{finding.clause}"] if finding.clause else [])
