"""`reporter new`: a workspace to fill in. Nothing that exists is ever overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from reporter.errors import InputError
from reporter.intake import kindtexts
from reporter.intake.basicsbook import basics_book
from reporter.intake.blankbooks import blank_books
from reporter.intake.entries import entry_files
from reporter.intake.folder import BASICS, CAMPAIGN, FILINGS, INDICATORS
from reporter.intake.readers import yaml

SAMPLE = "anhe-2026"
_LOCAL = {"岭东省": "××省", "ylfwc@example.com": "××"}
"""What the sample's indicator sets say of their province; a new workspace leaves it open."""


def write_blank_workspace(target: Path, sample: bool = False, as_yaml: bool = False) -> list[Path]:
    """Writes a workspace to fill in (or the sample county) into `target` and returns the files in order.

    What campaign.yaml says comes as 基本信息.xlsx, unless `as_yaml`. Raises InputError that lists every file that is
    already there; then nothing is written.
    """
    contents = dict(_sample_files() if sample else _blank_files())
    if not as_yaml:
        text = contents.pop(CAMPAIGN).decode()
        contents[BASICS] = basics_book(yaml.parse(text, CAMPAIGN).data)
    contents |= entry_files()
    # Either form of the basics stands in the way of the other.
    wanted = dict.fromkeys((*contents, CAMPAIGN))
    taken = [name for name in wanted if (target / name).exists()]
    if taken:
        shown = "、".join(taken[:8]) + ("等" if len(taken) > 8 else "")
        message = f"文件夹里已有{len(taken)}个同名文件，没有写入：{shown}"
        raise InputError(message, "换一个新文件夹", str(target))
    written: list[Path] = []
    for name in sorted(contents):
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents[name])
        if path.suffix == ".sh":
            path.chmod(0o755)
        written.append(path)
    return written


def _blank_files() -> Iterator[tuple[str, bytes]]:
    starter = files("reporter.intake") / "starter"
    for name in (CAMPAIGN, FILINGS):
        yield name, (starter / name).read_bytes()
    indicators = (_sample() / INDICATORS).read_text(encoding="utf-8")
    for local, left_open in _LOCAL.items():
        indicators = indicators.replace(local, left_open)
    yield INDICATORS, indicators.encode()
    yield from blank_books().items()
    yield from _starter_texts()


def _starter_texts() -> Iterator[tuple[str, bytes]]:
    """One commented text for every slot of the kinds that a new workspace issues."""
    filings = (files("reporter.intake") / "starter" / FILINGS).read_text(encoding="utf-8")
    issued = {filing["kind"] for filing in yaml.parse(filings, FILINGS).data["filings"]}
    for kind, front in kindtexts.shipped():
        slots = front.get("slots") if kind in issued else None
        for slot, advice in slots.items() if isinstance(slots, dict) else ():
            text = f"{{## {slot}：{advice or ''}。在下面另起一行写；不写则文件里留出空白。##}}\n"
            yield f"texts/{kind}/{slot}.md", text.encode()


def _sample() -> Traversable:
    return files("reporter.samples") / SAMPLE


def _sample_files() -> Iterator[tuple[str, bytes]]:
    yield from _below(_sample(), "")


def _below(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda item: item.name):
        if one.name.startswith((".", "__pycache__", "~$")):
            continue
        if one.is_dir():
            yield from _below(one, f"{prefix}{one.name}/")
        else:
            yield f"{prefix}{one.name}", one.read_bytes()
