"""All rule codes by what they mean: read-back codes, and a rule for each file in `check/rules`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reporter.errors import UnknownName

if TYPE_CHECKING:
    from reporter.check.codes import Meaning


def meanings() -> dict[str, Meaning]:
    """Code → meaning, sorted."""
    from reporter.check.codes import READ_BACK

    return dict(sorted({**READ_BACK, **_lint_rules()}.items()))


def meaning_of(code: str) -> Meaning:
    """Raises UnknownName with the nearest code; codes of data problems are explained where they are reported."""
    known = meanings()
    if code.startswith("IN"):
        raise UnknownName(f"“{code}”是数据检查的编号", "运行 reporter validate 工作文件夹，会逐条说明怎么改")
    if code not in known:
        raise UnknownName(f"没有“{code}”这条规则", _family(code, known))
    return known[code]


def _family(code: str, known: Iterable[str]) -> str:
    """The codes that begin alike: of a number nothing else is near."""
    alike = [one for one in known if one[:3] == code[:3]]
    if alike:
        return f"{code[:3]}开头的有：{'、'.join(alike)}"
    heads = sorted({one[:3] for one in known})
    return f"编号以{'、'.join(heads)}开头；用 reporter list rules 列出全部"


def _lint_rules() -> dict[str, Meaning]:
    """What `explain` prints of a rule: what is right, what is tested, why, what to do."""
    from reporter.check.codes import Meaning
    from reporter.check.registry import loaded_rules
    from reporter.check.rule import STRENGTH_NAMES

    found = {}
    for loaded in loaded_rules():
        rule = loaded.rule
        meaning = (
            f"{rule.why}检查：{rule.tests}。怎么办：{rule.hint}。依据：{rule.clause}（{STRENGTH_NAMES[rule.strength]}），"
            f"对应规则{'、'.join(rule.implements)}。"
        )
        if rule.values:
            told = "；".join(f"values 下写“{name}: 是”，{what}" for name, what in sorted(rule.values.items()))
            meaning += f"本地规则（--profile 文件）可以另定：{told}。"
        found[rule.code] = Meaning(rule.code, rule.title, meaning)
    return found


def sources() -> dict[str, tuple[str, str]]:
    """Code → how strict its source is, and the clause; for codes that have a rule file."""
    from reporter.check.registry import loaded_rules
    from reporter.check.rule import STRENGTH_NAMES

    rules = [loaded.rule for loaded in loaded_rules()]
    return {rule.code: (STRENGTH_NAMES[rule.strength], rule.clause) for rule in rules}


def examples_of(code: str) -> dict[str, str]:
    """`good` and `bad` of a rule as far as they can be told in words; empty for a code without a rule file."""
    from reporter.check.examples import examples
    from reporter.check.registry import loaded_rules

    loaded = next((one for one in loaded_rules() if one.rule.code == code), None)
    return examples(loaded) if loaded else {}
