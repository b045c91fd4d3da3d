"""Outcomes as one page for a browser, without network: pages as pictures with marks, findings beside them."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

from reporter import __version__
from reporter.artefacts.geometry import Box
from reporter.check.finding import SEVERITY_NAMES, Finding
from reporter.check.report.pageparts import SCRIPT, STYLE
from reporter.check.report.pictures import Picture
from reporter.check.report.text import TOGETHER, counted, file_name, place_of, summary
from reporter.check.running import Outcome

GENERATOR = f'<meta name="generator" content="reporter check {__version__}">'
OURS = '<meta name="generator" content="reporter check '
"""What every page of ours holds, whatever its version."""
MOST_PICTURES = 40 * 2**20
"""Bytes of pictures on one page; files behind that have their list only."""
_ROOM_MM = 0.7
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def page(found: Sequence[Outcome], shared: Sequence[Finding], everything: bool = True) -> str:
    """The HTML. Notes (说明) are hidden until asked for unless `everything`."""
    told = escape(summary(found, shared))
    parts = [
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        GENERATOR,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>检查结果</title><style>{STYLE}</style></head><body>",
        f"<header><h1>检查结果</h1><p>{told}</p>{_filters(everything)}</header><main>",
        *_together(shared),
    ]
    left = MOST_PICTURES
    for number, outcome in enumerate(found, 1):
        size = sum(len(picture.png) for picture in outcome.pictures)
        shown = outcome.pictures if size <= left else ()
        left -= size if shown else 0
        parts += _file(number, outcome, shown)
    parts.append(f"</main><script>{SCRIPT}</script></body></html>\n")
    return _sealed("\n".join(parts))


def _sealed(text: str) -> str:
    """With a digest at the end, which tells whether somebody has changed the page since."""
    return f"{text}<!-- {_digest(text.encode('utf-8', 'replace'))} -->\n"


def is_untouched(data: bytes) -> bool:
    """Whether it is a page of ours as it was written, which may be replaced by a new one."""
    text, mark, seal = data.rpartition(b"<!-- ")
    return bool(mark) and OURS.encode() in text[:2000] and seal == f"{_digest(text)} -->\n".encode()


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def _filters(everything: bool) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" data-show="{key}"'
        f"{' checked' if everything or key != 'info' else ''}> {name}</label>"
        for key, name in SEVERITY_NAMES.items()
    )
    return f'<form class="filter" aria-label="只看">{boxes}</form><p class="keys">按 j、k 上下移动，回车看位置。</p>'


def _together(shared: Sequence[Finding]) -> Iterator[str]:
    if shared:
        yield f"<section><h2>{TOGETHER}：{counted(shared)}</h2><ol>"
        yield from (_item(f"s{number}", finding, "", False) for number, finding in enumerate(shared))
        yield "</ol></section>"


def _file(number: int, outcome: Outcome, shown: Sequence[Picture]) -> Iterator[str]:
    name = escape(file_name(outcome.path))
    if outcome.verdict is None:
        message, hint = outcome.refused or ("", "")
        yield f'<section><h2>{name}：没有检查</h2><p class="error">{escape(message)}</p><p>{escape(hint)}</p></section>'
        return
    findings = outcome.verdict.findings
    marked = {mark.finding for picture in shown for mark in picture.marks}
    yield f'<section><h2>{name}：{counted(findings)}</h2><div class="file">'
    if shown:
        yield '<div class="pages">'
        yield from (_picture(number, picture, findings) for picture in shown)
        yield "</div>"
    yield '<div class="list"><ol>'
    for place, finding in enumerate(findings):
        yield _item(f"f{number}-{place}", finding, f"m{number}-{place}", place in marked)
    yield "</ol>"
    notes = [
        *outcome.verdict.notes,
        *([] if shown or not outcome.pictures else ["页面图片太多，这个文件只列文字"]),
    ]
    yield "".join(f'<p class="note">{escape(note)}</p>' for note in notes)
    unchecked = len({one.code for one in outcome.verdict.unchecked})
    yield f'<p class="note">有{unchecked}条规则未查或未全查</p>' if unchecked else ""
    yield "</div></div></section>"


def _item(identity: str, finding: Finding, target: str, marked: bool) -> str:
    head = f"<b>{SEVERITY_NAMES[finding.severity]} {escape(finding.code)}</b> {escape(place_of(finding))}"
    link = f'<a href="#{target}">{head}</a>' if marked else head
    hint = f"<br>怎么办：{escape(finding.hint)}" if finding.hint else ""
    clause = f"<br><small>{escape(finding.clause)}</small>" if finding.clause else ""
    return (
        f'<li id="{identity}" class="{finding.severity}" tabindex="0">{link}<br>{escape(finding.message)}'
        f"{hint}{clause}</li>"
    )


def _picture(number: int, picture: Picture, findings: Sequence[Finding]) -> str:
    seen: set[int] = set()
    marks = []
    for mark in picture.marks:
        finding = findings[mark.finding]
        first = "" if mark.finding in seen else f' id="m{number}-{mark.finding}"'
        seen.add(mark.finding)
        label = escape(f"{finding.code} {finding.message}", quote=True)
        marks.append(
            f'<a class="mark {finding.severity}"{first} href="#f{number}-{mark.finding}" title="{label}" '
            f'aria-label="{label}" style="{_style(mark.box, picture)}"></a>'
        )
    data = b64encode(picture.png).decode("ascii")
    return (
        f'<figure><div class="sheet"><img src="data:image/png;base64,{data}" alt="第{picture.page}页" '
        f'width="{picture.width:.0f}" height="{picture.height:.0f}">{"".join(marks)}</div>'
        f"<figcaption>第{picture.page}页</figcaption></figure>"
    )


def _style(box: Box, picture: Picture) -> str:
    left, top = (box.left - _ROOM_MM) / picture.width, (box.top - _ROOM_MM) / picture.height
    wide, high = (box.width + 2 * _ROOM_MM) / picture.width, (box.height + 2 * _ROOM_MM) / picture.height
    sides = zip(("left", "top", "width", "height"), (left, top, wide, high), strict=True)
    return ";".join(f"{name}:{100 * share:.2f}%" for name, share in sides)
