"""结果.html: what was made, what is still blank and what to look at, on one page that needs no network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from urllib.parse import quote

from reporter.deliver.blankplaces import by_place
from reporter.deliver.manifest import FilingEntry, Manifest
from reporter.deliver.names import called
from reporter.document.volumes import split_key

_FORMATS = {
    "docx": "Word 文档",
    "pdf": "PDF",
    "html": "网页",
    "xlsx": "Excel 表格",
    "tally": "数据核对表",
}
_FONTS = {"standin": "替代字体", "system": "本机字体"}
_SEVERITIES = {"error": "错误", "warning": "提醒", "info": "说明"}
_STYLE = """
body{font:16px/1.7 "Noto Serif CJK SC","SimSun",serif;max-width:60em;margin:2em auto;padding:0 1em;color:#000}
h1{font-size:1.5em;border-bottom:2px solid #c00;padding-bottom:.3em}
h2{font-size:1.15em;margin:1.8em 0 .3em}
h3{font-size:1em;margin:.8em 0 .2em}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:.25em .5em;text-align:left;vertical-align:top}
ul{margin:.2em 0;padding-left:1.5em}
.state{font-size:.85em;color:#555;margin-left:.8em}
.error{color:#b00;font-weight:bold}
.warning{color:#850}
.small{font-size:.85em;color:#555}
@media print{body{margin:0;max-width:none}a{color:#000;text-decoration:none}section{break-inside:avoid}}
"""


def page(manifest: Manifest, title: str, warned: Mapping[str, int] | None = None, given: str = "") -> str:
    """The page as HTML. Links are relative to the folder of the manifest; `title` is the name of the campaign
    or unit; `warned` says how many warnings each input file got, `given` how
    the workspace was called in the command."""
    filings = manifest.filings
    blanks = sum(len(filing.blanks) for filing in filings)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)}：生成结果</title>',
        '<meta name="viewport" content="width=device-width">',
        f"<style>{_STYLE}</style></head><body>",
        f"<h1>{escape(title)}：生成结果</h1>",
        f"<p>共 {len(filings)} 份文稿，{blanks} 处空白待填，{_counted(manifest)}。</p>",
    ]
    if warned:
        parts += _warned(warned, given or manifest.workspace)
    if manifest.findings:
        parts += ["<section><h2>各文稿之间</h2>", *_findings(manifest.findings), "</section>"]
    for filing in filings:
        parts += _filing(filing)
    if manifest.superseded:
        parts += ["<section><h2>以前交付、本次不再更新的文件</h2><ul>"]
        parts += [f"<li>{_link(path, path)}</li>" for path in sorted(manifest.superseded)]
        parts += ["</ul></section>"]
    fonts = escape(_fonts(manifest))
    parts.append(
        f'<p class="small">reporter {escape(manifest.engine)}，字体：{fonts}。文件明细见 manifest.json。</p>'
    )
    parts.append("</body></html>")
    return "\n".join(parts) + "\n"


def _fonts(manifest: Manifest) -> str:
    """What was asked for, and the faces of the machine that were found."""
    found = "、".join(f"{face['name']}（{face['file']}，{face['version']}）" for face in manifest.faces)
    asked = _FONTS.get(manifest.fonts, manifest.fonts)
    return f"{asked}，{found}" if found else asked


def _warned(warned: Mapping[str, int], workspace: str) -> list[str]:
    """How much of the data somebody should look at, and how."""
    files = "、".join(f"{file}（{count}条）" for file, count in sorted(warned.items()))
    told = f"数据另有 {sum(warned.values())} 条提醒：{files}。"
    shown = f'"{workspace}"' if " " in workspace else workspace
    how = f"双击“检查数据”，或运行 reporter validate {shown}，逐条查看。"
    return [f'<p class="warning">{escape(told)}{escape(how)}</p>']


def _counted(manifest: Manifest) -> str:
    everything = [
        *manifest.findings,
        *(finding for filing in manifest.filings for finding in filing.findings),
    ]
    errors = sum(finding.get("severity") == "error" for finding in everything)
    warnings = sum(finding.get("severity") == "warning" for finding in everything)
    warnings += sum(len(filing.warnings) for filing in manifest.filings)
    return f"{errors} 个错误，{warnings} 条提醒"


def _filing(filing: FilingEntry) -> list[str]:
    parts = [
        f'<section><h2>{escape(called(filing.title, filing.id))}<span class="state">{escape(filing.state)}</span></h2>',
        "<ul>",
    ]
    ordered = sorted(filing.files, key=_rank)
    paths = {name: filing.files[name].path for name in ordered}
    parts += [f"<li>{_kind_of(name, path)}：{_link(path)}</li>" for name, path in paths.items()]
    parts.append("</ul>")
    if filing.blanks:
        parts += [
            "<h3>待填的空白</h3>",
            *_blanks(filing),
        ]
    if filing.left_out:
        parts += [
            "<h3>公开版略去</h3><ul>",
            *(f"<li>{escape(text)}</li>" for text in filing.left_out),
            "</ul>",
        ]
    if filing.findings:
        parts += ["<h3>核对发现</h3>", *_findings(filing.findings)]
    if filing.warnings:
        parts += ["<h3>提醒</h3><ul>", *(f"<li>{escape(text)}</li>" for text in filing.warnings), "</ul>"]
    return [*parts, "</section>"]


def _rank(name: str) -> tuple[int, int, str]:
    """The document before its attachments, each in the order of the formats."""
    number, format_name = split_key(name)
    return number, list(_FORMATS).index(format_name) if format_name in _FORMATS else 9, name


def _kind_of(name: str, path: str) -> str:
    """What a file is: `PDF`, or `附件2 PDF` for an attachment that is a file of its own; a single one has no number,
    as its own name says."""
    number, format_name = split_key(name)
    shown = _FORMATS.get(format_name, escape(format_name))
    if not number:
        return shown
    label = f"附件{number}"
    return f"{label if label in path else '附件'} {shown}"


def _blanks(filing: FilingEntry) -> list[str]:
    parts = ["<table><tr><th>在哪里补</th><th>空白</th></tr>"]
    for place, names in by_place(filing.blanks, filing.blank_places).items():
        listed = "".join(f"□ {escape(name)}<br>" for name in names)
        parts.append(f"<tr><td>{escape(place)}</td><td>{listed}</td></tr>")
    return [*parts, "</table>"]


def _findings(findings: Iterable[Mapping[str, Any]]) -> list[str]:
    parts = ["<table><tr><th>级别</th><th>编号</th><th>位置</th><th>问题</th><th>怎么办</th></tr>"]
    for finding in findings:
        severity = str(finding.get("severity", ""))
        texts = (
            str(finding.get("code", "")),
            _place(finding.get("where", {})),
            str(finding.get("message", "")),
            str(finding.get("hint", "")),
        )
        cells = "".join(f"<td>{escape(text)}</td>" for text in texts)
        level = _SEVERITIES.get(severity, severity)
        parts.append(f'<tr><td class="{escape(severity)}">{escape(level)}</td>{cells}</tr>')
    return [*parts, "</table>"]


def _place(where: Mapping[str, Any]) -> str:
    page_number = where.get("page")
    texts = (
        str(where.get("file", "")),
        f"第{page_number}页" if page_number else "",
        str(where.get("paragraph", "")),
        f"“{where['quote']}”" if where.get("quote") else "",
    )
    return " ".join(text for text in texts if text)


def _link(path: str, text: str = "") -> str:
    return f'<a href="{escape(quote(path))}">{escape(text or path.rpartition("/")[2])}</a>'
