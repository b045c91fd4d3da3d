"""The pictures of the READMEs: pages of the sample county's PDFs as small PNG files.

python docs/make_pages.py [FOLDER]   FOLDER holds the PDFs, default outputs/anhe-2026 (`make demo` fills it).
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2

HERE = Path(__file__).resolve().parent
NOTICE = "关于印发《安和县2026年养老院服务质量建设专项行动实施方案》的通知.pdf"
REPORT = "关于2026年养老院服务质量建设专项行动工作情况的报告.pdf"
YEARS = "关于2023—2026年养老院服务质量建设专项行动工作情况的报告.pdf"
LETTER = "关于报送2026年养老院服务质量建设专项行动通报要点和整改清单的报告.pdf"
FORM = "2026年养老院服务质量建设专项行动通报要点"
LISTS = "安和县2026年养老院服务质量建设专项行动整改四个清单.pdf"
PAGES = {
    "notice": (NOTICE, 0),
    "signatures": (NOTICE, 1),
    "plan": (NOTICE, 2),
    "imprint": (NOTICE, -1),
    "form": (f"{FORM}.pdf", 0),
    "blank-form": (f"{FORM}（空白）.pdf", 0),
    "report": (REPORT, 0),
    "report-end": (REPORT, -1),
    "years": (YEARS, 3),
    "letter": (LETTER, 0),
    "ledger": (LISTS, 0),
    "totals": (LISTS, -1),
}
"""Picture → file and page, counted from 0; -1 is the last."""
WIDTH = 520
"""Pixels of a portrait page; a landscape page is as high as a portrait page is wide."""
COLOURS = 24
"""Paper, ink, red and the greys between them: a small file without visible loss."""


def picture(source: Path, page: int, target: Path) -> None:
    """Writes one page of a PDF as PNG, the shorter side `WIDTH` pixels."""
    document = pypdfium2.PdfDocument(source)
    try:
        sheet = document[page % len(document)]
        image = sheet.render(scale=WIDTH / min(sheet.get_size())).to_pil().convert("RGB")
    finally:
        document.close()
    image.quantize(COLOURS).save(target, optimize=True)


def main(folder: Path) -> None:
    for name, (file, page) in PAGES.items():
        picture(folder / file, page, HERE / "pages" / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "outputs" / "anhe-2026")
