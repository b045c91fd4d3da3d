"""Classified material is not for this machine: a marked file stops everything before anything is copied or logged.

A mark is 绝密、机密 or 秘密 with ★ behind it, or alone on a line of the header; the words in running text do not count
(9704 7.2.2). Only a workspace is spared whose campaign.yaml declares `classified_system: true` and says who declared it
(`classified_by`) and when (`classified_on`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from reporter.contents import content, has_file, listed
from reporter.errors import InputError
from reporter.intake.folder import CAMPAIGN, as_named
from reporter.ooxml.container import open_container, read_part
from reporter.patterns import regex

MESSAGE = "本机不得处理涉密文件"
HINT = "请立即停止操作，按保密规定移到涉密计算机上处理"
_STARRED = regex(r"(?:绝密|机密|秘密)[ \u3000]*[★☆]")
_QUOTED = regex("`[^`]*`|“[^“”]*”")
_ALONE = regex(
    r"[\s\u3000*#]*(?:绝[\s\u3000]*密|机[\s\u3000]*密|秘[\s\u3000]*密)[\s\u3000*]*(?:\d+年|长期)?[\s\u3000*]*"
)
_FIELD = regex(
    r"(?:^|[{,-])[\s\u3000]*[\"']?(?:密级|保密期限|密级和保密期限|classification|secrecy_period)[\"']?[ \t]*[:：]"
    r"[ \t\u3000]*([^\s,}][^,}]*)"
)
_NONE = regex(r"[\"'~]*(?:无|否|非密|不涉密|公开|null)?[\"'~]*\s*(?:#.*)?")
HEAD_LINES = 12
"""How far down a header can reach, in non-empty lines of text after any front matter."""


class ClassifiedFile(InputError):
    """A file with a classification mark. The message never quotes the file."""


def refuse_marked(text: str, file: str, *, settings: bool = False) -> None:
    """Raises ClassifiedFile, with file and line, when the text is marked; `settings` for a file of settings only."""
    if not any(word in text for word in _WORDS):
        return
    for number in marked_lines(text.split("\n"), settings=settings):
        raise ClassifiedFile(MESSAGE, HINT, f"{file} 第{number}行")


def marked_lines(lines: Iterable[str], *, settings: bool = False) -> Iterable[int]:
    """Numbers of the lines that carry a mark or a value for 密级."""
    seen, front = 0, 0
    for number, line in enumerate(lines, 1):
        if line.strip() == "---" and front < 2 and (front or number == 1):
            front += 1
            continue
        field = _FIELD.search(line)
        given = field is not None and (settings or front == 1) and not _NONE.fullmatch(field[1].strip())
        seen += bool(line.strip()) and front != 1 and not settings
        if _starred(line) or given or (0 < seen <= HEAD_LINES and _ALONE.fullmatch(line)):
            yield number


def _starred(line: str) -> bool:
    """A mark with ★; one that a sentence quotes as an example is none."""
    return bool(_STARRED.search(line) and _STARRED.search(_QUOTED.sub("", line).strip() or line))


_WORDS = ("密", "&#", "classification", "secrecy_period")
"""One of them stands in every marked part; `&#` may hide a character."""
_TAG = regex(r"<[^>]*>")
_OFFICE = {
    ".xlsx": ("xl/sharedStrings.xml", "xl/worksheets/"),
    ".xlsm": ("xl/sharedStrings.xml", "xl/worksheets/"),
    ".docx": ("word/document.xml", "word/header"),
}
_READ = (*_OFFICE, ".md", ".yaml", ".yml", ".csv")
"""Ends of the names of files that a workspace is read from."""
_ENDS = {".docx": "</w:p>", ".xlsx": "</si>", ".xlsm": "</si>"}
_DECLARED = tuple(
    regex(rf"^{line}\s*(?:#.*)?$", re.MULTILINE | re.IGNORECASE)
    for line in (
        r"classified_system:[ \t]*[\"']?(?:true|是)[\"']?",
        r"classified_by:[ \t]*[^\s#~].*",
        r"classified_on:[ \t]*[\"']?\d{4}-\d{1,2}-\d{1,2}[\"']?",
    )
)


def refuse_marked_workspace(root: Path) -> None:
    """Looks through everything that a workspace folder is read from; raises ClassifiedFile for the first mark."""
    if has_file(root, CAMPAIGN) and declared(_decoded(content(root / CAMPAIGN))):
        return
    for path in _sources(root):
        name, suffix = as_named(path, root), path.suffix.lower()
        if suffix in _OFFICE:
            refuse_marked_package(path, name)
        else:
            refuse_marked(_decoded(content(path)), name, settings=suffix in (".yaml", ".yml"))


def declared(campaign: str) -> bool:
    """Whether campaign.yaml puts the workspace on a classified system: all three lines."""
    return all(line.search(campaign) for line in _DECLARED)


def refuse_marked_package(path: Path, name: str) -> None:
    """The same for the texts of a .docx or .xlsx; what cannot be opened is told of where it is read."""
    try:
        with open_container(content(path)) as archive:
            parts = [
                part for part in sorted(archive.namelist()) if part.startswith(_OFFICE[path.suffix.lower()])
            ]
            texts = [read_part(archive, part).decode("utf-8", "replace") for part in parts]
    except InputError:
        return
    end = _ENDS[path.suffix.lower()]
    for text in texts:
        if not any(word in text for word in _WORDS):
            continue
        from html import unescape  # noqa: PLC0415 - brings a long table of names, and few texts come so far

        lines = [unescape(_TAG.sub("", piece)) for piece in text.split(end)]
        cells = path.suffix.lower() != ".docx" and any(_ALONE.fullmatch(line) for line in lines)
        if cells or any(True for _ in marked_lines(lines)):
            raise ClassifiedFile(MESSAGE, HINT, name)


def _sources(root: Path) -> Iterable[Path]:
    """The files that may be read, in order; own results and hidden files are none."""
    try:
        here = listed(root)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return  # told of where it is read
    yield from (root / name for name in sorted(here) if here[name] and _may_be_read(name))
    folders = {
        name.lower() for name, is_file in here.items() if not is_file
    }  # some disks take them in any case
    below = (("texts", "**/*"), ("templates/text", "*"), ("history", "**/*"), ("returns", "**/*"))
    for name, pattern in below:
        folder = root / name if name.partition("/")[0] in folders else None
        if folder and folder.is_dir():
            found = (path for path in sorted(folder.glob(pattern)) if _may_be_read(path.name))
            yield from (path for path in found if path.is_file())


def _may_be_read(name: str) -> bool:
    return name.lower().endswith(_READ) and not name.startswith((".", "~$"))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")
