"""Closed lists of values: what a clerk wrote to the value it certainly means, or the nearest one as a hint."""

from __future__ import annotations

import re

from msgspec import Struct

from reporter.intake.problems import Code, Fault
from reporter.patterns import regex
from reporter.text import half_width, key_of, nearest

_YES = frozenset({"√", "✓", "✔", "☑", "是", "有", "已", "对", "y", "yes", "true"})
_NO = frozenset({"×", "✗", "✘", "否", "无", "没有", "不是", "n", "no", "false", "x"})
_NOT_CONCERNED = frozenset({"不适用", "不涉及", "n/a"})
_DIGITS = str.maketrans("12345", "一二三四五")
_MEANT = {
    "在营": ("运营", "运营中", "正在运营", "正常运营", "正常", "营业", "营业中", "正常营业", "开业"),
    "暂停运营": ("停业", "歇业", "暂停", "停业整顿", "暂停营业"),
    "已关停": ("关停", "关闭", "已关闭", "注销", "已注销", "停办", "撤销"),
    "整改中": ("正在整改", "在整改", "整改", "未完成整改"),
    "已整改待销号": ("已整改", "整改完成", "已完成整改", "整改完毕", "完成整改", "待销号"),
    "已销号": ("销号",),
}
"""What clerks write for a value: offered to them, never put in their place, since a status is for them to say."""
_TURNING = "未不没无非停已待拟完毕"
"""Signs that turn a meaning or say how far a thing is: 运营 is near 暂停运营 by its letters only."""
_ENDINGS = regex(r"(事故隐患|隐患|安全|类|领域|方面)$")


class Choices(Struct, frozen=True):
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
        guess = self._meant(text)
        asked = f"是不是“{guess}”？" if guess else ""
        hint = f"{asked}只能填：{'、'.join(self.allowed)}"
        raise Fault(Code.CELL_CHOICE, f"“{self.header}”里没有“{text}”这一项", hint)

    def _meant(self, text: str) -> str:
        """The value to ask about: what clerks mean by the word, or the nearest that is not turned otherwise."""
        key = key_of(text).strip("。.；;，,")
        for value in self.allowed:
            if key in _MEANT.get(value, ()):
                return value
        turned = {sign for sign in _TURNING if sign in key}
        return nearest(key, [one for one in self.allowed if {s for s in _TURNING if s in one} == turned])

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
