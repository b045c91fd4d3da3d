"""All filings of a workspace composed on demand, each once, however many others carry it; and the figures of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from reporter.compose.carried import same_view
from reporter.compose.composition import Composition, compose
from reporter.compose.kinds import Kind
from reporter.document.archive import dumps
from reporter.document.model import Document
from reporter.document.volumes import SECTION
from reporter.errors import InputError, UnknownName
from reporter.facts.fact import Fact
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.text import did_you_mean

Composed = Callable[[str], Composition]
"""Filing id → its composition."""
_FINAL, _REVIEW = "定稿", "送审稿"


class Release(Struct, frozen=True):
    """A filing that was issued: with the settings that it was issued with, and the archive text of its Document."""

    filing: Filing
    text: str


def composer(
    workspace: Workspace,
    kind: Kind | None = None,
    releases: Mapping[str, Release] | None = None,
    *,
    traced: bool = False,
) -> Composed:
    """Composes each filing once; a circle of attachments is an error. `traced` as in `compose`.

    An issued filing is as it was issued while nothing else in it has changed, otherwise as it is now, no 定稿 any more.
    """
    done: dict[str, Composition] = {}
    open_ones: list[str] = []

    def composed(name: str) -> Composition:
        if name in open_ones:
            raise InputError(
                f"附件互相包含：{' → '.join([*open_ones, name])}", "改 filings.yaml 的 attachments"
            )
        if name not in done:
            filing = _filing(workspace, name)
            open_ones.append(name)
            try:
                for settled, text in _settled(filing, (releases or {}).get(name)):
                    done[name] = compose(
                        workspace, settled, lambda attached: composed(attached).document, kind, traced=traced
                    )
                    if not text or text == dumps(done[name].document):
                        break
            finally:
                open_ones.pop()
        return done[name]

    return composed


def _filing(workspace: Workspace, name: str) -> Filing:
    try:
        return workspace.filing(name)
    except KeyError:
        ids = [filing.id for filing in workspace.filings]
        raise UnknownName(f"附件“{name}”不在 filings.yaml 里", did_you_mean(name, ids)) from None


def _settled(filing: Filing, release: Release | None) -> Iterator[tuple[Filing, str]]:
    """The filing as issued, with the Document that it must become; then as it is now."""
    if release is not None:
        yield release.filing, release.text
        if filing.state == _FINAL:
            filing = filing.changed(state=_REVIEW)
    yield filing, ""


def facts_of(composition: Composition, composed: Composed) -> dict[str, Fact]:
    """Figures by address: those of attached filings that look at the same day and unit, then the document's own."""
    facts: dict[str, Fact] = {}
    for attachment in composition.document.attachments:
        if isinstance(attachment.content, Document) and SECTION not in attachment.content.filing:
            inside = composed(attachment.content.filing)
            whole = same_view(inside.facts.filing, composition.facts.filing)
            facts |= {
                address: fact
                for address, fact in facts_of(inside, composed).items()
                if whole or fact.family == "indicators"
            }
    used = composition.facts.with_inputs(fact.address for fact in composition.facts.used)
    return facts | {fact.address: fact for fact in used}
