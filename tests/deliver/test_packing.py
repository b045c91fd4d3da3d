"""The forms in which something is wanted, the values for a system, the words to the superior."""

from __future__ import annotations

from datetime import date

import pytest

from reporter.deliver.packing import Cover, Piece, entries, media_of, message_of
from reporter.records.campaign import Contact

COVER = Cover(
    "安和县民政局", "临澜市民政局", "工作情况的报告", "安民发〔2026〕15号", "2026年11月6日", "年度总结报告",
    "11月10日前", "李某", date(2026, 11, 9), Contact(person="王某", phone="0000-6600011"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "forms"),
    [
        (("书面",), ("书面",)),
        (("电子版",), ("可编辑版", "扫描件")),
        (("系统", "电子版", "书面"), ("书面", "可编辑版", "扫描件", "系统")),
        (("扫描件", "电子版"), ("可编辑版", "扫描件")),
        ((), ()),
    ],
)
def test_an_electronic_version_is_an_editable_one_and_a_scan(
    asked: tuple[str, ...], forms: tuple[str, ...]
) -> None:
    assert media_of(asked) == forms


def test_answers_of_the_form_are_typed_by_their_code() -> None:
    facts = {
        "hazards.found()": {"family": "hazards", "label": "发现隐患", "text": "184", "measure": "条"},
        "b": {"family": "indicators", "label": "是否上报", "text": "是", "measure": "", "dims": {"code": "X02"}},
        "a": {"family": "indicators", "label": "一级", "text": "14", "measure": "个",
              "dims": {"code": "X01", "part": "一级"}},
        "record:H-1": {"table": "hazards", "fields": {}},
    }  # fmt: skip
    assert [(one.code, one.value) for one in entries(facts)] == [("X01.一级", "14个"), ("X02", "是")]
    only = {name: facts[name] for name in ("hazards.found()", "record:H-1")}
    assert [(one.label, one.value) for one in entries(only)] == [("发现隐患", "184条")]


def test_the_words_name_only_what_is_sent_that_way() -> None:
    paper = Piece("《工作情况的报告》", "a.pdf", "书面", 2, 6)
    editable = Piece("《工作情况的报告》", "a.docx", "可编辑版")
    words = message_of(COVER, [paper, editable], {"a.docx": "0" * 64}, 0)
    assert "一、随本件发送\n　　1. a.docx（可编辑版）" in words
    assert "二、书面材料，另行送达\n　　1. 《工作情况的报告》2份，每份6页，已盖章" in words
    assert "系统填报" not in words and f"{'0' * 64}  a.docx" in words
    assert "（联系人：王某，联系电话：0000-6600011）" in words
    assert "随本件发送" not in message_of(COVER, [paper], {}, 0)
