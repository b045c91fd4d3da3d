"""Defects of the running text: type, indents, pitch."""

from __future__ import annotations

from tests.corpus.mutators.edit import Docx, font, paragraph_format, replace_in, run_format, size, text
from tests.corpus.mutators.places import pitch, running, whole_body
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import body_lines, has_text
from tests.corpus.papers.spec import Paper


@mutator("L121", "正文行距24磅", "body", needs=has_text, also=("cl.5.2.3",))
def line_pitch_tight(page: Docx, paper: Paper) -> str:
    return pitch(page, paper, 480, "exact")


@mutator("L121", "正文1.5倍行距", "body", needs=has_text, also=("cl.5.2.3",))
def line_pitch_one_and_a_half(page: Docx, paper: Paper) -> str:
    return pitch(page, paper, 360, "auto")


@mutator("L122", "段后空12磅", "body", needs=has_text)
def space_after_paragraphs(page: Docx, paper: Paper) -> str:
    found = running(page, paper)
    for one in found:
        paragraph_format(one, "spacing", after=240)
    return text(found[0])[:12]


@mutator("L123", "正文用四号字", "body", needs=has_text)
def body_too_small(page: Docx, paper: Paper) -> str:
    found = running(page, paper)
    for one in found:
        size(one, 14)
    return text(found[0])[:12]


@mutator("L123", "正文用宋体", "body", needs=has_text)
def body_in_song(page: Docx, paper: Paper) -> str:
    found = running(page, paper)
    for one in found:
        font(one, "宋体")
    return text(found[0])[:12]


@mutator("cl.7.3.3", "正文首行不缩进", "body", needs=has_text)
def body_without_indent(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[0].text)
    paragraph_format(one, "ind", firstLine=0, firstLineChars=0)
    return text(one)[:12]


@mutator("L096", "用空格代替首行缩进", "body", needs=has_text)
def indent_by_spaces(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[0].text)
    words = text(one)
    paragraph_format(one, "ind", firstLine=0, firstLineChars=0)
    replace_in(one, words[:4], "　　" + words[:4])
    return words[:12]


@mutator("L121", "正文行距33磅", "body", needs=has_text)
def kept_wide_pitch(page: Docx, paper: Paper) -> str:
    return pitch(page, paper, 660, "exact")


@mutator("L123", "正文一段是蓝色", "body", needs=has_text)
def kept_blue_text(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[0].text)
    run_format(one, "color", val="0070C0")
    return text(one)[:12]


@mutator("L123", "正文一段用小三号", "body", needs=has_text)
def kept_one_paragraph_small(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[0].text)
    size(one, 15)
    font(one, "宋体")
    return text(one)[:12]


@mutator("L122", "段前空6磅", "body", needs=has_text)
def kept_space_before(page: Docx, paper: Paper) -> str:
    found = [page.find(line.text) for line in body_lines(paper, 0, 20)]
    for one in found:
        paragraph_format(one, "spacing", before=120)
    return text(found[0])[:12]


@mutator("L051", "正文整段加粗", "body", needs=has_text, also=("L123",))
def fresh_body_bold(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[0].text)
    run_format(one, "b", val=1)
    return text(one)[:12]


@mutator("L096", "用半角空格代替首行缩进", "body", needs=has_text, also=("cl.7.3.3",))
def fresh_indent_half_spaces(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        paragraph_format(one, "ind", firstLine=0, firstLineChars=0)
        replace_in(one, text(one)[:2], "    " + text(one)[:2])
    return text(running(page, paper)[0]).strip()[:12]


@mutator("cl.7.3.3", "正文首行缩进四字", "body", needs=has_text)
def fresh_indent_of_four(page: Docx, paper: Paper) -> str:
    found = running(page, paper)
    for one in found:
        paragraph_format(one, "ind", firstLine=1280, firstLineChars=400)
    return text(found[0])[:12]


@mutator("L121", "正文单倍行距", "body", needs=has_text, also=("cl.5.2.3",))
def fresh_single_pitch(page: Docx, paper: Paper) -> str:
    for one in whole_body(page, paper):
        paragraph_format(one, "spacing", line=240, lineRule="auto")
    return text(running(page, paper)[0])[:12]


@mutator("L122", "段后空半行", "body", needs=has_text)
def fresh_half_a_line_after(page: Docx, paper: Paper) -> str:
    found = running(page, paper)
    for one in found:
        paragraph_format(one, "spacing", afterLines=50, after=156)
    return text(found[0])[:12]


@mutator("L123", "正文用等线", "body", needs=has_text)
def fresh_body_deng(page: Docx, paper: Paper) -> str:
    found = running(page, paper)
    for one in found:
        font(one, "等线")
    return text(found[0])[:12]


@mutator("L123", "正文用小四号", "body", needs=has_text)
def fresh_body_twelve(page: Docx, paper: Paper) -> str:
    found = running(page, paper)
    for one in found:
        size(one, 12)
    return text(found[0])[:12]


@mutator("L123", "正文有一段红字", "body", needs=has_text, also=("cl.5.2.4",))
def fresh_red_paragraph(page: Docx, paper: Paper) -> str:
    one = running(page, paper)[-1]
    run_format(one, "color", val="FF0000")
    return text(one)[:12]
