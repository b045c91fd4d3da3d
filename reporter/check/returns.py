"""Forms of indicators (通报要点): question and answer in a row; and what tables and text say of the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.quantities import number_in, plain
from reporter.check.spots import cell_spot
from reporter.check.subject import Subject

_YES = re.compile(r"是|√|已(?:全部)?整改到位")
_ALL_CLOSED = re.compile(r"隐患.*(?:是否)?(?:全部)?整改到位|隐患.*是否(?:全部)?(?:整改|销号)")
_COMPLIANT = re.compile(r"符合.*(?:规范|标准).*(?:机构|数量)|达标.*机构.*(?:数量|数)")
_LEVELS = re.compile(r"等级评定|星级评定")
_LEVEL = re.compile(r"([一二三四五])(?:星)?级\s*(\d+)\s*[个家]")
_FIGURE = re.compile(r"\s*(\d[\d,]*)\s*[家个所]?\s*")
_OPEN_HEAD = re.compile(r"未(?:整改|销号|完成)")
_LIST_OPEN = re.compile(r"未整改|整改中|未销号|未完成|正在整改")
_STATE = re.compile(r"状态|整改情况")
_SPAN = 4


class Answer(Struct, frozen=True):
    """A row of a form: the question, what is answered, and the spot of the answer."""

    question: str
    answer: str
    page: int
    spot: str


def answers_of(subject: Subject) -> Iterator[Answer]:
    """Rows of tables of at most four columns whose last cell answers the one before it."""
    for grid in subject.seen.grids:
        if not grid.rows or max(map(len, grid.rows)) > _SPAN:
            continue
        for at, cells in enumerate(grid.rows, 1):
            filled = [(n, solid(cell)) for n, cell in enumerate(cells, 1) if cell.strip()]
            if len(filled) > 1:
                (_, question), (column, answer) = filled[-2:]
                yield Answer(question, answer, grid.page, cell_spot(grid.number, at, column))


def open_hazards(subject: Subject, *, prose: bool = True) -> str:
    """Where the file says that hazards are open, in Chinese; empty when it nowhere does."""
    for grid in subject.seen.grids:
        if told := _open_in(grid):
            return told
    for para in subject.paras_of("body", "heading") if prose else ():
        for one in subject.counts_in(para):
            if one.kind == "open" and one.value and not one.scope:
                return f"正文写未整改{plain(one.value)}{one.unit}"
    return ""


def _open_in(grid: Grid) -> str:
    for column, name in enumerate(grid.names):
        cells = [(at, row[column].strip()) for at, row in grid.body if column < len(row)]
        if _OPEN_HEAD.search(name) and "率" not in name:
            still = [(at, cell) for at, cell in cells if (number_in(cell) or 0) > 0]
            if still:
                return f"表{grid.number}第{still[-1][0]}行“{name}”是{still[-1][1]}"
        if _STATE.search(name):
            at = next((at for at, cell in cells if _LIST_OPEN.fullmatch(cell)), 0)
            if at:
                return f"表{grid.number}第{at}行还没有整改"
    return ""


def homes_of(subjects: Sequence[Subject]) -> int:
    """The largest number of homes that text of the files gives; 0 when none does."""
    found = [
        int(one.value) for subject in subjects for para in subject.paras_of("body", "heading")
        for one in subject.counts_in(para) if one.kind == "homes"
    ]  # fmt: skip
    return max(found, default=0)


def contradictions(form: Subject, others: Sequence[Subject]) -> Iterator[tuple[Answer, str]]:
    """Answers of a form that the files do not bear out (R5, R6): the answer and what contradicts it."""
    answers = list(answers_of(form))
    counting = any(_COMPLIANT.search(one.question) or _LEVELS.search(one.question) for one in answers)
    homes = homes_of(others) if counting else 0
    for one in answers:
        if _ALL_CLOSED.search(one.question) and _YES.fullmatch(one.answer):
            for other in others:
                if told := open_hazards(other, prose=other is form):
                    place = "" if other is form else f"{other.name}的"
                    yield one, f"答“{one.answer}”，但{place}{told}"
                    break
        figure = _FIGURE.fullmatch(one.answer)
        if homes and figure and _COMPLIANT.search(one.question) and int(figure[1].replace(",", "")) > homes:
            yield one, f"写{one.answer}，多于养老机构总数{homes}家"
        levels = _LEVEL.findall(one.answer)
        if homes and _LEVELS.search(one.question) and len(levels) > 1:
            rated = sum(int(number) for _, number in levels)
            if rated > homes:
                yield one, f"各级合计{rated}家，多于养老机构总数{homes}家"
