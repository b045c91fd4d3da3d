"""A workspace with what clerks hand in, the commands upon it, and ways to spoil its files."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from docx import Document as WordFile
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.conftest import HAZARD_HEADER, HOME, HOME_HEADER, hazard, write_book

LEDGER, REGISTER = "隐患台账.xlsx", "机构名册.xlsx"
FILINGS = (
    'filings:\n  - {kind: rectification-lists, period: "2026", as_of: 2026-10-31, doc_date: 2026-11-06}\n'
)
OWN = """---
name: 情况
face: plain
title: "{{ 本单位.name }}情况"
to: none
header: false
closing: false
imprint: false
---
已整改{{ 隐患.已整改() }}条，整改资金{{ 隐患.整改资金() }}万元，整改率{{ 隐患.整改率() }}。
"""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Problem = dict[str, Any]


class Office:
    """A workspace of one home and one hazard, and the commands."""

    def __init__(self, folder: Path, run: Callable[..., Any]) -> None:
        self.folder, self._run = folder, run

    def ledger(self, *rows: tuple[object, ...], change: Callable[[Worksheet], None] | None = None) -> None:
        write_book(self.folder / LEDGER, [HAZARD_HEADER, *(rows or (hazard(),))], change)

    def register(self, *rows: tuple[object, ...], change: Callable[[Worksheet], None] | None = None) -> None:
        write_book(self.folder / REGISTER, [HOME_HEADER, *(rows or (HOME,))], change)

    def problems(self, code: int = 1) -> list[Problem]:
        """What `validate` says; inputs are as they were afterwards."""
        before = self._digests()
        result = self._run("validate", self.folder, "--json")
        assert result.exit_code == code, result.output
        assert self._digests() == before
        told: list[Problem] = json.loads(result.stdout)["problems"]
        return told

    def worst(self, code: int = 1) -> Problem:
        """The first problem: what must be told."""
        return self.problems(code)[0]

    def made(self, *words: str, code: int = 0) -> Path:
        """The folder that `build` filled."""
        before = self._digests()
        result = self._run("build", self.folder, "--to", "docx,xlsx", *words)
        assert result.exit_code == code, result.output
        assert self._digests() == before
        return Path("outputs") / self.folder.name

    def refused(self) -> str:
        """What `build` says that delivers nothing."""
        result = self._run("build", self.folder, "--to", "docx")
        assert result.exit_code in (1, 2), result.output
        assert not list(Path().glob("outputs/**/*.docx"))
        return str(result.output)

    def _digests(self) -> dict[str, str]:
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def place(problem: Problem) -> tuple[str, str]:
    return problem["where"]["file"], str(problem["where"].get("cell") or problem["where"].get("line") or "")


def word_text(folder: Path) -> str:
    """Everything that stands in the Word file."""
    (path,) = folder.glob("*.docx")
    document = WordFile(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def column(header: tuple[str, ...], name: str, row: int = 2) -> str:
    return f"{openpyxl.utils.get_column_letter(header.index(name) + 1)}{row}"


def ascii_xml(text: str) -> bytes:
    """A text as openpyxl writes it."""
    return text.encode("ascii", "xmlcharrefreplace")


def changed_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, data in parts.items():
            archive.writestr(one, change(data) if one == name else data)
