"""Checks across the fields of one row (domain.md c.5). They run on drafts, so that one bad cell hides nothing else.

No rule knows today's date: a date after the as-of date is no problem, it is simply not counted yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from reporter.intake.creditcode import fault_of
from reporter.intake.drafts import Draft
from reporter.intake.problems import Code, Problem, error, warning
from reporter.records.base import Record
from reporter.records.hazard import Hazard
from reporter.records.institution import Institution
from reporter.records.rating import Rating

LONGEST_TERM_MONTHS = 3
"""整改期限 in principle at most three months (R9)."""
RATING_YEARS = 3
Rule = Callable[[Draft, Mapping[str, Draft]], Iterator[Problem]]


def check(drafts: Sequence[Draft], homes: Mapping[str, Draft]) -> list[Problem]:
    """All rules on all drafts; `homes` are the institutions by code."""
    return [
        problem for draft in drafts for rule in RULES.get(draft.record, ()) for problem in rule(draft, homes)
    ]


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has a day 28")


def _hazard_closing(draft: Draft, _: Mapping[str, Draft]) -> Iterator[Problem]:
    """R9: a status never closes a hazard, its date does."""
    get = draft.values.get
    if get("status") == "已销号":
        if get("closed_on") is None and "closed_on" not in draft.faulty:
            yield error(
                Code.CLOSED_WITHOUT_DATE,
                "状态是“已销号”，却没有销号日期",
                "补填销号日期；还没销号的，把状态改成“已整改待销号”",
                draft.where("closed_on" if "closed_on" in draft.cells else "status"),
                get("status"),
            )
        if get("done_on") is None and "done_on" not in draft.faulty:
            place = draft.where("done_on" if "done_on" in draft.cells else "status")
            hint = "补填整改完成时间；还没整改完的，改正状态"
            yield error(Code.CLOSED_WITHOUT_DATE, "已销号的隐患没有整改完成时间", hint, place)
        unchecked = [name for name in ("verified_by", "verified_on") if get(name) is None]
        unchecked = [name for name in unchecked if name not in draft.faulty]
        if unchecked and get("closed_on") is not None:
            missing = unchecked[0]
            place = draft.where(missing if missing in draft.cells else "status")
            yield warning(
                Code.CLOSED_UNVERIFIED, "已销号的隐患缺复核人或复核日期", "补填复核人和复核日期", place
            )
    elif get("closed_on") is not None and get("status") is not None:
        message = f"填了销号日期，状态却是“{get('status')}”；统计时以日期为准"
        yield warning(Code.STATUS_AND_DATE, message, "核对状态或日期", draft.where("status"), get("status"))
    if get("status") == "已整改待销号" and get("done_on") is None and "done_on" not in draft.faulty:
        place = draft.where("done_on" if "done_on" in draft.cells else "status")
        yield warning(
            Code.STATUS_AND_DATE, "状态是“已整改待销号”，却没有整改完成时间", "补填整改完成时间", place
        )


_HAZARD_ORDER = (
    ("found_on", "done_on", "整改完成时间早于发现日期", "error"),
    ("found_on", "due", "整改时限早于发现日期", "error"),
    ("found_on", "closed_on", "销号日期早于发现日期", "error"),
    ("done_on", "closed_on", "销号日期早于整改完成时间", "error"),
    ("done_on", "verified_on", "复核日期早于整改完成时间", "warning"),
    ("verified_on", "closed_on", "销号日期早于复核日期", "warning"),
)


def _hazard_dates(draft: Draft, _: Mapping[str, Draft]) -> Iterator[Problem]:
    """R9: found ≤ done ≤ verified ≤ closed."""
    for earlier, later, message, severity in _HAZARD_ORDER:
        if _before(draft, later, earlier):
            shown = f"{message}（{draft.values[later]} 早于 {draft.values[earlier]}）"
            make = error if severity == "error" else warning
            yield make(Code.DATE_ORDER, shown, "核对两个日期", draft.where(later), draft.values[later])


def _hazard_term(draft: Draft, _: Mapping[str, Draft]) -> Iterator[Problem]:
    """R9: overdue; planned for more than three months; planned without a term."""
    get = draft.values.get
    found, due = get("found_on"), get("due")
    if _before(draft, "due", "done_on"):
        message = f"逾期完成：完成于 {get('done_on')}，时限是 {due}"
        yield warning(Code.OVERDUE, message, "核对日期；确属逾期的，在备注里写明原因", draft.where("done_on"))
    if found and due and due > add_months(found, LONGEST_TERM_MONTHS):
        message = f"整改期限超过{LONGEST_TERM_MONTHS}个月（{found} 至 {due}）"
        yield warning(
            Code.TERM_TOO_LONG, message, "核对时限；确需延长的，在备注里写明", draft.where("due"), due
        )
    if get("way") == "限期整改" and due is None and "due" in draft.cells and "due" not in draft.faulty:
        yield warning(Code.FIELD_ADVISED, "限期整改的隐患没有整改时限", "补填整改时限", draft.where("due"))
    unfilled = "major_clause" in draft.cells and "major_clause" not in draft.faulty
    if get("grade") == "重大" and unfilled and get("major_clause") is None:
        yield warning(
            Code.FIELD_ADVISED, "重大隐患没有填判定情形", "补填判定情形", draft.where("major_clause")
        )


def _hazard_home(draft: Draft, homes: Mapping[str, Draft]) -> Iterator[Problem]:
    """A hazard found in a home before it opened or after it closed."""
    home, found = homes.get(str(draft.values.get("institution"))), draft.values.get("found_on")
    if home is None or found is None:
        return
    opened, closed = home.values.get("opened_on"), home.values.get("closed_on")
    if opened and found < opened:
        message = f"发现日期 {found} 早于机构开业日期 {opened}"
        yield warning(Code.OUTSIDE_OPERATION, message, "核对两个日期", draft.where("found_on"), found)
    if closed and found > closed:
        message = f"发现日期 {found} 晚于机构关停日期 {closed}"
        yield warning(Code.OUTSIDE_OPERATION, message, "核对两个日期", draft.where("found_on"), found)


def _home_counts(draft: Draft, _: Mapping[str, Draft]) -> Iterator[Problem]:
    """Parts do not exceed their whole."""
    for part, whole in (
        ("nursing_beds", "beds"),
        ("poor_residents", "residents"),
        ("certified_carers", "staff"),
    ):
        if _more(draft, part, whole):
            names = draft.record.columns()
            message = f"{names[part].label}（{draft.values[part]}）多于{names[whole].label}（{draft.values[whole]}）"
            yield error(Code.PART_EXCEEDS_WHOLE, message, "核对两个数", draft.where(part), draft.values[part])
    if _more(draft, "residents", "beds"):
        message = f"入住老人数（{draft.values['residents']}）多于床位数（{draft.values['beds']}）"
        yield warning(Code.RESIDENTS_EXCEED_BEDS, message, "核对两个数", draft.where("residents"))


def _home_dates(draft: Draft, _: Mapping[str, Draft]) -> Iterator[Problem]:
    get = draft.values.get
    if _before(draft, "closed_on", "opened_on"):
        message = f"关停日期 {get('closed_on')} 早于开业日期 {get('opened_on')}"
        yield error(Code.DATE_ORDER, message, "核对两个日期", draft.where("closed_on"), get("closed_on"))
    if get("status") == "已关停" and get("closed_on") is None and "closed_on" not in draft.faulty:
        place = draft.where("closed_on" if "closed_on" in draft.cells else "status")
        message = "状态是“已关停”，却没有关停日期"
        yield error(Code.CLOSED_WITHOUT_DATE, message, "补填关停日期：从哪天起不再计入，由它决定", place)
    if get("status") == "在营" and get("closed_on") is not None:
        message = "填了关停日期，状态却是“在营”；统计时以日期为准"
        yield warning(Code.STATUS_AND_DATE, message, "核对状态或日期", draft.where("status"), get("status"))
    fault = fault_of(str(get("credit_code"))) if get("credit_code") else ""
    if fault:
        hint = "对照登记证书核对 18 位代码"
        yield warning(Code.CREDIT_CODE, fault, hint, draft.where("credit_code"), get("credit_code"))


def _rating_validity(draft: Draft, _: Mapping[str, Draft]) -> Iterator[Problem]:
    rated, until = draft.values.get("rated_on"), draft.values.get("valid_to")
    if rated and until and until < rated:
        message = f"有效期至 {until} 早于评定日期 {rated}"
        yield error(Code.DATE_ORDER, message, "核对两个日期", draft.where("valid_to"), until)
    elif rated and until and until > add_months(rated, 12 * RATING_YEARS):
        message = f"有效期超过{RATING_YEARS}年（{rated} 至 {until}）"
        yield warning(Code.VALIDITY, message, "核对有效期", draft.where("valid_to"), until)


def _before(draft: Draft, earlier: str, later: str) -> bool:
    first, second = draft.values.get(earlier), draft.values.get(later)
    return bool(first and second and first < second)


def _more(draft: Draft, part: str, whole: str) -> bool:
    first: Any = draft.values.get(part)
    second: Any = draft.values.get(whole)
    return first is not None and second is not None and first > second


RULES: Mapping[type[Record], tuple[Rule, ...]] = {
    Hazard: (_hazard_closing, _hazard_dates, _hazard_term, _hazard_home),
    Institution: (_home_counts, _home_dates),
    Rating: (_rating_validity,),
}
