"""Where a file keeps the parts of a paper, and small changes there: asked by mutators of every kind."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from tests.corpus.mutators.edit import (
    RPR,
    Docx,
    NotHere,
    paragraph_format,
    put,
    run_format,
    run_properties,
    runs,
    say,
    sections,
    text,
    w,
)  # fmt: skip
from tests.corpus.mutators.layout import block, emptied
from tests.corpus.mutators.traits import body_lines, joint, several
from tests.corpus.papers.spec import Line, Paper, lines

MM = 56.6929  # twips


def running(page: Docx, paper: Paper) -> list[Any]:
    """The paragraphs of running text, without a heading number."""
    return [page.find(line.text) for line in body_lines(paper, 0, 20)]


def whole_format(page: Docx, paper: Paper, name: str, **values: object) -> str:
    """Direct formatting on all running text; its first words."""
    found = running(page, paper)
    for one in found:
        run_format(one, name, **values)
    return text(found[0]).strip()[:12]


def pitch(page: Docx, paper: Paper, line: int, rule: str) -> str:
    """Another pitch of lines for the whole text; its first words."""
    for one in whole_body(page, paper):
        paragraph_format(one, "spacing", line=line, lineRule=rule)
    return body_lines(paper, 0, 20)[0].text[:12]


def title_format(page: Docx, paper: Paper, name: str, **values: object) -> str:
    """Direct formatting on all lines of the title; its first line."""
    for line in paper.title:
        run_format(page.find(line), name, **values)
    return paper.title[0]


def renamed(page: Any, paper: Paper, first: str, later: str) -> None:
    """附件说明 of several attachments with other numbers; `later` holds {} for the number."""
    page.replace("附件：1." + paper.attachments[0].title, first + paper.attachments[0].title)
    for number, item in enumerate(paper.attachments[1:], 2):
        page.replace(f"{number}.{item.title}", later.format(number) + item.title)


def lowered(paragraph: Any, mm: float) -> None:
    """Moved down by an empty line of that height."""
    made = emptied(paragraph)
    paragraph_format(made, "spacing", before=0, after=0, line=round(mm * MM), lineRule="exact")
    paragraph.addprevious(made)


def dashed(page: Docx, sign: str) -> str:
    """Another sign for the dashes beside page numbers; it is returned."""
    for root in footers(page):
        for node in root.iter(w("t")):
            node.text = (node.text or "").replace("—", sign)
    return sign


def whole_body(page: Docx, paper: Paper) -> list[Any]:
    return [page.find(line.text) for line in lines(paper.body) if isinstance(line, Line)]


def renumber(page: Any, paper: Paper, old: str, new: str) -> str:
    """The 发文字号 with some of its characters changed; it is returned."""
    changed = paper.number.replace(old, new, 1)
    return page.replace(paper.number, changed)


def redate(page: Docx, paper: Paper, new: str) -> str:
    """Another 成文日期, which is returned."""
    for one in page.paragraphs():
        if text(one).strip() == paper.date:
            _say_after_tabs(one, new)
            return new
    raise NotHere(paper.date)


def _say_after_tabs(paragraph: Any, words: str) -> None:
    """`say`, but tabs that push the words to their place stay."""
    for run in runs(paragraph)[1:]:
        run.getparent().remove(run)
    runs(paragraph)[0].find(w("t")).text = words


def signature(page: Docx, paper: Paper, number: int = -1) -> Any:
    """The paragraph of one of the names under the text."""
    name = paper.signatories[number]
    found = [one for one in page.paragraphs() if text(one).strip() == name]
    if not found:
        raise NotHere(name)
    return found[-1]


def date_line(page: Docx, paper: Paper) -> Any:
    found = [one for one in page.paragraphs() if text(one).strip() == paper.date]
    if not found:
        raise NotHere(paper.date)
    return found[-1]


def resign(page: Docx, paper: Paper, words: str, number: int = -1) -> str:
    """Another name in the place of one signature; it is returned."""
    _say_after_tabs(signature(page, paper, number), words)
    return words


def first_named(paper: Paper) -> str:
    """What 附件说明 says of the first attachment."""
    return ("附件：1." if several(paper) else "附件：") + paper.attachments[0].title


def label(page: Docx, paper: Paper, number: int = 1) -> Any:
    """“附件” over an attachment."""
    return page.find(f"附件{number}" if several(paper) else "附件", whole=True)


def retitle(page: Docx, paper: Paper, wanted: list[str]) -> str:
    """The title set in these lines with breaks; only where it is one paragraph."""
    paragraph = page.find(paper.title[0])
    if paper.title[-1] not in text(paragraph):
        raise NotHere("a title of one paragraph")
    say(paragraph, wanted[0])
    first = runs(paragraph)[0]
    for line in reversed(wanted[1:]):
        for content in (line, None):
            made = deepcopy(first)
            node = made.find(w("t"))
            if content is None:
                made.replace(node, etree.Element(w("br")))
            else:
                node.text = content
            first.addnext(made)
    return wanted[0]


def imprint(page: Docx, paper: Paper) -> Any:
    """The table, or the paragraph that holds the box, of the 版记, as a child of the body."""
    return block(page, page.find(paper.printed, last=True))


def of_pages(one: Any) -> bool:
    """It holds a page number."""
    return any("PAGE" in (node.text or "") for node in one.iter(w("instrText"))) or any(
        "PAGE" in (node.get(w("instr")) or "") for node in one.iter(w("fldSimple"))
    )


def footers(page: Docx) -> list[Any]:
    """The roots of footers that hold a page number."""
    found = [root for root in page.named("word/footer") if of_pages(root)]
    if not found:
        raise NotHere("page numbers")
    return found


def format_numbers(page: Docx, *names: str, **values: object) -> str:
    """Direct formatting on all that stands in the footers with a page number."""
    for root in footers(page):
        for run in root.iter(w("r")):
            for name in names:
                put(run_properties(run), name, RPR, **values)
    return ""


def margins(page: Docx, **sides: float) -> str:
    """Margins of every section in mm."""
    for section in sections(page):
        for side, value in sides.items():
            section.find(w("pgMar")).set(w(side), str(round(value * MM)))
    return ""


def sheet(page: Docx, width: float, height: float, **more: str) -> str:
    """The size of every section's sheet in mm."""
    for section in sections(page):
        found = section.find(w("pgSz"))
        for name, value in {"w": str(round(width * MM)), "h": str(round(height * MM)), **more}.items():
            found.set(w(name), value)
    return ""


def mark(page: Docx, paper: Paper) -> Any:
    """The paragraph of the 发文机关标志 of one issuer, in the body or in the header."""
    name = paper.issuers[0] + (paper.suffix if not joint(paper) else "")
    for root in (page.tree(), *page.named("word/header")):
        for one in page.paragraphs(root):
            sizes = [int(node.get(w("val"))) for node in one.iter(w("sz"))]
            styles = [node.get(w("val")) for node in one.iter(w("pStyle"))]
            if text(one) == name and (max(sizes, default=0) > 40 or "GWMark" in styles):
                return one
    raise NotHere(name)


def gaps_before(paragraph: Any, most: int = 3) -> list[Any]:
    """Empty paragraphs directly above it."""
    found: list[Any] = []
    one = paragraph.getprevious()
    while one is not None and one.tag == w("p") and not text(one) and len(found) < most:
        if (
            one.find(f"{w('pPr')}/{w('sectPr')}") is not None
            or one.find(f"{w('pPr')}/{w('pBdr')}") is not None
        ):
            break
        if any(child.tag.endswith(("drawing", "pict", "AlternateContent")) for child in one.iter()):
            break
        found.append(one)
        one = one.getprevious()
    if not found:
        raise NotHere("empty lines")
    return found
