"""What is not looked into at all: macros, classified files, pipes; and how much memory a worker may take."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.artefacts.source import MAX_FILE
from reporter.errors import InputError
from reporter.intake.classified import HINT, MESSAGE, ClassifiedFile, marked_lines, refuse_marked_package

if TYPE_CHECKING:  # a subject is given, never made here: what measures pages is not loaded for it
    from reporter.check.subject import Subject

MOST_MEMORY = 2**30
"""Bytes of data a worker may hold."""
_MACROS = ("vbaproject.bin", "vbadata.xml")


def refuse_unread(path: Path) -> None:
    """Raises InputError for what no command looks into: what is no file, macros, a .docx that is classified."""
    refuse_special(path)
    refuse_macros(path)
    refuse_classified(path)


def refuse_macros(path: Path) -> None:
    """Raises InputError for a .docm, and for a .docx that holds a macro project all the same."""
    hint = "用 Word 打开，确认来源可靠，另存为不带宏的 .docx 后再检查"
    if path.suffix.lower() == ".docm":
        raise InputError("文件可以带宏（.docm），未打开", hint, str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.rpartition("/")[2].lower() for name in archive.namelist()]
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return  # told of where it is read
    if any(name in _MACROS for name in names):
        raise InputError("文件里有宏，未打开", hint, str(path))


def refuse_special(path: Path) -> None:
    """Raises InputError for what is no file to be read: an empty one, a broken link, a pipe, a device."""
    if path.is_symlink() and not path.exists():
        raise InputError("链接指向的文件不存在", "请核对链接，或直接给出文件", str(path))
    if not path.exists():
        raise InputError("文件已不在原处，未读取", "可能在检查时被移走、改名或删除，请核对后再检查", str(path))
    if not path.is_file():
        raise InputError("这不是普通文件，未读取", "请给出 .docx 或 .pdf 文件", str(path))
    if path.stat().st_size == 0:
        raise InputError("文件是空的", "请重新保存或导出一份", str(path))


def refuse_classified(path: Path, subject: Subject | None = None) -> None:
    """Raises ClassifiedFile for a .docx that carries a mark, before it is copied for its layout.

    Of a PDF the lines that were read are asked, so `subject` is needed.
    """
    if subject is None:
        if path.suffix.lower() == ".docx" and path.stat().st_size <= MAX_FILE:
            refuse_marked_package(path, path.name)
        return
    pages = subject.layout.pages if subject.layout and not subject.layout.rendered else ()
    for _ in marked_lines(line.text for page in pages for line in page.lines):
        raise ClassifiedFile(MESSAGE, HINT, path.name)


def limit_memory(most: int = MOST_MEMORY) -> None:
    """This process may hold no more data; where the system has no such limit, nothing happens."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - this system has it, Windows has not

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(
        resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
    )
