"""Round 5, form: signature, date and 附注 by the book."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.mutators.edit import Docx, Element, font, paragraph_format, run_format, say, size, text
from tests.corpus.mutators.layout import aligned, emptied
from tests.corpus.mutators.places import date_line, signature
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import remarked, signed_by_one
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_SIGN = ("L090", "L091", "L092", "L093", "L094", "L123", "cl.7.3.5", "GW1", "GW3", "GW4")
_NOTE = ("L095", "cl.7.3.6", "GW1", "GW3", "GW4", "GW5")

_LINES = ("ours", "script", "wps", "mac", "web", "typed", "template", "legacy")
"""Who sets the name and the date as paragraphs and in no table."""


def _sealed(paper: Paper) -> bool:
    return signed_by_one(paper) and paper.sealed


def _unsealed(paper: Paper) -> bool:
    return signed_by_one(paper) and not paper.sealed


def _sign(
    name: str,
    rule: str,
    says: str,
    change: Callable[[Element, Element], object],
    needs: Callable[[Paper], bool] = signed_by_one,
) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(parts.in_body(signature(page, paper)), parts.in_body(date_line(page, paper)))
        return paper.date

    _enter(changed, name, rule, says, "signature", needs=needs, also=_SIGN, producers=_LINES)


_Z = 316  # twips of one 字


def _placed(name: Element, date: Element, first: int | None, second: int) -> None:
    """Both so many 字 from the right; None is at the left."""
    if first is None:
        aligned(name, "left")
    else:
        aligned(name, "right", right=first * _Z)
    aligned(date, "right", right=second * _Z)


_sign("date_one_in_from_the_right", "L090", "成文日期右空一字（7.3.5.1：右空四字）",
      lambda name, date: aligned(date, "right", right=_Z), _sealed)  # fmt: skip
_sign("name_begins_where_the_date_ends", "L090", "署名在成文日期左边，两行一左一右错开（7.3.5.1：署名以日期居中）",
      lambda name, date: _placed(name, date, 12, 4), _sealed)  # fmt: skip
_sign("name_and_date_in_the_middle_of_the_line", "L090", "署名、日期整块往左挪到版心中间（7.3.5.1：日期右空四字）",
      lambda name, date: _placed(name, date, 12, 12), _sealed)  # fmt: skip
_sign("unsealed_name_and_date_ten_in", "L091", "不盖章的署名右空十字，日期右空十二字（7.3.5.2：署名右空二字）",
      lambda name, date: _placed(name, date, 10, 12), _unsealed)  # fmt: skip
_sign("unsealed_date_far_left_of_the_name", "L091", "不盖章的日期排在署名左下方（7.3.5.2：日期首字比署名首字右移二字）",
      lambda name, date: _placed(name, date, 2, 14), _unsealed)  # fmt: skip
_sign("unsealed_name_at_the_left_date_at_the_right", "L091", "不盖章的署名居左、日期居右（7.3.5.2）",
      lambda name, date: _placed(name, date, None, 2), _unsealed)  # fmt: skip
_sign("name_beyond_the_right_edge", "L092", "署名伸出版心右边缘（7.3.5.1：不超出版心）",
      lambda name, date: aligned(name, "right", right=-4 * _Z))  # fmt: skip
_sign("date_on_the_next_page", "L093", "署名在前一页、成文日期掉到下一页（7.3.5.5）",
      lambda name, date: paragraph_format(date, "pageBreakBefore", val=1))  # fmt: skip
_sign("name_with_the_word_seal", "cl.7.3.5", "署名后打了“（盖章）”（7.3.5：署名与印章）",
      lambda name, date: say(name, text(name).strip() + "（盖章）"))  # fmt: skip
_sign("name_with_its_label", "cl.7.3.5", "署名前写了“发文单位：”（7.3.5：只署机关名称）",
      lambda name, date: say(name, "发文单位：" + text(name).strip()))  # fmt: skip
_sign("date_in_round_brackets", "cl.7.3.5", "成文日期加了圆括号（7.3.5.4；旧格式标题下的日期才加）",
      lambda name, date: say(date, f"（{text(date).strip()}）"))  # fmt: skip
_sign("date_ends_in_a_stop", "cl.7.3.5", "成文日期末尾打了句号（7.3.5.4）", lambda name, date: say(date, text(date).strip() + "。"))  # fmt: skip
_sign("name_ends_in_a_colon", "cl.7.3.5", "署名末尾打了冒号（7.3.5）", lambda name, date: say(name, text(name).strip() + "："))  # fmt: skip
_sign("name_in_kai", "L123", "署名用楷体（5.2.2：3号仿宋）", lambda name, date: font(name, "楷体_GB2312"))
_sign("date_of_12_points", "L123", "成文日期用小四号（5.2.2：3号）", lambda name, date: size(date, 12))
_sign("date_underlined", "L123", "成文日期带下划线（填空的横线没有去掉）（5.2.2）",
      lambda name, date: run_format(date, "u", val="single"))  # fmt: skip


def _note_before(name: str, says: str, words: str, *, break_: bool = False) -> None:
    """Words over the name that say that nothing more follows."""

    def changed(page: Docx, paper: Paper) -> str:
        model = parts.in_body(page.find(_last_words(paper)))
        made = page.after(model, words)
        if break_:
            paragraph_format(made, "pageBreakBefore", val=1)
        elif (below := made.getnext()) is not None and parts.empty(below):
            page.body.remove(below)  # the page holds as many lines as before
        return words

    _enter(changed, name, "L094", says, "signature", needs=lambda paper: signed_by_one(paper) and bool(_last_words(paper)),
           also=("R27", *_SIGN))  # fmt: skip


def _last_words(paper: Paper) -> str:
    words = paper.body.strip().splitlines()[-1]
    return "" if words.startswith("@") else words


_note_before(
    "no_text_below_without_brackets", "另起一页写“此页无正文”再署名（7.3.5.5）", "此页无正文", break_=True
)
_note_before("text_ends_here", "正文末写“（正文完）”（7.3.5.5）", "（正文完）")


def _remarked(paper: Paper) -> bool:
    return remarked(paper) and signed_by_one(paper)


def _note(name: str, rule: str, says: str, change: Callable[[Docx, Paper, Element], object]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page, paper, parts.in_body(page.find(f"（{paper.remark}）")))
        return paper.remark[:10]

    _enter(changed, name, rule, says, "remark", needs=_remarked, also=("L123", *_NOTE))


_note("remark_in_title_marks", "L095", "附注用书名号括起来（7.3.6：圆括号）",
      lambda page, paper, one: say(one, f"《{paper.remark}》"))  # fmt: skip
_note("remark_between_quotes", "L095", "附注用引号括起来（7.3.6：圆括号）",
      lambda page, paper, one: say(one, f"“{paper.remark}”"))  # fmt: skip
_note("remark_without_its_opening_bracket", "L095", "附注漏了前半个括号（7.3.6：圆括号）",
      lambda page, paper, one: say(one, f"{paper.remark}）"))  # fmt: skip
_note("remark_set_in_by_six", "L095", "附注左空六字（7.3.6：左空二字）",
      lambda page, paper, one: aligned(one, "left", firstLine=6 * _Z))  # fmt: skip
_note("remark_in_bold", "cl.7.3.6", "附注加粗（5.2.2：3号仿宋）", lambda page, paper, one: parts.bold(one))
_note(
    "remark_in_red",
    "cl.5.2.4",
    "附注是红色（5.2.4：黑色）",
    lambda page, paper, one: parts.coloured(one, "FF0000"),
)
_note("remark_alone_on_a_page", "L093", "附注单独排到下一页（7.3.6：成文日期下一行）",
      lambda page, paper, one: paragraph_format(one, "pageBreakBefore", val=1))  # fmt: skip


def _joint(paper: Paper) -> bool:
    return len(paper.signatories) > 1 and len(paper.issuers) == len(paper.signatories)


@mutator("cl.7.3.5", "联合行文署名的次序与标志不同，主办机关排在后面（7.3.5：主办机关在前）", "signature", needs=_joint,
         also=("R17", "R22", *_SIGN))  # fmt: skip
def joint_signatures_with_the_host_last(page: Docx, paper: Paper) -> str:
    one, other = signature(page, paper, 0), signature(page, paper, -1)
    say(one, paper.signatories[-1])
    say(other, paper.signatories[0])
    return paper.signatories[-1]


@mutator("cl.7.3.5", "联合行文漏了一个机关的署名（7.3.5：各机关依次署名）", "signature", needs=lambda paper: _joint(paper) and len(paper.signatories) > 2,
         also=("R17", "R22", *_SIGN))  # fmt: skip
def joint_signature_left_out(page: Docx, paper: Paper) -> str:
    one = signature(page, paper, 1)
    made = emptied(one)
    one.getparent().replace(one, made)
    return paper.signatories[0]


@mutator(
    "R17",
    "联合行文两处署名都是同一机关（复制后没有改）",
    "signature",
    needs=_joint,
    also=("R22", "R25", *_SIGN),
)
def joint_signature_of_one_office_twice(page: Docx, paper: Paper) -> str:
    say(signature(page, paper, -1), paper.signatories[0])
    return paper.signatories[0]
