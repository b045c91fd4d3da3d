"""检查: figures about inspection visits, from 检查记录."""

from __future__ import annotations

from reporter.facts.family import Family
from reporter.facts.rows import homes, visited_here, visits
from reporter.facts.scope import Outcome, Scope, counted, total, unknown, yes_or_no
from reporter.records.hazard import Hazard
from reporter.records.institution import Institution
from reporter.records.visit import Visit

FAMILY = Family("visits", "检查")

_DIMS = ("kind", "institution")
_NO_RECORD = "没有检查记录"


def _known(scope: Scope) -> bool:
    return scope.setting.has_table(Visit, scope.setting.workspace.visits)


@FAMILY.figure("times", "检查次数", measure="次", dims=_DIMS)
def times(scope: Scope) -> Outcome:
    """期间内、不晚于截至日的检查次数；一次检查涉及几个乡镇的，各乡镇都计一次。"""
    if not _known(scope):
        return unknown(_NO_RECORD)
    sentence = f"{scope.period.label}、{scope.when}，{scope.subject}检查共{{n}}次"
    return counted(visits(scope), sentence, "visited_on")


@FAMILY.figure("homes", "检查机构数", measure="家", dims=_DIMS, adds=("unit", "institution"))
def homes_visited(scope: Scope) -> Outcome:
    """检查到的机构数，每家只计一次。"""
    if not _known(scope):
        return unknown(_NO_RECORD)
    rows = visits(scope)
    seen = {code for visit in rows for code in visited_here(scope, visit)}
    formula = f"{scope.subject}检查{len(rows)}次，查到机构{len(seen)}家（每家只计一次）"
    return Outcome(len(seen), formula, rows, ("homes",))


@FAMILY.figure("covered", "检查覆盖", dims=("kind",))
def covered(scope: Scope) -> Outcome:
    """截至日计入的每家机构在期间内都至少检查过一次为是；没有机构为不涉及。"""
    present = homes(scope)
    if not scope.setting.has_table(Institution, scope.setting.workspace.institutions):
        return unknown("没有机构名册")
    if not present:
        return Outcome("不涉及", f"{scope.when}，{scope.subject}没有养老机构", note="没有养老机构")
    if not _known(scope):
        return unknown(_NO_RECORD)
    rows = visits(scope)
    seen = {code for visit in rows for code in visited_here(scope, visit)}
    missed = [home for home in present if home.code not in seen]
    inputs = (scope.other("institutions", "count").address, scope.same("homes").address)
    if missed:
        names = "、".join(home.name for home in missed[:3]) + ("等" if len(missed) > 3 else "")
        formula = f"机构{len(present)}家中{len(missed)}家没有检查记录：{names}"
        return yes_or_no(False, formula, missed, "name", inputs=inputs)
    return yes_or_no(True, f"机构{len(present)}家都有检查记录", rows, "homes", inputs=inputs)


@FAMILY.figure("screened", "排查并建账", dims=("kind",))
def screened(scope: Scope) -> Outcome:
    """两个条件都满足为是：检查覆盖全部机构，并且建有隐患台账（domain.md a.8）。"""
    reached = scope.same("covered")
    ledger = scope.setting.has_table(Hazard, scope.setting.workspace.hazards)
    inputs = (reached.address,)
    if reached.value == "不涉及":
        return Outcome("不涉及", reached.formula, inputs=inputs, note=reached.note)
    if not ledger or reached.value == "否":
        reasons = ([] if ledger else ["没有隐患台账"]) + ([reached.formula] if reached.value == "否" else [])
        return yes_or_no(False, "；".join(reasons), inputs=inputs)
    if reached.value is None:
        return Outcome(None, inputs=inputs, note=reached.note)
    return yes_or_no(True, f"{reached.formula}；已建隐患台账", inputs=inputs)


@FAMILY.figure("people", "检查人次", measure="人次", dims=_DIMS)
def people(scope: Scope) -> Outcome:
    """各次检查的检查人次之和；有一次未填时为空。"""
    if not _known(scope):
        return unknown(_NO_RECORD)
    return total(visits(scope), "people_count", "检查人次")


@FAMILY.figure("findings", "检查发现问题数", measure="条", dims=_DIMS)
def findings(scope: Scope) -> Outcome:
    """各次检查的发现问题数之和；有一次未填时为空。"""
    if not _known(scope):
        return unknown(_NO_RECORD)
    return total(visits(scope), "findings", "发现问题数")
