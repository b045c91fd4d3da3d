"""`reporter template build|lint`: face templates for Word, made from the style table and judged after editing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand, Subgroup
from reporter.cli.options import json_option
from reporter.errors import InputError, UnknownName
from reporter.text import did_you_mean

if TYPE_CHECKING:
    from reporter.document.model import Face
    from reporter.render.faces.draft import Fault
    from reporter.render.faces.lint import Judged

SCHEMA = "reporter/template-1"
_SEVERITY = {"error": "错误", "warning": "提醒"}


@click.group(
    cls=Subgroup,
    short_help="版式模板：生成、检查在 Word 或 WPS 里改过的模板",
    help="版式模板决定公文的样子。build 生成标准模板；在 Word 或 WPS 里改过以后用 lint 检查，"
    "没有错误的放进工作文件夹的 templates/docx/，生成时就用它。",
)
def command() -> None:
    pass


@command.command(
    "build",
    cls=ReporterCommand,
    short_help="生成标准模板，供修改",
    help="由样式表生成版式模板：document 文件、letter 信函、order 命令、minutes 纪要、plain 普通（无版头）。"
    "不写名称就全部生成。已有的文件不覆盖，除非加 --force。",
    epilog="reporter template build 我的模板 --face document",
)
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--face", "faces", metavar="版式", multiple=True, help="只生成这一种，可以重复")
@click.option("--force", is_flag=True, help="覆盖已有的文件")
@json_option
def build_command(folder: Path, faces: tuple[str, ...], force: bool, as_json: bool) -> int:
    from reporter.render.faces.build import FACES, build

    chosen = [_face(name) for name in faces] or list(FACES)
    taken = [path for face in chosen if (path := folder / f"{face}.docx").exists()]
    if taken and not force:
        raise InputError("这里已有模板，没有覆盖", "换一个文件夹，或加 --force 覆盖", str(taken[0]))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for face in chosen:
        path = folder / f"{face}.docx"
        path.write_bytes(build(face))
        written.append(str(path))
    if as_json:
        show_json(SCHEMA, {"exit_code": 0, "written": written})
    else:
        for name in written:
            show(name)
    say(f"生成了{len(written)}个版式模板。")
    return 0


@command.command(
    "lint",
    cls=ReporterCommand,
    short_help="检查改过的模板，能修的修好",
    help="检查一份版式模板：标记、分节、网格、样式、样段，并用样例试排。能确定的自动修好"
    "（--out 另存一份；不写 --out 时，生成文件时也会自动修）。有错误时退出码是 1。",
    epilog="reporter template lint 我的模板/document.docx",
)
@click.argument("file", metavar="模板.docx", type=click.Path(path_type=Path))
@click.option("--face", metavar="版式", help="按哪种版式检查（默认看文件名，认不出时按 document）")
@click.option("--out", metavar="文件", type=click.Path(path_type=Path), help="修好的模板存到这里")
@click.option("--strict", is_flag=True, help="提醒也算问题（退出码 1）")
@json_option
def lint_command(file: Path, face: str | None, out: Path | None, strict: bool, as_json: bool) -> int:
    from reporter.render.faces.lint import judge

    judged = judge(_data(file), _face(face) if face else _face_of(file))
    if out is not None and not judged.errors:
        out.write_bytes(judged.data)
    code = LOOK if judged.errors or (strict and judged.faults) else 0
    written = str(out) if out is not None and not judged.errors else ""
    if as_json:
        faults = [_as_dict(fault, file) for fault in judged.faults]
        show_json(SCHEMA, {"exit_code": code, "file": str(file), "findings": faults, "written": written})
    else:
        for fault in judged.faults:
            show(f"{_SEVERITY[fault.severity]} {fault.code} {fault}")
            if fault.hint:
                show(f"  怎么办：{fault.hint}")
    say(_summary(judged, written, bool(out)))
    return code


def _data(file: Path) -> bytes:
    if not file.is_file():
        raise InputError("没有这个文件", "看看文件名和所在的文件夹", str(file))
    return file.read_bytes()


def _face(name: str) -> Face:
    from reporter.render.faces.build import FACES

    for face in FACES:
        if face == name:
            return face
    raise UnknownName(f"没有“{name}”这种版式", did_you_mean(name, FACES))


def _face_of(file: Path) -> Face:
    from reporter.render.faces.build import FACES

    return next((face for face in FACES if file.stem.startswith(face)), "document")


def _summary(judged: Judged, written: str, wanted: bool) -> str:
    errors, rest = len(judged.errors), len(judged.faults) - len(judged.errors)
    if errors:
        return f"有{errors}处错误要改，还不能用" + ("，没有另存。" if wanted else "。")
    said = f"可以用，{rest}处提醒" if rest else "没有问题，可以用"
    return f"{said}；修好的存在 {written}。" if written else f"{said}。"


def _as_dict(fault: Fault, file: Path) -> dict[str, object]:
    where = {"file": str(file), "paragraph": fault.place, "quote": fault.quote}
    return {
        "code": fault.code, "severity": fault.severity, "message": fault.message, "hint": fault.hint,
        "repaired": fault.repaired, "where": {key: value for key, value in where.items() if value},
    }  # fmt: skip
