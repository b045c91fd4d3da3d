"""Speeches, contracts, rosters and forms are not mistaken for documents with parts missing."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import SURE, Looks, Para
from reporter.artefacts.seen.recognise import recognise
from tests.artefacts.seen.written import CENTRE, DATE, FLUSH, HEI, MORE, NAME, PROSE, RIGHT, SONG, para, seen


def title(text: str) -> Para:
    return para(text, CENTRE, font=SONG, size=22)


def table(*rows: tuple[str, ...]) -> list[Para]:
    return [
        para(text, CENTRE, size=12, place="cell", cell=(1, row, column))
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    ]


TEXTS: dict[str, tuple[list[Para], list[str]]] = {
    "a speech": (
        [title("在养老服务工作会议上的讲话"), para("（2026年3月6日）", CENTRE), para("同志们：", FLUSH), para(PROSE)],
        ["title", "body", "body"],
    ),
    "a summary with a byline under its title": (
        [title("2026年上半年工作总结"), para("安和县民政局", CENTRE), para("2026年7月6日", CENTRE), para(PROSE)],
        ["title", "body"],
    ),
    "a summary with a signature": (
        [title("安和县民政局"), title("2026年上半年工作总结"), para(PROSE), para("安和县民政局", RIGHT), DATE],
        ["title", "body", "signatory", "date"],
    ),
    "a contract": (
        [title("委托服务合同"), para("甲方：安和县民政局", FLUSH), para("乙方：某某公司", FLUSH), para(PROSE),
         para("甲方（盖章）：　　　　　乙方（盖章）："), para("2026年　月　日　　　　　2026年　月　日")],
        ["title", "body", "body", "body", "body"],
    ),
    "a rule with chapters": (
        [title("养老机构安全管理制度"), para("第一章　总则", CENTRE, font=HEI), para("第一条　本制度适用于以下机构："),
         para("（一）养老院；"), para("（二）敬老院。")],
        ["title", "body", "body", "body"],
    ),
    "a form": (
        [title("养老机构安全检查表"), para("被检查单位：　　　　　检查日期：2026年　月　日", FLUSH),
         *table(("序号", "项目", "结果"), ("1", "消防", "是")), para("检查人员签字：　　　　负责人签字：", FLUSH)],
        ["title", "other", "other"],
    ),
    "a table alone": (table(("姓名", "张某"), ("单位", "安和县民政局"), ("日期", "2026年3月6日")), []),
    "a roster of agencies and dates": (
        [title("安和县养老院名单"), *table(("安和县民政局", "2026年3月6日"), ("河口镇敬老院", "2026年3月7日"))],
        ["title"],
    ),
    "an announcement with its number below its title": (
        [title("安和县民政局公告"), para("2026年第3号", CENTRE), para(PROSE), NAME, DATE],
        ["title", "number", "body", "signatory", "date"],
    ),
    "a bulletin": (
        [para("养老服务工作简报", CENTRE, size=48, colour="FF0000"), para("第12期", CENTRE),
         para("安和县民政局办公室编　　　　2026年3月6日", FLUSH), title("我县扎实开展专项行动"), para(PROSE)],
        ["mark", "number", "title", "body"],
    ),
    "an attachment sent alone": (
        [para("附件2", Looks("left", 0.0), font=HEI), title("养老院安全检查指南"), para(PROSE)],
        ["attachment_label", "attachment_title", "body"],
    ),
    "a sheet for approval": (
        table(("发文字号", "安民发〔2026〕12号"), ("签发", "签发人：周某某"), ("标题", "关于做好工作的通知")), [],
    ),
    "digits and a title": ([para("202603", FLUSH), title("工作情况统计"), para(PROSE)], ["title", "body"]),
    "an English text": (
        [para("Annual Report 2026", CENTRE, size=24, bold=True), para("1. Introduction", bold=True)], ["title"],
    ),
    "a story": (
        [para("张三说：你好。"), para("1990年代，他来到这里。"), para("一天，他看见了县民政局。"), para("2026年3月6日"),
         para("十、九、八，倒计时开始了。"), para(MORE)],
        ["body", "body", "body", "body"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_only_what_is_there_is_recognised(name: str) -> None:
    paras, roles = TEXTS[name]
    file = recognise(seen(paras))
    assert [e.role for e in file.elements if e.confidence >= SURE] == roles
    assert file.face == "plain"
