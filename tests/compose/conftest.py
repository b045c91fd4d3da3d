"""A tiny county to write texts in: one town, two homes, three hazards; every figure can be counted by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from reporter.compose.composition import Composition, compose
from reporter.document.inline import plain
from reporter.document.model import Document, Heading, Paragraph
from reporter.errors import ReporterError
from reporter.records.campaign import Agency, Campaign, Contact, Member, Roster, Task, Unit
from reporter.records.filing import Filing
from reporter.records.hazard import Hazard
from reporter.records.institution import Institution
from reporter.records.workspace import Workspace

FRONT = """name: 便笺
title: 便笺
header: false
closing: false
imprint: false
"""
COUNTY = Campaign(
    name="专项行动",
    years=(2026,),
    unit="330",
    lead="mz",
    issuers=("mz", "xf"),
    superior="smz",
    recipients=("各乡镇人民政府",),
    cc=("县人民政府办公室",),
    units=(
        Unit(code="33", name="临澜市", level="市"),
        Unit(code="330", name="安和县", level="县", parent="33"),
        Unit(code="3301", name="河口镇", level="乡镇", parent="330"),
        Unit(code="3302", name="云岭乡", level="乡镇", parent="330"),
    ),
    agencies=(
        Agency(
            id="mz", full_name="安和县民政局", short_name="县民政局", unit="330", system="民政", level="县",
            doc_code="安民发", joint_doc_code="安民联发", head="周某某", office="安和县民政局办公室",
        ),
        Agency(id="xf", full_name="安和县消防救援大队", short_name="县消防大队", unit="330", system="消防", level="县"),
        Agency(id="smz", full_name="临澜市民政局", short_name="市民政局", unit="33", system="民政", level="市"),
    ),
    contacts=(Contact(id="main", person="李某"),),
    tasks=(
        Task(id="a", title="排查", period="3月", departments=("民政", "消防"), text="逐院排查。", target="全覆盖"),
        Task(id="b", title="整改", period="4月", departments=("民政",), text="逐条整改。"),
    ),
    rosters=(
        Roster(
            id="group", title="领导小组", office="县民政局", office_head="王某",
            members=(Member(role="组长", person="周某某", agency="县民政局", post="局长"), Member(role="成员")),
        ),
    ),
)  # fmt: skip
HOMES = (
    Institution(code="J1", name="康宁院", township="河口镇", ownership="民办", filed="已备案", status="在营"),
    Institution(code="J2", name="福寿院", township="云岭乡", ownership="民办", filed="已备案", status="在营"),
)


def hazard(code: str, home: str, closed_on: date | None = None, **more: Any) -> Hazard:
    return Hazard(
        code=code, institution=home, found_on=date(2026, 2, 25), source="自查", domain="消防",
        grade="一般", closed_on=closed_on, status="已销号" if closed_on else "整改中",
        **{"description": "通道堆物", **more},
    )  # fmt: skip


HAZARDS = (
    hazard("H-1", "J2", date(2026, 4, 1)),
    hazard("H-2", "J1"),
    hazard("H-3", "J1", date(2026, 5, 1)),
)


class Writer(Struct, frozen=True):
    """Writes kinds and clerk's texts into a workspace and composes them."""

    workspace: Workspace

    def kind(self, text: str, name: str = "note") -> None:
        path = self.workspace.root / "templates" / "text" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def compose(
        self,
        body: str = "",
        *,
        front: str = "",
        texts: Mapping[str, str] | None = None,
        attached: Mapping[str, Document] | None = None,
        **filing: Any,
    ) -> Composition:
        """What the body of a text `note` gives; `front` is added to its front matter, which ends in line 7."""
        if body or front:
            self.kind(f"---\n{front or FRONT}---\n{body}\n")
        given = {"kind": "note", "period": "2026", "as_of": date(2026, 10, 31), **filing}
        workspace = replace(
            self.workspace, texts={f"note/{name}.md": text for name, text in (texts or {}).items()}
        )
        return compose(workspace, Filing.of(given), lambda name: (attached or {})[name])

    def document(self, body: str = "", **settings: Any) -> Document:
        return self.compose(body, **settings).document

    def lines(self, body: str, **settings: Any) -> list[str]:
        """The text of every block: headings with their level, run-in text behind a bar, blanks as ＿."""
        found = []
        for block in self.document(body, **settings).body:
            match block:
                case Heading():
                    run_in = f"|{plain(block.run_in, '＿')}" if block.run_in else ""
                    found.append(f"{'#' * block.level} {plain(block.inlines, '＿')}{run_in}")
                case Paragraph():
                    found.append(plain(block.inlines, "＿"))
        return found

    def fault(self, body: str, **settings: Any) -> ReporterError:
        with pytest.raises(ReporterError) as caught:
            self.document(body, **settings)
        return caught.value


@pytest.fixture
def county(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, COUNTY, (), (), institutions=HOMES, hazards=HAZARDS)


@pytest.fixture
def writer(county: Workspace) -> Writer:
    return Writer(county)


@pytest.fixture
def writing_in() -> Callable[[Workspace], Writer]:
    return Writer
