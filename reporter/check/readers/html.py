"""A web page read back."""

from __future__ import annotations

from reporter.artefacts.folded import Stream
from reporter.artefacts.html import read_html
from reporter.check.added import check_nothing_added
from reporter.check.finding import Finding
from reporter.check.finished import Finished
from reporter.check.presence import Printed, check_presence
from reporter.typeset.webpieces import web_pieces


def read(finished: Finished) -> list[Finding]:
    """The web page holds what `web_pieces` says and nothing else, in its order."""
    html, wanted, file = read_html(finished.as_source()), web_pieces(finished.document), finished.file
    findings = check_presence(wanted, Printed(file, Stream.of(html.texts)))
    return findings + check_nothing_added(wanted, ((0, text) for text in html.texts), file)
