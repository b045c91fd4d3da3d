from __future__ import annotations

import pytest

from reporter.artefacts.fontnames import decoded, east_asian, face_name


@pytest.mark.parametrize(
    ("name", "face", "bold"),
    [
        ("ABCDEF+FangSong_GB2312", "仿宋_GB2312", False),
        ("FZXBSJW--GB1-0", "方正小标宋简体", False),
        ("EZEMLB+GW-Title", "方正小标宋简体", False),
        ("IAKUSK+GW-Fang-Bold", "仿宋_GB2312", True),
        ("GW-BackSong", "", False),
        ("SimHei", "黑体", False),
        ("SimSun,Bold", "宋体", True),
        ("KaiTi", "楷体", False),
        ("ABCDEF+方正小标宋简体", "方正小标宋简体", False),
        ("TimesNewRomanPSMT", "TimesNewRoman", False),
    ],
)
def test_names_of_fonts_are_those_that_people_know(name: str, face: str, bold: bool) -> None:
    assert face_name(name) == (face, bold)


def test_a_name_may_be_utf8_or_gbk_or_escaped() -> None:
    assert decoded("仿宋".encode()) == decoded("仿宋".encode("gbk")) == decoded(b"#B7#C2#CB#CE") == "仿宋"


def test_a_latin_name_is_no_face_of_hanzi() -> None:
    assert east_asian("仿宋_GB2312")
    assert not east_asian("TimesNewRoman")
