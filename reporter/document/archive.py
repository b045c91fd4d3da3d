"""Document ↔ JSON: UTF-8, sorted keys, one block a line, no floats; the reader accepts every older schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from reporter.canonical import line
from reporter.document import inline, model
from reporter.document.lately import lately
from reporter.errors import InputError

_TYPES: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        inline.Text, inline.Blank, inline.Break, inline.Note,
        model.Heading, model.Paragraph, model.Column, model.Row, model.Table, model.Header, model.Signatory,
        model.Closing, model.Imprint, model.Issued, model.Named, model.Attachment, model.WebField,
        model.Document,
    )
}  # fmt: skip
_AGAIN = "重新生成这份文稿，或换用没有改动过的存档"
_LINE_TYPES = (model.Heading, model.Paragraph, model.Row, model.Column)
_ROWS = 1024
"""Rows whose line is remembered: the forms of counties have the same questions and few answers."""
_SPREAD_TYPES = (*_LINE_TYPES, model.Table, model.Attachment, model.Issued)


@lately
def dumps(document: model.Document) -> str:
    """The archive text: deterministic, small to diff, ends with a newline."""
    return _write({"schema": model.SCHEMA, "document": document}, 0) + "\n"


def loads(text: str) -> model.Document:
    """The Document that was archived; raises InputError for anything else."""
    document = _read(_stored(text))
    if not isinstance(document, model.Document):
        raise InputError("存档里没有文稿", _AGAIN)
    return document


def filing_of(text: str) -> str:
    """The filing of the Document that was archived, which is not built for it; raises InputError as `loads` does."""
    stored = _stored(text)
    if not isinstance(stored, dict) or not isinstance(filing := stored.get("filing"), str):
        raise InputError("存档里没有文稿", _AGAIN)
    return filing


def _stored(text: str) -> Any:
    try:
        data = json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise InputError(
            f"不是文稿存档，或已损坏（第{error.lineno}行）", _AGAIN
        ) from error
    if not isinstance(data, dict) or data.get("schema") != model.SCHEMA:
        raise InputError("不是文稿存档，或由更新的版本生成", hint="请用同一版本的 reporter 打开")
    return data.get("document")


def plain_data(value: Any) -> Any:
    """A part of the model as dicts with their class under `"is"`; empty and default values are left out."""
    if isinstance(value, str):
        return value
    if (shape := _shape(type(value))) is not None:  # type: ignore[arg-type]
        data: dict[str, Any] = {"is": type(value).__name__}
        for name, default in shape:
            content = getattr(value, name)
            if content != default:
                data[name] = plain_data(content)
        return data
    if isinstance(value, tuple):
        return [plain_data(item) for item in value]
    if isinstance(value, float):
        return {"is": "decimal", "value": str(Decimal(str(value)))}
    return value


def _write(value: Any, depth: int) -> str:
    """Lines where a reader wants lines: a row, column, heading or paragraph is one, what contains them is spread."""
    if isinstance(value, model.Row):
        return _row(value)
    if (shape := _shape(type(value))) is not None:  # type: ignore[arg-type]
        if isinstance(value, _LINE_TYPES):
            return line(plain_data(value))
        names = [name for name, default in shape if getattr(value, name) != default]
        return _write({"is": type(value).__name__} | {name: getattr(value, name) for name in names}, depth)
    pad, inner = " " * depth, " " * (depth + 1)
    if isinstance(value, Mapping):
        items = [f"{inner}{line(key)}: {_write(value[key], depth + 1)}" for key in sorted(value)]
        return "{\n" + ",\n".join(items) + f"\n{pad}}}"
    if isinstance(value, tuple) and any(isinstance(item, _SPREAD_TYPES) for item in value):
        return "[\n" + ",\n".join(inner + _write(item, depth + 1) for item in value) + f"\n{pad}]"
    return line(plain_data(value))


@lru_cache(maxsize=_ROWS)
def _row(row: model.Row) -> str:
    return line(plain_data(row))


@cache
def _shape(kind: type) -> tuple[tuple[str, Any], ...] | None:
    """Fields of a part of the model with their defaults; None for what is no part."""
    return tuple((one.name, one.default) for one in fields(kind)) if issubclass(kind, Struct) else None


def _read(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_read(item) for item in data)
    if not isinstance(data, dict):
        return data
    name = data.get("is")
    if name == "decimal":
        return float(data["value"])
    try:
        cls = _TYPES[str(name)]
        return cls(**{key: _read(item) for key, item in data.items() if key != "is"})
    except (KeyError, TypeError) as error:
        raise InputError(f"存档里有不认识的内容：{name}", _AGAIN) from error
