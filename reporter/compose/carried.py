"""A filing carried as an attachment: the same Document, its figures named as the carrier would name them.

An address leaves out what the filing itself fixes: unit, period, as-of date. Where the carrier fixes something else,
the address says it in full, so that one address never means two figures in one document.
"""

from __future__ import annotations

from msgspec.structs import replace

from reporter.document.inline import Inline, Text
from reporter.document.mapping import changed
from reporter.document.model import Document
from reporter.facts.book import FactBook
from reporter.facts.family import figure_at
from reporter.records.filing import Filing
from reporter.refs import fact_ref, split_ref

_INDICATORS = "indicators"


def carried(document: Document, filing: Filing, carrier: FactBook) -> Document:
    """`document` (of `filing`) as the carrier prints it: without red header, recipients and imprint of its own."""
    bare = replace(document, header=None, recipients=(), imprint=None)
    if same_view(filing, carrier.filing):
        return bare

    def rename(run: Text) -> Inline:
        if run.ref is None or split_ref(run.ref)[0] != "fact":
            return run
        return replace(run, ref=fact_ref(_in_full(split_ref(run.ref)[1], filing, carrier)))

    return changed(bare, rename)


def same_view(one: Filing, other: Filing) -> bool:
    """Whether both filings fix the same unit, period and as-of date."""
    return (one.unit, one.period, one.as_of) == (other.unit, other.period, other.as_of)


def _in_full(address: str, filing: Filing, carrier: FactBook) -> str:
    """The carrier's address of a figure of `filing`. Answers of a form belong to their filing and keep theirs."""
    figure, dims = figure_at(address)
    if figure.family == _INDICATORS:
        return address
    fixed: dict[str, object] = {
        "unit": carrier.workspace.unit_of(filing).name,
        "period": filing.period,
        "year": filing.period,
        "as_of": filing.as_of,
    }
    wanted = {dim: value for dim, value in fixed.items() if dim in figure.dims and value is not None}
    return carrier.figure(figure.family, figure.name, **(wanted | dims)).address
