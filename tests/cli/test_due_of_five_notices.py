"""The obligations of the five notices of 2017–2024 through `reporter due`: dates, kinds, addressees, in a golden table.

REPORTER_UPDATE_GOLDENS=1 writes the table again; every date in it was checked against the notices' words by hand.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from reporter.compose.kinds import kind_names
from tests.cli.answers import data

FOLDER = Path(__file__).resolve().parents[1] / "golden" / "due"
NOTICES: dict[str, Any] = YAML(typ="safe").load((FOLDER / "obligations.yaml").read_text(encoding="utf-8"))
FIELDS = ("sender", "receiver", "kind", "deliverable", "period", "due_text", "medium")
LEVELS = ("国家", "省", "市", "县", "乡镇")
AGENCIES = {
    "民政部": "国家",
    "省民政厅": "省",
    "市民政局": "市",
    "领导小组办公室": "市",
    "福利中心": "市",
    "县民政局": "县",
}


def campaign(notice: dict[str, Any]) -> dict[str, Any]:
    """A workspace's campaign.yaml at the level that issued the notice."""
    units = [
        {
            "code": f"u{place}",
            "name": f"某{level}",
            "level": level,
            **({"parent": f"u{place - 1}"} if place else {}),
        }
        for place, level in enumerate(LEVELS)
    ]
    agencies = [
        {"id": name, "full_name": name, "short_name": name, "unit": f"u{LEVELS.index(level)}", "system": "民政",
         "level": level}
        for name, level in AGENCIES.items()
    ]  # fmt: skip
    owed = [
        {"id": ident, **dict(zip(FIELDS, row, strict=True)), "medium": [row[-1]]}
        for ident, row in notice["obligations"].items()
    ]
    return {"name": "专项行动", "years": notice["years"], "unit": f"u{LEVELS.index(notice['unit'])}",
            "lead": "县民政局", "issuers": ["县民政局"], "superior": "市民政局", "units": units, "agencies": agencies,
            "obligations": owed}  # fmt: skip


def rows(run, folder: Path, notice: dict[str, Any]) -> list[str]:
    folder.mkdir()
    with (folder / "campaign.yaml").open("w", encoding="utf-8") as file:
        YAML().dump(campaign(notice), file)
    told = data(run("due", folder, "--on", f"{notice['years'][0]}-01-02", "--json"))
    return [_row(one) for one in sorted(told["obligations"], key=lambda one: one["id"])]


def _row(one: dict[str, Any]) -> str:
    words = one["deadline"]
    cells = (one["id"], words.get("start", ""), one["date"] or "没有日期", words["kind"], one["kind"],
             f"{one['sender']}→{one['receiver']}", one["deliverable"], one["period"], "、".join(one["medium"]),
             words["text"])  # fmt: skip
    return " | ".join(cells)


@pytest.mark.parametrize("name", NOTICES)
def test_the_obligations_of_a_notice_are_those_of_the_golden_table(run, tmp_path: Path, name: str) -> None:
    made = "\n".join(rows(run, tmp_path / name, NOTICES[name])) + "\n"
    golden = FOLDER / f"{name}.txt"
    if os.environ.get("REPORTER_UPDATE_GOLDENS"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_every_document_among_them_is_of_a_known_kind() -> None:
    kinds = {row[2] for notice in NOTICES.values() for row in notice["obligations"].values()}
    assert {kind for kind in kinds if not kind.startswith("（")} <= set(kind_names())


def test_the_chain_finds_the_slip_of_2024_and_no_other(run, tmp_path: Path) -> None:
    """The districts' ledger was asked for by 5月20日, before the homes' own self-check at the end of May."""
    found = {}
    for name, notice in NOTICES.items():
        rows(run, tmp_path / name, notice)
        told = data(run("due", tmp_path / name, "--on", f"{notice['years'][0]}-01-02", "--json"))
        found[name] = [(one["code"], one["severity"], one["ids"]) for one in told["chain"]]
    slip = [("R12", "warning", ["self-check", "ledgers"])]
    assert found == {"S0": [], "S1": [], "S2": slip, "S3": [], "S4": []}
