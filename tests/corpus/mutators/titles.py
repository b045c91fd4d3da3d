"""Defects of the title."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import Docx, NotHere, font, paragraph_format, ppr, run_format, size, text, w
from tests.corpus.mutators.places import retitle, title_format
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import two_lines
from tests.corpus.papers.spec import Paper


@mutator("L020", "标题末尾用句号", "title", needs=lambda paper: bool(paper.title), pdf=True)
def title_with_stop(page: Any, paper: Paper) -> str:
    return page.replace(paper.title[-1], paper.title[-1] + "。")


@mutator(
    "L022",
    "标题没有文种",
    "title",
    needs=lambda paper: paper.title and paper.title[-1].endswith("的通知"),
    pdf=False,
)
def title_without_kind(page: Docx, paper: Paper) -> str:
    return page.replace(paper.title[-1], paper.title[-1].removesuffix("的通知"))


@mutator(
    "L022",
    "标题文种自造",
    "title",
    needs=lambda paper: paper.title and paper.title[-1].endswith("的报告"),
    also=("R20",),
)
def title_with_own_kind(page: Docx, paper: Paper) -> str:
    page.replace("的报告", "的总结", last=False) if "的报告" in text(page.find(paper.title[-1])) else None
    return "的总结"


@mutator("L021", "标题中法规名称不加书名号", "title", needs=lambda paper: paper.name == "notice")
def title_regulation_without_marks(page: Docx, paper: Paper) -> str:
    return page.replace("养老机构安全隐患排查整治的通知", "贯彻养老机构管理办法活动的通知")


@mutator("L023", "标题排成沙漏形", "title", needs=two_lines)
def title_hourglass(page: Docx, paper: Paper) -> str:
    whole = paper.whole_title
    third = (len(whole) - 4) // 2
    return retitle(page, paper, [whole[:third], whole[third : third + 4], whole[third + 4 :]])


@mutator(
    "L024",
    "标题回行拆开数字",
    "title",
    needs=lambda paper: two_lines(paper) and "2026年" in paper.whole_title,
)
def title_breaks_a_number(page: Docx, paper: Paper) -> str:
    whole = paper.whole_title
    cut = whole.index("2026年") + 2
    return retitle(page, paper, [whole[:cut], whole[cut:]])


@mutator("cl.7.3.1", "标题不居中", "title", needs=two_lines, also=("L023",))
def title_flush_left(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        one = page.find(line)
        paragraph_format(one, "jc", val="left")
        for indent in ppr(one).findall(w("ind")):
            ppr(one).remove(indent)
    return paper.title[0]


@mutator("cl.7.3.1", "标题用三号字", "title", needs=two_lines)
def title_too_small(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        size(page.find(line), 16)
    return paper.title[0]


@mutator("cl.7.3.1", "标题用黑体", "title", needs=two_lines)
def title_in_hei(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        font(page.find(line), "黑体")
    return paper.title[0]


@mutator("L051", "标题加粗", "title", needs=two_lines)
def title_bold(page: Docx, paper: Paper) -> str:
    return title_format(page, paper, "b", val=1)


@mutator("L020", "标题末尾用叹号", "title", needs=two_lines, pdf=True)
def kept_title_mark(page: Any, paper: Paper) -> str:
    return page.replace(paper.title[-1], paper.title[-1] + "！")


@mutator(
    "L022",
    "标题文种不在15种之内",
    "title",
    needs=lambda paper: bool(paper.title) and paper.title[-1].endswith("的请示"),
    also=("R20",),
)
def kept_title_kind(page: Docx, paper: Paper) -> str:
    page.replace(paper.title[-1], paper.title[-1].removesuffix("的请示") + "的申请")
    return "的申请"


@mutator("L024", "标题末行只有一个字", "title", needs=two_lines, also=("L023",))
def kept_title_orphan(page: Docx, paper: Paper) -> str:
    whole = paper.whole_title
    cut = len(whole) // 2
    return retitle(page, paper, [whole[:cut], whole[cut:-1], whole[-1]])


@mutator("L020", "标题末尾用分号、半角句点", "title", needs=two_lines)
def fresh_title_semicolon(page: Docx, paper: Paper) -> str:
    return page.replace(paper.title[-1], paper.title[-1] + "；")


@mutator("L020", "标题末尾用半角句点", "title", needs=two_lines)
def fresh_title_point(page: Docx, paper: Paper) -> str:
    return page.replace(paper.title[-1], paper.title[-1] + ".")


@mutator(
    "L022",
    "文种并用（请示报告）",
    "title",
    needs=lambda paper: paper.whole_title.endswith("的请示"),
    also=("R20", "L140"),
)
def fresh_two_kinds(page: Docx, paper: Paper) -> str:
    page.replace(paper.title[-1], paper.title[-1] + "报告")
    return "请示报告"


@mutator(
    "L022",
    "标题文种是“总结”“情况汇报”",
    "title",
    needs=lambda paper: paper.whole_title.endswith("的报告"),
    also=("R20",),
)
def fresh_kind_is_a_talk(page: Docx, paper: Paper) -> str:
    page.replace(paper.title[-1], paper.title[-1].removesuffix("报告") + "汇报")
    return "的汇报"


@mutator(
    "L023",
    "标题两行一样长",
    "title",
    needs=lambda paper: two_lines(paper) and len(paper.whole_title) % 2 == 0,
    also=("L024",),
)
def fresh_title_block(page: Docx, paper: Paper) -> str:
    whole = paper.whole_title
    return retitle(page, paper, [whole[: len(whole) // 2], whole[len(whole) // 2 :]])


@mutator(
    "L024",
    "标题回行拆开“民政局”“机构”",
    "title",
    needs=lambda paper: two_lines(paper) and "机构" in paper.whole_title[9:],
    also=("L023",),
)
def fresh_title_breaks_a_word(page: Docx, paper: Paper) -> str:
    whole = paper.whole_title
    cut = whole.index("机构", 9) + 1
    if cut > 20 or len(whole) - cut > 20:
        raise NotHere("a line of the title")
    return retitle(page, paper, [whole[:cut], whole[cut:]])


@mutator("cl.7.3.1", "标题用红色", "title", needs=two_lines, also=("cl.5.2.4",))
def fresh_title_red(page: Docx, paper: Paper) -> str:
    return title_format(page, paper, "color", val="FF0000")


@mutator("cl.7.3.1", "标题用小二号宋体加粗", "title", needs=two_lines, also=("L051",))
def fresh_title_song(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        one = page.find(line)
        size(one, 18)
        font(one, "宋体")
        run_format(one, "b", val=1)
    return paper.title[0]
