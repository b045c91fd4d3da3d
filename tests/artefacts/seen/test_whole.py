"""A file of either format with its elements."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.artefacts.seen.settled import see_with_settings
from reporter.artefacts.seen.whole import see
from reporter.errors import InputError
from tests.artefacts.seen.wordfile import SECTION, p, word

BIG = "<w:rFonts w:eastAsia='方正小标宋简体'/><w:sz w:val='44'/>"
BODY = "<w:rFonts w:eastAsia='仿宋_GB2312'/><w:sz w:val='32'/>"
NOTICE = (
    p("安和县民政局关于做好养老院安全管理工作的通知", "<w:jc w:val='center'/>", BIG)
    + p("各乡镇人民政府：", "", BODY)
    + p("为做好养老院安全管理工作，现将有关事项通知如下。", "<w:ind w:firstLineChars='200'/>", BODY)
    + SECTION.format("<w:docGrid w:type='lines' w:linePitch='579'/>")
)


def test_a_docx_is_read_with_its_elements() -> None:
    found = see(word(NOTICE), "docx")
    assert [element.role for element in found.elements] == ["title", "recipients", "body"]


def test_settings_are_read_from_the_same_opening() -> None:
    found, setting = see_with_settings(word(NOTICE))
    assert found == see(word(NOTICE), "docx")
    assert (setting.sections[0].grid_type, round(setting.sections[0].top)) == ("lines", 37)


def test_a_file_of_another_sort_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        see(word(NOTICE), "pdf")
    with pytest.raises(InputError, match="找不到"):
        see(tmp_path / "gone.docx", "docx")
