"""Sample documents as files, made once a module."""

from __future__ import annotations

import pypdfium2
import pytest

from reporter.render import pdf
from tests.render import documents
from tests.render.docx_page import Page


@pytest.fixture(scope="module")
def notice() -> Page:
    return Page(documents.joint_notice())


@pytest.fixture(scope="module")
def report() -> Page:
    return Page(documents.upward_report())


@pytest.fixture(scope="module")
def made() -> dict[str, pypdfium2.PdfDocument]:
    return {maker.__name__: pypdfium2.PdfDocument(pdf.render(maker()).data) for maker in documents.MAKERS}
