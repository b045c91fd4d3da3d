"""What is wrong with the inputs: one closed list of codes, one shape of message, all problems at once."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Literal

from msgspec import Struct

from reporter.errors import InputError, ReporterError
from reporter.refs import Cell
from reporter.text import within

Severity = Literal["error", "warning", "info"]
IGNORED = "含有看不见的字符（如零宽空格），已忽略"
_WORDS = {"error": "错误", "warning": "提醒", "info": "说明"}


class Code(StrEnum):
    """Stable codes, never reused: 1xx files, 2xx tables, 3xx cells, 4xx records, 5xx rules, 6xx YAML, 7xx texts."""

    FILE_MISSING = "IN101"
    FILE_UNREADABLE = "IN102"
    FILE_ENCRYPTED = "IN103"
    FILE_OLD_FORMAT = "IN104"
    FILE_NOT_A_WORKBOOK = "IN105"
    FILE_TOO_LARGE = "IN106"
    FILE_ENCODING = "IN107"
    FILE_UNUSED = "IN108"
    FILE_TWICE = "IN109"
    FILE_BROKEN_QUOTE = "IN110"

    HEADER_MISSING = "IN201"
    COLUMN_UNKNOWN = "IN202"
    COLUMN_MISSING = "IN203"
    COLUMN_TWICE = "IN204"
    COLUMN_MEASURE = "IN205"
    ROW_SKIPPED = "IN206"
    ROW_HIDDEN = "IN207"
    SHEET_SKIPPED = "IN208"
    LAYOUT_PER_HOME = "IN209"
    SEVERAL_IN_ONE_CELL = "IN210"
    TABLE_EMPTY = "IN211"
    STRAY_CELL = "IN212"

    CELL_EMPTY = "IN301"
    CELL_DATE = "IN302"
    CELL_NUMBER = "IN303"
    CELL_CHOICE = "IN304"
    CELL_DIGITS_LOST = "IN305"
    CELL_EXCEL_ERROR = "IN306"
    CELL_FORMULA = "IN307"
    CELL_CHARACTERS = "IN308"
    CELL_INVISIBLE = "IN309"
    CELL_MERGED_NUMBER = "IN310"
    CELL_TYPE = "IN311"
    PERIOD = "IN312"

    KEY_MISSING = "IN401"
    KEY_TWICE = "IN402"
    HOME_UNKNOWN = "IN403"
    UNIT_UNKNOWN = "IN404"
    HOME_AMBIGUOUS = "IN405"
    RECORD_INVALID = "IN406"
    INDICATOR_UNKNOWN = "IN407"
    ANSWER_TYPE = "IN408"
    HOMES_DISAGREE = "IN409"

    CLOSED_WITHOUT_DATE = "IN501"
    DATE_ORDER = "IN502"
    OVERDUE = "IN503"
    CLOSED_UNVERIFIED = "IN504"
    TERM_TOO_LONG = "IN505"
    STATUS_AND_DATE = "IN506"
    PART_EXCEEDS_WHOLE = "IN507"
    RESIDENTS_EXCEED_BEDS = "IN508"
    CREDIT_CODE = "IN509"
    VALIDITY = "IN510"
    OUTSIDE_OPERATION = "IN511"
    FIELD_ADVISED = "IN512"
    DUE_ORDER = "IN513"

    YAML_SYNTAX = "IN601"
    YAML_KEY_TWICE = "IN602"
    YAML_KEY_UNKNOWN = "IN603"
    YAML_VALUE = "IN604"
    YAML_MISSING = "IN605"
    YAML_REFERENCE = "IN606"
    YAML_ALIAS = "IN607"
    YAML_PLACEHOLDER = "IN608"

    TEXT_CHARACTERS = "IN701"
    TEXT_REVISED = "IN702"


class Where(Struct, frozen=True):
    """The place of a problem as a clerk finds it; empty parts are left out of the JSON."""

    file: str
    sheet: str = ""
    cell: str = ""
    column: str = ""
    line: int = 0

    @classmethod
    def of(cls, cell: Cell, column: str = "") -> Where:
        """The place of a cell; a `Cell` without a column is a line of a text file."""
        if cell.column:
            return cls(cell.file, cell.sheet, cell.a1, column)
        return cls(cell.file, cell.sheet, column=column, line=cell.row)

    def as_dict(self) -> dict[str, Any]:
        parts = {"sheet": self.sheet, "cell": self.cell, "column": self.column, "line": self.line}
        return {"file": self.file} | {name: part for name, part in parts.items() if part}

    def __str__(self) -> str:
        line = f"第{self.line}行" if self.line else ""
        column = f"“{self.column}”" if self.column else ""
        return " › ".join(part for part in (self.file, self.sheet, self.cell or line, column) if part)


class Problem(Struct, frozen=True):
    """One problem. `value` is what stands there, `proposal` what the annotated copy writes into the cell instead."""

    code: Code
    severity: Severity
    message: str
    hint: str
    where: Where
    value: str = ""
    proposal: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The JSON shape of design section 5."""
        shape: dict[str, Any] = {
            "code": self.code.value,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
            "where": self.where.as_dict(),
            "value": self.value,
        }
        return shape | ({"proposal": self.proposal} if self.proposal else {})

    def __str__(self) -> str:
        head = f"[{_WORDS[self.severity]} {self.code.value}] {self.where}：{self.message}"
        return f"{head}\n    怎么办：{self.hint}" if self.hint else head


def error(code: Code, message: str, hint: str, where: Where, value: object = "") -> Problem:
    """Something that must be put right before anything is built."""
    return Problem(code, "error", message, hint, where, shown(value))


def warning(code: Code, message: str, hint: str, where: Where, value: object = "") -> Problem:
    """Something a reviewer would ask about; nothing is held up."""
    return Problem(code, "warning", message, hint, where, shown(value))


def info(code: Code, message: str, hint: str, where: Where, value: object = "") -> Problem:
    """Something that was done or left out, so that nothing happens silently."""
    return Problem(code, "info", message, hint, where, shown(value))


def shown(value: object) -> str:
    """A raw value as it is quoted in a message: one line, at most 60 characters, unprintable characters as U+XXXX."""
    if value is None:
        return ""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if not text.isprintable():
        text = "".join(c if c.isprintable() else (" " if c.isspace() else f"<U+{ord(c):04X}>") for c in text)
    return within(text, 60)


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


class Fault(Exception):
    """A cell whose value cannot be taken: code, Chinese message and hint."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


class Rejected(InputError):
    """A file that cannot be read at all; the loader turns it into one problem and reads the other files."""

    def __init__(self, code: Code, message: str, hint: str, where: Where) -> None:
        super().__init__(message, hint, str(where))
        self.problem = error(code, message, hint, where)


class ValidationFailed(ReporterError):
    """The inputs hold at least one error; nothing is built. `problems` are all problems, warnings included."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        errors = [problem for problem in self.problems if problem.severity == "error"]
        super().__init__(f"数据有{len(errors)}处错误，没有生成任何文件", "按清单逐条改正后重新运行")
