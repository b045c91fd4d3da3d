"""What is archived comes back as it was, in a text that is the same every time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reporter.document.archive import dumps, loads
from reporter.document.inline import Blank, Break, Note, Text, words
from reporter.document.model import (
    Attachment,
    Closing,
    Column,
    Document,
    Header,
    Heading,
    Imprint,
    Issued,
    Named,
    Paragraph,
    Row,
    Signatory,
    Table,
)
from reporter.errors import InputError

short = st.text(st.characters(codec="utf-8"), max_size=6)
leaves = st.one_of(
    st.builds(Text, short, st.booleans(), st.none() | short),
    st.builds(Blank, short, st.integers(1, 20)),
    st.just(Break()),
)
inlines = st.lists(leaves | st.builds(Note, st.lists(leaves, max_size=2).map(tuple)), max_size=3).map(tuple)
sizes = st.integers(1, 40) | st.decimals(1, 40, places=1).map(float)
columns = st.lists(
    st.builds(
        Column, short, short, sizes, st.sampled_from(["left", "center"]), st.sampled_from(["text", "date"])
    ),
    max_size=2,
).map(tuple)
rows = st.lists(
    st.builds(
        Row,
        short,
        st.lists(inlines, max_size=2).map(tuple),
        st.sampled_from(["body", "total"]),
        st.integers(0, 3),
    ),
    max_size=2,
).map(tuple)
item_lines = st.lists(st.lists(inlines, max_size=2).map(tuple), max_size=1).map(tuple)
tables = st.builds(
    Table, short, st.sampled_from(["table", "form", "ledger"]), columns, rows, inlines, item_lines, item_lines,
    type_size=sizes, own_page=st.booleans(),
)  # fmt: skip
blocks = st.one_of(
    st.builds(Heading, short, st.integers(1, 5), inlines, inlines),
    st.builds(Paragraph, short, inlines, st.booleans()),
    tables,
)
bodies = st.lists(blocks, max_size=3).map(tuple)


def documents(content: st.SearchStrategy[Any]) -> st.SearchStrategy[Document]:
    signers = st.lists(inlines, max_size=2).map(tuple)
    headers = st.builds(Header, st.lists(short, max_size=2).map(tuple), short, inlines, signers)
    signed = st.builds(Closing, st.lists(st.builds(Signatory, short, short, short), max_size=2).map(tuple), inlines)
    return st.builds(
        Document, short, short, st.sampled_from(["document", "letter", "plain"]), st.sampled_from(["up", "level"]),
        inlines, bodies, sample=st.booleans(), header=st.none() | headers, recipients=inlines,
        issued=st.lists(st.builds(Issued, short, inlines, bodies), max_size=1).map(tuple),
        attachments=st.lists(st.builds(Attachment, inlines, content), max_size=1).map(tuple),
        closing=st.none() | signed, imprint=st.none() | st.builds(Imprint, inlines, inlines, inlines, inlines),
    )  # fmt: skip


plain_documents = documents(st.just(Named()) | tables)


@settings(max_examples=60, deadline=None)
@given(documents(plain_documents | tables | st.just(Named())))
def test_every_document_comes_back_as_it_was(document: Document) -> None:
    text = dumps(document)
    assert loads(text) == document
    assert dumps(loads(text)) == text


SMALL = Document(
    filing="note@2026",
    kind="note",
    face="plain",
    direction="level",
    title=words("便笺"),
    body=(
        Heading("a", 1, words("甲")),
        Table("t", "table", (Column("c", "列", 4.5),), (Row("1", (words("一"),)),)),
    ),
)


def test_the_archive_has_one_block_a_line_sorted_keys_and_no_floats() -> None:
    text = dumps(SMALL)
    assert '   {"id": "a", "inlines": [{"is": "Text", "text": "甲"}], "is": "Heading", "level": 1},\n' in text
    assert '     {"cells": [[{"is": "Text", "text": "一"}]], "is": "Row", "key": "1"}\n' in text
    assert '"width": {"is": "decimal", "value": "4.5"}' in text
    assert text.endswith("}\n")
    keys = list(json.loads(text)["document"])
    assert keys == sorted(keys)


def test_a_signatory_of_an_older_archive_has_no_post() -> None:
    old = replace(SMALL, closing=Closing((Signatory("安和县民政局", "（代）"),), ()))
    text = dumps(old)
    assert "post" not in text
    assert loads(text).closing == old.closing


def test_what_is_left_at_its_default_is_not_written() -> None:
    assert "imprint" not in dumps(SMALL)
    assert "strong" not in dumps(SMALL)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"schema": "reporter/document-99", "document": {}}',
        '{"schema": "reporter/document-1"}',
        '{"schema": "reporter/document-1", "document": {"is": "Text", "text": "a"}}',
        '{"schema": "reporter/document-1", "document": {"is": "Drache"}}',
        '{"schema": "reporter/document-1", "document": {"is": "Document"}}',
    ],
)
def test_what_is_no_archive_is_an_input_error(text: str) -> None:
    with pytest.raises(InputError):
        loads(text)
