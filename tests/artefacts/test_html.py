"""Reading a web page back: texts by block, without what the page adds."""

from __future__ import annotations

import pytest

from reporter.artefacts.html import HtmlFacts, read_html
from reporter.errors import InputError


def texts(body: str) -> tuple[str, ...]:
    return read_html(
        f"<!DOCTYPE html><html><head><title> 通知 </title><style>p</style></head>{body}</html>".encode()
    ).texts


def test_blocks_are_texts_and_inline_elements_are_not() -> None:
    assert texts("<h1>关于<wbr>排查</h1><p>一<strong>是</strong><br>压实 <a href=x>责任</a></p>") == (
        "关于排查",
        "一是压实 责任",
    )


def test_cells_and_items_are_texts_of_their_own() -> None:
    assert texts("<ul><li>甲<ul><li>乙</li></ul></li></ul><table><tr><th>丙</th><td>丁</td></tr></table>") == (
        "甲", "乙", "丙", "丁",
    )  # fmt: skip


def test_what_the_page_adds_is_passed_over() -> None:
    assert texts(
        "<p>联系人<span data-aside>待填<span>：甲</span></span>。</p><div data-aside><p>返回</p></div>"
    ) == ("联系人。",)


def test_styles_and_scripts_are_no_text_and_entities_are() -> None:
    assert texts("<p>&lt;b&gt;&amp;&#39640;</p><script>a()</script>") == ("<b>&高",)


def test_the_title_of_the_window() -> None:
    assert read_html("<html><title> 通知 </title></html>".encode()) == HtmlFacts("通知", ("通知",))
    assert read_html("<html><head><title>通知</title></head></html>".encode()) == HtmlFacts("通知", ())


@pytest.mark.parametrize("data", [b"\xff\xfe", "没有标记".encode()])
def test_what_is_no_page_is_said(data: bytes) -> None:
    with pytest.raises(InputError):
        read_html(data)
