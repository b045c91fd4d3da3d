"""GW306: the title in 二号 小标宋, centred."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Para
from reporter.check.faces import TITLE
from reporter.check.mending import leading
from reporter.check.repair import Change, Fault, Repair, Stand, Type
from reporter.typeset.standard import ERHAO_PT

REPAIR = Repair("GW306", "标题改为方正小标宋简体、二号、居中", "标题是用空格居中的")
_ROUNDING = 0.6


def repair(fault: Fault) -> Iterator[Change]:
    """All lines of the title; where blanks were typed to centre it, what it should be is not certain."""
    for element in fault.elements("title"):
        if not any(leading(para) for para in element.paras):
            for para in element.paras:
                yield from _line(para)


def _line(para: Para) -> Iterator[Change]:
    run, looks = para.main, para.looks
    size = ERHAO_PT if run.size and abs(run.size - ERHAO_PT) > _ROUNDING else None
    face = "方正小标宋简体" if run.font and not TITLE.search(run.font) else None
    if size or face:
        yield Type(para, 0, len(para.typed), face, size)
    if looks.align not in ("", "center"):
        yield Stand(para, align="center", first=0.0, left=0.0)
