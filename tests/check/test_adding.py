"""Sums, splits and differences in prose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.check.adding import wrong_sums


@pytest.mark.parametrize(
    "text",
    [
        "登记留守儿童1260人、困境儿童348人，合计1608人。",
        "三个组分别检查15家、14家和13家，合计42家。",
        "共需资金180万元，其中喷淋改造108万元，线路更换42万元，无障碍设施30万元。",
        "全县养老机构44家，其中公办21家、民办23家。",
        "持证护理员219人，其中35岁以下80人，女性190人，大专以上学历66人。",
        "上年结转20万元，本年收入500万元，支出320万元，结余200万元。",
        "需资金300万元，省级补助150万元，县级安排70万元，缺口80万元。",
        "合计投入180万元，同比增加30万元。",
        "县级安排120万元，乡镇自筹30万元，共150万元，其中消防改造100万元、电气改造50万元。",
        "两项合计500条。",
    ],
)
def test_what_comes_out_is_not_told(text: str) -> None:
    assert not list(wrong_sums(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("登记留守儿童1260人、困境儿童348人，合计1680人。", "各项相加是1608人，总数写1680人"),
        (
            "需救助资金5600万元。其中，上级补助4500万元，县级安排1300万元。",
            "各项相加是5800万元，总数写5600万元",
        ),
        ("评定等级的机构21家。其中，三级9家，二级13家。", "各项相加是22家，总数写21家"),
        ("现有6所敬老院，其中7所敬老院没有电梯。", "其中的7所比总数6所还多"),
        ("6名护理员，其中有7名护理员，8名护理员持证。", "其中的7名比总数6名还多"),
        ("到位2100万元，已支出1420万元，结余860万元。", "860万元与前面的数减不出来"),
        ("共需180万元。县级承担100万元，尚缺口90万元。", "90万元与前面的数减不出来"),
    ],
)
def test_what_does_not_come_out_is_told(text: str, message: str) -> None:
    (found,) = wrong_sums(text)
    assert found.message == message and found.sure and text[found.start : found.end]


def test_an_aim_that_its_parts_exceed_is_only_a_warning() -> None:
    (found,) = wrong_sums("培训210人次以上，其中新上岗60人次，在岗160人次。")
    assert not found.sure


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(["合计", "其中", "结余", "缺口", "12", "30万", "元", "家", "人", "，", "。", "、"]),
        max_size=16,
    )
)
def test_any_text_is_added_up_without_an_error(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert all(0 <= one.start < one.end <= len(text) for one in wrong_sums(text))
