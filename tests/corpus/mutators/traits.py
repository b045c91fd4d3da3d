"""What a paper has and says: asked by mutators of every kind, whatever file they change."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.papers.spec import Line, Paper, lines


def joint(paper: Paper) -> bool:
    return len(paper.issuers) > 1


def upward(paper: Paper) -> bool:
    return paper.direction == "up"


def ruled(paper: Paper) -> bool:
    """A document with a red rule: no letter, no order."""
    return paper.face == "document"


def letter(paper: Paper) -> bool:
    return paper.face == "letter"


def order(paper: Paper) -> bool:
    return paper.face == "order"


def alone(paper: Paper) -> bool:
    return ruled(paper) and not joint(paper)


def called_document(paper: Paper) -> bool:
    """One office's, whose 发文机关标志 ends in 文件."""
    return alone(paper) and paper.suffix == "文件"


def copy_numbered(paper: Paper) -> bool:
    return bool(paper.copy_number)


def secret(paper: Paper) -> bool:
    return bool(paper.secrecy)


def urgent(paper: Paper) -> bool:
    return bool(paper.urgency)


def numbered(paper: Paper) -> bool:
    """It has a 发文字号 and no order's or minutes' number."""
    return "号" in paper.number and paper.number[0] not in "第〔"


def numbered_down(paper: Paper) -> bool:
    """One office's document to offices below, whose 发文字号 stands in the middle."""
    return numbered(paper) and paper.direction == "down" and alone(paper)


def with_signers(paper: Paper) -> bool:
    """It says who signed it, as documents do that go up."""
    return bool(paper.signers)


def titled(paper: Paper) -> bool:
    return bool(paper.title)


def addressed(paper: Paper) -> bool:
    return bool(paper.recipients)


def two_lines(paper: Paper) -> bool:
    return len(paper.title) == 2


def attached(paper: Paper) -> bool:
    return bool(paper.attachments)


def several(paper: Paper) -> bool:
    return len(paper.attachments) > 1


def single(paper: Paper) -> bool:
    return len(paper.attachments) == 1


def signed(paper: Paper) -> bool:
    return bool(paper.date and paper.signatories)


def signed_by_one(paper: Paper) -> bool:
    """By one office, with its date, and by no person."""
    return len(paper.signatories) == 1 and bool(paper.date) and not paper.post


def sealed(paper: Paper) -> bool:
    return signed(paper) and paper.sealed and len(paper.signatories) == 1 and ruled(paper)


def remarked(paper: Paper) -> bool:
    return bool(paper.remark)


def copying(paper: Paper) -> bool:
    return bool(paper.cc)


def copying_document(paper: Paper) -> bool:
    return copying(paper) and ruled(paper)


def copying_to_several(paper: Paper) -> bool:
    return copying_document(paper) and "，" in paper.cc


def printed(paper: Paper) -> bool:
    return bool(paper.printed)


def framed(paper: Paper) -> bool:
    """It has a 版记 with rules."""
    return bool(paper.office) and ruled(paper)


def body_lines(paper: Paper, level: int = 0, length: int = 1) -> list[Line]:
    """Lines of one level that are that long; of headings those that have words of their own."""
    return [
        line
        for line in lines(paper.body)
        if isinstance(line, Line)
        and line.level == level
        and len(line.text) >= length
        and (not level or line.head)
    ]


def has_text(paper: Paper) -> bool:
    return len(body_lines(paper, 0, 40)) > 0


def has_long_text(paper: Paper) -> bool:
    """Whether a paragraph of running text takes more than two lines."""
    return len(body_lines(paper, 0, 60)) > 0


def standing(paper: Paper, level: int) -> list[Line]:
    """Headings that have a line for themselves."""
    return [line for line in body_lines(paper, level) if not line.rest]


def with_headings(level: int, least: int = 2) -> Callable[[Paper], bool]:
    """It has so many headings of the level."""
    return lambda paper: len(body_lines(paper, level)) >= least


def with_standing(level: int, least: int = 2) -> Callable[[Paper], bool]:
    """So many headings of the level have a line for themselves."""
    return lambda paper: len(standing(paper, level)) >= least


def everything(paper: Paper) -> str:
    """All words of a paper, line by line."""
    rows = [
        *paper.title, paper.number, paper.recipients, paper.body, paper.remark, paper.cc, paper.office, paper.printed,
        paper.date, *paper.signatories, *(item.title + "\n" + item.body for item in paper.attachments),
    ]  # fmt: skip
    for table in paper.tables:
        rows += [table.title, *table.head, *(cell for row in table.rows for cell in row)]
    return "\n".join(rows)
