"""The processes that lay out the parts of a big document: as many as there are cores, at most one a part."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from html import escape
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from reporter.document.model import Document
from reporter.errors import EnvironmentFault
from reporter.render.page.build import build, imprint_on_own_sheet
from reporter.render.page.filled import fill
from reporter.render.parts.cut import Part, bookmarks, cut
from reporter.typeset.fonts import Fonts
from reporter.typeset.prediction import EVEN_FACES, Place, Prediction, predict
from reporter.typeset.setter import Setter

MOST_PROCESSES = 8
_END_ANCHOR = "text-end"
_NUMBER_SIGNS = "0123456789— "
"""What page numbers are made of: no setter sees them."""
_ALPHABET_STYLE = (
    "@page{size:900mm 900mm;margin:0}body{font-size:8pt}p{white-space:pre-wrap;overflow-wrap:anywhere}"
)


class _Laid(Struct, frozen=True):
    """A part's answer: its file, its pages, the anchors on its last page."""

    path: Path
    pages: int
    anchors: tuple[str, ...]
    messages: tuple[str, ...]


def render_parts(
    document: Document, setter: Setter, fonts: Fonts, templates: Path | None, messages: list[str]
) -> bytes:
    """The document as PDF bytes, laid out in parts. What the engine says is added to `messages`."""
    predicted = predict(document, setter)
    with tempfile.TemporaryDirectory() as folder:
        crew = _Crew(document, setter, fonts, templates, Path(folder))
        laid, titles = crew.lay(predicted, predicted.imprint)
        if document.imprint and document.face in EVEN_FACES and sum(one.pages for one in laid) % 2:
            alone = imprint_on_own_sheet(document) or _END_ANCHOR not in laid[-1].anchors
            laid, titles = crew.lay(predicted, "blank" if alone else "left")
        out = Path(folder) / "whole.pdf"
        _run("join", {"parts": [str(one.path) for one in laid], "bookmarks": titles, "out": str(out)})
        messages += dict.fromkeys(message for one in laid for message in one.messages)
        return out.read_bytes()


class _Crew:
    def __init__(
        self, document: Document, setter: Setter, fonts: Fonts, templates: Path | None, folder: Path
    ) -> None:
        self.document, self.setter, self.fonts, self.templates = document, setter, fonts, templates
        self.folder = folder

    def lay(self, predicted: Prediction, place: Place) -> tuple[list[_Laid], tuple[tuple[str, int], ...]]:
        """All parts, laid out again as long as one begins on another page than was foreseen."""
        view = build(self.document, self.setter, place)
        parts, titles = list(cut(view, predicted)), bookmarks(view)
        del view
        laid: dict[int, _Laid] = {}
        wanted = list(range(len(parts)))
        while wanted:
            jobs = [self._job(index, parts[index]) for index in wanted]
            laid |= dict(zip(wanted, _answers(jobs), strict=True))
            wanted = []
            page = 1
            for index, part in enumerate(parts):
                if part.first_page != page:
                    parts[index] = replace(part, first_page=page)
                    wanted.append(index)
                page += laid[index].pages
        return [laid[index] for index in range(len(parts))], titles

    def _job(self, index: int, part: Part) -> dict[str, Any]:
        path = self.folder / f"{index}.html"
        path.write_text(fill(part.view, _continued(part.first_page), self.templates), encoding="utf-8")
        return {
            "part": index,
            "html": str(path),
            # A letter's first page is like no other; later parts begin with a plain one.
            "face": self.document.face if index == 0 else "plain",
            "fonts": self.fonts,
            "templates": str(self.templates) if self.templates else "",
            "alphabet": self._alphabet(),
            "out": str(self.folder / f"{index}.pdf"),
        }

    def _alphabet(self) -> str:
        """A page with every character of every role."""
        used = {role: chars for role, chars in self.setter.used.items() if ":" not in role}
        used["song"] = used.get("song", set()) | set(_NUMBER_SIGNS)
        lines = (f'<p class="{role}">{escape("".join(sorted(used[role])))}</p>' for role in sorted(used))
        return f'<html lang="zh-CN"><style>{_ALPHABET_STYLE}</style><body>{"".join(lines)}</body></html>'


def _continued(first_page: int) -> str:
    """Style rules of a part that begins in the midst of a document."""
    if first_page == 1:
        return ""
    side = "html{break-before:left}" if first_page % 2 == 0 else ""
    return f"@page:first{{counter-reset:page {first_page}}}{side}"


def _answers(jobs: Sequence[dict[str, Any]]) -> Iterable[_Laid]:
    count = max(1, min(len(jobs), os.cpu_count() or 1, MOST_PROCESSES))
    idle: SimpleQueue[subprocess.Popen[str]] = SimpleQueue()

    def ask(job: dict[str, Any]) -> _Laid:
        process = idle.get()
        try:
            assert process.stdin and process.stdout
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        finally:
            idle.put(process)
        if not line:
            raise EnvironmentFault("排版的子进程中断了", "内存不足时先关掉别的程序，再试一次")
        answer = json.loads(line)
        return _Laid(Path(job["out"]), answer["pages"], tuple(answer["anchors"]), tuple(answer["messages"]))

    with _processes(count) as found, ThreadPoolExecutor(count) as threads:
        for process in found:
            idle.put(process)
        return list(threads.map(ask, jobs))


@contextmanager
def _processes(count: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Started as modules with this interpreter: the same on every system, and allowed inside a pool's worker."""
    command = [sys.executable, "-m", "reporter.render.parts.lay"]
    found = [
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=_environment(),
        )
        for _ in range(count)
    ]
    try:
        yield found
    finally:
        for process in found:
            process.communicate()


def _run(name: str, job: dict[str, Any]) -> None:
    command = [sys.executable, "-m", f"reporter.render.parts.{name}"]
    done = subprocess.run(command, input=json.dumps(job).encode(), env=_environment(), check=False)
    if done.returncode:
        raise EnvironmentFault("合并各部分的子进程中断了", "内存不足时先关掉别的程序，再试一次")


def _environment() -> dict[str, str]:
    """The child finds modules where we do."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
