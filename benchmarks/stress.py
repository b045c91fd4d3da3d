"""The stress text as PDF and DOCX: dense punctuation, digits, quotes and Latin, to be measured by `reporter measure`.

Usage: python benchmarks/stress.py OUT. One line of inputs/stress/text.md is a paragraph, `# ` begins a heading.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reporter.document.inline import words
from reporter.document.model import Block, Document, Heading, Paragraph
from reporter.render import docx, pdf

SOURCE = Path(__file__).resolve().parents[1] / "inputs" / "stress" / "text.md"
NAME = "压力文本"


def stress_document(text: str) -> Document:
    """The text as a plain document without header and 版记; ids count its lines."""
    blocks: list[Block] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("# "):
            blocks.append(Heading(f"h{number}", 1, words(line[2:])))
        elif line.strip():
            blocks.append(Paragraph(f"p{number}", words(line)))
    return Document(
        filing="stress@2026",
        kind="stress",
        face="plain",
        direction="down",
        title=words(NAME),
        body=tuple(blocks),
        state="定稿",
        sample=True,
    )


def main(folder: Path) -> None:
    """Writes both files into `folder`."""
    document = stress_document(SOURCE.read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.pdf").write_bytes(pdf.render(document).data)
    (folder / f"{NAME}.docx").write_bytes(docx.render(document).data)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
