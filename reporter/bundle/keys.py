"""Content keys: what a document says and how it is set. Same key, same bytes; so nothing need be made again.

A document is composed before its key is known. That costs a little, and in return the key holds exactly what was read:
a column that nobody asked for does not stand in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reporter.bundle.recipe import digest_of, faces_digest
from reporter.deliver.evidence import cited_records, fact_data
from reporter.document import archive
from reporter.document.model import Document
from reporter.making import Made
from reporter.records.workspace import Workspace
from reporter.typeset.fonts import font_set

PARTS: Mapping[str, str] = {
    "engine": "程序版本变了",
    "faces": "模板变了",
    "fonts": "字体变了",
    "options": "格式等选项变了",
    "name": "文件名变了",
    "document": "内容变了",
    "facts": "数据的依据变了",
    "notes": "提示变了",
}
"""Part of a key → what it means when that part is another one."""


def parts_of(made: Made, workspace: Workspace, recipe: Mapping[str, str]) -> dict[str, str]:
    """Part → digest, with all of `PARTS`, and `wording`: the kind's text, which alone is no reason to make it again."""
    cited = cited_records(made.document, workspace)
    public = (made.public.left_out, [str(one) for one in made.held]) if made.public else ()
    return {
        "engine": recipe["engine"],
        "options": recipe["options"],
        "fonts": _fonts(workspace, recipe),
        "faces": faces_digest(sorted(set(faces_of(made.document))), workspace.root / "templates"),
        "name": made.stem,
        "document": digest_of(archive.dumps(made.document)),
        "facts": digest_of(fact_data(made.facts.values(), cited)),
        "notes": digest_of([made.warnings, made.blank_places, public]),
        "wording": digest_of(
            [workspace.digests.get(f"templates/text/{made.filing.kind}.md", ""), recipe["templates"]]
        ),
    }


def key_of(parts: Mapping[str, str]) -> str:
    """One digest of all parts that decide."""
    return digest_of([parts[name] for name in PARTS])


def differing(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    """Names of the deciding parts that are others."""
    return tuple(name for name in PARTS if old.get(name) != new.get(name))


def faces_of(document: Document) -> Iterator[str]:
    """Faces that a document and those that it carries are set in."""
    yield document.face
    for attachment in document.attachments:
        if isinstance(attachment.content, Document):
            yield from faces_of(attachment.content)


def _fonts(workspace: Workspace, recipe: Mapping[str, str]) -> str:
    """The stand-ins; with `fonts: system` also the machine's own faces."""
    if workspace.campaign.fonts != "system":
        return recipe["fonts"]
    return digest_of([recipe["fonts"], [face.as_dict() for face in font_set("system").faces]])
