from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.deliver.names import (
    FIGURES_MARK,
    MAX_NAME,
    NEW_MARK,
    Titled,
    called,
    clean,
    file_stems,
    stems,
)
from reporter.document.inline import words
from reporter.document.model import Attachment, Column, Document, Table
from reporter.document.volumes import volumes

TABLE = Table("t", "ledger", (Column("a", "名称", 10),), ())


def test_a_title_is_the_name() -> None:
    titled = [Titled("summary@2026", "安和县民政局关于工作情况的报告")]
    assert stems(titled) == {"summary@2026": "安和县民政局关于工作情况的报告"}


def test_signs_that_windows_forbids_become_full_width() -> None:
    assert clean('甲/乙:丙*?"<>|\\丁') == "甲／乙：丙＊？＂＜＞｜＼丁"


def test_a_long_title_keeps_what_it_is_about() -> None:
    agencies = (
        "岭东省民政厅 岭东省住房和城乡建设厅 岭东省卫生健康委员会 岭东省市场监督管理局 岭东省消防救援总队"
    )
    plan = "《2026年全省养老机构服务质量提升行动实施方案》"
    assert stems([Titled("a@2026", f"{agencies}关于印发{plan}的通知")]) == {"a@2026": f"关于印发{plan}的通知"}
    long = f"《{'全面深入扎实' * 4}开展养老机构安全隐患排查整治专项行动方案》"
    assert stems([Titled("a@2026", f"安和县民政局关于印发{long}的通知")]) == {"a@2026": f"{long}的通知"}
    (cut,) = stems([Titled("a@2026", f"关于{'开展隐患排查' * 12}的通知")]).values()
    assert cut.startswith("关于开展隐患排查") and cut.endswith("…的通知")


def test_line_breaks_white_space_and_unseen_characters_vanish() -> None:
    assert clean("关于印发\n方案　的\u202e 通知\u200b ") == "关于印发方案的通知"


def test_device_names_and_empty_titles_are_no_file_names() -> None:
    assert clean("CON") == "_CON"
    assert clean("aux.docx") == "_aux.docx"
    assert clean(" \n") == "未命名"
    assert clean("...") == "未命名"


def test_a_variant_is_always_named_and_equal_titles_take_their_period() -> None:
    ids = ("points@2026", "points@2026+blank", "points@2027", "points@2027+blank")
    named = stems(Titled(name, "通报要点") for name in ids)
    assert list(named.values()) == [
        "通报要点",
        "通报要点（空白）",
        "通报要点（2027）",
        "通报要点（2027空白）",
    ]


def test_names_do_not_depend_on_the_order_of_asking() -> None:
    titled = [Titled(f"points@{year}", "通报要点") for year in range(2020, 2027)]
    assert stems(titled) == stems(reversed(titled))


def test_names_that_differ_only_in_case_are_one_file_on_windows() -> None:
    named = stems([Titled("a@2026", "Plan"), Titled("b@2026", "PLAN")])
    assert len({name.casefold() for name in named.values()}) == 2


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(2020, 2022), st.text(max_size=90)), max_size=6))
def test_names_are_short_lawful_and_unique(found: list[tuple[int, str]]) -> None:
    named = stems(Titled(f"k{index}@{year}", title) for index, (year, title) in enumerate(found))
    assert len({name.casefold() for name in named.values()}) == len(found)
    for name in named.values():
        assert 0 < len(name + NEW_MARK + FIGURES_MARK) <= MAX_NAME
        assert not set(name) & set('<>:"/\\|?*\n\t')
        assert not name.endswith((".", " "))


def test_an_attachment_that_is_a_file_of_its_own_says_so_in_its_name() -> None:
    carrier = Document(
        "n@2026", "n", "document", "down", words("通知"), (),
        attachments=(Attachment(words("甲"), TABLE), Attachment(words("名单\n（二）"), TABLE, separate=True)),
    )  # fmt: skip
    assert file_stems("关于排查的通知", volumes(carrier)) == {
        0: "关于排查的通知",
        2: "关于排查的通知附件2：名单（二）",
    }
    assert file_stems("安" * 49, volumes(carrier))[2] == "安" * 49 + "附件2：名单（二"


def test_a_title_that_finds_no_room_is_left_out() -> None:
    carrier = Document(
        "n@2026",
        "n",
        "document",
        "down",
        words("通知"),
        (),
        attachments=(Attachment(words("名单"), TABLE, separate=True),),
    )
    assert file_stems("安" * 52, volumes(carrier))[1] == "安" * 52 + "附件"


@pytest.mark.parametrize(
    ("filing", "told"),
    [
        ("notification-points@2026", "通报要点"),
        ("notification-points@2026+blank", "通报要点（空白）"),
        ("notification-points@2026+河口镇", "通报要点（河口镇）"),
    ],
)
def test_people_are_told_which_variant_of_a_title_is_meant(filing: str, told: str) -> None:
    assert called("通报要点", filing) == told
