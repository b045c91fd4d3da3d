"""`reporter list WHAT [WS]`: what there is to choose from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from reporter.cli.console import say, show, show_json, table
from reporter.cli.failures import NOT_DONE
from reporter.cli.group import ReporterCommand
from reporter.cli.options import json_option, refuse_file
from reporter.errors import InputError, UnknownName
from reporter.text import did_you_mean

SCHEMA = "reporter/list-1"
Items = list[dict[str, Any]]


def _kinds(root: Path | None, filing: str | None) -> Items:
    """文种：文件名、名称、形式。"""
    from reporter.compose.kinds import kind_names, load_kind

    kinds = [load_kind(name, root) for name in kind_names(root)]
    return [
        {"name": kind.name, "label": kind.front.name, "shapes": list(kind.front.shapes)} for kind in kinds
    ]


def _faces(root: Path | None, filing: str | None) -> Items:
    """版式：templates/docx 里的模板。"""
    from importlib.resources import files

    from reporter.document.model import FACE_NAMES

    shipped = files("reporter.templates") / "docx"
    own = (root / "templates" / "docx").glob("*.docx") if root else ()
    names = {path.name for path in (*shipped.iterdir(), *own)}
    faces = sorted(
        name.removesuffix(".docx") for name in names if name.endswith(".docx") and name[0] not in "~."
    )
    return [{"name": face, "label": FACE_NAMES.get(face, "")} for face in faces]


def _facts(root: Path | None, filing: str | None) -> Items:
    """数据：地址、中文写法、数值。"""
    from reporter.facts.book import FactBook
    from reporter.intake.folder import FILINGS
    from reporter.intake.workspace import load_clean

    if root is None:
        raise InputError("要写上工作文件夹", "例：reporter list facts inputs/anhe-2026")
    workspace = load_clean(root, "数据有错误，列不出 facts")
    dated = [one for one in workspace.filings if one.as_of] or list(workspace.filings)
    if not dated:
        raise InputError("没有可用的文稿设置", "在 filings.yaml 里写上要出的文件和 as_of", FILINGS)
    known = {one.id: one for one in workspace.filings}
    if filing and filing not in known:
        raise UnknownName(f"filings.yaml 里没有“{filing}”", did_you_mean(filing, known))
    chosen = known[filing] if filing else dated[0]
    say(f"按 {chosen.id} 的口径：期间 {chosen.period}，截至 {chosen.as_of or '未填'}")
    book = FactBook(workspace, chosen)
    aliases = {(entry.family, entry.name): f"{entry.family_alias}.{entry.label}" for entry in book.catalog()}
    dims = {pair[0]: pair[1] for entry in book.catalog() for pair in entry.dims}
    items = []
    for fact in book.listing():
        inside = ",".join(f'{dims.get(name, name)}="{value}"' for name, value in fact.dims)
        alias = f"{aliases[fact.family, fact.name]}({inside})"
        items.append({"name": fact.address, "label": alias, "value": fact.with_measure() or "（空）"})
    return items


def _rules(root: Path | None, filing: str | None) -> Items:
    """核对规则：编号、含义、强度和条款。"""
    from reporter.cli.rules import meanings, sources

    known = sources()
    return [
        {"name": one.code, "label": one.title, "strength": known.get(one.code, ("", ""))[0],
         "clause": known.get(one.code, ("", ""))[1], "meaning": one.meaning}
        for one in meanings().values()
    ]  # fmt: skip


def _forms(root: Path | None, filing: str | None) -> Items:
    """指标表：indicators.yaml 里的各套表。"""
    from reporter.intake.workspace import load_clean

    if root is None:
        raise InputError("要写上工作文件夹", "例：reporter list forms inputs/anhe-2026")
    workspace = load_clean(root, "数据有错误，列不出 forms")
    titles = {one.id: one.title.replace("{year}年", "") for one in workspace.indicator_sets}
    return [
        {"name": one.id, "label": titles[one.id], "rows": len(one.indicators)}
        for one in workspace.indicator_sets
    ]


def _formats(root: Path | None, filing: str | None) -> Items:
    """输出格式。"""
    from reporter.render.formats import USUAL, format_names

    return [
        {"name": name, "label": "默认生成" if name in USUAL else "用 --to 指定"} for name in format_names()
    ]


LISTS: dict[str, Callable[[Path | None, str | None], Items]] = {
    "kinds": _kinds,
    "faces": _faces,
    "facts": _facts,
    "rules": _rules,
    "forms": _forms,
    "formats": _formats,
}


@click.command(
    cls=ReporterCommand,
    short_help="列出文种、版式、数据、规则、指标表或格式",
    help="列出可用的：kinds 文种，faces 版式，facts 数据（要写工作文件夹），rules 核对规则，"
    "forms 指标表（要写工作文件夹），formats 输出格式。",
    epilog="reporter list kinds\nreporter list facts 平川县2026",
)
@click.argument("what", metavar="kinds|faces|facts|rules|forms|formats")
@click.argument("workspace", metavar="[工作文件夹]", required=False, type=click.Path(path_type=Path))
@click.option("--filing", metavar="编号", help="数据按哪份文稿的期间和截止日（默认第一份有截止日的）")
@json_option
def command(what: str, workspace: Path | None, filing: str | None, as_json: bool) -> int:
    if what not in LISTS:
        raise UnknownName(f"没有“{what}”这个清单", did_you_mean(what, LISTS))
    if workspace is not None:
        refuse_file(workspace)
        if not workspace.is_dir():
            raise InputError("没有这个工作文件夹", "核对路径；新建请用 reporter new", str(workspace))
    items = LISTS[what](workspace, filing)
    if as_json:
        show_json(SCHEMA, {"list": what, "items": items})
        return 0
    for line in table([_row(item) for item in items], indent=""):
        show(line)
    return 0 if items else NOT_DONE


def _row(item: dict[str, Any]) -> tuple[str, ...]:
    shown = (value for name, value in item.items() if name != "meaning")
    return tuple("、".join(value) if isinstance(value, list) else str(value) for value in shown)
