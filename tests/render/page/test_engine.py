"""Our pages with the few defaults that they need are the pages that the engine's own defaults give."""

from __future__ import annotations

import pytest
import weasyprint

from reporter.document.model import Document
from reporter.render import pdf
from reporter.render.page import engine
from tests.render import documents

SAMPLES = (
    documents.joint_notice(),
    documents.upward_report(),
    documents.letter(),
    documents.plain_form(),
    documents.hostile(),
    documents.ledger(20),
)


@pytest.mark.parametrize("document", SAMPLES, ids=lambda document: document.filing)
def test_the_engine_s_full_defaults_give_the_same_file(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = pdf.render(document)
    monkeypatch.delattr(engine._OwnPage, "_ua_stylesheets")
    asked: list[bool] = []
    full = weasyprint.HTML._ua_stylesheets

    def counted(page: weasyprint.HTML, forms: bool = False) -> list[object]:
        asked.append(forms)
        return full(page, forms)  # type: ignore[no-any-return]

    monkeypatch.setattr(weasyprint.HTML, "_ua_stylesheets", counted)
    assert pdf.render(document).data == ours.data
    assert asked
