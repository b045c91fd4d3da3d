"""隐患: figures about hazards, from 隐患台账."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reporter.facts.fact import Fact
from reporter.facts.family import Family
from reporter.facts.rows import hazards, homes, is_closed, is_overdue
from reporter.facts.scope import Outcome, Scope, counted, share, total, unknown, yes_or_no
from reporter.records.hazard import Hazard
from reporter.records.institution import Institution

FAMILY = Family("hazards", "隐患")

_DIMS = ("domain", "source", "grade", "institution")
_ADDS = ("unit", *_DIMS)
_BY_HOME = ("unit", "institution")
_NO_LEDGER = "没有隐患台账"
_NO_HOME = "没有养老机构"


def _gap(scope: Scope) -> str:
    """Why the ledger cannot answer: there is none, or it begins after the period."""
    ledger = scope.setting.workspace.hazards
    if not scope.setting.has_table(Hazard, ledger):
        return _NO_LEDGER
    first = scope.setting.workspace.hazards_since
    if first is not None and scope.period.end.year < first:
        return f"隐患台账从{first}年开始，没有{scope.period.label}的记录"
    return ""


def _partly(scope: Scope) -> str:
    first = scope.setting.workspace.hazards_since
    if first is not None and scope.period.start.year < first:
        return f"只含隐患台账有记录的{first}年以后，此前年份见其他数据"
    return ""


def _rows(scope: Scope, test: Callable[[Hazard], bool], what: str, *fields: str) -> Outcome:
    if gap := _gap(scope):
        return unknown(gap)
    chosen = [hazard for hazard in hazards(scope) if test(hazard)]
    sentence = f"{scope.period.label}、{scope.when}，{scope.subject}{what}的隐患共{{n}}条"
    return counted(chosen, sentence, *fields, note=_partly(scope))


@FAMILY.figure("found", "发现", measure="条", dims=_DIMS, adds=_ADDS)
def found(scope: Scope) -> Outcome:
    """发现日期在期间内且不晚于截至日的隐患数。"""
    return _rows(scope, lambda hazard: True, "发现", "found_on")


@FAMILY.figure("closed", "已整改", measure="条", dims=_DIMS, adds=_ADDS)
def closed(scope: Scope) -> Outcome:
    """其中销号日期不晚于截至日的隐患数。"""
    return _rows(scope, lambda hazard: is_closed(hazard, scope.as_of), "已销号", "closed_on")


@FAMILY.figure("open", "未整改", measure="条", dims=_DIMS, adds=_ADDS)
def open_(scope: Scope) -> Outcome:
    """其中截至日尚未销号的隐患数。"""
    return _rows(scope, lambda hazard: not is_closed(hazard, scope.as_of), "未销号", "closed_on")


@FAMILY.figure("close_rate", "整改率", measure="%", dims=_DIMS)
def close_rate(scope: Scope) -> Outcome:
    """已整改 ÷ 发现 × 100%；没有发现隐患时为空。"""
    return share(scope.same("closed"), scope.same("found"), ("已整改", "发现"), "无隐患")


@FAMILY.figure("overdue", "逾期", measure="条", dims=_DIMS, adds=_ADDS)
def overdue(scope: Scope) -> Outcome:
    """整改时限早于截至日而截至日尚未销号的隐患数。"""
    return _rows(scope, lambda hazard: is_overdue(hazard, scope.as_of), "逾期未销号", "due")


@FAMILY.figure("major_found", "重大隐患", measure="条", dims=_DIMS, adds=_ADDS)
def major_found(scope: Scope) -> Outcome:
    """发现的隐患中等级为重大的条数。"""
    return _rows(scope, lambda hazard: hazard.grade == "重大", "等级为重大", "grade")


@FAMILY.figure("major_closed", "已整改重大隐患", measure="条", dims=_DIMS, adds=_ADDS)
def major_closed(scope: Scope) -> Outcome:
    """等级为重大且截至日已销号的隐患数。"""
    test = lambda hazard: hazard.grade == "重大" and is_closed(hazard, scope.as_of)  # noqa: E731
    return _rows(scope, test, "等级为重大、已销号", "grade", "closed_on")


@FAMILY.figure("major_open", "未整改重大隐患", measure="条", dims=_DIMS, adds=_ADDS)
def major_open(scope: Scope) -> Outcome:
    """等级为重大且截至日尚未销号的隐患数。"""
    test = lambda hazard: hazard.grade == "重大" and not is_closed(hazard, scope.as_of)  # noqa: E731
    return _rows(scope, test, "等级为重大、未销号", "grade")


@FAMILY.figure("immediate", "立行立改数", measure="条", dims=_DIMS, adds=_ADDS)
def immediate(scope: Scope) -> Outcome:
    """整改方式为立行立改的隐患数；台账都没有填整改方式时为空。"""
    outcome = _rows(scope, lambda hazard: hazard.way == "立行立改", "立行立改", "way")
    if outcome.value is None:
        return outcome
    rows = hazards(scope)
    if rows and all(hazard.way is None for hazard in rows):
        return unknown("隐患台账没有填写整改方式")
    return outcome


@FAMILY.figure("funds", "整改资金", measure="万元", dims=_DIMS, adds=_ADDS)
def funds(scope: Scope) -> Outcome:
    """发现的隐患所填整改资金之和（万元）；没有填写的行不计。"""
    if gap := _gap(scope):
        return unknown(gap)
    return total(hazards(scope), "funds", "整改资金", gaps=True)


def _first_of_each_home(rows: Sequence[Hazard]) -> list[Hazard]:
    """The first row of each home: as many rows as homes, so that a count of homes has rows too."""
    firsts: dict[str, Hazard] = {}
    for hazard in rows:
        firsts.setdefault(hazard.institution, hazard)
    return list(firsts.values())


def _homes_in(scope: Scope, fact_name: str, what: str, test: Callable[[Hazard], bool]) -> Outcome:
    if gap := _gap(scope):
        return unknown(gap)
    rows = [hazard for hazard in hazards(scope) if test(hazard)]
    firsts = _first_of_each_home(rows)
    inputs = (scope.same(fact_name).address,)
    formula = f"{scope.subject}{what}的隐患{len(rows)}条，涉及机构{len(firsts)}家（每家只计一次）"
    return Outcome(len(firsts), formula, rows, ("institution",), inputs, note=_partly(scope))


@FAMILY.figure("homes_with", "涉及机构数", measure="家", dims=_DIMS, adds=_BY_HOME)
def homes_with(scope: Scope) -> Outcome:
    """发现过隐患的机构数，每家只计一次。"""
    return _homes_in(scope, "found", "发现", lambda hazard: True)


@FAMILY.figure("homes_open", "未整改机构数", measure="家", dims=_DIMS, adds=_BY_HOME)
def homes_open(scope: Scope) -> Outcome:
    """截至日还有隐患未销号的机构数。"""
    return _homes_in(scope, "open", "未销号", lambda hazard: not is_closed(hazard, scope.as_of))


@FAMILY.figure("homes_done", "已整改机构数", measure="家", dims=_DIMS, adds=_BY_HOME)
def homes_done(scope: Scope) -> Outcome:
    """发现过隐患且截至日全部销号的机构数，等于涉及机构数减未整改机构数。"""
    whole, still = scope.same("homes_with"), scope.same("homes_open")
    if not (isinstance(whole.value, int) and isinstance(still.value, int)):
        return Outcome(None, inputs=(whole.address, still.address), note=whole.note or still.note)
    formula = f"涉及{whole.value}家 − 未整改{still.value}家 = {whole.value - still.value}家"
    return Outcome(whole.value - still.value, formula, inputs=(whole.address, still.address), note=whole.note)


@FAMILY.figure("homes_clear", "无隐患机构数", measure="家", dims=_DIMS, adds=_BY_HOME)
def homes_clear(scope: Scope) -> Outcome:
    """截至日计入的机构中期间内没有发现隐患的家数。"""
    if gap := _gap(scope):
        return unknown(gap)
    if not scope.setting.has_table(Institution, scope.setting.workspace.institutions):
        return unknown("没有机构名册")
    involved = {hazard.institution for hazard in hazards(scope)}
    present = homes(scope)
    clear = [home for home in present if home.code not in involved]
    formula = f"机构{len(present)}家中{len(present) - len(clear)}家发现过隐患，其余{len(clear)}家没有"
    return Outcome(len(clear), formula, clear, ("name",), note=_partly(scope))


@FAMILY.figure("all_closed", "全部整改", dims=_DIMS)
def all_closed(scope: Scope) -> Outcome:
    """没有一条未销号为是（domain.md R5）；没有机构为不涉及；没有发现隐患时须检查覆盖全部机构。"""
    return _clear(scope, scope.same("found"), scope.same("open"))


def _clear(scope: Scope, whole: Fact, still: Fact) -> Outcome:
    inputs: tuple[str, ...] = (whole.address, still.address)
    if whole.value is None:
        return Outcome(None, inputs=inputs, note=whole.note)
    if not homes(scope) and not whole.value:
        return Outcome("不涉及", f"{scope.when}，{scope.subject}{_NO_HOME}", inputs=inputs, note=_NO_HOME)
    if still.value:
        return yes_or_no(False, f"发现{whole.value}条，尚有{still.value}条未销号", inputs=inputs)
    if whole.value:
        return yes_or_no(True, f"发现{whole.value}条，已全部销号", inputs=inputs)
    covered = scope.other("visits", "covered")
    inputs = (*inputs, covered.address)
    if covered.value == "是":
        return Outcome("是", "检查覆盖全部机构，没有发现隐患", inputs=inputs, note="无隐患")
    return Outcome(None, inputs=inputs, note="台账没有隐患，但检查没有覆盖全部机构，不能判断是否整改到位")


@FAMILY.figure("fire_clear", "消防问题全部解决", dims=("institution",))
def fire_clear(scope: Scope) -> Outcome:
    """没有消防类隐患未销号且每家机构消防审验合格为是（domain.md R5）。"""
    if gap := _gap(scope):
        return unknown(gap)
    still = scope.same("open", domain="消防")
    accepted = scope.other("institutions", "all_fire_ok")
    inputs = (still.address, accepted.address)
    if accepted.value == "不涉及" and not still.value:
        return Outcome("不涉及", f"{scope.when}，{scope.subject}{_NO_HOME}", inputs=inputs, note=_NO_HOME)
    if still.value or accepted.value == "否":
        reasons = [f"消防类隐患{still.value}条未销号"] if still.value else []
        reasons += [accepted.formula] if accepted.value == "否" else []
        return yes_or_no(False, "；".join(reasons), inputs=inputs)
    if accepted.value is None:
        return Outcome(None, inputs=inputs, note=accepted.note)
    return yes_or_no(True, f"没有消防类隐患未销号；{accepted.formula}", inputs=inputs)
