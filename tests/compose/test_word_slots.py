"""A clerk's text in Word fills its slot like one in Markdown, figures included."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from reporter.compose.composition import compose
from reporter.document.inline import plain
from reporter.records.filing import Filing


def test_a_word_text_fills_its_slot(writer: Any) -> None:
    front = "name: 便笺\ntitle: 便笺\nheader: false\nclosing: false\nimprint: false\n"
    writer.kind(f"---\n{front}---\n{{{{ slot(\"做法\") }}}}\n")
    text = "# 做法\n全县{{ 隐患.发现() }}条。\n\\# 原样\n"
    workspace = replace(writer.workspace, texts={"note/做法.docx": text})
    filing = Filing(kind="note", period="2026", as_of=date(2026, 10, 31))
    composition = compose(workspace, filing, lambda name: None)
    assert [plain(block.inlines) for block in composition.document.body] == ["做法", "全县3条。", "# 原样"]
    assert "texts/note/做法.docx" in composition.texts_read
