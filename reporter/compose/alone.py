"""A text that stands alone: the workspace around it that everybody else expects, and the few names it can use."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, NoReturn

from reporter.compose.context import NAMES, printed_agency
from reporter.compose.kinds import Kind
from reporter.compose.value import TokenBook, Value
from reporter.errors import TemplateError
from reporter.facts.family import families
from reporter.records.campaign import Campaign, Unit
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace

UNDATED = "未注明日期"
"""Period of a text that says neither period nor date."""
_HERE = "990000"


def workspace_of(kind: Kind, path: Path) -> Workspace:
    """A workspace that holds nothing but this text as its only filing; named like the file."""
    front = kind.front
    names = front.issuers or ("",)
    agencies = tuple(printed_agency(name) for name in names)
    campaign = Campaign(
        name=path.stem,
        years=(),
        unit=_HERE,
        lead=agencies[0].id,
        issuers=tuple(agency.id for agency in agencies),
        superior=agencies[0].id,
        sample=bool(front.sample),
        fonts=front.fonts or "standin",
        units=(Unit(code=_HERE, name="", level="县"),),
        agencies=agencies,
    )
    period = front.period or (str(front.doc_date.year) if front.doc_date else UNDATED)
    filing = Filing(kind=kind.name, period=period, state=front.state or "草稿")
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()}
    return Workspace(path.resolve().with_suffix(""), campaign, (filing,), (), digests=digests)


def bare_context(book: TokenBook, kind: Kind) -> dict[str, Any]:
    """The names of a text without a workspace; every other known name explains itself."""
    names = [name for pair in NAMES.items() for name in pair]
    names += [name for family in families().values() for name in (family.name, family.alias)]
    found: dict[str, Any] = {name: NoData(name) for name in names}
    issuers = [Value(book, name, None) for name in kind.front.issuers or ()]
    return found | {"issuers": issuers, NAMES["issuers"]: issuers}


class NoData:
    """A name that only a workspace can fill."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        hint = "数字直接写在文字里；要用数据项，请把这份文字放进工作文件夹的 templates/text"
        raise TemplateError(f"单独一份文字没有数据，不能用“{self._name}”", hint)

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("_"):
            raise AttributeError(name)
        self._refuse()

    __str__ = __iter__ = __bool__ = __call__ = __len__ = __eq__ = __getitem__ = _refuse
    __hash__ = None  # type: ignore[assignment]
