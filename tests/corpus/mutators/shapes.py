"""Held out: slips in the 版头, the title, the layout and the end matter. Whoever writes or changes a rule does not
read this folder."""

from __future__ import annotations

from typing import Any

from lxml import etree

from tests.corpus.mutators.edit import (
    RPR,
    Docx,
    NotHere,
    font,
    paragraph_format,
    put,
    replace_in,
    run_format,
    say,
    sections,
    size,
    text,
    w,
)
from tests.corpus.mutators.header import joint, numbered, retitled, two_lines
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
from tests.corpus.mutators.registry import mutator
from tests.corpus.papers.spec import Line, Paper, lines

MM = 56.6929  # twips


def _number(page: Any, paper: Paper, old: str, new: str) -> str:
    changed = paper.number.replace(old, new, 1)
    page.replace(paper.number, changed)
    return changed


def _body(page: Docx, paper: Paper) -> list[Any]:
    """The paragraphs of running text, without a heading number."""
    return [page.find(line.text) for line in body_lines(paper, 0, 20)]


def _whole(page: Docx, paper: Paper) -> list[Any]:
    return [page.find(line.text) for line in lines(paper.body) if isinstance(line, Line)]


@mutator("L001", "年份括号一边错", "number", needs=numbered, pdf=True, also=("R18",))
def fresh_half_right_brackets(page: Any, paper: Paper) -> str:
    return _number(page, paper, "〔2026〕", "（2026〕")


@mutator("L001", "年份用全角方括号", "number", needs=numbered, pdf=True, also=("R18",))
def fresh_wide_square_brackets(page: Any, paper: Paper) -> str:
    return _number(page, paper, "〔2026〕", "［2026］")


@mutator("L002", "年份写成三位", "number", needs=numbered, also=("R18", "L005"))
def fresh_year_mistyped(page: Any, paper: Paper) -> str:
    return _number(page, paper, "〔2026〕", "〔206〕")


@mutator("L003", "顺序号补成四位", "number", needs=numbered, also=("R18", "L005"))
def fresh_number_of_four_digits(page: Docx, paper: Paper) -> str:
    rest = paper.number.partition("〕")[2]
    return _number(page, paper, "〕" + rest, "〕" + rest.removesuffix("号").zfill(4) + "号")


@mutator("L004", "方括号又带“第”", "number", needs=numbered, also=("L001", "R18", "L005"))
def fresh_di_and_square(page: Docx, paper: Paper) -> str:
    return _number(page, paper, "〔2026〕", "[2026]第")


@mutator("L005", "文号中间有空格", "number", needs=numbered, also=("R18",))
def fresh_number_with_spaces(page: Docx, paper: Paper) -> str:
    return _number(page, paper, "〔2026〕", " 〔2026〕 ")


@mutator("L005", "文号用全角数字", "number", needs=numbered, also=("L073", "L002", "R18"))
def fresh_number_full_width(page: Docx, paper: Paper) -> str:
    return _number(page, paper, "2026", "２０２６")


@mutator(
    "L010",
    "成文日期只有日补零",
    "date",
    needs=lambda paper: bool(paper.date) and len(paper.date.partition("月")[2]) == 2,
    also=("L090",),
)
def fresh_day_padded(page: Docx, paper: Paper) -> str:
    head, _, day = paper.date.partition("月")
    new = f"{head}月0{day}"
    say(page.find(paper.date, whole=True), new)
    return new


_HANZI = str.maketrans("0123456789", "○一二三四五六七八九")


@mutator("L011", "成文日期用汉字，零写成“○”", "date", needs=signed, also=("L090", "L091"))
def fresh_date_with_circle(page: Docx, paper: Paper) -> str:
    year, _, rest = paper.date.partition("年")
    month, _, day = rest.removesuffix("日").partition("月")

    def said(number: str) -> str:
        tens, ones = divmod(int(number), 10)
        return ("" if tens < 1 else "十" if tens == 1 else "一二三"[tens - 1] + "十") + (
            "一二三四五六七八九"[ones - 1] if ones else ""
        )

    new = f"{year.translate(_HANZI)}年{said(month)}月{said(day)}日"
    say(page.find(paper.date, whole=True), new)
    return new


@mutator("L012", "成文日期没有年", "date", needs=signed, also=("L090", "L091", "cl.7.3.5"))
def fresh_date_without_year(page: Docx, paper: Paper) -> str:
    new = paper.date.partition("年")[2]
    say(page.find(paper.date, whole=True), new)
    return new


@mutator("L013", "成文日期用圆点", "date", needs=signed, also=("L012", "L090", "L091", "cl.7.3.5", "L010"))
def fresh_date_dotted(page: Docx, paper: Paper) -> str:
    new = paper.date.replace("年", ".").replace("月", ".").removesuffix("日")
    say(page.find(paper.date, whole=True), new)
    return new


@mutator("L014", "成文日期不存在", "date", needs=signed, also=("L090",))
def fresh_date_impossible(page: Docx, paper: Paper) -> str:
    new = paper.date.partition("月")[0] + "月32日"
    say(page.find(paper.date, whole=True), new)
    return new


@mutator(
    "L014",
    "印发日期早一个月",
    "date",
    needs=lambda paper: signed(paper) and bool(paper.printed),
    also=("R10",),
)
def fresh_printed_a_month_early(page: Docx, paper: Paper) -> str:
    year, _, rest = paper.printed.partition("年")
    month, _, tail = rest.partition("月")
    new = f"{year}年{int(month) - 1}月{tail}"
    page.replace(paper.printed, new)
    return new


@mutator("L015", "印发日期后写“印制”“印”", "date", needs=lambda paper: bool(paper.printed), pdf=True)
def fresh_printed_otherwise(page: Any, paper: Paper) -> str:
    new = paper.printed.removesuffix("印发") + "印制"
    page.replace(paper.printed, new)
    return new


@mutator(
    "L010", "印发日期月份补零", "date", needs=lambda paper: bool(paper.printed) and "年1" not in paper.printed
)
def fresh_printed_padded(page: Docx, paper: Paper) -> str:
    new = paper.printed.replace("年", "年0")
    page.replace(paper.printed, new)
    return new


@mutator("L020", "标题末尾用分号、半角句点", "title", needs=two_lines)
def fresh_title_semicolon(page: Docx, paper: Paper) -> str:
    page.replace(paper.title[-1], paper.title[-1] + "；")
    return paper.title[-1] + "；"


@mutator("L020", "标题末尾用半角句点", "title", needs=two_lines)
def fresh_title_point(page: Docx, paper: Paper) -> str:
    page.replace(paper.title[-1], paper.title[-1] + ".")
    return paper.title[-1] + "."


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
    return retitled(page, paper, [whole[: len(whole) // 2], whole[len(whole) // 2 :]])


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
    return retitled(page, paper, [whole[:cut], whole[cut:]])


@mutator("cl.7.3.1", "标题用红色", "title", needs=two_lines, also=("cl.5.2.4",))
def fresh_title_red(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        run_format(page.find(line), "color", val="FF0000")
    return paper.title[0]


@mutator("cl.7.3.1", "标题用小二号宋体加粗", "title", needs=two_lines, also=("L051",))
def fresh_title_song(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        one = page.find(line)
        size(one, 18)
        font(one, "宋体")
        run_format(one, "b", val=1)
    return paper.title[0]


@mutator("L030", "主送机关后用逗号", "recipients", needs=lambda paper: bool(paper.recipients), pdf=True)
def fresh_recipients_comma(page: Any, paper: Paper) -> str:
    new = paper.recipients.removesuffix("：") + "，"
    page.replace(paper.recipients, new)
    return new


@mutator("L032", "主送机关居中", "recipients", needs=lambda paper: bool(paper.recipients))
def fresh_recipients_centred(page: Docx, paper: Paper) -> str:
    paragraph_format(page.find(paper.recipients), "jc", val="center")
    return paper.recipients


@mutator(
    "L032",
    "主送机关前打两个全角空格",
    "recipients",
    needs=lambda paper: bool(paper.recipients),
    also=("L096",),
)
def fresh_recipients_spaced(page: Docx, paper: Paper) -> str:
    page.replace(paper.recipients, "　　" + paper.recipients)
    return paper.recipients


@mutator(
    "L034",
    "请示主送两个机关（并报）",
    "recipients",
    needs=lambda paper: paper.whole_title.endswith("请示"),
    also=("R19",),
)
def fresh_request_to_two(page: Docx, paper: Paper) -> str:
    new = paper.recipients.removesuffix("：") + "，安和县财政局："
    page.replace(paper.recipients, new)
    return new.removesuffix("：")


@mutator("L050", "一级标题用楷体", "heading type", needs=lambda paper: bool(body_lines(paper, 1)))
def fresh_first_heading_kai(page: Docx, paper: Paper) -> str:
    found = [line for line in body_lines(paper, 1) if not line.rest]
    if not found:
        raise NotHere("a heading that stands alone")
    for line in found:
        font(page.find(line.text), "楷体_GB2312")
    return found[0].text


@mutator(
    "L050",
    "标题用四号字",
    "heading type",
    needs=lambda paper: bool(body_lines(paper, 1)),
    also=("L123", "cl.7.3.3", "cl.5.2.2"),
)
def fresh_headings_small(page: Docx, paper: Paper) -> str:
    found = [line for line in body_lines(paper, 1) if not line.rest]
    if not found:
        raise NotHere("a heading that stands alone")
    for line in found:
        size(page.find(line.text), 14)
    return found[0].text


@mutator("L051", "正文整段加粗", "body", needs=has_text, also=("L123",))
def fresh_body_bold(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[0].text)
    run_format(one, "b", val=1)
    return text(one)[:12]


@mutator("L096", "用半角空格代替首行缩进", "body", needs=has_text, also=("cl.7.3.3",))
def fresh_indent_half_spaces(page: Docx, paper: Paper) -> str:
    for one in _body(page, paper):
        paragraph_format(one, "ind", firstLine=0, firstLineChars=0)
        replace_in(one, text(one)[:2], "    " + text(one)[:2])
    return text(_body(page, paper)[0]).strip()[:12]


@mutator("cl.7.3.3", "正文首行缩进四字", "body", needs=has_text)
def fresh_indent_of_four(page: Docx, paper: Paper) -> str:
    found = _body(page, paper)
    for one in found:
        paragraph_format(one, "ind", firstLine=1280, firstLineChars=400)
    return text(found[0])[:12]


@mutator("L121", "正文单倍行距", "body", needs=has_text, also=("cl.5.2.3",))
def fresh_single_pitch(page: Docx, paper: Paper) -> str:
    for one in _whole(page, paper):
        paragraph_format(one, "spacing", line=240, lineRule="auto")
    return text(_body(page, paper)[0])[:12]


@mutator("L122", "段后空半行", "body", needs=has_text)
def fresh_half_a_line_after(page: Docx, paper: Paper) -> str:
    found = _body(page, paper)
    for one in found:
        paragraph_format(one, "spacing", afterLines=50, after=156)
    return text(found[0])[:12]


@mutator("L123", "正文用等线", "body", needs=has_text)
def fresh_body_deng(page: Docx, paper: Paper) -> str:
    found = _body(page, paper)
    for one in found:
        font(one, "等线")
    return text(found[0])[:12]


@mutator("L123", "正文用小四号", "body", needs=has_text)
def fresh_body_twelve(page: Docx, paper: Paper) -> str:
    found = _body(page, paper)
    for one in found:
        size(one, 12)
    return text(found[0])[:12]


@mutator("L123", "正文有一段红字", "body", needs=has_text, also=("cl.5.2.4",))
def fresh_red_paragraph(page: Docx, paper: Paper) -> str:
    one = _body(page, paper)[-1]
    run_format(one, "color", val="FF0000")
    return text(one)[:12]


@mutator("L120", "装订线另加10毫米", "page")
def fresh_gutter(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        section.find(w("pgMar")).set(w("gutter"), str(round(10 * MM)))
    return ""


@mutator("L120", "上边距30毫米", "page")
def fresh_top_of_thirty(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        section.find(w("pgMar")).set(w("top"), str(round(30 * MM)))
    return ""


@mutator("cl.5.1", "纸张是B5", "page", also=("L120",))
def fresh_b5(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        section.find(w("pgSz")).set(w("w"), str(round(176 * MM)))
        section.find(w("pgSz")).set(w("h"), str(round(250 * MM)))
    return ""


@mutator("L080", "附件名称后用半角句点、逗号", "attachments", needs=attached)
def fresh_attachment_comma(page: Docx, paper: Paper) -> str:
    first = "附件：1." if several(paper) else "附件："
    title = paper.attachments[0].title
    page.replace(first + title, first + title + "，")
    return title + "，"


@mutator("L081", "多个附件写“1、”“2、”", "attachments", needs=several)
def fresh_attachments_with_comma(page: Docx, paper: Paper) -> str:
    page.replace("附件：1." + paper.attachments[0].title, "附件：1、" + paper.attachments[0].title)
    for number, item in enumerate(paper.attachments[1:], 2):
        page.replace(f"{number}.{item.title}", f"{number}、{item.title}")
    return "1、" + paper.attachments[0].title


@mutator("L083", "多个附件写成“附件1：”“附件2：”", "attachments", needs=several, also=("L081",))
def fresh_attachments_labelled(page: Docx, paper: Paper) -> str:
    page.replace("附件：1." + paper.attachments[0].title, "附件1：" + paper.attachments[0].title)
    for number, item in enumerate(paper.attachments[1:], 2):
        page.replace(f"{number}.{item.title}", f"附件{number}：{item.title}")
    return "附件1："


@mutator("L082", "一个附件写“1、”", "attachments", needs=single, also=("L081", "L083"))
def fresh_single_with_comma(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    page.replace("附件：" + title, "附件：1、" + title)
    return "附件：1、"


@mutator("cl.7.3.4", "附件说明顶格", "attachments", needs=attached, also=("L086",))
def fresh_attachments_flush(page: Docx, paper: Paper) -> str:
    one = page.find("附件：")
    paragraph_format(one, "ind", left=0, leftChars=0, firstLine=0, firstLineChars=0)
    return text(one)[:10]


def _label(page: Docx, paper: Paper) -> Any:
    return page.find("附件1" if several(paper) else "附件", whole=True)


@mutator("L084", "附件页的“附件”居中", "attachment page", needs=attached)
def fresh_label_centred(page: Docx, paper: Paper) -> str:
    label = _label(page, paper)
    paragraph_format(label, "jc", val="center")
    return text(label)


@mutator("L085", "附件页序号写“附件一”", "attachment page", needs=several, also=("L084", "R21"))
def fresh_label_in_hanzi(page: Docx, paper: Paper) -> str:
    say(_label(page, paper), "附件一")
    return "附件一"


@mutator("L085", "两个附件的顺序与附件说明相反", "attachment page", needs=several, also=("R21",))
def fresh_attachments_swapped(page: Docx, paper: Paper) -> str:
    first, second = paper.attachments[0].title, paper.attachments[1].title
    one, two = page.find(first, whole=True, last=True), page.find(second, whole=True, last=True)
    say(one, second)
    say(two, first)
    return second


@mutator("L090", "署名、日期居中排", "closing", needs=sealed)
def fresh_closing_centred(page: Docx, paper: Paper) -> str:
    for words in (paper.signatories[0], paper.date):
        one = page.find(words, whole=True, last=True)
        paragraph_format(one, "jc", val="center")
        paragraph_format(
            one, "ind", left=0, leftChars=0, right=0, rightChars=0, firstLine=0, firstLineChars=0
        )
    return paper.date


@mutator(
    "L091",
    "不盖章：署名、日期都顶右边",
    "closing",
    needs=lambda paper: signed(paper) and not paper.sealed and len(paper.signatories) == 1,
)
def fresh_unsealed_at_the_edge(page: Docx, paper: Paper) -> str:
    for words in (paper.signatories[0], paper.date):
        one = page.find(words, whole=True, last=True)
        paragraph_format(one, "jc", val="right")
        paragraph_format(one, "ind", right=0, rightChars=0)
    return paper.date


@mutator("L095", "附注用方头括号", "remark", needs=lambda paper: bool(paper.remark), pdf=True)
def fresh_remark_black_brackets(page: Any, paper: Paper) -> str:
    page.replace(f"（{paper.remark}）", f"【{paper.remark}】")
    return f"【{paper.remark}】"


@mutator("L095", "附注居右", "remark", needs=lambda paper: bool(paper.remark))
def fresh_remark_right(page: Docx, paper: Paper) -> str:
    one = page.find(paper.remark)
    paragraph_format(one, "jc", val="right")
    paragraph_format(one, "ind", left=0, leftChars=0, firstLine=0, firstLineChars=0)
    return paper.remark


@mutator(
    "L100", "抄送末尾用半角句点", "imprint", needs=lambda paper: bool(paper.cc), pdf=True, also=("L060",)
)
def fresh_copies_point(page: Any, paper: Paper) -> str:
    page.replace(paper.cc, paper.cc.removesuffix("。") + ".")
    return paper.cc.removesuffix("。") + "."


@mutator(
    "cl.7.4.2",
    "抄送、印发机关用三号字",
    "imprint",
    needs=lambda paper: framed(paper) and bool(paper.cc),
    also=("cl.7.4.3",),
)
def fresh_imprint_large(page: Docx, paper: Paper) -> str:
    size(page.find(paper.cc, last=True), 16)
    size(page.find(paper.office, last=True), 16)
    return paper.cc


@mutator(
    "cl.7.4.3",
    "版记缺印发日期",
    "imprint",
    needs=lambda paper: bool(paper.printed) and paper.face == "document",
    also=("L015",),
)
def fresh_print_date_gone(page: Docx, paper: Paper) -> str:
    page.replace(paper.printed, "　", last=True)
    return paper.office


def _footers(page: Docx) -> list[Any]:
    found = [
        root
        for root in page.named("word/footer")
        if any("PAGE" in (node.text or "") for node in root.iter(w("instrText")))
        or any("PAGE" in (node.get(w("instr")) or "") for node in root.iter(w("fldSimple")))
    ]
    if not found:
        raise NotHere("page numbers")
    return found


@mutator("L110", "页码写成“第1页”", "page number")
def fresh_number_as_page(page: Docx, paper: Paper) -> str:
    changed = 0
    for root in _footers(page):
        dashes = [node for node in root.iter(w("t")) if "—" in (node.text or "")]
        if len(dashes) >= 2:
            dashes[0].text, dashes[-1].text = "第", "页"
            changed += 1
    if not changed:
        raise NotHere("dashes of their own")
    return "第"


@mutator("L110", "页码用三号黑体", "page number")
def fresh_number_large(page: Docx, paper: Paper) -> str:
    for root in _footers(page):
        for run in root.iter(w("r")):
            properties = run.find(w("rPr"))
            if properties is None:
                properties = etree.Element(w("rPr"))
                run.insert(0, properties)
            for name in ("sz", "szCs"):
                put(properties, name, RPR, val=32)
    return ""


@mutator("L110", "没有页码", "page number", needs=lambda paper: paper.face == "document")
def fresh_no_numbers(page: Docx, paper: Paper) -> str:
    for root in _footers(page):
        for paragraph in list(root.iter(w("p"))):
            for child in list(paragraph):
                if child.tag != w("pPr"):
                    paragraph.remove(child)
    return ""


@mutator("L130", "份号前加“No.”", "marks", needs=lambda paper: bool(paper.copy_number))
def fresh_copy_number_with_no(page: Docx, paper: Paper) -> str:
    page.replace(paper.copy_number, "No." + paper.copy_number[2:])
    return "No."


@mutator("L131", "密级写成“商密”", "marks", needs=lambda paper: bool(paper.secrecy))
def fresh_secrecy_unknown(page: Docx, paper: Paper) -> str:
    page.replace(paper.secrecy, "商密★1年")
    return "商密"


@mutator("L132", "紧急程度写成“急件”", "marks", needs=lambda paper: bool(paper.urgency), pdf=True)
def fresh_urgency_word(page: Any, paper: Paper) -> str:
    page.replace(paper.urgency, "急件")
    return "急件"


@mutator(
    "L136", "上行文没有签发人", "signers", needs=lambda paper: len(paper.signers) == 1, also=("cl.7.2.6",)
)
def fresh_signer_without_name(page: Docx, paper: Paper) -> str:
    one = page.find("签发人")
    replace_in(one, paper.signers[0], "　　　")
    return "签发人"


@mutator("L136", "签发人之间用逗号", "signers", needs=lambda paper: len(paper.signers) == 2)
def fresh_signers_with_comma(page: Docx, paper: Paper) -> str:
    one = page.find(paper.signers[1])
    words = text(one)
    start, end = words.index(paper.signers[0]) + len(paper.signers[0]), words.index(paper.signers[1])
    if end <= start:
        raise NotHere("both signers on a line")
    replace_in(one, words[start:end], "，")
    return "，" + paper.signers[1]


@mutator(
    "cl.7.2.4",
    "发文机关标志用黑体",
    "mark",
    needs=lambda paper: paper.face == "document" and not joint(paper),
)
def fresh_mark_in_hei(page: Docx, paper: Paper) -> str:
    name = paper.issuers[0] + paper.suffix
    one = page.find(name, whole=True)
    font(one, "黑体")
    return name


@mutator(
    "cl.7.2.4",
    "文件的标志改成蓝色",
    "mark",
    needs=lambda paper: paper.face == "document" and not joint(paper),
)
def fresh_mark_blue(page: Docx, paper: Paper) -> str:
    name = paper.issuers[0] + paper.suffix
    run_format(page.find(name, whole=True), "color", val="1F4E79")
    return name


@mutator("cl.10.1", "信函标志带“文件”二字", "mark", needs=lambda paper: paper.face == "letter")
def fresh_letter_called_document(page: Docx, paper: Paper) -> str:
    name = paper.issuers[0]
    for root in (page.tree(), *page.named("word/header")):
        for paragraph in page.paragraphs(root):
            if text(paragraph) == name:
                replace_in(paragraph, name, name + "文件")
                return name + "文件"
    raise NotHere(name)


@mutator("cl.5.2.4", "发文字号用红色", "number", needs=numbered, also=("cl.7.2.5", "L123"))
def fresh_number_red(page: Docx, paper: Paper) -> str:
    run_format(page.find(paper.number), "color", val="FF0000")
    return paper.number


@mutator("cl.7.2.5", "发文字号用四号宋体", "number", needs=numbered, also=("cl.5.2.2", "L123"))
def fresh_number_small(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    size(one, 14)
    font(one, "宋体")
    return paper.number


@mutator(
    "cl.7.3.2",
    "主送机关用黑体",
    "recipients",
    needs=lambda paper: bool(paper.recipients),
    also=("L123", "cl.5.2.2"),
)
def fresh_recipients_hei(page: Docx, paper: Paper) -> str:
    font(page.find(paper.recipients), "黑体")
    return paper.recipients


@mutator("cl.7.3.5", "署名、日期用四号字", "closing", needs=signed, also=("L123", "cl.5.2.2", "cl.7.3.5.1"))
def fresh_closing_small(page: Docx, paper: Paper) -> str:
    for words in (paper.signatories[0], paper.date):
        size(page.find(words, whole=True, last=True), 14)
    return paper.date


@mutator(
    "L045",
    "“一、”下直接用“（1）”",
    "heading order",
    needs=lambda paper: paper.name in ("report", "joint-two", "plan"),
    also=("L047", "L050"),
)
def fresh_two_levels_skipped(page: Docx, paper: Paper) -> str:
    for number, line in enumerate(body_lines(paper, 2), 1):
        page.replace(line.number + line.head[:6], f"（{number}）" + line.head[:6])
    return "（1）"
