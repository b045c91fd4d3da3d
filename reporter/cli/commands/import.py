"""`reporter import FILE --out F.md`: a notice by others as a text of ours, with what found no place in it."""  # noqa: N999

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import json_option
from reporter.errors import InputError, ReporterError

if TYPE_CHECKING:
    from reporter.artefacts.seen.model import Seen
    from reporter.collect.demands import Demand, Doubt
    from reporter.collect.notice import Notice

SCHEMA = "reporter/import-1"
_BESIDE = "（报送要求）.yaml"


@click.command(
    cls=ReporterCommand,
    short_help="读入别人的公文：变成可以改、可以生成的文字文件",
    help="把别人的 Word 或 PDF 公文读成一个文字文件：标题、发文机关、文号、主送、正文、表格、附件、落款、版记各归其位，"
    "可以改，也可以用 reporter build 再生成。没有放下的、没有把握的逐条列出，也写在文件开头。加 --obligations，"
    "把文中要求报送的（报什么、何时前、什么方式）写成报送要求，核对后抄进 campaign.yaml。有没放下的，退出码是 1。",
    epilog="reporter import 上级通知.pdf --out 上级通知.md --obligations",
)
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--out", metavar="文件.md", required=True, type=click.Path(path_type=Path), help="写到哪里")
@click.option("--obligations", is_flag=True, help="另写一个报送要求文件，放在旁边")
@click.option("--workspace", metavar="工作文件夹", type=click.Path(path_type=Path),
              help="报送要求里填上本单位和上级的代号")  # fmt: skip
@json_option
def command(file: Path, out: Path, obligations: bool, workspace: Path | None, as_json: bool) -> int:
    from reporter.collect.notice import notice_of, unplaced
    from reporter.collect.textfile import text_file

    beside = out.with_name(f"{out.stem}{_BESIDE}")
    _refuse(file, out, *([beside] if obligations else []))
    seen = _seen(file)
    notice = notice_of(seen)
    left, fault = _tried(text_file(notice, file.name), out.name, seen, unplaced)
    demands, unsure = _demands(seen, notice, workspace) if obligations else ((), ())
    _write(out, text_file(notice, file.name, left))
    if demands:
        from reporter.collect.demands import yaml_of

        _write(beside, yaml_of(demands, *_codes(workspace, notice), file.name, unsure))
    code = LOOK if left or fault else 0
    if as_json:
        show_json(SCHEMA, {"exit_code": code, "written": str(out), "unplaced": left, "doubts": notice.doubts,
                           "fault": fault, "obligations": [_data(one) for one in demands],
                           "unsure": [{"due_text": one.due_text, "quote": one.quote} for one in unsure]})  # fmt: skip
    else:
        _tell(out, beside, notice, (left, fault, demands))
    for one in () if as_json else unsure:
        say(f"期限没有列入报送要求，请核对：{one.due_text}（{one.quote}）")
    if obligations and not demands:
        say("文中没有读出报送要求。")
    return code


def _refuse(file: Path, out: Path, *others: Path) -> None:
    """Before anything is read."""
    from reporter.check.hostile import refuse_unread

    if not file.is_file():
        raise InputError("没有这个文件", "核对路径", str(file))
    if file.suffix.lower() not in (".docx", ".docm", ".pdf"):
        raise InputError("只能读入 .docx 和 .pdf", "Word 97—2003 的 .doc 请先另存为 .docx", str(file))
    if out.suffix.lower() not in (".md", ".markdown"):
        raise InputError("文字文件的名称要以 .md 结尾", f"如 --out {out.stem or '通知'}.md", str(out))
    for path in (out, *others):
        if path.exists():
            raise InputError("已有这个文件，没有改动", "换一个文件名", str(path))
    refuse_unread(file)


def _seen(file: Path) -> Seen:
    from reporter.artefacts.seen.whole import see

    seen = see(file, "pdf" if file.suffix.lower() == ".pdf" else "docx")
    if not any(para.text for para in seen.paras):
        raise InputError("文件里没有文字", "扫描件要先做文字识别", str(file))
    return seen


def _tried(text: str, name: str, seen: Seen, unplaced: Any) -> tuple[list[str], str]:
    """What the document that the text makes does not say; and why the text does not work as it is, if so."""
    from reporter.compose.alone import workspace_of
    from reporter.compose.composition import compose
    from reporter.compose.kinds import load_text
    from reporter.diff.from_document import of_document

    with tempfile.TemporaryDirectory(prefix="reporter-import-") as folder:
        path = Path(folder, name)
        path.write_text(text, encoding="utf-8")
        try:
            kind = load_text(path)
            workspace = workspace_of(kind, path)
            filing = workspace.filings[0]
            document = compose(workspace, filing, lambda _: _nothing(), kind).document
        except ReporterError as error:
            return unplaced(seen, text), str(error)
    blocks = of_document(document, name).blocks
    cells = [cell.text for block in blocks if block.table for row in block.table.rows for cell in row.cells]
    labels = [column.label for block in blocks if block.table for column in block.table.columns]
    return unplaced(seen, "\n".join([*(block.number + block.text for block in blocks), *labels, *cells])), ""


def _nothing() -> Any:
    raise InputError("附件的内容没有读入", "补在“@附件”后面")


def _demands(
    seen: Seen, notice: Notice, workspace: Path | None
) -> tuple[tuple[Demand, ...], tuple[Doubt, ...]]:
    from reporter.collect.demands import demands_of
    from reporter.compose.kinds import materials

    day = str(notice.front.get("成文日期", ""))
    texts = [one.text for one in seen.all("body", "heading", "other")]
    return demands_of(texts, int(day[:4]) if day[:4].isdecimal() else None, materials(workspace))


def _codes(workspace: Path | None, notice: Notice) -> tuple[str, str]:
    """Codes of the own unit and of the unit that sent the notice, where a workspace knows them."""
    if workspace is None:
        return "", ""
    from reporter.intake.workspace import load_valid

    campaign = load_valid(workspace)[0].campaign
    names = {name: one.unit for one in campaign.agencies for name in one.names}
    issuers = notice.front.get("发文机关") or []
    return campaign.unit, next((names[name] for name in issuers if name in names), "")


def _write(path: Path, text: str) -> None:
    """A file that is there is never touched."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _data(one: Demand) -> dict[str, Any]:
    return {"deliverable": one.deliverable, "kind": one.kind, "to": one.to, "due_text": one.due_text,
            "due": one.due.isoformat() if one.due else None, "period": one.period, "medium": list(one.medium),
            "contents": list(one.contents), "quote": one.quote}  # fmt: skip


def _tell(out: Path, beside: Path, notice: Notice, found: tuple[list[str], str, tuple[Demand, ...]]) -> None:
    left, fault, demands = found
    show(str(out))
    for one in demands:
        show(f"  报送要求：{one.deliverable}，{one.due_text}（{'、'.join(one.medium)}）")
    if demands:
        show(str(beside))
    for doubt in notice.doubts:
        say(f"核对：{doubt}")
    for text in left:
        say(f"没有放下：{text}")
    if fault:
        say(f"生成时会出错，先改好：{fault}")
    kept = f"{len(left)}处没有放下" if left else "文件里的文字都放下了"
    say(f"{kept}；图片、印章、字体不读。改好后用 reporter build {out} 生成。")
