"""A built workspace, its Word file to be edited by hand, and the workspace built again."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document as Docx
from docx.text.paragraph import Paragraph
from msgspec import Struct

from reporter.diff.from_seen import of_docx
from reporter.making import Order
from reporter.pipeline import build, build_text
from reporter.progress import Silent
from reporter.pull.letters import full_text
from reporter.pull.model import Proposal, Pulled
from reporter.pull.pulling import pull, write

ROOT = Path(__file__).resolve().parents[2]
FILING = "year-end-summary@2026"
SLOT = "texts/year-end-summary/主要做法.md"


class Desk(Struct):
    """A workspace (or a single text) and where its results lie."""

    root: Path
    out: Path
    filing: str = FILING

    def build(self) -> Path:
        """The DOCX that is delivered."""
        order = Order(self.root, self.out, (self.filing,) if self.filing else (), ("docx",))
        result = (build if self.root.is_dir() else build_text)(order, Silent())
        return next(result.folder / name for name in result.made[0].names.values() if name.endswith(".docx"))

    def edited(self, change: Callable[[Docx], None], name: str = "改过的.docx") -> Path:
        """A copy of the delivered file with what somebody did to it."""
        opened = python_docx.Document(str(self.delivered))
        change(opened)
        file = self.out / name
        opened.save(str(file))
        return file

    @property
    def delivered(self) -> Path:
        folder = self.out / (self.root.name if self.root.is_dir() else self.root.stem)
        return next(path for path in sorted(folder.glob("*.docx")) if "（" not in path.stem)

    def pull(self, file: Path) -> Pulled:
        return pull(file, self.root, self.out)

    def take(self, file: Path, *statuses: str) -> Pulled:
        """Pulls and writes what is certain (and what has to be asked, when named)."""
        found = self.pull(file)
        wanted = {"ready", *statuses}
        write(found, [one for one in found.proposals if one.changes and one.status in wanted])
        return found

    def text(self, name: str = SLOT) -> str:
        return (self.root / name).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample county with its yearly report, built once."""
    folder = tmp_path_factory.mktemp("pull")
    shutil.copytree(ROOT / "inputs" / "anhe-2026", folder / "anhe")
    Desk(folder / "anhe", folder / "outputs").build()
    return folder


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Desk:
    """A copy to be spoiled at will."""
    shutil.copytree(made, tmp_path / "桌面")
    return Desk(tmp_path / "桌面" / "anhe", tmp_path / "桌面" / "outputs")


@pytest.fixture
def alone(tmp_path: Path) -> Callable[[str, str], Desk]:
    """A text that stands alone, built."""

    def written(front: str, body: str) -> Desk:
        path = tmp_path / "通知.md"
        path.write_text(f"---\n{front.strip()}\n---\n{body.strip()}\n", encoding="utf-8")
        made = Desk(path, tmp_path / "outputs", "")
        made.build()
        return made

    return written


def paragraph(opened: Docx, words: str) -> Paragraph:
    """The paragraph that says so."""
    return next(one for one in opened.paragraphs if words in one.text)


def replaced(old: str, new: str) -> Callable[[Docx], None]:
    """Somebody types `new` over `old`, which stands in one run."""

    def change(opened: Docx) -> None:
        runs = (run for one in opened.paragraphs for run in one.runs)
        cells = (cell for table in opened.tables for row in table.rows for cell in row.cells)
        inner = (run for cell in cells for one in cell.paragraphs for run in one.runs)
        run = next(run for run in (*runs, *inner) if old in run.text)
        run.text = run.text.replace(old, new, 1)

    return change


def typed(opened: Docx, after: str, text: str, style: str = "") -> None:
    """Enter at the end of a paragraph, and a new one in its style."""
    above = paragraph(opened, after)
    node = copy.deepcopy(above._p)
    above._p.addnext(node)
    new = Paragraph(node, above._parent)
    for run in new.runs[1:]:
        node.remove(run._r)
    new.runs[0].text, new.runs[0].bold = text, None
    if style:
        new.style = style


def said(file: Path) -> list[str]:
    """Every paragraph of a file."""
    return [full_text(block) for block in of_docx(file, file.name).blocks if not block.table]


def statuses(found: Pulled) -> list[tuple[str, str]]:
    """Kind and status of each proposal."""
    return [(one.kind, one.status) for one in found.proposals]


def one(found: Pulled) -> Proposal:
    """The only proposal."""
    (only,) = found.proposals
    return only
