"""Round 3, form: the text of PDF pages."""

from __future__ import annotations

from tests.corpus.mutators.edit import Html, NotHere
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import body_lines, has_long_text, has_text, ruled
from tests.corpus.papers.spec import Paper

_TEXT = ("cl.5.2.2", "cl.7.3.3", "GW3", "GW1")


@mutator("cl.7.3.3", "PDF正文首行只缩进一字（7.3.3：左空二字）", "body", pdf=True, producers=("html",), also=("GW3",),
         needs=lambda paper: ruled(paper) and has_text(paper))  # fmt: skip
def printed_indent_of_one(page: Html, paper: Paper) -> str:
    page.sub("left:110.96pt", "left:95.17pt", count=99)
    return ""


@mutator(
    "L123", "PDF正文是14磅（5.2.2：3号）", "body", needs=has_text, pdf=True, producers=("html",), also=_TEXT
)
def printed_text_of_fourteen(page: Html, paper: Paper) -> str:
    page.sub("font:16pt fang", "font:14pt fang", count=199)
    return ""


@mutator("L123", "PDF一行正文是灰色（5.2.4：黑色）", "body", needs=has_long_text, pdf=True, producers=("html",), also=("cl.5.2.4", *_TEXT))  # fmt: skip
def printed_line_in_grey(page: Html, paper: Paper) -> str:
    words = body_lines(paper, 0, 60)[-1].text[:20]
    at = page.text.find(">" + words)
    if at < 0:
        raise NotHere(words)
    page.text = page.text[: at - 1] + ';color:#888888"' + page.text[at:]
    return words


@mutator("L121", "PDF正文行距24磅（5.2.3：每面22行）", "body", needs=has_long_text, pdf=True, producers=("html",), also=("cl.5.2.3", *_TEXT))  # fmt: skip
def printed_lines_close(page: Html, paper: Paper) -> str:
    """Lines of text of the first page from the first paragraph on stand closer by turns."""
    words = body_lines(paper, 0, 60)[0].text[:12]
    at = page.text.find(">" + words)
    if at < 0:
        raise NotHere(words)
    end = page.text.index("</div>", at)
    start = page.text.rindex("<i ", 0, at)
    part, head = page.text[start:end], page.text[:start]
    first = float(part.split("top:", 1)[1].split("pt", 1)[0])
    pieces = part.split("top:")
    made = [pieces[0]]
    for piece in pieces[1:]:
        value, _, rest = piece.partition("pt")
        y = float(value)
        moved = first + (y - first) * 24 / 28.95 if "font:16pt" in rest[:20] else y
        made.append(f"{moved:.2f}pt{rest}")
    page.text = head + "top:".join(made) + page.text[end:]
    return ""
