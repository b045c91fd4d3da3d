"""Round 5: 发文字号 of the paper and of the papers it cites."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import say
from tests.corpus.mutators.registry import entering, numbering, swapping_of
from tests.corpus.papers.spec import Paper

_NUMBER = ("L001", "L002", "L003", "L004", "L005", "R18", "R25", "L062", "L060", "cl.7.2.5", "GW2")
_number = numbering(__name__)
_cite = swapping_of(
    __name__, "citation", ("L001", "L002", "L003", "L004", "L005", "L006", "L007", "R18", "R25", "cl.7.2.5", "cl.9", "GW2", "GW5", "GW7"), pdf=False
)  # fmt: skip
_enter = entering(__name__)

_number(
    "year_in_hollow_brackets",
    "L001",
    "发文字号年份用空心方头括号〖2026〗",
    ("〔2026〕", "〖2026〗"),
    also=_NUMBER,
)
_number("year_in_angle_brackets", "L001", "发文字号年份用尖括号<2026>", ("〔2026〕", "<2026>"), also=_NUMBER)
_number(
    "year_in_title_marks", "L001", "发文字号年份用单书名号〈2026〉", ("〔2026〕", "〈2026〉"), also=_NUMBER
)
_number("year_of_five_digits", "L002", "发文字号年份多打一位", ("〔2026〕", "〔20266〕"), also=_NUMBER)
_number(
    "year_of_the_number_in_hanzi",
    "L002",
    "发文字号年份用汉字",
    ("〔2026〕", "〔二〇二六〕"),
    also=_NUMBER,
    pdf=False,
)
_number("di_before_the_year", "L004", "“第”打在年份括号前", ("〔2026〕", "第〔2026〕"), also=_NUMBER)
_number("number_with_stop_behind", "L005", "发文字号后加了句号", ("号", "号。"), also=_NUMBER)
_number("number_called_qi", "L005", "发文字号“号”写成“期”", ("号", "期"), also=_NUMBER)
_number(
    "year_told_without_brackets",
    "L005",
    "年份没有括号，写成“2026年18号”",
    ("〔2026〕", "2026年"),
    also=_NUMBER,
)
_number("serial_with_a_second_part", "L005", "顺序号后带支号“-1号”", ("号", "-1号"), also=_NUMBER)
_number(
    "year_of_the_number_typed_twice",
    "L002",
    "发文字号年份打了两遍",
    ("〔2026〕", "〔2026〕〔2026〕"),
    also=_NUMBER,
    pdf=False,
)


def _said(
    name: str, says: str, of: tuple[str, ...], wanted: str, rule: str, held: tuple[str, ...] = ()
) -> None:
    """The number of papers of these names, said otherwise; `wanted` holds {} for the serial."""

    def change(page: Any, paper: Paper) -> str:
        serial = paper.number.partition("〕")[2].strip("第号") or paper.number.strip("第号")
        words = wanted.format(serial)
        say(page.find(paper.number, whole=True), words)
        return words

    _enter(change, name, rule, says, "number", needs=lambda paper: paper.name in of, also=(*_NUMBER, *held))


_said(
    "order_number_padded",
    "令号编虚位：“第03号”（10.2：阿拉伯数字，不编虚位）",
    ("order", "names"),
    "第0{}号",
    "L003",
    ("cl.10.2",),
)
_said(
    "minutes_number_padded",
    "纪要编号编虚位：“〔2026〕05号”",
    ("minutes", "centre-minutes", "minors"),
    "〔2026〕0{}号",
    "L003",
    ("cl.10.3",),
)
_said(
    "order_number_in_hanzi", "令号用汉字：“第三号”", ("order",), "第三号", "L005", ("cl.10.2", "cl.9", "L074")
)
_said(
    "number_with_its_label",
    "发文字号前加“文号：”",
    ("notice", "bulletin", "training", "typhoon"),
    "文号：安民发〔2026〕{}号",
    "L005",
)
_said(
    "number_without_the_office_word",
    "发文字号没有机关代字，只有“〔2026〕18号”（7.2.5）",
    ("notice", "unsealed", "award", "bulletin", "shelter"),
    "〔2026〕{}号",
    "R18",
)

_said(
    "office_word_typed_twice",
    "发文机关代字打了两遍",
    ("notice", "unsealed", "award", "bulletin", "shelter"),
    "安民发安民发〔2026〕{}号",
    "R18",
)

_cite(
    "citation_in_wide_round_brackets", "L006", "引用的文号年份用全角圆括号（7.2.5：六角括号）",
    ("（临民发〔2026〕9号）", "（临民发（2026）9号）"), ("（安民发〔2026〕18号）", "（安民发（2026）18号）"),
    ("（云政〔2026〕22号）", "（云政（2026）22号）"), ("（临民发〔2026〕58号）", "（临民发（2026）58号）"),
    pdf=True,
)  # fmt: skip
_cite(
    "citation_in_black_brackets", "L006", "引用的文号年份用方头括号（7.2.5：六角括号）",
    ("（云政〔2026〕7号）", "（云政【2026】7号）"), ("（安政规〔2025〕3号）", "（安政规【2025】3号）"),
    ("（青政〔2026〕26号）", "（青政【2026】26号）"), ("（临民发〔2026〕14号）", "（临民发【2026】14号）"),
    pdf=True,
)  # fmt: skip
_cite(
    "citation_without_hao", "L006", "引用的文号漏了“号”",
    ("（临民发〔2026〕9号）", "（临民发〔2026〕9）"), ("（云政〔2026〕22号）", "（云政〔2026〕22）"),
    ("（安政规〔2024〕2号，", "（安政规〔2024〕2，"), ("（临民发〔2026〕21号）", "（临民发〔2026〕21）"),
)  # fmt: skip
_cite(
    "citation_of_a_short_year", "L006", "引用的文号年份只写两位",
    ("（安自然资函〔2026〕23号）", "（安自然资函〔26〕23号）"), ("（安民发〔2026〕18号）", "（安民发〔26〕18号）"),
    ("（安民〔2026〕47号）", "（安民〔26〕47号）"), ("（临民发〔2026〕14号）", "（临民发〔26〕14号）"),
)  # fmt: skip
_cite(
    "citation_padded", "L003", "引用的文号顺序号补0",
    ("（临民发〔2026〕9号）", "（临民发〔2026〕09号）"), ("（云政〔2026〕7号）", "（云政〔2026〕07号）"),
    ("（安政规〔2025〕3号）", "（安政规〔2025〕03号）"),
)  # fmt: skip
_cite(
    "citation_with_di", "L004", "引用的文号顺序号前加“第”",
    ("（青政〔2026〕26号）", "（青政〔2026〕第26号）"), ("（安民发〔2026〕18号）", "（安民发〔2026〕第18号）"),
    ("（临民发〔2026〕58号）", "（临民发〔2026〕第58号）"), ("（云政〔2026〕22号）", "（云政〔2026〕第22号）"),
)  # fmt: skip
_cite(
    "citation_inside_of_the_title_marks", "L007", "引用的文号打进了书名号里",
    ("工作的通知》（临民发〔2026〕9号）", "工作的通知（临民发〔2026〕9号）》"),
    ("更名的请示》（云政〔2026〕22号）", "更名的请示（云政〔2026〕22号）》"),
    ("整治的通知》（安民发〔2026〕18号）", "整治的通知（安民发〔2026〕18号）》"),
    ("实施办法》（安政规〔2025〕3号）", "实施办法（安政规〔2025〕3号）》"),
    also=("L021", "L065"),
)  # fmt: skip
_cite(
    "citation_of_the_number_alone", "L007", "引用公文只写文号，没有标题（应当先引标题、后引文号）",
    ("《临澜市民政局关于做好2026年养老服务安全管理工作的通知》（临民发〔2026〕9号）", "临民发〔2026〕9号文件"),
    ("《安和县民政局关于开展2026年养老机构安全隐患排查整治的通知》（安民发〔2026〕18号）", "安民发〔2026〕18号文件"),
    ("《临澜市民政局关于开展“寒冬送温暖”专项救助行动的通知》（临民发〔2026〕58号）", "临民发〔2026〕58号文件"),
    ("《临澜市民政局关于开展2026年社会救助专项治理的通知》（临民发〔2026〕21号）", "临民发〔2026〕21号文件"),
    also=("R10", "R22"),
)  # fmt: skip
_cite(
    "one_act_of_two_numbers", "R23", "同一份《办法》前后引用两个文号",
    ("《办法》第八条规定", "《办法》（安政规〔2023〕2号）第八条规定"),
    also=("R8", "R22"),
)  # fmt: skip
_cite(
    "followed_although_abolished", "R23", "已经写明废止的办法，后面又要求按照执行",
    ("《安和县农村公墓管理暂行办法》同时废止。", "《安和县农村公墓管理暂行办法》同时废止，未尽事项按照《安和县农村公墓管理暂行办法》执行。"),
    also=("R8", "R20"),
)  # fmt: skip
