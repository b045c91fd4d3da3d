"""From a reference in a Document back to the figure, the formula, the records and the cells behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from reporter.deliver.blankplaces import FILING_LABELS
from reporter.deliver.drafts import FactData
from reporter.deliver.evidence import RECORD
from reporter.facts.explain import places
from reporter.intake.basicsform import label_of
from reporter.intake.folder import FILINGS
from reporter.refs import Cell, split_ref

_MOST_RECORDS = 12
"""Record keys that a line names; data for programs has all."""
_KINDS = {"fact": "推导的数据", "cell": "台账单元格", "answer": "指标填报", "text": "设置或文字文件"}


class Source(Struct, frozen=True):
    """One reference, resolved. `cells` are `文件 › 工作表 › D5:D20、D25`; `inputs` the figures it was made of."""

    ref: str
    kind: str
    label: str
    value: str = ""
    formula: str = ""
    about: tuple[str, ...] = ()
    """Further lines: unit, period and day, typed or overruled, notes."""
    records: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    inputs: tuple[Source, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "ref": self.ref,
            "kind": self.kind,
            "label": self.label,
            "value": self.value,
            "formula": self.formula,
            "about": list(self.about),
            "records": list(self.records),
            "cells": list(self.cells),
            "inputs": [source.as_dict() for source in self.inputs],
        }

    def lines(self, depth: int = 0) -> Iterator[str]:
        """For people, indented by depth."""
        indent = "  " * depth
        value = f"：{self.value}" if self.value else ""
        # The label of a text or setting says its place already.
        where = "" if self.kind == "text" else f"　{self.ref.partition(':')[2]}"
        yield f"{indent}{self.label}{value}（{_KINDS.get(self.kind, self.kind)}{where}）"
        if self.formula:
            yield f"{indent}  算法：{self.formula}"
        yield from (f"{indent}  {line}" for line in self.about)
        if self.records:
            more = f" 等{len(self.records)}条" if len(self.records) > _MOST_RECORDS else ""
            yield f"{indent}  记录：{'、'.join(self.records[:_MOST_RECORDS])}{more}"
        yield from (f"{indent}  单元格：{place}" for place in self.cells)
        for source in self.inputs:
            yield from source.lines(depth + 1)


def source_of(ref: str, facts: FactData) -> Source:
    """The source of a reference as the draft's facts.json keeps it."""
    kind, name = split_ref(ref)
    match kind:
        case "fact":
            return _fact(ref, kind, facts.get(name), facts, frozenset())
        case "answer":
            return _fact(ref, kind, _answer(name, facts), facts, frozenset())
        case "cell":
            return _cell(ref, name, facts)
    file, _, key = name.partition("#")
    label = f"{file} 的 {_called(file, key)}" if file and key else file or f"文内引用 {key}"
    return Source(ref, kind, label)


def _called(file: str, key: str) -> str:
    """A setting by its label in the basics or the filing, else by its key: campaign.name → “行动名称”."""
    section, name = key.partition(".")[0], key.rpartition(".")[2]
    if file == FILINGS:
        label = FILING_LABELS.get(name, "")
        return f"{key.rpartition('.')[0]} “{label}”" if label else key
    sheet, label = label_of(section, name)
    return f"{sheet}“{label}”" if label else key


def _answer(name: str, facts: FactData) -> Mapping[str, Any] | None:
    code, _, part = name.partition(".")
    wanted = {"code": code, "part": part} if part else {"code": code}
    for fact in facts.values():
        if fact.get("family") == "indicators" and fact.get("dims") == wanted:
            return fact
    return None


def _fact(
    ref: str, kind: str, fact: Mapping[str, Any] | None, facts: FactData, above: frozenset[str]
) -> Source:
    if fact is None:
        return Source(ref, kind, "存档里没有这个数据")
    address = str(fact["address"])
    inside = above | {address}
    inputs = (
        _fact(f"fact:{name}", "fact", facts.get(name), facts, inside)
        for name in fact.get("inputs", ())
        if name not in inside
    )
    cells = [Cell(one["file"], one["sheet"], one["row"], one["column"]) for one in fact.get("cells", ())]
    measure = "" if str(fact["text"]).endswith("%") or not fact["text"] else fact.get("measure", "")
    return Source(
        ref=ref,
        kind=kind,
        label=str(fact["label"]),
        value=f"{fact['text']}{measure}" or "（空）",
        formula=str(fact.get("formula") or ""),
        about=tuple(_about(fact)),
        records=tuple(fact.get("rows", ())),
        cells=tuple(places(cells)),
        inputs=tuple(inputs),
    )


def _about(fact: Mapping[str, Any]) -> Iterator[str]:
    day = f"；截至 {fact['as_of']}" if fact.get("as_of") else ""
    yield f"口径：期间 {fact.get('period', '')}{day}"
    if fact.get("overruled") or fact.get("typed"):
        yield f"性质：{'已被人工覆盖' if fact.get('overruled') else '人工填报'}"
    yield from (
        f"{word}：{fact[name]}" for word, name in (("说明", "note"), ("提醒", "warning")) if fact.get(name)
    )


def _cell(ref: str, name: str, facts: FactData) -> Source:
    """One field of one record; the key may contain dots, the field does not."""
    key, _, field = name.rpartition(".")
    record = facts.get(f"{RECORD}{key}")
    if record is None:
        return Source(ref, "cell", f"记录 {key}")
    place = record["fields"].get(field)
    parts = (place["file"], place["sheet"], place["a1"]) if place else ()
    cells = (" › ".join(part for part in parts if part),) if place else ()
    return Source(ref, "cell", f"{record['table']} {key}", cells=cells)
