"""The title and the 主送机关 (GB/T 9704-2012 cl. 7.3.1, 7.3.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.artefacts.seen import wording
from reporter.artefacts.seen.clues import element, styled, weigh
from reporter.artefacts.seen.flow import Line, Node, Table
from reporter.artefacts.seen.model import Element, Role

_MOST_LINES = 5
_ENDS = "。.;；,，:：!！?？"
"""What may stand behind a title, though nothing should."""
_NAMED = re.compile("《[^》]*》?")
_TITLE_STYLES = re.compile(r"^(title|标题|大标题|文章标题|文件标题|主标题|heading 1|标题 ?1)$", re.I)
_SUBTITLE = re.compile(r"\(.{1,24}\)")
_OPENING = re.compile(r"为|根据|按照|近日|近年|经|现将|现就|依据|鉴于|自|随着|今年|当前")
_PERSONS = re.compile(
    r"(?:尊敬的)?[\u4e00-\u9fff×]{2,5}(?:[、,][\u4e00-\u9fff×]{2,5})*(?:等\d*[名位]?)?(?:委员|代表|先生|女士):"
)
"""祝清川委员：, to whom an answer to a proposal goes."""
_BRACKETED = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"[、,;]|(?<=[府处局院厅会])(?:和|及|与)")
_LEADS_ON = re.compile(
    r"如下|以下|适用于|第[一二三四五六七八九十百]+[章条]|(?:通知|公告|通告|报告|函告|意见|决定|事项|情况|内容|要求)\s*:$"
)


def title_run(nodes: Sequence[Node], at: int) -> list[Line]:
    """The lines from `at` that look alike as lines of one title do; the first one always, if it is a line."""
    first = nodes[at] if at < len(nodes) else None
    if not isinstance(first, Line):
        return []
    run = [first]
    for node in nodes[at + 1 : at + _MOST_LINES]:
        if not isinstance(node, Line) or not _goes_on(run, node):
            break
        run.append(node)
    return run


def _goes_on(run: Sequence[Line], line: Line) -> bool:
    last = run[-1]
    if not line.short or line.para.looks.new_page or _no_title(line):
        return False
    if line.ends_sentence and not (
        (line.big or line.centred) and wording.full_title(_joined([*run, line]).rstrip(_ENDS))
    ):
        return False
    if wording.number(line.bare.strip("()")) >= 0.5:
        return False
    if _SUBTITLE.fullmatch(line.bare) and line.centred and wording.text_end(last.key):
        return not wording.whole_date(line.bare.strip("()"))
    if wording.genre_end(last.key) or (wording.text_end(last.key) and not _unfinished(run)):
        return False
    if line.unknown and last.unknown and _unfinished(run) and wording.full_title(_joined([*run, line])):
        return True
    alike = abs(line.size - last.size) < 1 and line.red == last.red and line.para.style == last.para.style
    if alike and _unfinished(run) and wording.full_title(_joined([*run, line]).rstrip(_ENDS)):
        return True
    if not alike or not (line.centred or line.big) or line.centred != last.centred:
        return False
    together = sum(len(one.bare) for one in run) + len(line.bare)
    return together <= 100 and (line.big or not wording.agency(line.key))


def _joined(run: Sequence[Line]) -> str:
    return "".join(one.bare for one in run)


def _unfinished(run: Sequence[Line]) -> bool:
    """Whether a quotation or a 关于 is still open."""
    text = _joined(run)
    return text.count("《") > text.count("》") or ("关于" in text and not wording.full_title(text))


def _no_title(line: Line) -> bool:
    key = line.key
    return (
        wording.label(key) or wording.whole_date(key) or _calls(line) or wording.attachment_list(key)
        or wording.cc(key)
    )  # fmt: skip


def _calls(line: Line) -> bool:
    """Whether it ends as the 主送机关 does; a full title in large type only has a mark too many."""
    return line.key.endswith(":") and not (line.big and wording.full_title(line.key.rstrip(":")))


def title_score(run: Sequence[Line], *, below_head: bool, before: Node | None) -> float:
    """Confidence that these lines are a title; `before` is what follows them."""
    if not run:
        return 0.0
    line, text = run[0], "".join(one.key for one in run)
    plain = text.rstrip(_ENDS)
    if (
        not all(one.short for one in run)
        or len(text) > 160
        or (plain != text and not _ended_title(line, plain))
    ):
        return 0.0
    if _no_title(line) or (wording.sheet_line(text) and not line.big):
        return 0.0
    if line.red and not wording.full_title(plain):
        return 0.0  # the mark; a title in red is one by its words only
    font = line.font
    addressed = isinstance(before, Line) and recipients_score(before, after_title=False, below=None) >= 0.5
    return weigh(
        (line.big, 0.4),
        (line.size >= line.body_size * 1.3, 0.15),
        (line.centred, 0.3),
        (_typed_centre(line), 0.2),
        ("小标宋" in font or "大标宋" in font, 0.3),
        (line.para.main.bold, 0.1),
        (styled(line.para, "title") or styled(line.para, "attachment_title"), 0.5),
        (bool(_TITLE_STYLES.match(line.para.style)), 0.4),
        (wording.full_title(plain), 0.55),
        (wording.text_end(plain), 0.2),
        (below_head, 0.25),
        (addressed, 0.25),
        (bool(re.match(r"\(?[一二三四五六七八九十]+[)、]|\d+[.、]", line.key)), -0.6),
        (wording.sentence_marks(text) and not line.big and not wording.full_title(plain), -0.5),
        (wording.agency(text) and not line.big, -0.4),
    )


def _ended_title(line: Line, plain: str) -> bool:
    """Whether a line that ends as a sentence does is a title all the same: 关于…的通知 without a clause in it."""
    said = _NAMED.sub("", plain)
    return wording.full_title(plain) and (
        line.big or not (_OPENING.match(said) or wording.sentence_marks(said.replace("、", "")))
    )


def _typed_centre(line: Line) -> bool:
    """Pushed to the middle by blanks."""
    return not line.centred and 2.5 < line.set_in < 12 and line.big


def title_element(role: Role, run: Sequence[Line], confidence: float, part: int = 0) -> Element:
    text = "\n".join(one.text for one in run)
    return Element(role, text, tuple(one.para for one in run), min(confidence, 1.0), part=part)


def recipients_score(line: Line, *, after_title: bool, below: Node | None) -> float:
    """Confidence that the line is the 主送机关; `below` is what follows it."""
    key = line.key
    stopped = key[-1:] in "。." and _names_alone(key[:-1])
    if len(key) > 400 or ("。" in key and not stopped) or "\t" in line.text:
        return 0.0
    if wording.label(key) or wording.whole_date(key):
        return 0.0
    if wording.sheet_line(key) and not key.endswith(":"):
        return 0.0
    prefixed, closed = wording.to(key), key.endswith(":")
    named = wording.agencies(key.rstrip(": ;,.")) or bool(_PERSONS.fullmatch(key))
    text_below = isinstance(below, Line) and (below.text[-1:] in "。：:" or below.set_in >= 1.5)
    return weigh(
        (closed, 0.45),
        (named, 0.45),
        (key.startswith("各"), 0.3),
        (prefixed, 0.5),
        ("、" in key or "," in key, 0.1),
        (line.flush, 0.15),
        (after_title, 0.2),
        (text_below, 0.1),
        (styled(line.para, "recipients"), 0.5),
        (bool(_OPENING.match(key)) and not prefixed, -0.7),
        (bool(_LEADS_ON.search(key)), -0.8),
        (not named and not key.startswith("各"), -0.4),
        (":" in key[:-1] and not prefixed, -0.7),
        (not closed and (line.centred or line.rightish), -0.7),
        (not closed and line.set_in >= 1.5 and not key.startswith("各"), -0.3),
        (not closed and line.big, -0.6),
        (bool(re.match(r"\(?[一二三四五六七八九十]+[)、]|\d+[.、]|\(", key)), -0.9),
    )


def _names_alone(key: str) -> bool:
    """Whether it is a list of agencies and groups and no sentence, though it ends as one does."""
    parts = [part for part in _BETWEEN.split(_BRACKETED.sub("", key)) if part]
    return bool(parts) and all(len(part) <= 24 and wording.agencies(part) for part in parts)


def read_recipients(nodes: Sequence[Node], at: int) -> tuple[list[Element], int]:
    """The recipients at or just below `at`, and where the text begins; a name list may take several paragraphs."""
    above: list[Element] = []
    for skip in range(3):
        line = nodes[at + skip] if at + skip < len(nodes) else None
        if not isinstance(line, Line):
            break
        below = nodes[at + skip + 1] if at + skip + 1 < len(nodes) else None
        score = recipients_score(line, after_title=skip == 0, below=below)
        more = _second_half(line, below)
        if more is not None:
            joined = recipients_score(more, after_title=False, below=None)
            if joined >= 0.6 and wording.agencies(line.key.rstrip(",、;")):
                text = f"{line.text}{more.text}"
                return [*above, Element("recipients", text, (line.para, more.para), joined)], at + skip + 2
        if score >= 0.45:
            return [*above, element("recipients", line.para, score)], at + skip + 1
        above.append(element("other", line.para, 0.5))
        if not (line.centred and line.short and not line.ends_sentence):
            break
    return [], at


def _second_half(line: Line, below: Node | None) -> Line | None:
    """The next line when this one breaks off within the list of names."""
    if isinstance(below, Table) or below is None or line.key.endswith(":") or not below.key.endswith(":"):
        return None
    broken = line.key[-1:] in "、,;" or line.key.startswith("各")
    return below if broken and line.flush and below.flush and "。" not in line.key else None
