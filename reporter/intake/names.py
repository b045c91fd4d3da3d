"""Names that point at something: homes by name, code or credit code; units by name, code or alias."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reporter.intake.drafts import Draft
from reporter.intake.problems import Code, Fault, Problem, error
from reporter.patterns import regex
from reporter.records.campaign import Campaign
from reporter.records.figure import Answer, OtherFigure, Override
from reporter.records.hazard import Hazard
from reporter.records.institution import Institution
from reporter.records.rating import Rating
from reporter.records.visit import Visit
from reporter.text import key_of, nearest

_HOME_FIELDS = {Hazard: "institution", Rating: "institution"}
_HOME_LISTS = {Visit: "homes"}
_UNIT_FIELDS = {Institution: "township", OtherFigure: "unit", Answer: "unit", Override: "unit"}
_MOST_GUESSES = 100
_SEPARATORS = regex(r"[、；;，,\n]+")


class Homes:
    """The homes of a workspace by everything clerks call them."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._codes: dict[str, str] = {}
        self._names: list[str] = []
        self._ambiguous: set[str] = set()
        self._guesses: dict[str, str] = {}
        for draft in drafts:
            code = str(draft.values.get("code") or "")
            for name in ("code", "credit_code", "name"):
                value = draft.values.get(name)
                if value is None:
                    continue
                key = key_of(str(value))
                if self._codes.get(key, code) != code:
                    self._ambiguous.add(key)
                self._codes.setdefault(key, code)
                if name == "name":
                    self._names.append(str(value))

    def __bool__(self) -> bool:
        return bool(self._codes)

    def code(self, text: str) -> str:
        """The code of the home that `text` names ("" when its own row is faulty); raises Fault."""
        key = key_of(text)
        if key in self._ambiguous:
            hint = "名册里有几家同名，请改填机构编码"
            raise Fault(Code.HOME_AMBIGUOUS, f"“{text}”在机构名册里不止一家", hint)
        if key not in self._codes:
            guess = self._guess(text)
            hint = f"是不是“{guess}”？" if guess else ""
            raise Fault(
                Code.HOME_UNKNOWN, f"机构名册里没有“{text}”", hint + "改成名册里的名称、编码或信用代码"
            )
        return self._codes[key]

    def _guess(self, text: str) -> str:
        """The nearest name; none once very many are wrong, since then the register itself is the wrong one."""
        if text not in self._guesses and len(self._guesses) < _MOST_GUESSES:
            self._guesses[text] = nearest(text, self._names)
        return self._guesses.get(text, "")


class Units:
    """Units (and agencies) of the campaign by name, code and alias; the answer is the name as printed."""

    def __init__(self, campaign: Campaign) -> None:
        self._names: dict[str, str] = {}
        self._known = [unit.name for unit in campaign.units]
        for unit in campaign.units:
            for alias in (unit.name, unit.code, *unit.aliases):
                self._names.setdefault(key_of(alias), unit.name)
        for agency in campaign.agencies:
            for alias in agency.names:
                self._names.setdefault(key_of(alias), agency.full_name)

    def name(self, text: str) -> str:
        """The printed name of the unit that `text` means; raises Fault."""
        name = self._names.get(key_of(text))
        if name is None:
            guess = nearest(text, self._known)
            hint = "单位和别名写在 基本信息.xlsx 的工作表“单位”里（或 campaign.yaml 的 units）"
            raise Fault(
                Code.UNIT_UNKNOWN, f"没有“{text}”这个单位", f"是不是“{guess}”？{hint}" if guess else hint
            )
        return name


def resolve(drafts: Sequence[Draft], homes: Homes, units: Units | None) -> list[Problem]:
    """Names in the drafts become codes (homes) and printed names (units); every unknown one is a problem."""
    problems: list[Problem] = []
    for draft in drafts:
        record = draft.record
        if record in _HOME_FIELDS and homes:
            problems += _resolve_home(draft, _HOME_FIELDS[record], homes)
        if record in _HOME_LISTS and homes:
            problems += _resolve_list(draft, _HOME_LISTS[record], homes)
        if record in _UNIT_FIELDS and units is not None:
            problems += _resolve_unit(draft, _UNIT_FIELDS[record], units)
    return problems


def _resolve_home(draft: Draft, name: str, homes: Homes) -> list[Problem]:
    text = draft.values.get(name)
    if text is None:
        return []
    try:
        code = homes.code(str(text))
        second = draft.second.get(name)
        if second is not None and homes.code(str(second)) != code:
            message = f"同一行的机构名称和编码不是同一家：“{text}”与“{second}”"
            raise Fault(Code.HOMES_DISAGREE, message, "核对后改正其中一个")
    except Fault as fault:
        return [_fault(draft, name, fault)]
    if not code:
        draft.faulty.add(name)
    draft.values[name] = code
    return []


def _resolve_list(draft: Draft, name: str, homes: Homes) -> list[Problem]:
    text = draft.values.get(name)
    if text is None:
        return []
    codes: list[str] = []
    problems: list[Problem] = []
    for part in _SEPARATORS.split(str(text)):
        if not part.strip():
            continue
        try:
            codes.append(homes.code(part.strip()))
        except Fault as fault:
            problems.append(_fault(draft, name, fault))
    if not all(codes):
        draft.faulty.add(name)
    draft.values[name] = "、".join(dict.fromkeys(code for code in codes if code))
    return problems


def _resolve_unit(draft: Draft, name: str, units: Units) -> list[Problem]:
    text = draft.values.get(name)
    if text is None:
        return []
    try:
        draft.values[name] = units.name(str(text))
    except Fault as fault:
        return [_fault(draft, name, fault)]
    return []


def _fault(draft: Draft, name: str, fault: Fault) -> Problem:
    draft.faulty.add(name)
    return error(fault.code, fault.message, fault.hint, draft.where(name), draft.values[name])
