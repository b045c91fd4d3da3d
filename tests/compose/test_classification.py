"""密级★保密期限 is printed from a workspace that is declared to stand on a classified system, and from no other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from reporter.errors import TemplateError
from reporter.intake.classified import MESSAGE, ClassifiedFile

FRONT = (
    "name: 通知\ntitle: 关于安全工作的通知\nissuers: [安和县民政局]\nnumber: 安民发〔2026〕12号\n"
    "copy_number: 000001\nurgency: 特急\n"
)


@pytest.fixture
def declared(writer: Any) -> Any:
    """The same county, declared."""
    campaign = writer.workspace.campaign.changed(
        classified_system=True, classified_by="周某某（县保密办）", classified_on=date(2026, 3, 1)
    )
    return replace(writer, workspace=replace(writer.workspace, campaign=campaign))


@pytest.mark.parametrize(
    ("front", "filing"),
    [
        ("密级: 机密★1年\n", {}),
        ("密级: 机密\n保密期限: 1年\n", {}),
        ("classification: 机密☆ １年\n", {}),
        ("密级: 秘密★5年\n", {"classification": "机密", "secrecy_period": "1年"}),
    ],
)
def test_the_three_stand_in_their_order(declared: Any, front: str, filing: dict[str, str]) -> None:
    header = declared.document("文", front=FRONT + front, **filing).header
    assert header.corner == (("copy_number", "000001"), ("classification", "机密★1年"), ("urgency", "特急"))


@pytest.mark.parametrize("missing", ["classified_system", "classified_by", "classified_on"])
def test_without_the_whole_declaration_everything_stops(declared: Any, missing: str) -> None:
    default = declared.workspace.campaign.declared()[missing].default
    campaign = declared.workspace.campaign.changed(**{missing: default})
    writer = replace(declared, workspace=replace(declared.workspace, campaign=campaign))
    for front, filing in ((FRONT + "密级: 机密★1年\n", {}), (FRONT, {"classification": "机密★1年"})):
        with pytest.raises(ClassifiedFile) as caught:
            writer.document("文", front=front, **filing)
        assert caught.value.message == MESSAGE
    header = writer.document("文", front=FRONT + "密级: 无\n").header
    assert [style for style, _ in header.corner] == ["copy_number", "urgency"]


@pytest.mark.parametrize(
    ("front", "message"),
    [
        (FRONT + "密级: 机密\n", "密级和保密期限“机密”不对"),
        (FRONT + "密级: 内部★1年\n", "密级和保密期限“内部★1年”不对"),
        (FRONT + "密级: 机密★一年\n", "密级和保密期限“机密★一年”不对"),
        (FRONT.replace("copy_number: 000001\n", "") + "密级: 机密★1年\n", "涉密公文要标注份号"),
        ("name: 便笺\ntitle: 便笺\nheader: false\nclosing: false\nimprint: false\n密级: 机密★1年\n", "没有版头"),
    ],
)
def test_a_mark_has_its_form_and_its_place(declared: Any, front: str, message: str) -> None:
    with pytest.raises(TemplateError) as caught:
        declared.document("文", front=front)
    assert message in caught.value.message


def test_a_period_longer_than_the_law_gives_is_noted(declared: Any) -> None:
    notes = declared.compose("文", front=FRONT + "密级: 机密★30年\n").notes
    assert any("机密级的保密期限一般不超过20年" in note for note in notes)
