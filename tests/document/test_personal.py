"""What is a person's own is found in typed text; what only looks like it is not."""

from __future__ import annotations

import pytest

from reporter.document.personal import is_identity_number, personal


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("请与王某联系，13800001234。", ("手机号码", "13800001234")),
        ("电话１３８ ００００ １２３４", ("手机号码", "１３８ ００００ １２３４")),
        ("联系人：王某，电话：0888-1234567", ("联系电话", "联系人：王某，电话：0888-1234567")),
        ("联系人王某，1234567", ("联系电话", "联系人王某，1234567")),
        ("材料发至 wang.mou@example.org。", ("电子邮箱", "wang.mou@example.org")),
        ("加微信：wang_mou01", ("微信或QQ号", "微信：wang_mou01")),
        ("QQ 123456", ("微信或QQ号", "QQ 123456")),
        ("身份证号11010519491231002X", ("身份证号", "11010519491231002X")),
        ("健康状况：患高血压", ("健康状况", "健康状况：患高血压")),
    ],
)
def test_it_is_found_with_its_kind(text: str, found: tuple[str, str]) -> None:
    assert found in list(personal(text))


@pytest.mark.parametrize(
    "text",
    [
        "监督电话：0888-1234567",
        "县民政局养老服务股联系电话：0888-1234567",
        "举报邮箱：jubao@example.org",
        "统一社会信用代码 12530427431654321X、91530427MA6K000000",
        "共13800001234567元",
        "卫生健康局负责老年人健康状况评估。",
        "编号110105194913310021",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert list(personal(text)) == []


def test_an_identity_number_has_a_day_of_birth_and_a_check_character() -> None:
    assert is_identity_number("11010519491231002X")
    assert not is_identity_number("110105194912310021")
    assert not is_identity_number("11010519491331002X")
    assert not is_identity_number("机构")
