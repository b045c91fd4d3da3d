"""指标: answers of the filing's form, derived where records know, typed where only a person does.

A derived answer wins over a typed one; only the sheet 覆盖 overrules it, for that answer alone (design 4.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec.structs import replace

from reporter.errors import InputError, UnknownName
from reporter.facts.answers import codes_of, override_of, read_value, typed_answer
from reporter.facts.dimensions import COMMON, dimension
from reporter.facts.fact import Fact, FactValue, half_up, printed
from reporter.facts.family import Family, Needs, figure_at
from reporter.facts.scope import Outcome, Scope
from reporter.facts.setting import Setting
from reporter.intake.folder import INDICATORS
from reporter.records.indicators import Indicator, Part
from reporter.records.period import chinese_date
from reporter.text import did_you_mean, key_of

FAMILY = Family("indicators", "指标")


def _instances(setting: Setting) -> Iterable[Mapping[str, str]]:
    """Every indicator of the filing's form, with its parts."""
    if not setting.workspace.indicator_sets:
        return
    if setting.filing.indicator_set is None and len(setting.workspace.indicator_sets) > 1:
        return
    for indicator in setting.indicator_set.indicators:
        yield {"code": indicator.code}
        for part in indicator.parts:
            yield {"code": indicator.code, "part": part.code}


@FAMILY.figure("answer", "答复", dims=("code", "part"), needs=Needs(("code",), _instances))
def answer(scope: Scope) -> Outcome:
    """指标的答复：能从台账推算的推算，不能的取指标填报，覆盖表只改这一个答复。"""
    indicator = scope.setting.indicator(scope.given["code"])
    wanted = scope.dim("part")
    item: Indicator | Part = indicator if wanted is None else _part(indicator, wanted)
    codes = codes_of(scope, indicator, item if isinstance(item, Part) else None)
    if isinstance(item, Indicator) and item.parts and not item.fact:
        base = _composed(scope, item)
    else:
        base = _single(scope, item, codes)
    return replace(_overruled(scope, codes, item, base), label=item.label)


def _part(indicator: Indicator, wanted: str) -> Part:
    for part in indicator.parts:
        if key_of(wanted) in (key_of(part.code), key_of(part.label)):
            return part
    known = [part.code for part in indicator.parts]
    raise UnknownName(f"指标“{indicator.code}”没有部分“{wanted}”", did_you_mean(wanted, known))


def _single(scope: Scope, item: Indicator | Part, codes: tuple[str, ...]) -> Outcome:
    if item.fact:
        return _derived(scope, item, codes)
    return _typed(scope, item, codes)


def _decimals(item: Indicator | Part) -> int | None:
    if item.type != "percent":
        return None
    return item.decimals if isinstance(item, Indicator) else 2


def _measure(item: Indicator | Part) -> str:
    return "%" if item.type == "percent" else item.measure


def source_fact(scope: Scope, address: str) -> Fact:
    """The fact behind an indicator: the answer's unit, period and date unless its address says otherwise."""
    figure, dims = figure_at(address)
    owner = f"{figure.family}.{figure.name}"
    given = {dimension(written, figure.dims, owner).name: value for written, value in dims.items()}
    for key in COMMON:
        name = "year" if key == "period" and "year" in figure.dims else key
        if key in scope.given and name in figure.dims:
            given.setdefault(name, scope.given[key])
    return scope.look(figure.family, figure.name, given)


def _derived(scope: Scope, item: Indicator | Part, codes: tuple[str, ...]) -> Outcome:
    assert item.fact is not None
    try:
        fact = source_fact(scope, item.fact)
    except UnknownName as fault:
        fault.where = fault.where or f"indicators.yaml（{item.code}）"
        raise
    _fits(item, fact)
    warning = _contradiction(scope, item, codes, fact)
    measure = item.measure or fact.measure
    places = _decimals(item) if measure == "%" else fact.decimals
    return Outcome(
        fact.value,
        fact.formula,
        inputs=(fact.address,),
        measure=measure,
        decimals=places,
        note=fact.note,
        warning=warning,
    )


def _fits(item: Indicator | Part, fact: Fact) -> None:
    """A yes/no row needs a yes/no fact, a count a whole number; else indicators.yaml is wrong."""
    value = fact.value
    good = {
        "yesno": isinstance(value, str),
        "count": isinstance(value, int),
        "percent": isinstance(value, (int, Decimal)) and fact.measure == "%",
    }.get(item.type, True)
    if value is not None and not good:
        raise InputError(
            f"指标“{item.code}”的类型是 {item.type}，而数据 {fact.address} 是“{fact.with_measure()}”",
            "改 indicators.yaml 里这一行的 type 或 fact",
            INDICATORS,
        )


def _contradiction(scope: Scope, item: Indicator | Part, codes: tuple[str, ...], fact: Fact) -> str:
    typed, _ = typed_answer(scope, codes)
    if typed is None or typed.answer is None:
        return ""
    try:
        value = read_value(typed.answer, item.type, item.measure or fact.measure)
        same = _same(value, fact.value, _decimals(item))
    except InputError:
        same = False
    if same:
        return ""
    derived = fact.with_measure() or "无法推算"
    return (
        f"指标“{codes[0]}”填报为“{typed.answer}”，按台账推算为“{derived}”，以推算为准；确需更改请填“覆盖”表"
    )


def _same(left: FactValue, right: FactValue, decimals: int | None) -> bool:
    if decimals is not None and isinstance(left, (int, Decimal)) and isinstance(right, (int, Decimal)):
        return half_up(Decimal(left), decimals) == half_up(Decimal(right), decimals)
    return left == right


def _typed(scope: Scope, item: Indicator | Part, codes: tuple[str, ...]) -> Outcome:
    row, note = typed_answer(scope, codes)
    measure = _measure(item)
    if row is None or row.answer is None:
        warning = note if note != "未填" else ""
        return Outcome(None, typed=True, measure=measure, note=note, warning=warning)
    try:
        value = read_value(row.answer, item.type, item.measure)
    except InputError as problem:
        note = f"指标“{codes[0]}”的{problem.message}"
        blank = Outcome(None, records=(row,), fields=("answer",), typed=True, measure=measure)
        return replace(blank, note=note, warning=note)
    basis = f"，依据：{row.basis}" if row.basis else ""
    formula = f"指标填报：{row.answer}{basis}"
    places = _decimals(item) if isinstance(value, Decimal) else None
    return Outcome(value, formula, (row,), ("answer",), typed=True, measure=measure, decimals=places)


def _composed(scope: Scope, indicator: Indicator) -> Outcome:
    """All parts in one cell. A typed answer for the whole row is used only where no part is derived."""
    parts = [(part, scope.same("answer", part=part.code)) for part in indicator.parts]
    inputs = tuple(fact.address for _, fact in parts)
    blank = [part.label for part, fact in parts if fact.value is None]
    warnings = "；".join(dict.fromkeys(fact.warning for _, fact in parts if fact.warning))
    if len(blank) == len(parts) and not any(part.fact for part in indicator.parts):
        return replace(_typed(scope, _as_text(indicator), (indicator.code,)), inputs=inputs)
    if blank:
        return Outcome(None, inputs=inputs, measure="", note=f"未填：{'、'.join(blank)}", warning=warnings)
    formula = "；".join(f"{part.label}：{fact.formula}" for part, fact in parts if fact.formula)
    typed = all(fact.typed for _, fact in parts)
    return Outcome(
        compound_text(indicator, [fact for _, fact in parts]),
        formula,
        inputs=inputs,
        measure="",
        typed=typed,
        warning=warnings,
    )


def _as_text(indicator: Indicator) -> Indicator:
    """The same indicator read as text: a whole row typed in one cell."""
    return indicator.changed(type="text", measure="")


def compound_text(indicator: Indicator, facts: list[Fact]) -> str:
    """The cell's text: parts put into the pre-printed one at `{code}`, or one after the other."""
    pairs = list(zip(indicator.parts, facts, strict=True))
    if indicator.preprinted and "{" in indicator.preprinted:
        text = indicator.preprinted
        for part, fact in pairs:
            text = text.replace(f"{{{part.code}}}", fact.text())
        return text
    colon = "：" if indicator.type == "compound" else ""
    comma = "；" if indicator.type == "compound" else "，"
    return comma.join(f"{part.label}{colon}{fact.with_measure()}" for part, fact in pairs)


def _overruled(scope: Scope, codes: tuple[str, ...], item: Indicator | Part, base: Outcome) -> Outcome:
    override = override_of(scope, codes)
    if override is None:
        return base
    whole = isinstance(item, Indicator) and bool(item.parts)
    try:
        value = read_value(override.new, "text" if whole else item.type, base.measure or "")
    except InputError as problem:
        problem.where = problem.where or f"覆盖表（{codes[0]}）"
        raise
    original = printed(base.value, base.measure or "", base.decimals) or "空"
    note = (
        f"原值“{original}”，{chinese_date(override.changed_on)}由{override.person}改为“{override.new}”，"
        f"理由：{override.reason}"
    )
    warning = f"指标“{codes[0]}”已被覆盖：{note}"
    if override.original and key_of(override.original) != key_of(original):
        warning += f"（覆盖表所记原值“{override.original}”与现值不同，请核对）"
    how = f"（{base.formula}）" if base.formula else ""
    formula = f"原值：{original}{how}；覆盖为：{override.new}"
    return replace(
        base,
        value=value,
        formula=formula,
        records=(override, *base.records),
        fields=("new", *base.fields),
        overruled=True,
        note=note,
        warning="；".join(text for text in (warning, base.warning) if text),
    )


@FAMILY.figure("yes_units", "答是单位数", measure="个", dims=("code",), needs=Needs(("code",)))
def yes_units(scope: Scope) -> Outcome:
    """直接下级单位中这一项答“是”的个数；说明中列出答“否”和未填的单位。"""
    below = scope.setting.workspace.places.below(scope.place.unit.code)
    if scope.place.own or not below:
        return Outcome(None, note=f"{scope.place.name}没有下级单位")
    answers = [(unit.name, scope.same("answer", unit=unit.name)) for unit in below]
    yes = sum(1 for _, fact in answers if fact.value == "是")
    others = {"否": "答否", None: "未填"}
    named = [
        f"{label}：{'、'.join(name for name, fact in answers if fact.value == value)}"
        for value, label in others.items()
        if any(fact.value == value for _, fact in answers)
    ]
    formula = f"下级{len(answers)}个单位中{yes}个答“是”"
    return Outcome(yes, formula, inputs=tuple(fact.address for _, fact in answers), note="；".join(named))
