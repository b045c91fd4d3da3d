"""Faces by their names."""

from __future__ import annotations

import re

import pytest

from reporter.check.faces import FANG, HEI, KAI, TITLE


@pytest.mark.parametrize(
    ("face", "name"),
    [
        (FANG, "仿宋_GB2312"),
        (FANG, "FangSong"),
        (FANG, "Fang Song"),
        (FANG, "STFangsong"),
        (FANG, "FZFangSong-Z02S"),
        (KAI, "楷体_GB2312"),
        (KAI, "STKaiti"),
        (HEI, "SimHei"),
        (HEI, "方正黑体_GBK"),
        (TITLE, "方正小标宋简体"),
        (TITLE, "FZXiaoBiaoSong-B05S"),
    ],
)
def test_a_face_is_known_by_its_names(face: re.Pattern[str], name: str) -> None:
    assert [one for one in (FANG, KAI, HEI, TITLE) if one.search(name)] == [face]


@pytest.mark.parametrize("name", ["PingFang SC", "华文行楷", "宋体", "等线"])
def test_other_faces_are_none_of_them(name: str) -> None:
    assert not any(one.search(name) for one in (FANG, KAI, HEI, TITLE))
