"""Defects of the headings: form, order and type of their numbers."""

from __future__ import annotations

from tests.corpus.mutators.edit import Docx, NotHere, font, run_format, size, w
from tests.corpus.mutators.registry import mutator, swapping
from tests.corpus.mutators.traits import body_lines
from tests.corpus.papers.spec import Paper

_swap = swapping(__name__, pdf=False)

_swap(
    "heading_comma_after_hanzi",
    "L040",
    "“一”后用逗号",
    "heading form",
    ("一、总体要求", "一，总体要求"),
    ("一、基本情况", "一，基本情况"),
    ("一、目标任务", "一，目标任务"),
    ("一、提前做好准备", "一，提前做好准备"),
    pdf=True,
)
_swap(
    "heading_stop_after_hanzi",
    "L040",
    "“二”后用圆点",
    "heading form",
    ("二、重点举措", "二.重点举措"),
    ("二、资金测算", "二.资金测算"),
    ("二、加强安全管理", "二.加强安全管理"),
    ("二、资金保障", "二.资金保障"),
    pdf=True,
)
_swap(
    "bracketed_heading_with_comma",
    "L041",
    "“（一）”后加顿号",
    "heading form",
    ("（一）建设服务阵地", "（一）、建设服务阵地"),
    ("（一）消防安全", "（一）、消防安全"),
    ("（一）基本生活标准", "（一）、基本生活标准"),
    ("（一）强化组织领导", "（一）、强化组织领导"),
    pdf=True,
)
_swap(
    "digit_heading_with_comma",
    "L042",
    "“1”后用顿号",
    "heading form",
    ("1.盘活闲置资源", "1、盘活闲置资源"),
    ("1.开展助餐服务", "1、开展助餐服务"),
    pdf=True,
)
_swap(
    "digit_heading_with_wide_dot",
    "L043",
    "“1”后用全角圆点",
    "heading form",
    ("1.盘活闲置资源", "1．盘活闲置资源"),
    ("2.开展探访关爱", "2．开展探访关爱"),
    pdf=True,
)
_swap(
    "half_width_heading_brackets",
    "L044",
    "序数用半角括号",
    "heading form",
    ("（一）建设服务阵地", "(一)建设服务阵地"),
    ("（二）食品安全。重", "(二)食品安全。重"),
    ("（二）照料护理标准", "(二)照料护理标准"),
    ("（二）深入排查整治", "(二)深入排查整治"),
    pdf=True,
)
_swap(
    "standalone_heading_with_colon",
    "L049",
    "单独成行的标题末尾用标点",
    "heading form",
    ("一、总体要求", "一、总体要求："),
    ("二、资金测算", "二、资金测算。"),
    ("二、加强安全管理", "二、加强安全管理；"),
    ("二、资金保障", "二、资金保障："),
    pdf=True,
)


@mutator("L048", "圈码后加顿号", "heading form", needs=lambda paper: paper.name == "opinion")
def circled_with_comma(page: Docx, paper: Paper) -> str:
    page.replace("（1）由村集体", "①、由村集体")
    page.replace("（2）由社会", "②、由社会")
    return "①、由村集体"


_swap(
    "kept_first_heading_dot",
    "L040",
    "“三”后用空格",
    "heading form",
    ("三、请示事项", "三 请示事项"),
    ("三、工作安排", "三 工作安排"),
    ("三、保障措施", "三 保障措施"),
    ("三、做好物资保障", "三 做好物资保障"),
    pdf=True,
)
_swap(
    "kept_fourth_heading_comma",
    "L041",
    "“（1）”后加顿号",
    "heading form",
    ("（1）由村集体", "（1）、由村集体"),
    pdf=True,
)
_swap(
    "kept_half_brackets_fourth",
    "L044",
    "四级序数用半角括号",
    "heading form",
    ("（2）由社会力量", "(2)由社会力量"),
    ("（三）健全动态管理", "(三)健全动态管理"),
    pdf=True,
)
_swap(
    "fresh_heading_wide_dot",
    "L040",
    "“一”“三”后用全角圆点",
    "heading form",
    ("一、总体要求", "一．总体要求"),
    ("一、供养标准", "一．供养标准"),
    ("三、倡导文明新风", "三．倡导文明新风"),
    ("三、请示事项", "三．请示事项"),
)
_swap(
    "fresh_bracketed_heading_dot",
    "L041",
    "“（二）”后加圆点",
    "heading form",
    ("（二）食品安全。重", "（二）．食品安全。重"),
    ("（二）照料护理标准", "（二）.照料护理标准"),
    ("（二）加强部门协同", "（二）.加强部门协同"),
    ("（二）实操课程", "（二）.实操课程"),
)
_swap(
    "fresh_second_digit_comma",
    "L042",
    "“2”后用顿号或逗号",
    "heading form",
    ("2.完善设施设备", "2、完善设施设备"),
    ("2.开展探访关爱", "2，开展探访关爱"),
)
_swap(
    "fresh_half_closed_bracket",
    "L044",
    "序数括号一半全角一半半角",
    "heading form",
    ("（二）加强部门协同", "（二)加强部门协同"),
    ("（三）整改提升", "(三）整改提升"),
    ("（二）丰富服务内容", "（二)丰富服务内容"),
    ("（二）深入排查整治", "(二）深入排查整治"),
    also=("L061", "L062"),
)
_swap(
    "fresh_level_two_with_colon",
    "L049",
    "单独成行的二级标题末尾用标点",
    "heading form",
    ("（一）建设服务阵地", "（一）建设服务阵地："),
    ("一、检查时间", "一、检查时间，"),
    ("四、按时报送情况", "四、按时报送情况："),
    ("一、立即开展排查", "一、立即开展排查；"),
)
_swap(
    "heading_number_skipped",
    "L047",
    "序数跳号",
    "heading order",
    ("三、工作要求", "四、工作要求"),
    ("三、请示事项", "四、请示事项"),
    ("三、保障措施", "四、保障措施"),
    ("三、倡导文明新风", "五、倡导文明新风"),
    ("三、做好物资保障", "五、做好物资保障"),
    also=("R24",),
    pdf=True,
)
_swap(
    "higher_heading_inside",
    "L046",
    "低层次里出现高层次序数",
    "heading order",
    ("2.完善设施设备", "一、完善设施设备"),
    ("2.开展探访关爱", "一、开展探访关爱"),
    also=("L047", "R24", "L050"),
)


@mutator(
    "L045",
    "跳过“（一）”直接用“1.”",
    "heading order",
    needs=lambda paper: paper.name in ("opinion", "notice"),
    also=("L047",),
)
def heading_level_skipped(page: Docx, paper: Paper) -> str:
    pairs = {
        "opinion": (("（一）加强资金支持", "1.加强资金支持"), ("（二）加强督促指导", "2.加强督促指导")),
        "notice": (("（一）加强组织领导", "1.加强组织领导"), ("（二）严格报送时限", "2.严格报送时限")),
    }[paper.name]
    for old, new in pairs:
        page.replace(old, new)
    return pairs[0][1]


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
    pdf=True,
)


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


_swap(
    "fresh_second_level_skipped",
    "L047",
    "二级序数跳号",
    "heading order",
    ("（四）运营和服务", "（五）运营和服务"),
    ("（四）社会公众可以", "（五）社会公众可以"),
    ("（三）落实报送制度", "（四）落实报送制度"),
    ("（三）健全动态管理", "（四）健全动态管理"),
    also=("R24",),
)
_swap(
    "fresh_one_three_three",
    "L047",
    "“一是、二是”重号",
    "heading order",
    ("二是专业护理人员不足", "一是专业护理人员不足"),
    ("四、严格值班值守", "五、严格值班值守"),
    ("五、强化保障", "四、强化保障"),
    also=("R24",),
)


@mutator("L050", "一级标题用仿宋", "heading type", needs=lambda paper: bool(body_lines(paper, 1)))
def first_heading_in_fang(page: Docx, paper: Paper) -> str:
    line = body_lines(paper, 1)[0]
    font(page.find(line.text), "仿宋_GB2312")
    return line.number + line.head


@mutator(
    "L050",
    "二级标题用宋体",
    "heading type",
    needs=lambda paper: any(not line.rest for line in body_lines(paper, 2)),
)
def second_heading_in_song(page: Docx, paper: Paper) -> str:
    line = next(line for line in body_lines(paper, 2) if not line.rest)
    font(page.find(line.text), "宋体")
    return line.text


@mutator("L051", "一级标题加粗", "heading type", needs=lambda paper: bool(body_lines(paper, 1)))
def first_heading_bold(page: Docx, paper: Paper) -> str:
    line = body_lines(paper, 1)[0]
    run_format(page.find(line.text), "b", val=1)
    return line.number + line.head


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
