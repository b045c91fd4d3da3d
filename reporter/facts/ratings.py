"""等级: figures about ratings of homes, from 等级评定."""

from __future__ import annotations

from reporter.facts.family import Family
from reporter.facts.rows import homes, ratings
from reporter.facts.scope import Outcome, Scope, counted, share, unknown
from reporter.records.institution import Institution
from reporter.records.rating import Rating

FAMILY = Family("ratings", "等级")

_DIMS = ("level", "ownership")


def _valid(scope: Scope, what: str) -> Outcome:
    if not scope.setting.has_table(Rating, scope.setting.workspace.ratings):
        return unknown("没有等级评定表")
    sentence = f"{scope.when}等级有效的{scope.subject}{what}机构共{{n}}家（每家只计最高等级）"
    return counted(ratings(scope), sentence, "level")


@FAMILY.figure("count", "等级数", measure="家", dims=_DIMS, adds=("unit", *_DIMS))
def count(scope: Scope) -> Outcome:
    """截至日等级有效的机构数，每家只按最高等级计一次。"""
    return _valid(scope, "")


@FAMILY.figure("rated", "已评定机构数", measure="家", dims=("ownership",), adds=("unit", "ownership"))
def rated(scope: Scope) -> Outcome:
    """截至日有有效等级的机构数。"""
    return _valid(scope, "已评定")


@FAMILY.figure("unrated", "未评定机构数", measure="家", dims=("ownership",), adds=("unit", "ownership"))
def unrated(scope: Scope) -> Outcome:
    """截至日计入的机构中没有有效等级的家数。"""
    whole, part = scope.other("institutions", "count", **_ownership(scope)), scope.same("rated")
    inputs = (whole.address, part.address)
    if not (isinstance(whole.value, int) and isinstance(part.value, int)):
        return Outcome(None, inputs=inputs, note=whole.note or part.note)
    holders = {rating.institution for rating in ratings(scope)}
    rest: list[Institution] = [home for home in homes(scope) if home.code not in holders]
    formula = f"机构{whole.value}家 − 已评定{part.value}家 = {len(rest)}家"
    return Outcome(len(rest), formula, rest, ("name",), inputs)


@FAMILY.figure("rated_share", "评定占比", measure="%", dims=("ownership",))
def rated_share(scope: Scope) -> Outcome:
    """已评定机构数 ÷ 机构数 × 100%。"""
    whole = scope.other("institutions", "count", **_ownership(scope))
    return share(scope.same("rated"), whole, ("已评定", "机构"), "没有养老机构")


def _ownership(scope: Scope) -> dict[str, str]:
    ownership = scope.dim("ownership")
    return {"ownership": ownership} if ownership else {}
