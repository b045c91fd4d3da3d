from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import unquote

from reporter.deliver.manifest import FileEntry, FilingEntry, Manifest
from reporter.deliver.page import page


class Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())


NASTY = "<script>alert(1)</script>&\"'"
ENTRY = FilingEntry(
    id="summary@2026",
    kind="summary",
    title=NASTY,
    state="送审稿",
    files={
        "pdf": FileEntry("报告 1#.pdf", "aa"),
        "docx": FileEntry("报告.docx", "bb"),
        "tally": FileEntry("表.xlsx", "cc"),
    },
    blanks=("签发人", NASTY),
    blank_places={"签发人": "基本信息.xlsx › 部门 › 签发人", NASTY: NASTY},
    findings=(
        {
            "code": "GW701",
            "severity": "error",
            "message": NASTY,
            "hint": "请重新生成",
            "where": {"file": "报告.pdf", "page": 3, "quote": "全县"},
        },
    ),
    warnings=(NASTY,),
)
MANIFEST = Manifest("anhe-2026", "0.1.0", "standin", (ENTRY,), superseded={"旧.docx": "dd"})


def test_files_are_relative_links_in_a_fixed_order() -> None:
    links = Reader(page(MANIFEST, "安和县")).links
    names = ["报告.docx", "报告 1#.pdf", "表.xlsx", "旧.docx"]
    assert [unquote(link) for link in links] == names
    assert links[1] == "%E6%8A%A5%E5%91%8A%201%23.pdf"
    assert not any(link.startswith(("http", "/")) for link in links)


def test_blanks_findings_and_counts_are_told() -> None:
    text = "\n".join(Reader(page(MANIFEST, "安和县")).words)
    assert "共 1 份文稿，2 处空白待填，1 个错误，1 条提醒。" in text
    assert "□ 签发人" in text
    assert "基本信息.xlsx › 部门 › 签发人" in text
    assert "报告.pdf 第3页 “全县”" in text
    assert "数据核对表：" in text


def test_nothing_from_data_becomes_markup() -> None:
    reader = Reader(page(MANIFEST, NASTY))
    assert "script" not in reader.tags
    assert NASTY in reader.words


def test_the_page_needs_no_network_and_is_the_same_each_time() -> None:
    text = page(MANIFEST, "安和县")
    assert "http" not in text
    assert text == page(MANIFEST, "安和县")


def test_warnings_of_the_data_are_counted_by_file_with_the_command() -> None:
    text = page(MANIFEST, "安和县", {"隐患台账.xlsx": 2, NASTY: 1})
    words = "\n".join(Reader(text).words)
    assert "数据另有 3 条提醒" in words and "隐患台账.xlsx（2条）" in words
    assert "reporter validate anhe-2026" in words
    assert "数据另有" not in page(MANIFEST, "安和县")


def test_the_command_names_the_folder_as_it_was_given_and_the_fonts_in_chinese() -> None:
    text = page(MANIFEST, "安和县", {"隐患台账.xlsx": 2}, "inputs/anhe-2026")
    assert "reporter validate inputs/anhe-2026，" in text
    assert "字体：替代字体" in text and "standin" not in text
