"""Front matter and lines as a text file: what a person would have typed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reporter.collect.notice import Notice
from reporter.patterns import regex

_PLAIN = regex(r"[一-鿿][一-鿿（）〔〕《》〈〉“”、，；—0-9A-Za-z·]*")
_DAY = regex(r"\d{4}-\d{2}-\d{2}")


def text_file(notice: Notice, source: str, left: Sequence[str] = ()) -> str:
    """The file; `source` is named in its first comment, `left` are texts that found no place."""
    lines = ["---", f"# 由“{source}”读入，逐项核对后再用。"]
    lines += [f"# 核对：{doubt}" for doubt in notice.doubts]
    lines += [f"# 没有放下：{' '.join(text.split())}" for text in left]
    for name, value in notice.front.items():
        lines += _entry(name, value, "")
    return "\n".join([*lines, "---", *notice.lines]) + "\n"


def _entry(name: str, value: Any, pad: str) -> Iterator[str]:
    match value:
        case dict():
            yield f"{pad}{name}:"
            for key, inner in value.items():
                yield from _entry(key, inner, f"{pad}  ")
        case list():
            yield f"{pad}{name}:"
            for item in value:
                yield f"{pad}  - {_flow(item)}"
        case _:
            yield f"{pad}{name}: {_scalar(value)}"


def _flow(value: Any) -> str:
    match value:
        case Mapping():
            return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(_flow(inner) for inner in value) + "]"
        case str():
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def _scalar(value: Any) -> str:
    """Bare where YAML reads the very same text, else in quotes (JSON's are YAML's)."""
    text = str(value)
    return text if _PLAIN.fullmatch(text) or _DAY.fullmatch(text) else json.dumps(text, ensure_ascii=False)
