"""`@form`: the indicator form of the filing, blank or filled, labels exactly as issued."""

from __future__ import annotations

from collections.abc import Callable

from reporter.compose.desk import Desk
from reporter.compose.dialect import Line
from reporter.compose.namespace import fact_value
from reporter.compose.tables import TableBuilder
from reporter.document.inline import Blank, Inline, Inlines, Text, merged, words
from reporter.document.model import Column, Row, Table
from reporter.patterns import regex
from reporter.records.indicators import Indicator, Part
from reporter.refs import answer_ref

_PART = regex(r"\{([^{}]+)\}")


class FormBuilder:
    """Builds the form of one filing. A filled form takes every answer from the facts, a blank one leaves gaps."""

    def __init__(self, desk: Desk, tables: TableBuilder) -> None:
        self._desk = desk
        self._tables = tables

    def build(self, line: Line, identifier: str) -> tuple[Table, ...]:
        """The form that an `@form` line asks for: one that the text defines, else the indicators of the filing."""
        if line.argument:
            return self._tables.build(line, identifier)
        spec, indicators = self._desk.kind.front.form, self._desk.facts.setting.indicator_set.indicators
        number, label, answer = spec.widths
        return (
            Table(
                id=identifier,
                role="form",
                columns=(
                    Column("ordinal", "序号", number),
                    Column("label", spec.label_header, label, "left"),
                    Column("answer", spec.answer_header, answer, "left"),
                ),
                rows=tuple(self._row(ordinal, indicator) for ordinal, indicator in enumerate(indicators, 1)),
                above=self._tables.lines(spec.above, "form.above"),
                below=self._tables.lines(spec.below, "form.below"),
                type_size=12,
            ),
        )

    def _row(self, ordinal: int, indicator: Indicator) -> Row:
        blank = self._desk.filing.variant == "blank"
        answer = self._blank(indicator) if blank else self._filled(indicator)
        return Row(indicator.code, (words(str(ordinal)), words(indicator.label), answer))

    def _blank(self, indicator: Indicator) -> Inlines:
        """The empty cell: pre-printed text with its gaps, else nothing to write over."""
        return self._parts(indicator.preprinted or "", lambda code: Text("\u3000"))

    def _filled(self, indicator: Indicator) -> Inlines:
        if indicator.preprinted and indicator.parts:
            return self._parts(indicator.preprinted, lambda code: self._part(indicator, code))
        if indicator.parts:
            return self._compound(indicator)
        measure = indicator.measure if indicator.type == "count" else ""
        return (self._answer(indicator.code, indicator.label), *words(measure))

    def _compound(self, indicator: Indicator) -> Inlines:
        """Several parts in one cell: `按时报送总结：是；平台填报：46家`."""
        result: list[Inline] = []
        for place, part in enumerate(indicator.parts):
            label = Text(("；" if place else "") + part.label + "：")
            result += [label, self._part(indicator, part.code), *words(part.measure)]
        return merged(result)

    def _part(self, indicator: Indicator, code: str) -> Inline:
        part = next((part for part in indicator.parts if part.code == code), Part(code=code, label=code))
        return self._answer(indicator.code, f"{indicator.label}（{part.label}）", code)

    def _answer(self, code: str, label: str, part: str = "") -> Inline:
        dims = {"code": code, "part": part} if part else {"code": code}
        fact = self._desk.facts.figure("indicators", "answer", **dims)
        inline = fact_value(self._desk.book, fact).inline()
        if isinstance(inline, Blank):
            self._desk.book.blanks[label] = answer_ref(f"{code}.{part}" if part else code)
            return Blank(label, 4)
        if fact.typed and not fact.inputs and isinstance(inline, Text):
            return Text(inline.text, ref=answer_ref(f"{code}.{part}" if part else code))
        return inline

    @staticmethod
    def _parts(text: str, fill: Callable[[str], Inline]) -> Inlines:
        """Pre-printed text with its `{code}` places filled."""
        result: list[Inline] = []
        position = 0
        for found in _PART.finditer(text):
            result += [*words(text[position : found.start()]), fill(found[1])]
            position = found.end()
        return merged([*result, *words(text[position:])])
