"""A kind is one text file, shipped or in the workspace; the five shipped ones fit a county and a township."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from reporter.compose import kinds
from reporter.compose.kinds import kind_names, load_kind
from reporter.document.inline import plain
from reporter.document.model import Document, Heading, Paragraph, Table
from reporter.errors import UnknownName
from reporter.intake.workspace import load_valid
from reporter.records.campaign import Agency
from reporter.records.workspace import Workspace

SAMPLE = Path(__file__).parents[2] / "inputs" / "anhe-2026"
KINDS = (
    "filing-letter",
    "implementation-plan",
    "notification-points",
    "rectification-lists",
    "year-end-summary",
)


def everything(document: Document) -> str:
    """All text of a document but that of its attachments."""
    lines = [plain(document.title)]
    for block in document.blocks:
        match block:
            case Heading():
                lines.append(plain(block.inlines) + plain(block.run_in))
            case Paragraph():
                lines.append(plain(block.inlines))
            case Table():
                lines += [plain(block.title), *(plain(item) for line in block.above for item in line)]
                lines += [plain(cell) for row in block.rows for cell in row.cells]
    return "\n".join(lines)


def test_the_five_kinds_are_shipped() -> None:
    assert set(KINDS) <= set(kind_names())


def test_every_deliverable_of_the_calendar_has_a_kind_or_says_that_it_has_none() -> None:
    lines = (Path(__file__).parent / "deliverables.txt").read_text(encoding="utf-8").splitlines()
    made = dict(line.split(" = ") for line in lines if not line.startswith("#"))
    assert {kind for kind in made.values() if kind != "不由本系统生成"} == set(kind_names())


def test_a_kind_of_the_workspace_is_found_beside_the_shipped_ones_and_goes_first(writer: Any) -> None:
    writer.kind("---\nname: 简报\ntitle: 简报\n---\n文\n", "briefing")
    writer.kind("---\nname: 我的\ntitle: 我的报送\n---\n文\n", "filing-letter")
    root = writer.workspace.root
    assert set(kind_names(root)) == {*kind_names(), "briefing"}
    assert load_kind("filing-letter", root).front.title == "我的报送"
    assert load_kind("filing-letter").front.title != "我的报送"


@pytest.mark.parametrize(("asked", "hint"), [("year-end-sumary", "year-end-summary"), ("../x", "可用的有")])
def test_an_unknown_kind_answers_with_the_nearest(asked: str, hint: str) -> None:
    with pytest.raises(UnknownName) as caught:
        load_kind(asked)
    assert hint in caught.value.hint


def test_an_unknown_shape_answers_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        load_kind("year-end-summary", shape="plan")
    assert "plain" in caught.value.hint


@pytest.mark.parametrize("text", ["文", "---\nname: 甲\n", ""])
def test_a_text_without_front_matter_is_explained(writer: Any, text: str) -> None:
    writer.kind(text)
    assert "---" in writer.fault("").message


def test_a_text_in_another_encoding_says_how_to_save_it(writer: Any) -> None:
    writer.kind("")
    (writer.workspace.root / "templates/text/note.md").write_bytes("---\nname: 便笺\n---\n".encode("gbk"))
    assert "UTF-8" in writer.fault("").hint


def test_characters_that_cannot_be_printed_are_named_in_the_front_matter_too(writer: Any) -> None:
    assert writer.fault("文", front="name: 便笺\ntitle: 便\x07笺\n").where == "templates/text/note.md 第3行"


def test_line_ends_of_windows_and_a_byte_order_mark_are_fine(writer: Any) -> None:
    text = "\ufeff---\r\nname: 便笺\r\ntitle: 便笺\r\n---\r\n# 甲\r\n乙\r\n"
    writer.kind("")
    (writer.workspace.root / "templates/text/note.md").write_bytes(text.encode())
    assert writer.lines("") == ["# 甲", "乙"]


@pytest.fixture(scope="module")
def sample() -> Workspace:
    return load_valid(SAMPLE)[0]


@pytest.mark.parametrize(
    ("shape", "title", "face", "parts"),
    [
        ("report", "关于2026年养老院服务质量建设专项行动工作情况的报告", "document", (True, True, True)),
        ("attachment", "关于2026年养老院服务质量建设专项行动工作情况的总结", "plain", (False, False, False)),
        ("plain", "关于2026年养老院服务质量建设专项行动工作情况的总结", "plain", (False, True, False)),
    ],
)
def test_a_summary_has_three_lawful_shapes(
    sample: Workspace, writing_in: Any, shape: str, title: str, face: str, parts: tuple[bool, bool, bool]
) -> None:
    document = writing_in(sample).document(kind="year-end-summary", shape=shape, indicator_set="county-10")
    assert (plain(document.title), document.face) == (title, face)
    assert (document.header is not None, document.closing is not None, document.imprint is not None) == parts
    assert ("特此报告" in everything(document)) == (shape == "report")


def test_a_summary_of_several_years_has_their_table(sample: Workspace, writing_in: Any) -> None:
    document = writing_in(sample).document(
        kind="year-end-summary", period="2023-2026", indicator_set="county-10"
    )
    tables = {block.id: block for block in document.body if isinstance(block, Table)}
    assert [plain(row.cells[0]) for row in tables["table-years"].rows] == [
        "2023年",
        "2024年",
        "2025年",
        "2026年",
    ]
    assert plain(document.title).startswith("关于2023—2026年")


def test_without_parent_documents_a_plan_gives_its_purpose(sample: Workspace, writing_in: Any) -> None:
    campaign = sample.campaign.changed(parent_documents=())
    document = writing_in(replace(sample, campaign=campaign)).document(kind="implementation-plan", as_of=None)
    assert everything(document).split("\n")[1].startswith("为做好2026年")


@pytest.fixture
def town(sample: Workspace) -> Workspace:
    """河口镇 as a unit of its own: its register and ledger, the county bureau above it."""
    agency = Agency(
        id="hk",
        full_name="河口镇人民政府",
        short_name="镇人民政府",
        unit="990121101",
        system="综合",
        level="乡镇",
        doc_code="河政函",
    )
    given = {
        "unit": "990121101",
        "lead": "hk",
        "issuers": ("hk",),
        "superior": "ah-mz",
        "cc": (),
        "recipients": (),
    }
    campaign = sample.campaign.changed(**given, agencies=(*sample.campaign.agencies, agency))
    homes = tuple(home for home in sample.institutions if home.township.strip().startswith("河口"))
    codes = {home.code for home in homes}
    hazards = tuple(one for one in sample.hazards if one.institution in codes)
    return replace(
        sample, campaign=campaign, institutions=homes, hazards=hazards, answers=(), overrides=(), texts={}
    )


def test_a_township_sends_its_summary_as_a_letter_in_its_own_words(town: Workspace, writing_in: Any) -> None:
    document = writing_in(town).document(kind="year-end-summary", indicator_set="county-10")
    text = everything(document)
    assert (document.direction, document.face) == ("level", "letter")
    assert plain(document.title).endswith("工作情况的函")
    assert plain(document.recipients) == "安和县民政局"
    assert document.header is not None
    assert (document.header.issuers, document.header.signers) == (("河口镇人民政府",), ())
    assert f"全镇现有养老机构{sum(home.status != '已关停' for home in town.institutions)}家" in text
    assert "我镇扎实推进" in text
    assert "特此函告。" in text
    assert "报告" not in text
    assert not any(word in text for word in ("全县", "我县", "全域", "我单位"))
    assert not any(isinstance(block, Table) for block in document.body)


def test_a_township_files_its_lists_and_form_with_a_letter(town: Workspace, writing_in: Any) -> None:
    writer = writing_in(town)
    points = writer.document(kind="notification-points", indicator_set="county-10")
    lists = writer.document(kind="rectification-lists")
    attached = {"points": points, "lists": lists}
    letter = writer.document(kind="filing-letter", attachments=("points", "lists"), attached=attached)
    assert letter.face == "letter"
    assert "现将我镇2026年" in everything(letter)
    assert f"共排查发现隐患{len(town.hazards)}条" in everything(letter)
    assert "特此函报。" in everything(letter)
    assert "填报单位（盖章）：河口镇人民政府" in everything(points)
    assert not any(
        row.role == "group" for block in lists.body if isinstance(block, Table) for row in block.rows
    )
    assert "table-towns" not in [block.id for block in lists.body]


def test_a_town_of_a_county_workspace_counts_its_own_homes_only(sample: Workspace, writing_in: Any) -> None:
    document = writing_in(sample).document(kind="filing-letter", unit="990121101")
    found = sum(one.found_on.year == 2026 and one.found_on.isoformat() <= "2026-10-31" for one in sample.hazards
                if sample.homes[one.institution].township.strip().startswith("河口"))  # fmt: skip
    assert f"共排查发现隐患{found}条" in everything(document)


@pytest.mark.parametrize("name", kind_names(SAMPLE))
def test_no_kind_says_by_itself_that_a_document_is_published(name: str) -> None:
    front = load_kind(name, SAMPLE).front
    assert (front.remark, front.disclosure) == (None, None)


def test_the_settings_of_shipped_kinds_are_the_same_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTER_CACHE", str(tmp_path))
    kinds._parsed.cache_clear()
    made = [load_kind(name) for name in kind_names()]
    kinds._parsed.cache_clear()
    monkeypatch.setattr(kinds, "_SETTINGS", "not.to.be.loaded")
    kept = [load_kind(name) for name in kind_names()]
    kinds._parsed.cache_clear()
    assert kept == made
    assert [one.lines for one in kept] == [one.lines for one in made]
