"""Shares that stand behind sums of money are shares of one whole (R4, R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.quantities import SCALES, percent, plain, quantities, values
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW623",
    title="各项资金的占比与金额、总额相符，相加不超过100%",
    implements=("R4", "R2"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“省级补助272万元，占40%；市级补助136万元，占20%；……”这样的各项，与文中的总额",
    why="占比算错，资金来源就对不上。",
    hint="按总额重算占比，或者改正金额",
    good=lambda: notice(body=("省级补助272万元，占40%；市级补助136万元，占20%；县级配套272万元，占40%。",)),
    bad=lambda: notice(body=("省级补助272万元，占40%；市级补助136万元，占30%；县级配套272万元，占40%。",)),
    roles=("body", "heading"),
    signs=("占",),
    severity="warning",
    yields=("GW526",),
)
_PART = re.compile(
    r"(?<![\d.])(?P<sum>\d+(?:\.\d+)?)(?P<scale>[万亿]?)元[^，。；\d]{0,4}，约?占(?P<of>[^，。；\d%]{0,10}?)的?(?P<rate>\d+(?:\.(?P<more>\d+))?)%"
)
_QUICK = apart("，占", "，约占")
_VIEW = re.compile(r"[从按分][^，。；：]{1,12}(?:看|分|为)[：，]")
"""从收入结构看：……；从征收部门看：……: each divides the same whole anew."""
_WHOLE = 100


class _Part(Struct, frozen=True):
    para: Para
    quote: str
    amount: Decimal
    rate: Decimal
    decimals: int

    def fits(self, whole: Decimal) -> bool:
        """Whether the share comes out, half a unit of its last place either way."""
        slack = Decimal("0.6").scaleb(-self.decimals)
        return abs(self.amount * _WHOLE / whole - self.rate) <= slack


def check(subject: Subject) -> Iterator[Finding]:
    """Shares of what one word names, in the whole text; those that name nothing, of one paragraph."""
    for parts in _groups(subject).values():
        if len(parts) < _LEAST:
            continue
        added = sum((one.rate for one in parts), Decimal(0))
        odd = _odd(parts, _wholes(subject, parts))
        if odd is not None and not _of_its_own(odd[0]):
            one, whole = odd
            right = percent(one.amount, whole, one.decimals)
            yield RULE.at(subject, one.para, f"按总额{plain(whole / 10**4)}万元，占比是{right}%", one.quote)
        elif odd is None and added > _WHOLE + 1 and len({one.amount for one in parts}) == len(parts) > _LEAST:
            yield RULE.at(subject, parts[-1].para, f"各项占比相加是{plain(added)}%", parts[-1].quote)


_LEAST = 2


def _groups(subject: Subject) -> Mapping[tuple[int, str, str], Sequence[_Part]]:
    found: dict[tuple[int, str, str], list[_Part]] = {}
    for para, one in subject.text_of("body", "heading").matches(_PART, quick=_QUICK):
        of = one["of"]
        view = (_VIEW.findall(para.text, 0, one.start()) or [""])[-1]
        key = (0, of, view) if of else (para.number, "", view)
        amount = Decimal(one["sum"]) * SCALES[one["scale"]]
        part = _Part(para, one[0], amount, Decimal(one["rate"]), len(one["more"] or ""))
        found.setdefault(key, []).append(part)
    return found


def _wholes(subject: Subject, parts: Sequence[_Part]) -> Sequence[Decimal]:
    """Sums of money that the text names, larger than each part, and that of all parts unless these are nothing."""
    least = max(one.amount for one in parts)
    named = {one for one in values(subject.paras_of("body", "heading"), "元") if one > least}
    return sorted(one for one in named | {sum((one.amount for one in parts), Decimal(0))} if one)


def _of_its_own(part: _Part) -> bool:
    """Whether the share is one of a sum that its paragraph names before: each sentence may have a whole of its own."""
    place = part.para.text.find(part.quote)
    sums = (one for one in quantities(part.para.text) if one.end <= place and one.unit == "元")
    return any(part.fits(one.value) for one in sums if one.value)


def _odd(parts: Sequence[_Part], wholes: Sequence[Decimal]) -> tuple[_Part, Decimal] | None:
    """The one part that does not fit a whole that all others fit; none where all fit some whole."""
    found: tuple[_Part, Decimal] | None = None
    for whole in wholes:
        wrong = [one for one in parts if not one.fits(whole)]
        if not wrong:
            return None
        if len(wrong) == 1 and found is None:
            found = wrong[0], whole
    return found
