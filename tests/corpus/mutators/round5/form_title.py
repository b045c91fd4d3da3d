"""Round 5, form: the title and 主送机关 by the book."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.mutators.edit import Docx, Element, NotHere, copied, paragraph_format, say, size, text
from tests.corpus.mutators.layout import aligned, block
from tests.corpus.mutators.places import retitle
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import addressed, alone, titled, two_lines
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_TITLE = ("L020", "L021", "L022", "L023", "L024", "cl.7.3.1", "cl.7.2", "GW1", "GW2", "GW3", "GW5")
_TO = ("L030", "L031", "L032", "L034", "cl.7.3.2", "R19", "GW1", "GW2", "GW3", "GW5")

_ONE = ("ours", "wps", "mac", "web", "typed", "legacy", "online")
"""Who sets the title as one paragraph with breaks."""


def _last(
    name: str,
    rule: str,
    says: str,
    turn: Callable[[str], str],
    needs: Callable[[Paper], bool] = titled,
    also: tuple[str, ...] = (),
) -> None:
    """The last line of the title in other words."""

    def changed(page: Docx, paper: Paper) -> str:
        new = turn(paper.title[-1])
        page.replace(paper.title[-1], new)
        return new

    _enter(changed, name, rule, says, "title", needs=needs, also=(*also, *_TITLE))


_last("title_ends_in_an_enumeration_comma", "L020", "标题末尾用顿号（15834 B.4：标题末尾不用标点）",
      lambda words: words + "、")  # fmt: skip
_last("title_called_an_application", "L022", "标题文种写成“申请”（条例第八条没有这个文种）",
      lambda words: words.removesuffix("请示") + "申请",
      lambda paper: paper.whole_title.endswith("请示"), ("R20", "R25"))  # fmt: skip
_last("title_called_a_notice_slip", "L022", "标题文种写成“通知单”（条例第八条没有这个文种）",
      lambda words: words + "单", lambda paper: paper.whole_title.endswith("的通知"), ("R20", "R25"))  # fmt: skip
_last("title_called_an_account", "L022", "标题文种写成“汇报材料”（条例第八条没有这个文种）",
      lambda words: words.removesuffix("报告") + "汇报材料",
      lambda paper: paper.whole_title.endswith("的报告"), ("R20", "R25"))  # fmt: skip


def _citing(paper: Paper) -> list[str]:
    """Lines of the title with 《 and 》."""
    return [line for line in paper.title if "《" in line and "》" in line]


def _marked(name: str, says: str, signs: str, also: tuple[str, ...]) -> None:
    """Other signs for 《》 in the title."""

    def changed(page: Docx, paper: Paper) -> str:
        line = _citing(paper)[0]
        return page.replace(line, line.replace("《", signs[0]).replace("》", signs[1]))

    _enter(changed, name, "L021", says, "title", needs=lambda paper: bool(_citing(paper)), also=(*also, *_TITLE))


_marked("title_with_quotes_for_title_marks", "标题里的法规规章名称用引号（15834 4.15：书名号）", "“”", ("L061", "L062"))
_marked("title_with_single_title_marks", "标题里的法规规章名称用单书名号（15834 4.15：书名号）", "〈〉", ("L062", "L065"))


def _pieces(words: str, lengths: tuple[float, ...]) -> list[str]:
    """The words cut in lines of these shares."""
    whole, made, at = sum(lengths), [], 0
    for number, length in enumerate(lengths):
        end = len(words) if number == len(lengths) - 1 else at + max(2, round(len(words) * length / whole))
        made.append(words[at:end])
        at = end
    return made


def _long(paper: Paper) -> bool:
    return two_lines(paper) and len(paper.whole_title) > 22


@mutator(
    "L023",
    "标题四行一长一短交替，参差不齐（7.3.1：梯形或菱形）",
    "title",
    needs=_long,
    also=_TITLE,
    producers=_ONE,
)
def title_of_four_lines_by_turns(page: Docx, paper: Paper) -> str:
    return retitle(page, paper, _pieces(paper.whole_title, (3, 1.4, 3, 1.4)))


@mutator(
    "L023",
    "标题三行中间短、两头长，成了沙漏形（7.3.1：梯形或菱形）",
    "title",
    needs=_long,
    also=_TITLE,
    producers=_ONE,
)
def title_of_three_lines_like_a_waist(page: Docx, paper: Paper) -> str:
    return retitle(page, paper, _pieces(paper.whole_title, (2.6, 1, 2.4)))


def _broken(
    name: str, says: str, where: Callable[[str], int], needs: Callable[[Paper], bool], also: tuple[str, ...] = ()
) -> None:
    """The title breaks there once and nowhere else."""

    def changed(page: Docx, paper: Paper) -> str:
        words = paper.whole_title
        return retitle(page, paper, [words[: where(words)], words[where(words) :]])

    _enter(changed, name, "L024", says, "title", needs=needs, also=(*also, *_TITLE), producers=_ONE)


_broken("title_line_ends_with_an_opening_mark", "标题第一行末尾留下半个书名号“《”（7.3.1：词意完整）", lambda words: words.index("《") + 1,
        lambda paper: 4 < paper.whole_title.find("《") < 19, ("L076",))  # fmt: skip
_broken("title_breaks_before_the_word_year", "标题回行把“2026年”拆成“2026”和“年”（7.3.1：词意完整）", lambda words: words.index("年"),
        lambda paper: two_lines(paper) and 4 < paper.whole_title.find("年") < 19
        and paper.whole_title[paper.whole_title.find("年") - 1].isdigit(), ("L076",))  # fmt: skip
_broken("title_breaks_the_word_about", "标题回行把“关于”拆开（7.3.1：词意完整）", lambda words: words.index("关于") + 1,
        lambda paper: two_lines(paper) and 4 < paper.whole_title.find("关于") < 18)  # fmt: skip


def _each(name: str, says: str, change: Callable[[Element], object]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        for one in parts.title(page, paper):
            change(one)
        return paper.title[0]

    _enter(changed, name, "cl.7.3.1", says, "title", needs=titled, also=_TITLE)


_each("title_stretched_over_the_line", "标题分散对齐，字被拉开撑满一行（7.3.1：居中）",
      lambda one: paragraph_format(one, "jc", val="distribute"))  # fmt: skip
_each("title_in_lines_too_low_for_it", "标题行距固定值12磅，2号字上下被切掉、两行叠在一起（7.3.1）",
      lambda one: paragraph_format(one, "spacing", line=240, lineRule="exact"))  # fmt: skip


@mutator("cl.7.3.1", "标题排在红色分隔线之上（7.3.1：红线下空二行）", "title", needs=alone, also=("L135", "cl.7.2.7", "GW4", *_TITLE))  # fmt: skip
def title_above_the_number(page: Docx, paper: Paper) -> str:
    number = block(page, parts.number(page, paper))
    for one in parts.title(page, paper):
        number.addprevious(parts.in_body(one))
    return paper.title[0]


@mutator("cl.7.3.1", "标题重复排了两遍（7.3.1）", "title", needs=titled, also=("R25", *_TITLE))
def title_set_twice(page: Docx, paper: Paper) -> str:
    found = [parts.in_body(one) for one in parts.title(page, paper)]
    for one in reversed(found):
        found[-1].addnext(copied(one))
    return paper.title[0]


@mutator(
    "cl.7.3.2",
    "主送机关排在标题之上（7.3.2：标题下空一行）",
    "recipients",
    needs=addressed,
    also=(*_TITLE, *_TO),
)
def recipients_above_the_title(page: Docx, paper: Paper) -> str:
    first = parts.in_body(parts.title(page, paper)[0])
    first.addprevious(parts.in_body(page.find(paper.recipients)))
    return paper.recipients[:12]


def _to(
    name: str, rule: str, says: str, turn: Callable[[str], str], needs: Callable[[Paper], bool] = addressed
) -> None:
    """主送机关 in other words."""

    def changed(page: Docx, paper: Paper) -> str:
        new = turn(paper.recipients)
        say(page.find(paper.recipients), new)
        return new[-12:]

    _enter(changed, name, rule, says, "recipients", needs=needs, also=_TO)


def _up(paper: Paper) -> bool:
    return addressed(paper) and paper.direction == "up"


_to("recipients_with_a_ratio_sign", "L031", "主送机关后的冒号是比号“∶”（7.3.2：全角冒号）", lambda words: words[:-1] + "∶")  # fmt: skip
_to("request_to_the_government_and_on_to_finance", "L034", "上行文主送“县人民政府并转县财政局”（条例第十五条：一个上级机关）",
    lambda words: words[:-1] + "并转县财政局：", _up)  # fmt: skip

_to("request_to_the_government_and_the_townships", "L034", "上行文同时主送上级机关和各乡镇（条例第十五条：一个上级机关）",
    lambda words: words[:-1] + "，各乡镇人民政府、街道办事处：", _up)  # fmt: skip


def _shaped(name: str, rule: str, says: str, change: Callable[[Element], object]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(parts.in_body(page.find(paper.recipients)))
        return paper.recipients[:12]

    _enter(changed, name, rule, says, "recipients", needs=addressed, also=_TO)


_shaped(
    "recipients_at_the_right_side",
    "L032",
    "主送机关靠右（7.3.2：居左顶格）",
    lambda one: parts.to_the(one, "right"),
)
_shaped("recipients_set_in_by_four", "L032", "主送机关左缩进四字（7.3.2：居左顶格）",
        lambda one: aligned(one, "left", left=1280, leftChars=400))  # fmt: skip
_shaped("recipients_of_14_points", "cl.7.3.2", "主送机关用四号（7.3.2：3号仿宋）", lambda one: size(one, 14))


def _standing(page: Docx, paper: Paper) -> Element:
    one = parts.in_body(page.find(paper.recipients))
    if text(one) != paper.recipients:
        raise NotHere("a paragraph of their own")
    return one


@mutator("cl.7.3.2", "主送机关一家一段，分成几行排（7.3.2：连排，回行顶格）", "recipients", also=_TO,
         needs=lambda paper: addressed(paper) and "，" in paper.recipients)  # fmt: skip
def recipients_a_line_each(page: Docx, paper: Paper) -> str:
    one = _standing(page, paper)
    names = paper.recipients.split("，")
    for name in reversed(names[1:]):
        page.after(one, name)
    say(one, names[0] + "，")
    return names[0]
