"""A small filing with everything that the read-back judges, its facts and its rendered files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from reporter.document.inline import Blank, Text, words
from reporter.document.model import (
    Attachment,
    Closing,
    Column,
    Document,
    Header,
    Heading,
    Imprint,
    Paragraph,
    Row,
    Signatory,
    Table,
)
from reporter.facts.fact import Fact
from reporter.render import docx, pdf, xlsx


def fact(address: str, label: str, value: int | Decimal, measure: str, decimals: int | None = None) -> Fact:
    return Fact(
        address,
        "hazards",
        address,
        label,
        value,
        measure,
        "341",
        "2026",
        date(2026, 10, 31),
        decimals=decimals,
    )


@pytest.fixture(scope="session")
def facts() -> Mapping[str, Fact]:
    known = (
        fact("hazards.found()", "排查隐患数", 190, "条"),
        fact("hazards.rate()", "整改率", Decimal("89.473684"), "%", 1),
    )
    return {one.address: one for one in known}


def ledger() -> Table:
    columns = (
        Column("ordinal", "序号", 4, type="number"),
        Column("home", "机构", 16),
        Column("count", "隐患（条）", 8),
    )
    homes = ("河口镇福寿居养老院", "石桥镇敬老院", "青山街道颐养中心")
    rows = tuple(
        Row(f"R{number}", (words(str(number)), words(home), words(str(number * 7))))
        for number, home in enumerate(homes, 1)
    )
    total = Row("total", (words("合计"), (), (Text("42", ref="fact:hazards.total()"),)), "total", span=2)
    return Table(
        "ledger",
        "ledger",
        columns,
        (*rows, total),
        above=((words("填报单位：安和县民政局"), words("单位：条")),),
    )


@pytest.fixture(scope="session")
def document() -> Document:
    body = (
        Heading("work", 1, words("工作开展情况")),
        Paragraph(
            "p1",
            (
                *words("全县共排查隐患"),
                Text("190", ref="fact:hazards.found()"),
                *words("条，整改率"),
                Text("89.5%", ref="fact:hazards.rate()"),
                *words("。联系人"),
                Blank("联系人"),
                *words("。"),
            ),
        ),
        Paragraph("p2", words("各乡镇人民政府、街道办事处逐院逐项排查，做到底数清、情况明、措施实。" * 12)),
    )
    return Document(
        filing="summary@2026",
        kind="summary",
        face="document",
        direction="up",
        title=words("安和县民政局关于养老院服务质量建设工作情况的报告"),
        header=Header(("安和县民政局",), number=words("安民报〔2026〕3号"), signers=(words("周砚秋"),)),
        recipients=words("临澜市民政局"),
        body=body,
        attachments=(Attachment(words("安和县养老院隐患台账"), ledger()),),
        closing=Closing((Signatory("安和县民政局"),), words("2026年11月5日"), remark=words("联系电话见附件")),
        imprint=Imprint(words("安和县民政局办公室"), words("2026年11月5日印发"), cc=words("县委办公室。")),
        state="送审稿",
    )


@pytest.fixture(scope="session")
def all_facts(facts: Mapping[str, Fact]) -> Mapping[str, Fact]:
    return {**facts, "hazards.total()": fact("hazards.total()", "合计", 42, "条")}


@pytest.fixture(scope="session")
def files(document: Document) -> Mapping[str, bytes]:
    return {
        renderer.__name__.rpartition(".")[2]: renderer.render(document).data for renderer in (docx, pdf, xlsx)
    }
