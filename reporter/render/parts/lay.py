"""One process that lays parts out: a job a line on standard input, an answer a line on standard output (JSON)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pydyf

from reporter.render.page.engine import OPTIONS, layout, logged
from reporter.render.page.shown import without_empty_strings


def lay(job: dict[str, Any]) -> dict[str, Any]:
    """Lays out `html` and writes `out`; its first page is the alphabet, which makes all parts' fonts the same."""
    templates = Path(job["templates"]) if job["templates"] else None
    with logged() as messages:
        text = Path(job["html"]).read_text(encoding="utf-8")
        pages = layout(text, job["face"], job["fonts"], templates)
        alphabet = layout(job["alphabet"], "plain", job["fonts"], templates)
        together = pages.copy([*alphabet.pages[:1], *pages.pages])

        def finish(document: Any, pdf: Any) -> None:
            _own_ids(pdf, job["part"])
            without_empty_strings(pdf)

        together.write_pdf(job["out"], finisher=finish, **OPTIONS)
    last = pages.pages[-1]
    return {"pages": len(pages.pages), "anchors": sorted(last.anchors), "messages": list(messages)}


def _own_ids(pdf: Any, part: int) -> None:
    """Ids of table cells are numbers of their part: with the part before them they are unique in the whole."""
    for item in pdf.objects:
        if not isinstance(item, dict) or item.get("Type") != "/StructElem":
            continue
        if "ID" in item:
            item["ID"] = _named(part, item["ID"])
        attributes = item.get("A")
        if isinstance(attributes, dict) and "Headers" in attributes:
            attributes["Headers"] = pydyf.Array([_named(part, one) for one in attributes["Headers"]])


def _named(part: int, name: Any) -> Any:
    return pydyf.String(f"{part}-{name.string}")


def main() -> None:
    """Until standard input ends."""
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in sys.stdin:
        answer = json.dumps(lay(json.loads(line)))
        sys.stdout.write(answer + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
