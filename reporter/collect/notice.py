"""A notice by others, as it was recognised → front matter and lines of the text language, in the order of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, field

from reporter.artefacts.seen.model import SURE, Element, Grid, Role, Seen
from reporter.document.model import FACE_NAMES, Face
from reporter.patterns import regex
from reporter.records.period import day_in, iso_day
from reporter.text import half_width

_GAP = regex(r"[\u2003\u2002]+|_{2,}")
_SPECIAL: frozenset[Face] = frozenset(("letter", "order", "minutes"))
"""Faces that the front matter has to name (clause 10)."""
_DIRECTIONS = {"up": "上行", "parallel": "平行"}
_SUFFIX = regex(r"\s*(文件|命令|令|纪要)$")
_OWN_SERIES = ("order", "minutes")
_SERIAL = regex(r"(?:〔\d{4}〕)?第?\d+[号期]")
"""Orders and minutes count without 代字 (GB/T 9704 10.2, 10.3)."""
_WHOLE_NUMBER = regex(r".+〔\d{4}〕第?\d+号")
_LABEL = regex(r"^(?:附\s*件|抄\s*送|签发人|公开方式|主\s*送)[：:]\s*")
_ITEM = regex(r"^\s*\d{1,2}\s*[.．、]\s*")
_NUMBERED = (
    regex(r"^[一二三四五六七八九十百]+、"),
    regex(r"^[（(][一二三四五六七八九十百]+[）)]"),
    regex(r"^\d{1,2}[.．](?!\d)"),
    regex(r"^[（(]\d{1,2}[）)]"),
    regex(r"^[①-⑳]"),
)
_FURNITURE: frozenset[Role] = frozenset(("page_number", "state"))
_TEXT: frozenset[Role] = frozenset(("body", "heading", "other", "attendance", "table_title"))
_BRACES = regex(r"\{[{%#]|[}%#]\}")
"""Braces by which the text language marks figures."""
_PRINTED = frozenset(("签发人", "附件", "抄送", "主送", "公开方式", "文件", "印发"))
"""Words that the engine prints by itself."""
_WIDE, _NARROW = 28, 3
"""Width of the text and of the narrowest column, in 字."""


class Notice(Struct):
    """`front` is the front matter by its Chinese names, `lines` the body; `doubts` are sentences about what was decided
    with little evidence."""

    front: dict[str, Any] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


class _Part(Struct, frozen=True):
    """One bound text: 0 the signed one, −n issued with it, n attached to it."""

    number: int
    elements: tuple[Element, ...]

    def texts(self, *roles: Role) -> list[str]:
        return [squeezed(one.text) for one in self.elements if one.role in roles]

    def one(self, role: Role) -> str:
        return next(iter(self.texts(role)), "")


def notice_of(seen: Seen) -> Notice:
    """Everything that could be recognised; nothing is made up: what is not there is left out."""
    found = Notice()
    parts = _parts(seen)
    signed = next((one for one in parts if one.number == 0), _Part(0, ()))
    _head(found, seen, signed)
    _ends(found, seen, signed)
    _issued_and_attached(found, parts)
    tables = _Tables(seen)
    unsure = [one for part in parts for one in part.elements if one.role in _TEXT and one.confidence < SURE]
    if unsure:
        found.doubts.append(f"有{len(unsure)}段是不是正文没有把握，第一段是：{squeezed(unsure[0].text)[:30]}")
    for part in parts:
        if part.number < 0:
            found.lines.append(f"@issued 正文{-part.number}")
        elif part.number > 0:
            found.lines.append(f"@附件 {part.number}")
        _body(found, part, tables)
    return found


def squeezed(text: str) -> str:
    """One line: no tabs, no line breaks, gaps as the text language writes them, blanks inside Chinese words gone."""
    text = _GAP.sub("____", text.replace("\n", "").replace("\t", ""))
    return re.sub(r"(?<=[一-鿿])[ \u3000]+(?=[一-鿿])", "", text).strip()


def _parts(seen: Seen) -> list[_Part]:
    """The signed text, what was issued with it, the attachments: as they stand on paper."""
    numbers = list(dict.fromkeys(one.part for one in seen.elements))
    numbers.sort(key=lambda number: (number > 0, abs(number)))
    return [_Part(number, tuple(one for one in seen.elements if one.part == number)) for number in numbers]


def _head(found: Notice, seen: Seen, part: _Part) -> None:
    """Title, face, number, recipients."""
    front = found.front
    front["标题"] = part.one("title")
    if not front["标题"]:
        found.doubts.append("没有找到标题")
    if seen.face in _SPECIAL:
        front["版式"] = FACE_NAMES[seen.face]
    if seen.direction in _DIRECTIONS:
        front["行文方向"] = _DIRECTIONS[seen.direction]
    _issuers(found, seen, part)
    if number := part.one("number"):
        if _WHOLE_NUMBER.fullmatch(number) or (seen.face in _OWN_SERIES and _SERIAL.fullmatch(number)):
            front["文号"] = number
        else:
            found.doubts.append(f"发文字号不全，没有填：{number}")
    if signers := [_LABEL.sub("", text) for text in part.texts("signer")]:
        front["签发人"] = "、".join(name for text in signers for name in re.split(r"[\s、]+", text) if name)
    corner: tuple[tuple[Role, str], ...] = (("urgency", "紧急程度"), ("copy_number", "份号"))
    front.update({name: text for role, name in corner if (text := part.one(role))})
    if recipients := part.one("recipients"):
        front["主送"] = _LABEL.sub("", recipients).rstrip("：:")


def _issuers(found: Notice, seen: Seen, part: _Part) -> None:
    """The names on the mark, else those that signed; the signature where it says something else."""
    front = found.front
    marks = [squeezed(text).replace(" ", "") for text in part.texts("mark")]
    if seen.face == "order" and any(text.endswith("令") and not text.endswith("命令") for text in marks):
        front["版头后缀"] = "令"
    names = [name for name in (_SUFFIX.sub("", text) for text in marks) if name]
    signatories = part.texts("signatory")
    plain = [_plain(name) for name in signatories]
    front["发文机关"] = names or plain
    if not names:
        front["版头"] = "无"
    posts = [_post(text) for text in part.texts("post")]
    if posts:
        front["署名"] = posts
    elif signatories and signatories != front["发文机关"]:
        front["署名"] = signatories
    if names and plain and plain != names and not posts:
        found.doubts.append("版头和落款的发文机关不一样，核对“发文机关”和“署名”")


def _ends(found: Notice, seen: Seen, part: _Part) -> None:
    """Date, remark, 公开方式, 版记."""
    front = found.front
    _date(found, front, "成文日期", part.one("date"))
    if text := part.one("remark"):
        front["附注"] = re.sub(r"^[（(](.*)[）)]$", r"\1", text)
    said = (squeezed(one.text) for one in seen.all("other", "body", "remark"))
    if shown := next((text for text in said if text.startswith("公开方式")), ""):
        front["公开方式"] = _LABEL.sub("", shown)
    if text := part.one("cc"):
        front["抄送"] = _LABEL.sub("", text).rstrip("。.")
    if text := part.one("print_office"):
        front["印发机关"] = text
    _date(found, front, "印发日期", part.one("print_date").removesuffix("印发"))
    if not (front.get("印发机关") or front.get("抄送")):
        front["版记"] = "无"


def _issued_and_attached(found: Notice, parts: Sequence[_Part]) -> None:
    """Titles of what follows the signed text; a named attachment that is not there is （另附）."""
    issued = [part for part in parts if part.number < 0]
    if issued:
        found.front["印发正文"] = [_issued(found, part) for part in issued]
    texts = [text for part in parts for text in part.texts("attachments")]
    titles = [_ITEM.sub("", _LABEL.sub("", text)).rstrip("。；;") for text in texts]
    titles = [title for title in titles if title]
    there = {part.number: part for part in parts if part.number > 0}
    for number in sorted(there):
        if number > len(titles):
            titles.append(there[number].one("attachment_title") or f"附件{number}")
            found.doubts.append(f"附件{number}没有列在附件说明里")
    if titles:
        found.front["附件"] = [
            title if number in there else f"（另附）{title}" for number, title in enumerate(titles, 1)
        ]


def _issued(found: Notice, part: _Part) -> dict[str, Any]:
    given: dict[str, Any] = {"编号": f"正文{-part.number}", "标题": part.one("title")}
    if not given["标题"]:
        given["标题"] = f"印发正文{-part.number}"
        found.doubts.append(f"印发的第{-part.number}份正文没有找到标题")
    if names := part.texts("signatory"):
        given["署名"] = names
    _date(found, given, "成文日期", part.one("date"))
    return given


def _body(found: Notice, part: _Part, tables: _Tables) -> None:
    """Headings, paragraphs and tables of one part; a table stands where it stood."""
    last = 0
    for element in part.elements:
        if element.role in _TEXT and element.para.cell is None:
            tables.write(found, part.number, element.para.number)
            _add(found, list(_lines(element)), runs_on=element.para.number == last)
            last = element.paras[-1].number
    tables.write(found, part.number)


def _add(found: Notice, lines: list[str], *, runs_on: bool) -> None:
    """What begins a paragraph of its own behind a heading with 。 gets an id, else it would run in with that."""
    last = found.lines[-1] if found.lines else ""
    if (
        lines
        and not runs_on
        and last.startswith("#")
        and last.endswith("。")
        and lines[0][:1] not in ("#", "@")
    ):
        lines[0] += f" {{#p{len(found.lines)}}}"
    found.lines += lines


def _lines(element: Element) -> Iterator[str]:
    """A heading, a numbered paragraph (a heading that runs on), or a paragraph."""
    text = squeezed(element.text)
    if not text or text.startswith("公开方式"):
        return
    level = _level(text)
    if not level:
        yield escaped(text)
        return
    bare = _NUMBERED[level - 1].sub("", text, count=1).lstrip()
    head, stop, rest = bare.partition("。")
    yield f"{'#' * level} {escaped(head + stop, inside=True)}"
    if rest.strip():
        yield escaped(rest.strip())


def _level(text: str) -> int:
    """The level of a typed number, 0 for none."""
    return next((level for level, pattern in enumerate(_NUMBERED, 1) if pattern.match(text)), 0)


def escaped(text: str, *, inside: bool = False) -> str:
    """A line of the text language that prints these characters; marks of figures become single braces."""
    text = _BRACES.sub(lambda found: "｛" if found[0][0] == "{" else "｝", text).replace("**", "＊＊")
    return f"\\{text}" if not inside and text[:1] in "#@\\" else text


class _Tables:
    """Tables of the file: each becomes a table of the front matter and a line where it stood."""

    def __init__(self, seen: Seen) -> None:
        laid = {one.para.cell.table for one in seen.elements if one.para.cell and one.role not in _TEXT}
        first: dict[int, int] = {}
        for para in seen.paras:
            if para.cell is not None:
                first.setdefault(para.cell.table, para.number)
        running = [one for one in seen.elements if one.role not in _FURNITURE]
        self._waiting = [
            (_part_at(running, first.get(grid.number, 0)), first.get(grid.number, 0), grid)
            for grid in seen.grids
            if grid.number not in laid and _filled(grid)
        ]

    def write(self, found: Notice, part: int, before: int = 0) -> None:
        """Those of the part that stand before that paragraph (0: all that are left)."""
        for entry in list(self._waiting):
            if entry[0] == part and (not before or entry[1] < before):
                self._waiting.remove(entry)
                self._write(found, entry[2])

    def _write(self, found: Notice, grid: Grid) -> None:
        name = f"表{grid.number}"
        head = grid.top
        labels = [squeezed(text) for text in grid.rows[head - 1]]
        if head > 1:
            found.doubts.append(f"{name}的表头有{head}行，只留了最后一行")
        rows = [[squeezed(text) for text in row] for row in grid.rows[head:]]
        columns = [
            {"编号": f"c{place}", "标签": label or f"第{place}列", "宽": width}
            for place, (label, width) in enumerate(zip(labels, _widths(grid), strict=True), 1)
        ]
        found.front.setdefault("表格", {})[name] = {"列": columns, "内容": rows}
        found.lines.append(f"@表格 {name}")


def _part_at(elements: Sequence[Element], place: int) -> int:
    """The part of the last element before that paragraph."""
    before = [one for one in elements if one.para.number < place]
    return max(before, key=lambda one: one.para.number).part if before else 0


def _filled(grid: Grid) -> bool:
    return len(grid.rows) > 1 and any(text.strip() for row in grid.rows for text in row)


def _widths(grid: Grid) -> list[int]:
    """Columns share the width of the text by what stands in them."""
    columns = range(len(grid.rows[0]))
    longest = [
        max((len(row[place]) for row in grid.rows if place < len(row)), default=1) for place in columns
    ]
    wanted = [min(max(length, 3), 20) for length in longest]
    return [max(_NARROW, round(_WIDE * one / sum(wanted))) for one in wanted]


def _plain(name: str) -> str:
    """A signatory without its suffix."""
    return re.sub(r"[（(]代[）)]$", "", name)


def _post(text: str) -> dict[str, str]:
    """县长（代）: the post of a person who signs, with its suffix."""
    bare = _plain(text)
    return {"职务": bare} | ({"后缀": text[len(bare) :]} if bare != text else {})


def _date(found: Notice, front: dict[str, Any], name: str, text: str) -> None:
    """A whole day as ISO; a part of one is left open."""
    if day := day_in(half_width(text).replace(" ", "")):
        front[name] = iso_day(day)
    elif text:
        found.doubts.append(f"{name}不全，没有填：{text}")


def unplaced(seen: Seen, composed: str) -> list[str]:
    """Texts of the file that the composed document does not have, in order, each once."""
    there = _folded(composed)
    found: dict[str, None] = {}
    furniture = {para.number for one in seen.elements if one.role in _FURNITURE for para in one.paras}
    for para in seen.paras:
        if para.text and para.number not in furniture and para.place not in ("header", "footer"):
            wanted = [_folded(one) for one in _bare(para.text)]
            if not any(one in there for one in wanted) and not _by_pieces(para.text, there):
                found[para.text] = None
    return list(found)


def _bare(text: str) -> Iterator[str]:
    """The text as it stands, without the number that the engine sets, and without a label that it prints itself."""
    yield text
    level = _level(text)
    yield _NUMBERED[level - 1].sub("", text, count=1) if level else text
    yield _ITEM.sub("", _LABEL.sub("", text))


def _by_pieces(text: str, there: str) -> bool:
    """A line that the document prints in other places: every part of it (印发机关 and 印发日期) is there."""
    pieces = [_folded(piece) for piece in re.split(r"[：:。]|\s{2,}|\t|(?<=印发)|(?=\d{4}年)", text)]
    told = [piece for piece in pieces if len(piece) > 1 and piece not in _PRINTED]
    return bool(told) and all(piece in there for piece in told)


def _folded(text: str) -> str:
    return re.sub(r"[\s\u2003\u3000_]+", "", half_width(text)).replace("〔", "[").replace("〕", "]")
