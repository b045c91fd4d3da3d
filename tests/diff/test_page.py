"""The page of a comparison: everything in one file, readable without a script, nothing of the data is markup."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from reporter.diff.model import Comparison, Material, Step
from reporter.diff.page import render
from tests.diff.comparisons import edits, para, sample, unchanged


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.fromstring(render(sample()).decode())


def text_of(node: html.HtmlElement) -> str:
    return re.sub(r"\s+", "", node.text_content())


def edited(old: str, new: str) -> Comparison:
    """One paragraph that is another one now."""
    left, right = (Material("稿.docx", "docx", (para(text, "正文第1段"),)) for text in (old, new))
    return Comparison(left, right, (Step("edited", 0, 0, edits("-" + old, "+" + new)),))


def test_the_counts_stand_at_the_top(page: html.HtmlElement) -> None:
    told = [text_of(one) for one in page.find_class("counts")[0]]
    assert told[:6] == ["数字变化2处", "应变未变1处", "修改1段", "新增2段", "删去1段", "移动1段"]
    assert told[6:8] == ["修改1张表格", "表格新增1行"]


def test_equal_drafts_say_so_and_show_one_fold() -> None:
    found = html.fromstring(render(unchanged(30)).decode())
    assert text_of(found.find_class("counts")[0]) == "两稿没有差别"
    assert [text_of(one) for one in found.iter("summary")] == ["相同的30段"]


def test_figures_come_first_with_difference_percent_and_source(page: html.HtmlElement) -> None:
    rows = page.xpath("//section[@id='figures']//tbody/tr")
    assert text_of(rows[0]) == "排查隐患36处38处+2处+5.6%正文第2段新计入AH-037、AH-038来源1"
    assert rows[0].xpath(".//a/@href") == ["#s2", "#o1"]
    assert text_of(page.get_element_by_id("o1")) == (
        "发现隐患：36→38算法：隐患台账中的行数新计入的行：AH-037、AH-038改动的单元格：隐患台账.xlsx台账!C5"
    )
    assert "附件1第2段：排查隐患仍是“36处”" in text_of(page.get_element_by_id("unmoved"))


def test_a_paragraph_is_shown_inline_and_side_by_side(page: html.HtmlElement) -> None:
    step = page.get_element_by_id("s2")
    inline = step.find_class("inline")[0]
    assert html.tostring(inline, encoding="unicode").strip() == (
        '<p class="inline text body">全县养老机构共排查隐患<del>36处</del><ins>38处</ins>，'
        "已整改<del>30处</del><ins>33处</ins>。</p>"
    )
    old, new = step.find_class("pair")[0]
    assert [one.text for one in old.iter("del", "ins")] == ["36处", "30处"]
    assert [one.text for one in new.iter("del", "ins")] == ["38处", "33处"]


def test_both_ends_of_a_move_link_to_each_other(page: html.HtmlElement) -> None:
    away, here = page.get_element_by_id("s3"), page.get_element_by_id("s7")
    assert [(a.get("href"), text_of(a)) for a in away.find_class("jump")] == [("#s7", "→移到新稿正文第6段")]
    assert [(a.get("href"), text_of(a)) for a in here.find_class("jump")] == [("#s3", "←由原稿正文第3段移来")]


def test_every_link_leads_somewhere(page: html.HtmlElement) -> None:
    ids = set(page.xpath("//@id"))
    assert {href[1:] for href in page.xpath("//a/@href")} <= ids
    assert len(page.xpath("//@id")) == len(ids)


def test_changed_rows_are_shown_and_equal_rows_folded(page: html.HtmlElement) -> None:
    woven = page.get_element_by_id("s9").find_class("inline")[0]
    rows = woven.xpath(".//div/table/tbody/tr")
    assert [row.get("class") for row in rows] == ["edited", "folded", "deleted", "inserted"]
    assert text_of(rows[1].find(".//summary")) == "相同的6行"
    assert [text_of(cell) for cell in rows[0]] == ["修改", "1", "AH-001", "整改中已整改"]


def test_the_side_by_side_table_has_both_sides_in_one_row(page: html.HtmlElement) -> None:
    beside = page.get_element_by_id("s9").find_class("pair")[0]
    rows = beside.xpath(".//div/table/tbody/tr")
    assert [text_of(cell) for cell in rows[0]] == ["修改", "1", "AH-001", "整改中", "1", "AH-001", "已整改"]
    assert [text_of(cell) for cell in rows[3]] == ["新增", "", "", "", "8", "AH-009", "整改中"]


def test_each_change_knows_its_filters(page: html.HtmlElement) -> None:
    sorts = {one.get("id"): one.get("data-c") for one in page.xpath("//section[@data-c]")}
    assert sorts == {
        "s1": "formats",
        "s2": "figures",
        "s3": "wording",
        "s4": "wording",
        "s5": "wording",
        "s7": "wording",
        "s8": "wording",
        "s9": "tables",
    }


def test_nothing_is_fetched_and_only_our_script_may_run() -> None:
    text = render(sample()).decode()
    policy = html.fromstring(text).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    for tag in ("script", "style"):
        inside = text.split(f"<{tag}>", 1)[1].split(f"</{tag}>", 1)[0]
        assert b64encode(sha256(inside.encode()).digest()).decode() in policy
    assert not re.search(r"""\s(?:src|style|on\w+)\s*=\s*["']|url\(|@import|https?:""", text)


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "</style><b>", "{{ 7*7 }}", '"><img src=x onerror=y>']
)
def test_hostile_text_stays_text(hostile: str) -> None:
    page = html.fromstring(render(edited("原文", hostile)).decode())
    assert [one.text for one in page.xpath("//section[@data-c]/p/ins")] == [hostile]
    assert len(list(page.iter("script", "img", "b"))) == 2  # our script and the mark of the change


def test_signs_that_nobody_sees_are_written_out() -> None:
    page = html.fromstring(render(edited("安和县", "安\u200b和\x07县\ud800")).decode())
    assert page.xpath("//section[@data-c]/p/ins")[0].text == "安⟨U+200B⟩和⟨U+0007⟩县⟨U+D800⟩"


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert render(sample()) == render(replace(sample()))


def test_folded_text_is_on_the_page_once() -> None:
    page = render(unchanged(2000)).decode()
    assert page.count("第1000句话没有变。") == 1
    assert len(page.encode()) < 300_000


def test_each_category_of_the_script_is_a_category_of_the_page(page: html.HtmlElement) -> None:
    assert page.xpath("//fieldset//input/@value") == ["figures", "wording", "tables", "formats"]
    script = Path("templates/html/diff.js").read_text(encoding="utf-8")
    assert {f"#{name}" for name in ("filters", "moves")} <= set(re.findall(r"#\w+", script))
