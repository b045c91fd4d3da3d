"""Round 5: words and numbers of 附件说明 and of the attachments' titles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.corpus.mutators.places import renamed
from tests.corpus.mutators.registry import entering
from tests.corpus.mutators.traits import attached, several, single
from tests.corpus.papers.spec import Paper

_ALL = (
    "L031",
    "L080",
    "L081",
    "L082",
    "L083",
    "L085",
    "R21",
    "R8",
    "R22",
    "R25",
    "R26",
    "L060",
    "L062",
    "cl.7.3.4",
    "cl.7.3.7",
    "GW4",
    "GW5",
    "GW7",
)
_enter = entering(__name__)


def _named(
    name: str, rule: str, says: str, first: str, later: str, needs: Callable[[Paper], bool] = several
) -> None:
    """附件说明 with other numbers: what stands before the first name, and before a later one with {} for its number."""

    def change(page: Any, paper: Paper) -> str:
        if several(paper):
            renamed(page, paper, first, later)
        else:
            page.replace("附件：" + paper.attachments[0].title, first + paper.attachments[0].title)
        return first + paper.attachments[0].title

    _enter(change, name, rule, says, "attachments", needs=needs, also=_ALL)


def _said(name: str, rule: str, says: str, form: Callable[[str], str]) -> None:
    """The name of the last attachment in 附件说明, said otherwise."""

    def change(page: Any, paper: Paper) -> str:
        title = paper.attachments[-1].title
        before = f"{len(paper.attachments)}." if several(paper) else "附件："
        page.replace(before + title, before + form(title))
        return form(title)

    _enter(change, name, rule, says, "attachments", needs=attached, also=_ALL)


_named("attachments_without_points", "L081", "多个附件的序号后没有圆点（7.3.4：“附件：1.”）", "附件：1", "{}")
_named(
    "attachments_with_wide_points",
    "L081",
    "多个附件的序号后用全角圆点（7.3.4：“附件：1.”）",
    "附件：1．",
    "{}．",
)
_named(
    "attachments_with_half_brackets", "L081", "多个附件的序号写成“1)”（7.3.4：“附件：1.”）", "附件：1)", "{})"
)
_named("single_attachment_in_brackets", "L082", "只有一个附件却编号“（1）”", "附件：（1）", "", single)
_named("single_attachment_with_a_circle", "L082", "只有一个附件却编号“①”", "附件：①", "", single)
_named("single_attachment_labelled_with_a_point", "L083", "附件说明写成“附件1.”", "附件1.", "", single)
_named(
    "single_attachment_labelled_in_brackets",
    "L083",
    "附件说明写成“附件（一）：”",
    "附件（一）：",
    "",
    single,
)
_named("attachments_without_a_colon", "L031", "附件说明漏了冒号：“附件 1.”（7.3.4）", "附件 1.", "{}.")
_named(
    "single_attachment_without_a_colon",
    "L031",
    "附件说明漏了冒号：“附件 ××表”（7.3.4）",
    "附件 ",
    "",
    single,
)
_said("attachment_name_with_colon", "L080", "附件名称后用冒号（7.3.4：不加标点）", lambda title: title + "：")
_said(
    "attachment_name_with_exclamation",
    "L080",
    "附件名称后用叹号、全角圆点（7.3.4：不加标点）",
    lambda title: title + "．",
)
_said(
    "attachment_said_to_be_a_draft",
    "L085",
    "附件说明里多“（样表）”，附件标题没有",
    lambda title: title + "（样表）",
)
_said(
    "attachment_of_a_province_in_its_name",
    "L085",
    "附件说明里名称前多“岭东省”，附件标题没有",
    lambda title: "岭东省" + title,
)
_said("attachment_name_said_twice", "R21", "附件说明里附件名称打了两遍", lambda title: title + title)
