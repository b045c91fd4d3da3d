"""机构: figures about care homes, from 机构名册."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reporter.facts.family import Family
from reporter.facts.rows import homes, registered
from reporter.facts.scope import Outcome, Scope, counted, share, total, unknown, yes_or_no
from reporter.records.institution import Institution

FAMILY = Family("institutions", "机构")

_DIMS = ("ownership",)
_ADDS = ("unit", "ownership")
_YES = ("是",)
_FIRE_OK = ("已验收", "已备案")
_NO_REGISTER = "没有机构名册"
_NO_HOME = "没有养老机构"


def _known(scope: Scope) -> bool:
    return scope.setting.has_table(Institution, scope.setting.workspace.institutions)


def _holding(scope: Scope, field: str, wanted: tuple[str, ...], what: str) -> Outcome:
    """Counted homes whose `field` has one of the wanted values; unknown when no home has it filled in."""
    if not _known(scope):
        return unknown(_NO_REGISTER)
    present = homes(scope)
    blank = [home for home in present if getattr(home, field) in (None, "未填")]
    if present and len(blank) == len(present):
        return unknown(f"机构名册没有填写“{Institution.columns()[field].label}”")
    chosen = [home for home in present if getattr(home, field) in wanted]
    note = f"{len(blank)}家未填“{Institution.columns()[field].label}”" if blank else ""
    return counted(chosen, f"{scope.when}，{scope.subject}{what}的机构共{{n}}家", field, note=note)


def _sum(scope: Scope, field: str) -> Outcome:
    if not _known(scope):
        return unknown(_NO_REGISTER)
    return total(homes(scope), field, Institution.columns()[field].label)


def _counting(name: str, label: str, field: str, wanted: tuple[str, ...], meaning: str) -> None:
    def work(scope: Scope) -> Outcome:
        return _holding(scope, field, wanted, meaning)

    work.__doc__ = f"截至日在营且{meaning}的机构数。"
    FAMILY.figure(name, label, measure="家", dims=_DIMS, adds=_ADDS)(work)


def _summing(name: str, label: str, field: str, measure: str) -> None:
    def work(scope: Scope) -> Outcome:
        return _sum(scope, field)

    work.__doc__ = f"截至日计入的机构的{label}之和；有机构未填时为空。"
    FAMILY.figure(name, label, measure=measure, dims=_DIMS, adds=_ADDS)(work)


def _sharing(name: str, label: str, part: str, whole: str, names: tuple[str, str]) -> None:
    def work(scope: Scope) -> Outcome:
        return share(scope.same(part), scope.same(whole), names, _NO_HOME)

    work.__doc__ = f"{names[0]} ÷ {names[1]} × 100%。"
    FAMILY.figure(name, label, measure="%", dims=_DIMS)(work)


@FAMILY.figure("count", "机构数", measure="家", dims=_DIMS, adds=_ADDS)
def count(scope: Scope) -> Outcome:
    """截至日已开业、未关停的机构数。"""
    if not _known(scope):
        return unknown(_NO_REGISTER)
    return counted(homes(scope), f"{scope.when}，{scope.subject}已开业、未关停的机构共{{n}}家", "name")


_summing("beds", "床位数", "beds", "张")
_summing("nursing_beds", "护理型床位数", "nursing_beds", "张")
_summing("residents", "入住老人数", "residents", "人")
_summing("poor_residents", "特困人员数", "poor_residents", "人")
_summing("staff", "工作人员数", "staff", "人")
_summing("certified_carers", "持证护理员数", "certified_carers", "人")
_counting("filed", "已备案机构数", "filed", ("已备案",), "已备案")
_counting("unfiled", "未备案机构数", "filed", ("未备案",), "未备案")
_counting("quality_compliant", "符合质量规范机构数", "meets_quality_standard", _YES, "符合服务质量基本规范")
_counting("safety_compliant", "符合安全规范机构数", "meets_safety_standard", _YES, "符合服务安全基本规范")
_counting("fire_ok", "消防审验合格机构数", "fire_acceptance", _FIRE_OK, "消防已验收或已备案")
_counting("insured", "参保机构数", "liability_insurance", _YES, "投保责任保险")
_counting("medical", "医养结合机构数", "medical", ("内设", "签约"), "内设或签约医疗机构")
_counting("epidemic_ok", "疫情防控达标机构数", "epidemic_measures", _YES, "落实疫情防控措施")
_counting("platform_entered", "平台填报机构数", "platform_entered", _YES, "已填报平台")
_sharing("nursing_share", "护理型床位占比", "nursing_beds", "beds", ("护理型床位", "床位"))
_sharing("quality_rate", "质量达标率", "quality_compliant", "count", ("符合质量规范", "机构"))
_sharing("safety_rate", "安全达标率", "safety_compliant", "count", ("符合安全规范", "机构"))
_sharing("insured_share", "参保占比", "insured", "count", ("参保", "机构"))
_sharing("medical_share", "医养结合占比", "medical", "count", ("医养结合", "机构"))
_sharing("platform_share", "平台填报占比", "platform_entered", "count", ("平台填报", "机构"))
_sharing("occupancy", "入住率", "residents", "beds", ("入住老人", "床位"))


def _in_period(scope: Scope, field: str, what: str) -> Outcome:
    if not _known(scope):
        return unknown(_NO_REGISTER)
    chosen = [
        home
        for home in registered(scope)
        if scope.period.holds(day := getattr(home, field)) and day is not None and day <= scope.as_of
    ]
    sentence = f"{scope.period.label}内、{scope.when}，{scope.subject}{what}的机构共{{n}}家"
    return counted(chosen, sentence, field)


@FAMILY.figure("opened", "新开业机构数", measure="家", dims=_DIMS, adds=_ADDS)
def opened(scope: Scope) -> Outcome:
    """开业日期在期间内且不晚于截至日的机构数。"""
    return _in_period(scope, "opened_on", "新开业")


@FAMILY.figure("closed", "关停机构数", measure="家", dims=_DIMS, adds=_ADDS)
def closed(scope: Scope) -> Outcome:
    """关停日期在期间内且不晚于截至日的机构数。"""
    return _in_period(scope, "closed_on", "关停")


def all_homes(scope: Scope, field: str, good: tuple[str, ...], what: str) -> Outcome:
    """是 when every home that the question applies to has a good value; a home left blank leaves it open."""
    if not _known(scope):
        return unknown(_NO_REGISTER)
    present = homes(scope)
    if not present:
        return Outcome("不涉及", f"{scope.when}，{scope.subject}{_NO_HOME}", note=_NO_HOME)
    asked = [home for home in present if getattr(home, field) != "不涉及"]
    if not asked:
        return Outcome("不涉及", f"{scope.subject}各机构均填不涉及", present, (field,))
    bad = _where(asked, field, lambda value: value not in (None, "未填", *good))
    blank = _where(asked, field, lambda value: value in (None, "未填"))
    if bad:
        return yes_or_no(False, f"应计{len(asked)}家中{len(bad)}家没有{what}", bad, field)
    if blank:
        names = "、".join(home.name for home in blank[:3])
        label = Institution.columns()[field].label
        return unknown(f"{names}{'等' if len(blank) > 3 else ''}{len(blank)}家未填“{label}”，不能判断")
    return yes_or_no(True, f"应计{len(asked)}家全部{what}", asked, field)


def _where(
    present: Sequence[Institution], field: str, test: Callable[[str | None], bool]
) -> list[Institution]:
    return [home for home in present if test(getattr(home, field))]


@FAMILY.figure("all_epidemic_ok", "全部落实疫情防控", dims=_DIMS)
def all_epidemic_ok(scope: Scope) -> Outcome:
    """每家机构都落实疫情防控措施为是；填不涉及的不计。"""
    return all_homes(scope, "epidemic_measures", _YES, "落实疫情防控措施")


@FAMILY.figure("all_fire_ok", "全部消防审验合格", dims=_DIMS)
def all_fire_ok(scope: Scope) -> Outcome:
    """每家机构消防都已验收或已备案为是。"""
    return all_homes(scope, "fire_acceptance", _FIRE_OK, "消防审验合格")


@FAMILY.figure("all_platform_entered", "全部填报平台", dims=_DIMS)
def all_platform_entered(scope: Scope) -> Outcome:
    """每家机构都已填报平台为是。"""
    return all_homes(scope, "platform_entered", _YES, "填报平台")


@FAMILY.figure("all_quality_compliant", "全部符合质量规范", dims=_DIMS)
def all_quality_compliant(scope: Scope) -> Outcome:
    """每家机构都符合服务质量基本规范为是。"""
    return all_homes(scope, "meets_quality_standard", _YES, "符合服务质量基本规范")
