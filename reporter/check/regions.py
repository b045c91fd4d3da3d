"""Which place a file speaks for (安和县, 安和县河口镇, 河口镇), by its issuer, title or signature, and of what time."""

from __future__ import annotations

import re

from reporter.artefacts.seen.model import Role
from reporter.check.issuers import issuers_of
from reporter.check.subject import Subject

_REGION = re.compile(
    r"((?:[\u4e00-\u9fff]{1,7}?(?:自治区|省|市(?!场)|县|区(?!域)|州))*)((?:[\u4e00-\u9fff]{1,4}?(?:镇|乡|街道)(?!镇))?)"
)
_YEAR = re.compile(r"20\d{2}年")
_PERIOD = re.compile(r"第?([一二三四1-4])季度|[上下]半年|Q([1-4])")
_AS_OF = re.compile(r"截至?止?((?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|底))")
_MONTHS = re.compile(r"(?<!\d)(\d{1,2})(?:月?[—－–～至到-](\d{1,2}))?月(?![\d底初上中下])")
_OPENING = 3
_DATED: tuple[Role, ...] = ("date", "title", "print_date")


def region_of(subject: Subject) -> str:
    """Empty when none of the three names a place at its beginning."""
    named = (
        *issuers_of(subject)[:1],
        *(one.text for one in subject.sure("title", part=0)[:1]),
        *(one.text for one in subject.sure("signatory", part=0)[:1]),
    )
    for text in named:
        found = _REGION.match(re.sub(r"\s", "", text))
        if found and found[0]:
            return found[0]
    return ""


def year_of(subject: Subject) -> str:
    """The year of 成文日期, else of the title, else of 印发日期."""
    found = _YEAR.search("".join(one.text for role in _DATED for one in subject.sure(role)))
    return found[0] if found else ""


def period_of(subject: Subject) -> str:
    """The quarter or half-year that title or opening names, else the months of the title (1—5月), else the day of 截至;
    empty when there is none."""
    opening = [para.text for para in subject.paras_of("title", "body")[:_OPENING]]
    for text in opening:
        if found := _PERIOD.search(text):
            quarter = found[1] or found[2]
            return f"{'一二三四1234'.index(quarter) % 4 + 1}季度" if quarter else found[0]
    for text in _titles(subject):
        if found := _MONTHS.search(text):
            return f"{found[1]}—{found[2] or found[1]}月"
    for text in opening:
        if found := _AS_OF.search(text):
            return found[1]
    return ""


def _titles(subject: Subject) -> list[str]:
    """What may be the title, however surely: the first words of a plain file as well."""
    found = [one.text for one in subject.seen.elements if one.role == "title" and one.part == 0]
    return found or [para.text for para in subject.seen.paras[:1]]
