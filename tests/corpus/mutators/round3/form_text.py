"""Round 3, form: paragraphs, lines and type of the text."""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import Any

from tests.corpus.mutators.edit import (
    PPR,
    RPR,
    Docx,
    paragraph_format,
    ppr,
    put,
    run_format,
    run_properties,
    runs,
    text,
    w,
)  # fmt: skip
from tests.corpus.mutators.layout import (
    aligned,
    blank_before,
    broken_inside,
    first_words,
    joined_by_break,
    parted,
    pushed,
    reindent,
)  # fmt: skip
from tests.corpus.mutators.places import pitch, running, whole_body
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import body_lines, has_long_text, has_text
from tests.corpus.papers.spec import Paper

_TEXT = ("cl.5.2.2", "cl.7.3.3", "GW3", "GW1")


def _two_texts(paper: Paper) -> bool:
    return len(_following(paper)) > 0


def _following(paper: Paper) -> list[tuple[str, str]]:
    """Paragraphs of running text right below one another."""
    found = paper.body.strip().splitlines()
    plain = {line.text for line in body_lines(paper, 0, 20)}
    return [(one, other) for one, other in pairwise(found) if one in plain and other in plain]


def _one_long(page: Docx, paper: Paper) -> Any:
    return page.body_paragraph(body_lines(paper, 0, 60)[-1].text)


def _middle(words: str) -> int:
    """A place inside a sentence, past the middle."""
    at = len(words) // 2
    while (
        words[at] in "，。、；：）》”"
        or words[at - 1] in "，。、；：（《“"
        or words[at].isdigit()
        or words[at - 1].isdigit()
    ):
        at += 1
    return at


@mutator("L123", "正文用15.5磅（字号写成31个半磅）（5.2.2：3号，16磅）", "body", needs=has_text, also=_TEXT)
def text_half_a_point_too_small(page: Docx, paper: Paper) -> str:
    for one in whole_body(page, paper):
        run_format(one, "sz", val=31)
        run_format(one, "szCs", val=31)
    return first_words(running(page, paper)[0])


@mutator("L123", "正文只有中文字体改成宋体，西文字体照旧（5.2.2：仿宋）", "body", needs=has_text, also=_TEXT)
def hanzi_font_alone_song(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        for run in runs(one):
            fonts = put(run_properties(run), "rFonts", RPR, eastAsia="宋体")
            fonts.attrib.pop(w("eastAsiaTheme"), None)
            fonts.attrib.pop(w("hint"), None)
    return first_words(running(page, paper)[0])


@mutator(
    "L123",
    "主题的中文字体是等线，正文没有自己的字体（5.2.2：仿宋）",
    "body",
    needs=has_text,
    also=_TEXT,
    producers=("online",),
)
def theme_font_changed(page: Docx, paper: Paper) -> str:
    page.parts["word/theme/theme1.xml"] = page.parts["word/theme/theme1.xml"].replace(
        "仿宋_GB2312".encode(), "等线".encode()
    )
    return first_words(running(page, paper)[0])


@mutator(
    "L123",
    "正文样式里把字体改成宋体（5.2.2：仿宋）",
    "body",
    needs=has_text,
    also=_TEXT,
    producers=("template",),
)
def style_of_text_in_song(page: Docx, paper: Paper) -> str:
    for style in page.tree("word/styles.xml").iter(w("style")):
        if style.get(w("styleId")) in ("gwBody", "z0"):
            for fonts in style.iter(w("rFonts")):
                fonts.set(w("eastAsia"), "宋体")
    return first_words(running(page, paper)[0])


@mutator("L123", "正文字体改成微软雅黑（从网页粘贴）（5.2.2：仿宋）", "body", needs=has_long_text, also=_TEXT)
def pasted_paragraph_in_yahei(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    for run in runs(one):
        put(
            run_properties(run),
            "rFonts",
            RPR,
            ascii="Microsoft YaHei",
            hAnsi="Microsoft YaHei",
            eastAsia="微软雅黑",
        )
        put(run_properties(run), "sz", RPR, val="24")
    return first_words(one)


@mutator("cl.5.2.4", "粘贴来的一段是深蓝主题色（5.2.4：黑色）", "body", needs=has_long_text, also=("L123", *_TEXT))
def paragraph_in_theme_blue(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    run_format(one, "color", val="44546A", themeColor="text2")
    return first_words(one)


@mutator("L123", "一段正文是斜体（5.2.2：3号仿宋体字）", "body", needs=has_long_text, also=_TEXT)
def paragraph_in_italics(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    run_format(one, "i", val="1")
    return first_words(one)


@mutator(
    "L121", "为了少一行，一段的字距紧缩1磅（5.2.3：每行28字）", "body", needs=has_long_text, also=("cl.5.2.3", *_TEXT)
)
def paragraph_squeezed(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    run_format(one, "spacing", val=-20)
    return first_words(one)


@mutator(
    "L121",
    "正文右缩进两字，每行只有26字（5.2.3：每行28字）",
    "body",
    needs=has_text,
    also=("cl.5.2.3", *_TEXT),
)
def text_kept_off_the_right(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        paragraph_format(one, "ind", right=630, rightChars=200)
    return first_words(running(page, paper)[0])


@mutator("L121", "正文行距最小值36磅（5.2.3：每面22行）", "body", needs=has_text, also=("cl.5.2.3", *_TEXT))
def pitch_at_least_36(page: Docx, paper: Paper) -> str:
    return pitch(page, paper, 720, "atLeast")


@mutator("L121", "正文多倍行距1.25倍（5.2.3：每面22行）", "body", needs=has_text, also=("cl.5.2.3", *_TEXT))
def pitch_of_one_and_a_quarter(page: Docx, paper: Paper) -> str:
    return pitch(page, paper, 300, "auto")


@mutator(
    "L122", "段前段后按行设置各0.5行（5.2.3）", "body", needs=has_text, also=("L121", "cl.5.2.3", *_TEXT)
)
def half_lines_round_paragraphs(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        paragraph_format(one, "spacing", beforeLines=50, before=156, afterLines=50, after=156)
    return ""


@mutator(
    "L122",
    "段前段后“自动”（从网页粘贴，实际14磅）（5.2.3）",
    "body",
    needs=has_text,
    also=("L121", "cl.5.2.3", *_TEXT),
)
def automatic_space_round_paragraphs(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        paragraph_format(one, "spacing", beforeAutospacing=1, afterAutospacing=1, before=100, after=100)
    return ""


@mutator(
    "L122", "正文两段之间空一行（5.2.3、7.3.3）", "body", needs=_two_texts, also=("L121", "cl.5.2.3", *_TEXT)
)
def empty_line_between_paragraphs(page: Docx, paper: Paper) -> str:
    second = page.body_paragraph(_following(paper)[0][1])
    blank_before(second, page.body_paragraph(_following(paper)[0][0]))
    return first_words(second)


@mutator(
    "L122",
    "各段之间都有空行（从网页粘贴）（5.2.3、7.3.3）",
    "body",
    needs=has_text,
    also=("L121", "cl.5.2.3", *_TEXT),
)
def empty_lines_everywhere(page: Docx, paper: Paper) -> str:
    found = whole_body(page, paper)
    for one in found[1:]:
        blank_before(one, found[0])
    return ""


@mutator(
    "cl.7.3.3",
    "两个自然段用软回车隔开，第二段没有左空二字（7.3.3）",
    "body",
    needs=_two_texts,
    also=("L096", "GW3"),
)
def paragraphs_joined_by_a_soft_break(page: Docx, paper: Paper) -> str:
    first, second = (page.body_paragraph(words) for words in _following(paper)[0])
    words = text(second).strip()
    joined_by_break(first, words)
    second.getparent().remove(second)
    return words[:12]


@mutator(
    "L096", "软回车后用空格补出第二段的缩进（7.3.3）", "body", needs=_two_texts, also=("cl.7.3.3", "GW3")
)
def soft_break_and_typed_blanks(page: Docx, paper: Paper) -> str:
    first, second = (page.body_paragraph(words) for words in _following(paper)[0])
    words = text(second).strip()
    joined_by_break(first, "　　" + words)
    second.getparent().remove(second)
    return words[:12]


@mutator("cl.7.3.3", "一句话当中强行换行（从PDF复制），行没有排满（7.3.3、5.2.3）", "body", needs=has_long_text, also=("L121", "L060", "cl.5.2.3", *_TEXT))  # fmt: skip
def line_broken_inside_a_sentence(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    words = text(one).strip()
    at = _middle(words)
    broken_inside(one, words[at : at + 6])
    return words[at - 4 : at + 4]


@mutator(
    "cl.7.3.3", "一句话被分成两段（从PDF复制）（7.3.3）", "body", needs=has_long_text, also=("L060", "GW3", "GW5")
)
def sentence_parted_in_two_paragraphs(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    whole = text(one)
    at = _middle(whole)
    parted(one, at)
    return whole[at - 4 : at + 4]


@mutator("cl.7.3.3", "首行用一个制表符缩进，落在四字处（7.3.3：左空二字）", "body", needs=has_text, also=("L096", "GW3"),
         producers=("script", "wps", "mac", "web", "typed", "legacy", "online", "template"))  # fmt: skip
def indent_by_a_tab_of_four(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        reindent(one)
        tabs = put(ppr(one), "tabs", PPR)
        for stop in list(tabs):
            tabs.remove(stop)
        put(tabs, "tab", ["tab"], val="left", pos="1260")
        run = deepcopy(runs(one)[0])
        node = run.find(w("t"))
        run.replace(node, node.makeelement(w("tab"), {}))
        runs(one)[0].addprevious(run)
    return first_words(running(page, paper)[0])


@mutator(
    "cl.7.3.3",
    "首行缩进按字符是4字，按长度是2字（字符优先）（7.3.3：左空二字）",
    "body",
    needs=has_text,
    also=("GW3",),
)
def indent_of_four_by_characters(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        paragraph_format(one, "ind", firstLineChars=400, firstLine=630)
    return first_words(running(page, paper)[0])


@mutator(
    "cl.7.3.3",
    "有一段首行缩进又打了两个全角空格，成了四字（7.3.3）",
    "body",
    needs=has_long_text,
    also=("L096", "GW3"),
)
def indent_and_blanks_together(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    pushed(one, 2)
    return first_words(one)


@mutator(
    "cl.7.3.3",
    "一段首行没有缩进，其余都有（7.3.3：每自然段左空二字）",
    "body",
    needs=has_long_text,
    also=("L096", "GW3"),
)
def one_paragraph_not_indented(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    reindent(one)
    return first_words(one)


@mutator("cl.7.3.3", "一段悬挂缩进：首行顶格、回行缩进两字（7.3.3）", "body", needs=has_long_text, also=("GW3",))
def paragraph_hanging(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    reindent(one, left=630, hanging=630)
    return first_words(one)


@mutator(
    "cl.7.3.3",
    "一段分散对齐，末行被拉开（7.3.3、5.2.3）",
    "body",
    needs=has_long_text,
    also=("L121", "cl.5.2.3", *_TEXT),
)
def last_line_pulled_apart(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    paragraph_format(one, "jc", val="distribute")
    return first_words(one)


@mutator("cl.7.3.3", "一段靠右对齐（7.3.3）", "body", needs=has_long_text, also=("GW3",))
def paragraph_at_the_right(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    aligned(one, "right")
    return first_words(one)


@mutator("L121", "一段正文单独设成单倍行距12磅字（5.2.2、5.2.3）", "body", needs=has_long_text, also=("L123", *_TEXT))
def paragraph_of_a_note(page: Docx, paper: Paper) -> str:
    one = _one_long(page, paper)
    paragraph_format(one, "spacing", line=240, lineRule="auto")
    run_format(one, "sz", val=24)
    return first_words(one)
