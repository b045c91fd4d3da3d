"""The page of findings: one file without network, pages as pictures, marks where the findings stand."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from reporter.check.finding import Finding, Where
from reporter.check.judging import Manner, Verdict, subject_of
from reporter.check.report import page as module
from reporter.check.report.page import OURS, page
from reporter.check.report.pictures import Picture, pictures
from reporter.check.running import Outcome
from reporter.check.subject import Subject
from tests.check.paper import Paper

LINES = ["关于开展检查的通知", "各乡镇人民政府：", "　　检查中发现隐患12条。"]


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    paper = Paper()
    paper.sheet().lines(3, LINES)
    paper.sheet().lines(0, ["　　第二页的话。"])
    paper.sheet().lines(0, ["　　第三页的话。"])
    path = tmp_path_factory.mktemp("page") / "通知.pdf"
    path.write_bytes(paper.data())
    return subject_of(path, Manner())


def finding(quote: str, number: int = 0, severity: str = "error") -> Finding:
    return Finding("GW201", severity, "要<改>", "改好", Where("通知.pdf", number, "", quote), "5.2.1")  # type: ignore[arg-type]


def shown(subject: Subject, *findings: Finding) -> tuple[Picture, ...]:
    return pictures(subject, findings)


def test_a_mark_covers_what_is_quoted(subject: Subject) -> None:
    first, second = shown(subject, finding("隐患12条", 1), finding("第二页"))
    (mark,) = first.marks
    line = next(line for line in subject.layout.pages[0].lines if "隐患" in line.text)  # type: ignore[union-attr]
    start = line.text.index("隐")
    assert mark.box.left == pytest.approx(line.glyphs[start].ink.left)
    assert mark.box.right == pytest.approx(line.glyphs[start + 4].ink.right)
    assert (second.page, [mark.finding for mark in second.marks]) == (2, [1])


def test_only_the_first_page_and_those_with_findings_are_shown(subject: Subject) -> None:
    assert [one.page for one in shown(subject, finding("第三页"))] == [1, 3]
    assert [one.page for one in shown(subject, finding("", 2))] == [1, 2]
    assert [one.page for one in shown(subject)] == [1]


def test_a_picture_is_a_small_png_of_the_whole_page(subject: Subject) -> None:
    (only,) = shown(subject)
    image = Image.open(io.BytesIO(only.png))
    assert image.format == "PNG"
    assert image.size[0] / image.size[1] == pytest.approx(210 / 297, abs=0.01)
    assert (only.width, only.height) == pytest.approx((210, 297), abs=0.1)
    assert len(only.png) < 100_000


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.sources: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.targets.append(value or "")
            elif name == "src":
                self.sources.append(value or "")


def made(subject: Subject, *findings: Finding) -> str:
    verdict = Verdict("通知.pdf", findings, subject=subject)
    return page([Outcome(Path("a<b>/通知.pdf"), verdict, pictures=shown(subject, *findings))], [])


def test_every_link_has_its_target_and_nothing_is_fetched(subject: Subject) -> None:
    links = _Links()
    links.feed(made(subject, finding("隐患12条"), finding("第二页", severity="warning"), finding("没有这句")))
    assert len(links.ids) == len(set(links.ids))
    assert len(links.targets) == 4
    assert {target.removeprefix("#") for target in links.targets} <= set(links.ids)
    assert links.sources and all(source.startswith("data:image/png;base64,") for source in links.sources)
    assert not re.search(r"https?://", made(subject, finding("隐患12条")))


def test_texts_are_escaped_and_the_page_is_known_as_ours(subject: Subject) -> None:
    text = made(subject, finding("隐患12条"))
    assert OURS in text[:2000]
    assert "要&lt;改&gt;" in text and "要<改>" not in text
    assert "a&lt;b&gt;/通知.pdf" in text


def test_it_can_be_filtered_walked_by_keys_and_printed(subject: Subject) -> None:
    text = made(subject, finding("隐患12条"))
    assert re.findall(r'data-show="(\w+)"', text) == ["error", "warning", "info"]
    assert text.count('tabindex="0"') == 1
    assert "@media print" in text
    assert 'lang="zh-CN"' in text


def test_without_a_layout_there_is_the_list_only(subject: Subject) -> None:
    verdict = Verdict("通知.docx", (finding("隐患12条"),))
    text = page(
        [Outcome(Path("通知.docx"), verdict), Outcome(Path("坏.docx"), refused=("文件是空的", ""))], []
    )
    assert "<img" not in text
    assert "隐患12条" in text and "文件是空的" in text


def test_pictures_beyond_the_limit_are_left_out_and_that_is_said(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_PICTURES", 10)
    text = made(subject, finding("隐患12条"))
    assert "<img" not in text and "页面图片太多" in text
