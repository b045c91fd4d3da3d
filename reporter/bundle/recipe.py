"""What every document is made with beside its own inputs: engine, templates, fonts, options.

The part `files` has the digests of the templates one by one, as JSON; of them a unit remembers those that it used.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from reporter import __version__
from reporter.bundle.scan import FILES
from reporter.canonical import line
from reporter.contents import has_folder
from reporter.typeset.fontfolder import METRICS_FILE, font_dir

NAMES: Mapping[str, str] = {
    "engine": "程序版本变了",
    "templates": "模板变了",
    "fonts": "字体变了",
    "options": "格式等选项变了",
}
"""Part of a recipe → what it means when that part is another one, in the order in which it is told."""
SHARED_PAGES = ("base", "web")


def recipe(formats: Iterable[str]) -> dict[str, str]:
    """Part → digest. Templates are hashed whole here; a document's key takes only those of its own faces."""
    files = {name: _sha(path) for name, path in product_templates().items()}
    return {
        "engine": __version__,
        "templates": digest_of(list(files.items())),
        "fonts": fonts(),
        "options": ",".join(formats),
        FILES: json.dumps(files),
    }


def narrowed(whole: Mapping[str, str], kinds: Iterable[str], faces: Iterable[str]) -> dict[str, str]:
    """What a unit remembers that was made of these kinds in these faces: of the templates only those."""
    used = _narrowed(whole[FILES], frozenset(kinds), frozenset(faces))
    return {name: whole[name] for name in NAMES} | {FILES: used}


@lru_cache(maxsize=64)
def _narrowed(listed: str, kinds: frozenset[str], faces: frozenset[str]) -> str:
    """Units of one bundle have the same kinds in the same faces."""
    stems = {*faces, *SHARED_PAGES}
    texts = {f"text/{kind}.md" for kind in kinds}
    return json.dumps(
        {
            name: digest
            for name, digest in _files(listed).items()
            if name in texts
            or (not name.startswith("text/") and (Path(name).stem in stems or name.endswith(".css")))
        }
    )


def product_templates() -> dict[str, Path]:
    """Our own templates by path below `templates/`: faces, pages and wording."""
    root = Path(str(resources.files("reporter.templates")))
    found = (path for folder in ("docx", "html", "text") for path in (root / folder).glob("*.*"))
    return {path.relative_to(root).as_posix(): path for path in sorted(found) if path.suffix != ".py"}


def faces_digest(faces: Iterable[str], own: Path) -> str:
    """Digest of the layouts that a document uses, and of everything in a workspace's own `docx` and `html`."""
    wanted = frozenset({*faces, *SHARED_PAGES})
    if not has_folder(own.parent, own.name):
        return _ours(wanted)
    theirs = [
        (path.relative_to(own).as_posix(), path)
        for folder in ("docx", "html")
        if (own / folder).is_dir()
        for path in sorted((own / folder).rglob("*"))
        if path.is_file()
    ]
    if not theirs:
        return _ours(wanted)
    return digest_of([*_layouts(wanted), *((name, _sha(path)) for name, path in theirs)])


@cache
def _ours(wanted: frozenset[str]) -> str:
    """The digest where a workspace has no layouts of its own, as hardly any has."""
    return digest_of(_layouts(wanted))


@cache
def _layouts(wanted: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Name and digest of our own layouts; a process that outlives them calls `forget`."""
    return tuple(
        (name, _sha(path))
        for name, path in product_templates().items()
        if not name.startswith("text/") and (path.stem in wanted or path.suffix == ".css")
    )


def forget() -> None:
    """Templates of ours were exchanged in this process."""
    _layouts.cache_clear()
    _ours.cache_clear()


def fonts() -> str:
    """Identity of the built stand-in fonts: their measures, names and sizes; empty when they are not built."""
    folder = font_dir()
    if not (folder / METRICS_FILE).is_file():
        return ""
    sizes = ((path.name, str(path.stat().st_size)) for path in sorted(folder.glob("*.[ot]tf")))
    return digest_of([("metrics", _sha(folder / METRICS_FILE)), *sizes])


def differences(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    """What changed between two recipes, in Chinese."""
    parts = [part for part in NAMES if old.get(part) != new.get(part)]
    if "templates" in parts and FILES in old and FILES in new:
        now = _files(new[FILES])
        if all(now.get(name) == digest for name, digest in _files(old[FILES]).items()):
            parts.remove("templates")
    return tuple(NAMES[part] for part in parts)


@lru_cache(maxsize=64)
def _files(listed: str) -> Mapping[str, str]:
    found: dict[str, str] = json.loads(listed)
    return found


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digest_of(data: Any) -> str:
    """Of a text, or of data as a line of JSON."""
    text = data if isinstance(data, str) else line(data)
    return hashlib.sha256(text.encode()).hexdigest()
