"""Closed lists of values: what a clerk wrote to the value it certainly means, or the nearest one as a hint."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reporter.intake.problems import Code, Fault
from reporter.text import did_you_mean, half_width, key_of

_YES = frozenset({"√", "✓", "✔", "☑", "是", "有", "已", "对", "y", "yes", "true"})
_NO = frozenset({"×", "✗", "✘", "否", "无", "没有", "不是", "n", "no", "false", "x"})
_NOT_CONCERNED = frozenset({"不适用", "不涉及", "n/a"})
_DIGITS = str.maketrans("12345", "一二三四五")
_ENDINGS = re.compile(r"(事故隐患|隐患|安全|类|领域|方面)$")


@dataclass(frozen=True)
class Choices:
    """The allowed values of a column and the header that asks for them."""

    allowed: tuple[str, ...]
    header: str

    def pick(self, text: str) -> str:
        """The allowed value that `text` certainly means; raises Fault with the nearest one otherwise."""
        from_signs = self._from_signs(key_of(text).strip("。.；;"))
        if from_signs:
            return from_signs
        for form in _forms(text):
            for allowed in self.allowed:
                if key_of(allowed) == form:
                    return allowed
        known = "、".join(self.allowed)
        hint = did_you_mean(text, self.allowed)
        hint = f"{hint}只能填：{known}" if hint.startswith("是不是") else f"只能填：{known}"
        raise Fault(Code.CELL_CHOICE, f"“{self.header}”里没有“{text}”这一项", hint)

    def _from_signs(self, key: str) -> str:
        """Ticks and yes/no words, where the list or the header asks a yes/no question."""
        if "是" in self.allowed and "否" in self.allowed:
            if key in _YES:
                return "是"
            if key in _NO:
                return "否"
            return "不涉及" if key in _NOT_CONCERNED and "不涉及" in self.allowed else ""
        if self.header.startswith("是否") and key in {"是", "否", "√", "×"}:
            wanted = "已" if key in {"是", "√"} else "未"
            matching = [allowed for allowed in self.allowed if allowed.startswith(wanted)]
            return matching[0] if len(matching) == 1 else ""
        return ""


def _forms(text: str) -> list[str]:
    """The text itself, without closing stop, without a generic ending, and 3星/三星级 as 三级."""
    key = key_of(text).strip("。.；;，,")
    shorter = _ENDINGS.sub("", _ENDINGS.sub("", key))
    level = re.sub(r"(星级|星|级)$", "级", half_width(key).translate(_DIGITS))
    return [key, shorter, level]
