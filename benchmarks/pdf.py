"""Our PDF against WeasyPrint alone on the same text, alternating in one process: ratios, not seconds, are comparable.

Usage: python benchmarks/pdf.py [ROUNDS]. The plain way renders the same characters in plain <p> in the same faces,
with its fonts and style sheet parsed once, as we do; ours sets every line itself, draws header and 版记 and puts
版记 on an even page. Both give the same kind of file (PDF/A-2u, tagged).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from html import escape
from random import Random
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

_CLAUSES = (
    "各乡镇人民政府、街道办事处要坚持以人民为中心的发展思想，",
    "把养老院服务质量建设作为保障和改善民生的重要内容，",
    "对照《养老机构服务安全基本规范》（GB 38600—2019）逐院逐项排查，",
    "做到底数清、情况明、措施实。",
    "住房和城乡建设部门负责指导房屋结构安全鉴定，",
    "消防救援机构每季度开展1次联合检查，",
    "市场监督管理部门重点检查食品采购、储存、加工、留样4个环节。",
    "卫生健康部门督促内设医疗机构规范用药和院感防控，",
    "对排查出的重大隐患实行“一院一策”，",
    "明确整改责任人、整改措施、整改时限，",
    "整改一处、验收一处、销号一处。",
    "年底前重大隐患整改率达到100%，",
    "护理型床位占比不低于55%。",
    "养老护理员上岗前培训不少于40学时，",
    "并建立培训档案和考核记录。",
    "鼓励有条件的乡镇依托敬老院建设区域养老服务中心，",
    "为周边农村留守、独居、高龄老年人提供助餐、助浴、探访服务。",
    "每月25日前将工作进展报县民政局养老服务股。",
)
LENGTHS = (2, 4, 7, 10, 13, 16, 24, 33)
"""Paragraphs of the notices: short and long ones, with 版记 on the last page of the text and on one more."""
_TOWNS = ("河口镇", "青坪镇", "石桥镇", "双塔街道", "云岭乡", "柳林镇", "沙洲镇", "望江街道")
_STYLE = (
    "@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-center{content:counter(page)}}"
    "body{margin:0;font:16pt/28.99pt 'GW Fang','GW BackSong'}p{margin:0;text-indent:2em}"
    ".hei{font-family:'GW Hei'}.title{font:22pt/36pt 'GW Title'}"
)
_ROLES = {"版头": "title", "标题": "title"}


def notice(paragraphs: int, number: int = 0) -> Document:
    """A notice with headings, signature and 版记. No two paragraphs are alike, nor are two notices of one length.

    It is a right one: a town has one figure wherever it is named, and no heading stands twice.
    """
    chance = Random(f"{paragraphs} {number}")
    figures: dict[str, int] = {}
    body: list[Heading | Paragraph] = []
    for index in range(paragraphs):
        if index % 4 == 0:
            town = chance.choice(_TOWNS)
            body.append(Heading(f"h{index}", 1, words(f"压实{town}第{index // 4 + 1}批整改责任")))
        clauses, town = "".join(chance.sample(_CLAUSES, 9)), chance.choice(_TOWNS)
        text = f"{clauses}{town}先行试点{figures.setdefault(town, chance.randint(2, 98))}家。"
        body.append(Paragraph(f"p{index}", words(text)))
    return Document(
        filing=f"notice@{number}",
        kind="notice",
        face="document",
        direction="down",
        title=words(
            f"安和县民政局关于做好{chance.choice(_TOWNS)}等地养老院服务质量建设专项行动有关工作的通知"
        ),
        body=tuple(body),
        header=Header(("安和县民政局",), number=words(f"安民字〔2026〕{number + 1}号")),
        recipients=words("各乡镇、街道民政办公室"),
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
    for paragraphs in LENGTHS:
        foreseen = predict(notice(paragraphs))
        ratios = []
        for number in range(rounds + 1):
            # Another text every time: nothing remembered from the last round helps.
            document = notice(paragraphs, number)
            page = plain(document)

            def theirs(page: str = page) -> None:
                html = weasyprint.HTML(string=page, url_fetcher=NothingFetched(), base_url="about:blank")
                html.render(font_config=fonts, stylesheets=[sheet], **OPTIONS).write_pdf(**OPTIONS)

            def ours(document: Document = document) -> None:
                pdf.render(document)

            alone = _seconds(theirs)
            if number:
                ratios.append(_seconds(ours) / alone)
            else:
                ours()
        added = "joined" if foreseen.imprint == "joined" else "page added"
        print(
            f"{foreseen.pages:3} pages, 版记 {added:10}: "
            f"{min(ratios):.2f} / {median(ratios):.2f} / {max(ratios):.2f} (least / median / most)"
        )


def _seconds(work: Callable[[], object]) -> float:
    """Of the processor, which is what both need: other programs on the machine do not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
