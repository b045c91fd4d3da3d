"""Forms of the defects that were held out while the rules were first written; since then they are open as all others."""

from __future__ import annotations

import re
from typing import Any

from tests.corpus.mutators.edit import (
    Docx,
    Html,
    NotHere,
    font,
    paragraph_format,
    run_format,
    say,
    sections,
    size,
    text,
    w,
)
from tests.corpus.mutators.header import joint, numbered, retitled, two_lines, upward
from tests.corpus.mutators.layout import (
    attached,
    body_lines,
    framed,
    has_text,
    sealed,
    several,
    signed,
    single,
)
from tests.corpus.mutators.registry import mutator, swap
from tests.corpus.papers.spec import Line, Paper, lines

_HERE = __name__


def _swap(
    name: str, rule: str, says: str, topic: str, *pairs: tuple[str, str], pdf: bool = True, **more: Any
) -> None:
    swap(name, rule, says, topic, pairs, module=_HERE, pdf=pdf, **more)


_swap(
    "kept_citation_round",
    "L006",
    "正文引用的发文字号用半角圆括号",
    "citation",
    ("（安自然资函〔2026〕23号）", "（安自然资函(2026)23号）"),
    ("（临民发〔2026〕9号）", "（临民发(2026)9号）"),
)
_swap(
    "kept_slashed_date",
    "L013",
    "正文日期用斜线",
    "date form",
    ("截至2026年10月31日", "截至2026/10/31"),
    ("2026年6月底前", "2026/6/30前"),
    ("定于2026年第二季度", "定于2026/5/11起"),
    pdf=False,
)
_swap(
    "kept_colon",
    "L060",
    "汉字旁用半角冒号、问号",
    "punctuation",
    ("会议认为，", "会议认为:"),
    ("以上请示妥否，请批复。", "以上请示妥否?请批复。"),
)
_swap(
    "kept_missing_bracket",
    "L062",
    "圆括号不成对",
    "punctuation",
    ("（含特困", "含特困"),
    ("（4月16日至6月30日）", "（4月16日至6月30日"),
    ("村（居）民", "村（居民"),
    ("（外出培训）", "（外出培训"),
    pdf=False,
)
_swap(
    "kept_comma_between_quotes",
    "L063",
    "并列引号之间用顿号",
    "punctuation",
    ("消防安全、食品安全有关标准", "“消防安全”、“食品安全”有关标准"),
    ("防溺水、防诈骗、交通安全教育", "“防溺水”、“防诈骗”教育"),
    pdf=False,
)
_swap(
    "kept_deng",
    "L064",
    "“等”前用顿号（表列）",
    "punctuation",
    ("防溺水、防诈骗、交通安全教育", "防溺水、防诈骗、等安全教育"),
    ("消防演练、应急", "消防演练、等应急"),
    ("帐篷200顶、折叠床500张、棉被800床", "帐篷200顶、折叠床500张、等物资"),
    pdf=False,
)
_swap(
    "kept_range_hyphen",
    "L069",
    "百分数范围用半角连字符",
    "numbers",
    ("达到95%以上", "达到90%-95%"),
    ("占比达到45%以上", "占比达到45%-50%"),
    ("绿地率不低于35%", "绿地率为35%-40%"),
    pdf=False,
)
_swap(
    "kept_full_width_letters",
    "L073",
    "用全角数字（金额）",
    "numbers",
    ("缺口80万元", "缺口８０万元"),
    ("计划培训80人次", "计划培训８０人次"),
    ("资金26万元", "资金２６万元"),
)
_swap(
    "kept_first_heading_dot",
    "L040",
    "“三”后用空格",
    "heading form",
    ("三、请示事项", "三 请示事项"),
    ("三、工作安排", "三 工作安排"),
    ("三、保障措施", "三 保障措施"),
    ("三、做好物资保障", "三 做好物资保障"),
)
_swap(
    "kept_fourth_heading_comma",
    "L041",
    "“（1）”后加顿号",
    "heading form",
    ("（1）由村集体", "（1）、由村集体"),
)
_swap(
    "kept_repeated_number",
    "L047",
    "序数重号",
    "heading order",
    ("（三）房屋安全。重", "（二）房屋安全。重"),
    ("（三）医疗和防疫", "（二）医疗和防疫"),
    ("（三）加强监督检查", "（二）加强监督检查"),
    ("（三）推进等级评定", "（二）推进等级评定"),
    ("二、提前转移人员", "一、提前转移人员"),
    also=("R24",),
)
_swap(
    "kept_half_brackets_fourth",
    "L044",
    "四级序数用半角括号",
    "heading form",
    ("（2）由社会力量", "(2)由社会力量"),
    ("（三）健全动态管理", "(三)健全动态管理"),
)
_swap(
    "kept_number_differs",
    "R8",
    "机构数前后不一",
    "figures",
    ("全县42家养老机构的排查", "全县45家养老机构的排查"),
    ("现有敬老院6所", "现有敬老院8所"),
    ("共出动工作人员96人次", "共出动工作人员86人次"),
    also=("R1", "R6", "R2"),
)
_swap(
    "kept_rate",
    "R4",
    "百分数算错（一位小数）",
    "figures",
    ("整改率94.7%。尚", "整改率94.1%。尚"),
    ("整改率92.1%。其中", "整改率91.2%。其中"),
)
_swap("kept_average", "R4", "人均数算错", "figures", ("人均600元", "人均650元"), also=("R2", "R8"))
_swap(
    "kept_stage_total",
    "R2",
    "分期人数之和不等于总数",
    "figures",
    ("计划培训70人次", "计划培训90人次"),
    ("2100万元，已支出1420万元", "2100万元，已支出1240万元"),
    also=("R8",),
)
_swap(
    "kept_claim",
    "X05",
    "“无一”“均”没有数字证明",
    "claims",
    ("确保运营安全。", "运营以来无一事故，检查项目均合格。"),
    ("按照职责分工抓好落实，", "各项任务已100%落实，"),
    pdf=False,
)
_swap(
    "kept_person",
    "X01",
    "出现公民身份号码（末位数字）",
    "personal data",
    ("实行组长负责制", "组长身份证号110101199003070134"),
    ("要配备医护人员", "由身份证号110101199003070134的医护人员"),
    pdf=False,
)
_swap(
    "kept_weekday",
    "L014",
    "日期与星期不符",
    "date form",
    ("8月17日18时前", "8月17日（星期三）18时前"),
    ("6月26日前报局党组", "6月26日（星期一）前报局党组"),
    ("于7月31日前完成", "于7月31日（星期一）前完成"),
    pdf=False,
)
_swap(
    "kept_level_word",
    "R26",
    "层级词不对",
    "localisation",
    ("开始对全县", "开始对全省"),
    ("全县登记留守儿童", "全省登记留守儿童"),
    ("到2028年，全县建成", "到2028年，全市建成"),
)
_swap(
    "kept_announced",
    "R24",
    "所说项数与列出的不符",
    "structure",
    ("举办培训班3期", "举办培训班4期"),
    also=("R8",),
)


@mutator("L001", "发文字号年份用黑方头括号", "number", needs=numbered, pdf=True, also=("R18",))
def kept_black_brackets(page: Any, paper: Paper) -> str:
    new = paper.number.replace("〔", "【").replace("〕", "】")
    page.replace(paper.number, new)
    return new


@mutator(
    "L005",
    "发文顺序号用汉字",
    "number",
    needs=lambda paper: (numbered(paper) and "18" in paper.number) or paper.name in ("approval", "urgent"),
)
def kept_hanzi_serial(page: Docx, paper: Paper) -> str:
    start, _, _ = paper.number.partition("〕")
    new = start + "〕十八号"
    page.replace(paper.number, new)
    return new


@mutator("L012", "成文日期没有日", "date", needs=signed)
def kept_date_without_day(page: Docx, paper: Paper) -> str:
    new = paper.date[: paper.date.index("月") + 1]
    say(page.find(paper.date, whole=True), new)
    return new


@mutator("L020", "标题末尾用叹号", "title", needs=two_lines, pdf=True)
def kept_title_mark(page: Any, paper: Paper) -> str:
    page.replace(paper.title[-1], paper.title[-1] + "！")
    return paper.title[-1] + "！"


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
    return retitled(page, paper, [whole[:cut], whole[cut:-1], whole[-1]])


@mutator("L030", "主送机关后用句号", "recipients", needs=lambda paper: bool(paper.recipients), pdf=True)
def kept_recipients_stop(page: Any, paper: Paper) -> str:
    new = paper.recipients.removesuffix("：") + "。"
    page.replace(paper.recipients, new)
    return new


@mutator(
    "L050",
    "二级标题用黑体",
    "heading type",
    needs=lambda paper: bool(body_lines(paper, 2)),
    producers=("script", "wps"),
)
def kept_second_heading_hei(page: Docx, paper: Paper) -> str:
    found = list(body_lines(paper, 2))
    for line in found:
        one = page.find(line.text)
        for run in list(one.iter(w("r"))):
            if "".join(node.text or "" for node in run.iter(w("t"))) and run is next(iter(one.iter(w("r")))):
                fonts = run.find(f"{w('rPr')}/{w('rFonts')}")
                if fonts is None:
                    raise NotHere("fonts on the run")
                fonts.set(w("eastAsia"), "黑体")
    return found[0].number + found[0].head


@mutator("L080", "附件名称后加分号", "attachments", needs=several)
def kept_attachment_semicolon(page: Docx, paper: Paper) -> str:
    title = paper.attachments[1].title
    page.replace("2." + title, "2." + title + "；")
    return title + "；"


@mutator("L083", "附件说明写成“附件一：”", "attachments", needs=single)
def kept_attachment_hanzi(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    page.replace("附件：" + title, "附件一：" + title)
    return "附件一："


@mutator("L085", "附件标题比附件说明少字", "attachment page", needs=attached, also=("R21",))
def kept_attachment_title(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    first = page.find(title, whole=True, last=True)
    say(first, title[2:])
    return title[2:]


@mutator("L095", "附注用半角括号", "remark", needs=lambda paper: bool(paper.remark), pdf=True, also=("L061",))
def kept_remark_brackets(page: Any, paper: Paper) -> str:
    page.replace(f"（{paper.remark}）", f"({paper.remark})")
    return f"({paper.remark})"


@mutator("L100", "抄送机关之间用分号收尾", "imprint", needs=lambda paper: bool(paper.cc), pdf=True)
def kept_copies_semicolon(page: Any, paper: Paper) -> str:
    page.replace(paper.cc, paper.cc.removesuffix("。") + "；")
    return paper.cc.removesuffix("。") + "；"


@mutator("L102", "版记中间线比首末线粗", "imprint", needs=lambda paper: framed(paper) and bool(paper.cc))
def kept_middle_rule(page: Docx, paper: Paper) -> str:
    found = list(page.tree().iter(w("insideH")))
    if not found:
        raise NotHere("insideH")
    for one in found:
        if one.get(w("sz")) in ("6",):
            one.set(w("sz"), "18")
    return paper.printed


@mutator("L110", "单双页页码在同一边", "page number")
def kept_number_same_side(page: Docx, paper: Paper) -> str:
    changed = 0
    for root in page.named("word/footer"):
        for paragraph in root.iter(w("p")):
            if any("PAGE" in (node.text or "") for node in paragraph.iter(w("instrText"))):
                indent = paragraph_format(paragraph, "ind")
                indent.attrib.clear()
                indent.set(w("right"), "280")
                paragraph_format(paragraph, "jc", val="right")
                changed += 1
    if changed < 2:
        raise NotHere("two footers")
    return ""


@mutator("L120", "页边距28/28/27/27毫米", "page")
def kept_provincial_margins(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        margins = section.find(w("pgMar"))
        for side, value in (("top", 28), ("bottom", 28), ("left", 27), ("right", 27)):
            margins.set(w(side), str(round(value * 56.6929)))
    return ""


@mutator("L121", "正文行距33磅", "body", needs=has_text)
def kept_wide_pitch(page: Docx, paper: Paper) -> str:
    for line in lines(paper.body):
        if isinstance(line, Line):
            paragraph_format(page.find(line.text), "spacing", line=660, lineRule="exact")
    return body_lines(paper, 0, 20)[0].text[:12]


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


@mutator("L090", "成文日期右空两字", "closing", needs=sealed)
def kept_date_two(page: Docx, paper: Paper) -> str:
    one = page.find(paper.date, whole=True)
    paragraph_format(one, "ind", right=630, rightChars=200)
    return paper.date


@mutator(
    "R17",
    "标志、署名机关顺序不一致",
    "issuers",
    needs=lambda paper: joint(paper) and len(paper.signatories) > 1,
)
def kept_signatures_swapped(page: Docx, paper: Paper) -> str:
    first = page.find(paper.signatories[0], whole=True, last=True)
    second = page.find(paper.signatories[1], whole=True, last=True)
    say(first, paper.signatories[1])
    say(second, paper.signatories[0])
    return paper.signatories[1]


@mutator(
    "L034",
    "上行文主送三个机关",
    "recipients",
    needs=lambda paper: upward(paper) and paper.whole_title.endswith("报告"),
    also=("R19",),
)
def kept_report_to_three(page: Docx, paper: Paper) -> str:
    page.replace(paper.recipients, "临澜市民政局、临澜市财政局、临澜市应急管理局：")
    return "临澜市财政局"


@mutator("L101", "PDF里版记整体偏高", "imprint", needs=framed, pdf=True, producers=("html",))
def kept_printed_imprint(page: Html, paper: Paper) -> str:
    start = page.text.rindex('<div class="page">')
    head, tail = page.text[:start], page.text[start:]
    rules = tail.count("<b style")
    if rules > 4:
        raise NotHere("a page with the imprint alone for rules")
    mm = 72 / 25.4
    at = tail.index("<b style")
    block = tail[at:]
    moved = re.sub(r"top:([\d.]+)pt", lambda found: f"top:{float(found[1]) - 20 * mm:.2f}pt", block)
    number = block[block.rindex("<i style") :]
    page.text = head + tail[:at] + moved[: moved.rindex("<i style")] + number
    return paper.printed
