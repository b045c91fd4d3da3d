"""What a text most probably lacks is told, and nothing is refused for it."""

from __future__ import annotations

from pathlib import Path

from tests.compose.conftest import Writer
from tests.compose.printed import composed

FRONT = "标题: 关于安全工作的通知\n发文机关: 安和县民政局\n文号: 无\n成文日期: 2026-11-20\n"


def notes(folder: Path, body: str = "文", more: str = "") -> tuple[str, ...]:
    path = folder / "通知.md"
    path.write_text(f"---\n{FRONT}{more}---\n{body}\n", encoding="utf-8")
    return composed(path).notes


def test_a_complete_text_is_not_commented(tmp_path: Path) -> None:
    assert notes(tmp_path, more="印发日期: 2026-11-20\n") == ()


def test_printing_before_the_day_of_the_document_is_told(tmp_path: Path) -> None:
    (note,) = notes(tmp_path, more="印发日期: 2026-11-19\n")
    assert note == "通知.md 第6行：印发日期2026年11月19日早于成文日期2026年11月20日"


def test_an_attachment_that_is_never_written_is_told(tmp_path: Path) -> None:
    more = "附件:\n  - 名册\n  - {标题: 方案, 随附: 否}\n  - （另附）清单\n  - 要点\n"
    (note,) = notes(tmp_path, "文\n@附件 4\n查。", more)
    assert note.startswith("通知.md 第7行：附件“名册”只列了名称，没有内容") and "@附件 1" in note


def test_an_empty_text_is_told(tmp_path: Path) -> None:
    assert notes(tmp_path, "") == ("通知.md 第7行：正文是空的",)


def test_a_heading_that_leaves_out_a_level_is_told(writer: Writer) -> None:
    (note,) = writer.compose("# 甲\n### 乙\n#### 丙\n# 丁\n## 戊\n### 己").notes
    assert note.startswith("templates/text/note.md 第9行：标题从1级跳到3级，中间缺了“（一）”这一级；")
