"""Lists of several files that go by one set of ids: what is told of rows that differ, and what is let pass."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.judging import judge_set
from reporter.check.profiles import PROFILES
from reporter.check.samples import notice
from reporter.check.subject import Subject

Row = tuple[str, ...]
HEADS = ("编号", "机构名称", "发现日期", "完成日期")
ROWS = (
    ("XF-01", "河口镇敬老院", "2026-09-07", "2026-09-16"),
    ("XF-02", "青石镇敬老院", "2026-09-08", "2026-09-21"),
    ("XF-03", "云溪镇敬老院", "2026-09-09", "—"),
)


def filed(name: str, rows: tuple[Row, ...], heads: Row = HEADS) -> Subject:
    return notice(file=f"{name}.docx", title=f"养老机构消防安全{name}", grids=(Grid(1, (heads, *rows), 1),))


def told(*subjects: Subject) -> list[str]:
    return [one.message for one in judge_set(subjects, PROFILES["默认"]) if one.code == "GW741"]


def changed(at: int, column: int, text: str) -> tuple[Row, ...]:
    cells = list(ROWS[at])
    cells[column] = text
    return (*ROWS[:at], tuple(cells), *ROWS[at + 1 :])


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        (ROWS, []),
        (ROWS[:2], []),
        (changed(0, 1, "福寿托老院"), ["XF-01的“机构名称”在问题清单.docx里是河口镇敬老院，这里是福寿托老院"]),
        (changed(0, 1, "安和县河口镇敬老院"), []),
        (changed(0, 3, "2026年9月16日"), []),
        (changed(1, 3, "2026-09-22"), ["XF-02的“完成日期”在问题清单.docx里是2026-09-21，这里是2026-09-22"]),
        (changed(2, 3, "2026-10-09"), ["XF-03的“完成日期”在问题清单.docx里是—，这里是2026-10-09"]),
        (changed(2, 0, "XF-09"), ["整改清单有问题清单.docx里没有的编号XF-09"]),
        (tuple((f"AQ-{n}", *row[1:]) for n, row in enumerate(ROWS)), []),
        (tuple((str(n), "别的机构", *row[2:]) for n, row in enumerate(ROWS)), []),
    ],
)
def test_rows_of_one_id(rows: tuple[Row, ...], messages: list[str]) -> None:
    assert told(filed("问题清单", ROWS), filed("整改清单", rows)) == messages


def test_nothing_is_done_before_it_was_found_by_another_list() -> None:
    done = tuple((row[0], "2026-09-01") for row in ROWS)
    found = [one.split("的")[0] for one in told(
        filed("问题清单", tuple(row[:3] for row in ROWS), HEADS[:3]),
        filed("销号清单", done, ("编号", "完成日期")),
    )]  # fmt: skip
    assert found == ["XF-01", "XF-02", "XF-03"]


def test_lists_of_one_file_are_for_other_rules() -> None:
    grids = (Grid(1, (HEADS, *ROWS), 1), Grid(2, (HEADS, *changed(0, 1, "福寿托老院")), 1))
    assert told(notice(grids=grids), notice(file="另一份.docx")) == []


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        ("共发现问题3个，涉及3家机构。", []),
        ("共发现问题3个，涉及2家机构。", ["问题清单.docx列的3个问题分布在3家，这里写2家"]),
        ("共发现问题5个，涉及2家机构。", []),
        ("云溪镇敬老院的喷淋增设于12月10日前完成。", []),
        (
            "云溪镇敬老院的喷淋增设于12月20日前完成。",
            ["XF-03：通报.docx写云溪镇敬老院于12月20日前完成，这里的时限是2026-12-10"],
        ),
        ("河口镇敬老院的复查于12月20日前完成。", []),
    ],
)
def test_a_bulletin_tells_what_the_lists_say(said: str, messages: list[str]) -> None:
    dues = ("2026-09-20", "2026-09-25", "2026-12-10")
    rows = tuple((row[0], due, row[3]) for row, due in zip(ROWS, dues, strict=True))
    repairs = filed("整改清单", rows, ("编号", "整改时限", "完成日期"))
    assert told(filed("问题清单", ROWS), repairs, notice(file="通报.docx", body=(said,))) == messages
