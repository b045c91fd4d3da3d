
from msgspec.structs import replace

from reporter.artefacts.seen.model import Element
from reporter.check.judging import judge
from reporter.check.samples import heading, line, notice
from reporter.check.subject import Subject
from reporter.check.unsure import Unchecked, unsure_lines


def _draft(subject: Subject, text: str) -> Subject:
    seen = subject.seen
    state = Element("state", text, (seen.paras[0],), 1.0, 0, "", 0)
    return replace(subject, seen=replace(seen, elements=(*seen.elements, state)))


def _told(subject: Subject, code: str) -> list[tuple[str, bool]]:
    return [
        (one.severity, "草稿里还空着" in one.message) for one in judge(subject).findings if one.code == code
    ]


def test_what_is_left_blank_in_a_draft_is_a_reminder_and_an_error_in_a_final_text() -> None:
    blank = notice(print_office=None)
    assert _told(blank, "GW420") == [("error", False)]
    assert _told(_draft(blank, "样稿　草稿"), "GW420") == [("warning", True)]
    assert _told(_draft(blank, "样稿"), "GW420") == [("error", False)]


def test_a_draft_goes_round_with_its_changes() -> None:
    changed = notice(seen_changed=True)
    assert _told(changed, "GW135") == [("warning", False)]
    assert not _told(_draft(changed, "送审稿"), "GW135")


def test_a_wrong_number_is_an_error_in_a_draft_too() -> None:
    wrong = _draft(notice(number="安民字〔2026〕十二号"), "送审稿")
    assert _told(wrong, "GW205") == [("error", False)]


def test_far_down_a_place_names_the_heading_above() -> None:
    body = (
        heading("一、总体要求", 1),
        *["各乡镇要逐院排查，建立台账。"] * 30,
        line("各乡镇要排查。", looks={"first": 0.0}),
    )
    found = [one for one in judge(notice(body=body)).findings if one.code == "GW119"]
    assert [one.where.paragraph.endswith("段（“一、总体要求”之下）") for one in found] == [True]


def test_an_unsure_element_is_told_once_with_the_number_of_rules() -> None:
    reason = "第9段“安和县”像是署名，但没有把握"
    rules = [Unchecked(f"GW40{n}", "规则", reason, unsure=True) for n in range(3)]
    lines = list(unsure_lines([*rules, Unchecked("GW110", "规则", "没有排版")]))
    assert len(lines) == 1 and lines[0].startswith(reason) and "3条规则" in lines[0]
