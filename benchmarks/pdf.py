"""Our PDF against WeasyPrint alone on the same text, alternating in one process: ratios, not seconds, are comparable.

Usage: python benchmarks/pdf.py [ROUNDS]. The plain way renders the same characters in plain <p> in the same faces,
with its fonts and style sheet parsed once, as we do; ours sets every line itself, draws header and 版记 and puts
版记 on an even page. Both give the same kind of file (PDF/A-2u, tagged).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from html import escape
from statistics import median

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from reporter.document.inline import words
from reporter.document.model import Closing, Document, Header, Heading, Imprint, Paragraph, Signatory
from reporter.render import pdf
from reporter.render.page.engine import OPTIONS, NothingFetched
from reporter.typeset.fonts import environment
from reporter.typeset.pieces import pieces
from reporter.typeset.prediction import predict

_SENTENCE = (
    "各乡镇人民政府、街道办事处要坚持以人民为中心的发展思想，把养老院服务质量建设作为保障和改善民生的重要内容，"
    "对照《养老机构服务安全基本规范》（GB 38600—2019）逐院逐项排查，做到底数清、情况明、措施实。"
)
_STYLE = (
    "@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:counter(page)}}"
    "body{margin:0;font:16pt/28.99pt 'GW Fang','GW BackSong'}p{margin:0;text-indent:2em}"
    ".hei{font-family:'GW Hei'}.title{font:22pt/36pt 'GW Title'}"
)
_ROLES = {"版头": "title", "标题": "title"}


def notice(paragraphs: int) -> Document:
    """A notice with headings, signature and 版记."""
    body: list[Heading | Paragraph] = []
    for index in range(paragraphs):
        if index % 4 == 0:
            body.append(Heading(f"h{index}", 1, words("压实安全责任")))
        body.append(Paragraph(f"p{index}", words(_SENTENCE * 2)))
    return Document(
        filing="notice@2026",
        kind="notice",
        face="document",
        direction="down",
        title=words("安和县民政局关于做好养老院服务质量建设专项行动有关工作的通知"),
        body=tuple(body),
        header=Header(("安和县民政局",), number=words("安民字〔2026〕12号")),
        recipients=words("各乡镇人民政府、街道办事处"),
        closing=Closing((Signatory("安和县民政局"),), words("2026年3月6日")),
        imprint=Imprint(words("安和县民政局办公室"), words("2026年3月6日印发"), cc=words("县委办公室。")),
        sample=True,
    )


def plain(document: Document) -> str:
    """The same characters, a paragraph each."""
    texts = "".join(
        f'<p class="{"hei" if piece.block.startswith("h") else _ROLES.get(piece.place, "")}">{escape(piece.text)}</p>'
        for piece in pieces(document)
    )
    return f'<html lang="zh-CN"><title>通知</title><body>{texts}</body></html>'


def main(rounds: int) -> None:
    """Prints pages and the ratio's least, median and most for documents of several lengths."""
    environment()
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=_STYLE, font_config=fonts, url_fetcher=NothingFetched())
    for paragraphs in (4, 9, 12, 16, 30):
        document = notice(paragraphs)
        page = plain(document)

        def theirs(page: str = page) -> None:
            html = weasyprint.HTML(string=page, url_fetcher=NothingFetched(), base_url="about:blank")
            html.render(font_config=fonts, stylesheets=[sheet], **OPTIONS).write_pdf(**OPTIONS)

        ratios = []
        for number in range(rounds + 1):
            # Another text every time: nothing remembered from the last round helps.
            changed = replace(document, filing=f"notice@{number}", title=words(f"第{number}号通知" * 3))
            alone = _seconds(theirs)
            ours = _seconds(lambda document=changed: pdf.render(document))
            if number:
                ratios.append(ours / alone)
        foreseen = predict(document)
        added = "joined" if foreseen.imprint == "joined" else "page added"
        print(
            f"{foreseen.pages:3} pages, 版记 {added:10}: "
            f"{min(ratios):.2f} / {median(ratios):.2f} / {max(ratios):.2f} (least / median / most)"
        )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
