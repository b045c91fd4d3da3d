"""`separate` in a text's front matter and in filings.yaml, and what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.document.inline import plain
from reporter.document.model import Attachment
from reporter.errors import TemplateError
from reporter.records.filing import Filing
from reporter.records.fitting import Unfit
from tests.compose.printed import composed

FRONT = "标题: 关于安全工作的通知\n发文机关: 安和县民政局\n附件:\n"


def attachments(folder: Path, listed: str, body: str) -> tuple[Attachment, ...]:
    path = folder / "通知.md"
    path.write_text(f"---\n{FRONT}{listed}---\n{body}\n", encoding="utf-8")
    return composed(path).document.attachments


@pytest.mark.parametrize("setting", ["单独成册: 是", "separate: true"])
def test_a_text_may_say_that_an_attachment_is_a_file_of_its_own(tmp_path: Path, setting: str) -> None:
    listed = f"  - 要点\n  - {{标题: 名单, {setting}}}\n"
    bound, own = attachments(tmp_path, listed, "文\n@附件 1\n甲\n@附件 2\n乙")
    assert (bound.separate, own.separate, plain(own.title)) == (False, True, "名单")


def test_a_file_of_its_own_needs_its_content(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="附件“名单”没有内容") as caught:
        attachments(tmp_path, "  - {标题: 名单, 单独成册: 是}\n", "文")
    assert caught.value.where == "通知.md 第5行"


def test_what_is_only_named_cannot_be_a_file_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="既只列名称又单独成册"):
        attachments(tmp_path, "  - {标题: 名单, 单独成册: 是, 随附: 否}\n", "文")


def test_filings_yaml_takes_ids_and_settings() -> None:
    filing = Filing.of(
        {
            "kind": "a",
            "period": "2026",
            "attachments": ["b@2026", {"title": "c@2026", "separate": "true"}, "（另附）册"],
        }
    )
    assert filing.attachments is not None
    assert [(one.title, one.separate) for one in filing.attachments] == [
        ("b@2026", False), ("c@2026", True), ("（另附）册", False),
    ]  # fmt: skip
    assert filing.carried == ("b@2026", "c@2026")
    with pytest.raises(Unfit):
        Filing.of(
            {"kind": "a", "period": "2026", "attachments": [{"title": "b@2026", "seperate": "true"}]}
        )
