"""Contacts go with the words that introduce them; what remains is a sentence, or nothing."""

from __future__ import annotations

import re

import pytest

from reporter.compose.contactlines import trimmed
from reporter.document.inline import Blank, Inline, Inlines, Note, Text, plain, words


def line(text: str) -> Inlines:
    """`<…>` comes from a contact record, `[…]` is a blank."""
    found: list[Inline] = []
    for part in re.split(r"(<[^>]*>|\[[^]]*\])", text):
        if part.startswith("<"):
            found.append(Text(part[1:-1], ref="text:campaign.yaml#contacts.main.phone"))
        elif part.startswith("["):
            found.append(Blank(part[1:-1]))
        else:
            found += words(part)
    return tuple(found)


def is_contact(run: Text) -> bool:
    return (run.ref or "").startswith("text:")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("（联系人：<王某>，联系电话：<138>，电子邮箱：<a@b>）", ""),
        ("联系人：<王某>；联系电话：[电话]。", ""),
        ("联系人：[联系人]，[联系电话]、[传真]（传真），电子邮箱：[邮箱]。", ""),
        ("（联系人及电话：[联系人]，[联系电话]）", ""),
        ("邮  箱：<a@b>", ""),
        ("请于3月底前报县民政局（联系人：<王某>，电话：<138>）。", "请于3月底前报县民政局。"),
        ("请于3月底前报送书面总结，联系人<王某>，联系电话<138>。", "请于3月底前报送书面总结。"),
        ("总结由联系人：<王某>报送。", "总结由联系人：报送。"),
        ("联系人：[联系人]，监督电话：0888-1234567。", "监督电话：0888-1234567。"),
        ("请拨打监督电话：[电话]。", "请拨打监督电话：[电话]。"),
        ("（联系人：王某，联系电话：0888-1234567）", ""),
        ("请与王某联系，电话0888-1234567。", "请与王某联系，电话0888-1234567。"),
        ("监督电话：0888-1234567", "监督电话：0888-1234567"),
        ("各乡镇要确定1名联系人，按时报送。", "各乡镇要确定1名联系人，按时报送。"),
    ],
)
def test_a_line_without_its_contacts(text: str, left: str) -> None:
    found = trimmed(line(text), is_contact)
    assert "".join(f"[{one.name}]" if isinstance(one, Blank) else plain((one,)) for one in found.inlines) == left
    assert bool(found.what) == (text != left)


def test_a_value_in_the_middle_of_a_sentence_goes_and_is_told() -> None:
    found = trimmed(line("请与<王某>联系。"), is_contact)
    assert (plain(found.inlines), found.broken) == ("请与联系。", True)
    assert not trimmed(line("（联系人：<王某>）"), is_contact).broken


def test_what_went_is_named_and_its_value_is_not() -> None:
    found = trimmed(line("联系人：<王某>，手机：<138>，传真：<139>，电子邮箱：<a@b>，微信：<w>"), is_contact)
    assert found.what == ("联系人", "电话", "传真", "电子邮箱", "微信或QQ号")


def test_marks_and_references_of_the_rest_stay_and_notes_are_searched_too() -> None:
    inside = Note(line("说明，联系电话：<138>。"))
    figure = Text("12", ref="fact:a.b()")
    strong = Text("请", strong=True)
    found = trimmed((strong, figure, *line("（电话：<138>）"), inside), is_contact)
    assert found.inlines == (strong, figure, Note(line("说明。")))
    assert found.what == ("电话", "电话")
