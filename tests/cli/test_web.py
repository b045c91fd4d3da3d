"""Web pages through the command line: of a single text with files beside it, and of a whole workspace."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from reporter.artefacts.html import read_html
from tests.cli.answers import data

SAMPLE = Path(__file__).resolve().parents[2] / "inputs" / "anhe-2026"
NOTICE = """---
标题: 关于排查的通知
发文机关: 安和县民政局
文号: 安民发〔2026〕12号
附件: [要点, {标题: 名单, 单独成册: 是}]
成文日期: 2026-11-20
网站: {索引号: 待填, 有效性: 有效}
---
请各镇排查268张床位。

@附件 1
查消防。

@附件 2
名单如下。
"""


class Links(HTMLParser):
    """Where the links of a page lead."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [unquote(value or "") for name, value in attrs if name == "href"]


def test_a_page_is_made_and_links_the_files_beside_it(run, tmp_path: Path) -> None:
    (tmp_path / "通知.md").write_text(NOTICE, encoding="utf-8")
    result = run("build", "通知.md", "--to", "html,docx", "--json")
    (filing,) = data(result)["filings"]
    assert result.exit_code == 0 and filing["findings"] == [] and filing["warnings"] == [], result.output
    page = tmp_path / "outputs" / "通知" / filing["files"]["html"]["path"]
    assert page.name == "关于排查的通知.html"
    files = [link for link in Links(page).found if not link.startswith("#")]
    assert files == ["关于排查的通知附件2：名单.docx"]
    assert all((page.parent / file).is_file() for file in files)
    assert "索引号" in filing["blanks"]
    assert read_html(page).title == "关于排查的通知"
    again = run("build", "通知.md", "--to", "docx,html")
    assert "未变：关于排查的通知.html" in again.stdout


def test_explain_knows_the_page(run, tmp_path: Path) -> None:
    (tmp_path / "通知.md").write_text(NOTICE, encoding="utf-8")
    assert run("build", "通知.md", "--to", "html").exit_code == 0
    page = Path("outputs") / "通知" / "关于排查的通知.html"
    told = data(run("explain", page, "268", "--json"))
    assert told["found_by"] == "sha256" and [hit["place"] for hit in told["hits"]] == ["正文第1段"]
    page.write_text(page.read_text(encoding="utf-8").replace("请各镇", "请全部镇"), encoding="utf-8")
    assert data(run("explain", page, "268", "--json"))["found_by"] == "title"
    assert data(run("explain", page, "全部", "--json"))["in_file"] is True


def test_every_filing_of_a_workspace_has_a_page_that_says_what_it_says(run, sample: Path) -> None:
    filings = sample / "filings.yaml"
    text = filings.read_text(encoding="utf-8")
    first = "  - kind: implementation-plan\n"
    assert first in text
    web = "    web: {index_number: 待填, topic: 民政}\n"
    filings.write_text(text.replace(first, first + web), encoding="utf-8")
    result = run("build", sample, "--to", "html", "--json")
    told = data(result)
    assert result.exit_code == 0, result.output
    assert all("html" in filing["files"] for filing in told["filings"])
    (plan,) = (filing for filing in told["filings"] if filing["kind"] == "implementation-plan")
    assert plan["blank_places"]["索引号"].endswith("› web › index_number（索引号）")


def test_a_classified_system_makes_no_page(run, tmp_path: Path) -> None:
    copy = tmp_path / "anhe-2026"
    shutil.copytree(SAMPLE, copy)
    campaign = copy / "campaign.yaml"
    declared = "classified_system: true\nclassified_by: 安和县保密办\nclassified_on: 2026-01-05\n"
    campaign.write_text(declared + campaign.read_text(encoding="utf-8"), encoding="utf-8")
    result = run("build", copy, "--only", "year-end-summary", "--to", "html")
    assert result.exit_code == 2 and "不生成网页" in result.stderr
