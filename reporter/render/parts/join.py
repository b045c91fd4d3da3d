"""One process that joins laid-out parts into one PDF: pages, tags, bookmarks, names and metadata (JSON in, file out).

Every part carries the alphabet as its first page; it is left out, and with it the reason why all parts have the same
fonts, which are kept once. The tag tree of each part is hung under the first one's document, its parent tree is
renumbered behind the ones before.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, OutlineItem, Pdf

_SHARED = ("/Font", "/ColorSpace")


def join(parts: Sequence[str], bookmarks: Sequence[tuple[str, int]], out: str) -> None:
    """Joins files in order. `bookmarks` are all titles with their levels, in the order of the parts' own outlines."""
    with Pdf.open(parts[0]) as whole:
        joiner = _Joiner(whole)
        for path in parts[1:]:
            with Pdf.open(path) as part:
                joiner.add(part)
        joiner.finish(bookmarks)
        whole.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )


class _Joiner:
    def __init__(self, whole: Pdf) -> None:
        self.whole = whole
        self.places = _bookmark_places(whole, 0)
        self.resources = whole.pages[0].obj.Resources
        tags = whole.Root.StructTreeRoot
        self.document = tags.K[0]
        self.document.K = Array(_without_first_page(self.document, whole))
        self.parents: list[Any] = list(tags.ParentTree.Nums)[2:]
        self.next_key = _next_key(self.parents)
        self.names = _names(whole)
        del whole.pages[0]

    def add(self, part: Pdf) -> None:
        whole = self.whole
        self.places += _bookmark_places(part, len(whole.pages))
        kids = _without_first_page(part.Root.StructTreeRoot.K[0], part)
        same = _share(part.pages[0].obj.Resources, self.resources)
        count = len(part.pages) - 1
        for page in part.pages[1:]:
            page.obj.StructParents = int(page.obj.StructParents) + self.next_key
            for note in page.obj.get("/Annots", ()):
                if "/StructParent" in note:
                    note.StructParent = int(note.StructParent) + self.next_key
        whole.pages.extend(part.pages[index] for index in range(1, count + 1))
        resources = whole.pages[-1].obj.Resources
        for name in same:
            resources[name] = self.resources[name]
        self._hang(part, kids)
        for name, place in _names(part):
            self.names.append((name, whole.copy_foreign(part.make_indirect(place))))

    def _hang(self, part: Pdf, kids: Sequence[Any]) -> None:
        """The whole tree is copied at once, so that every object of it is copied once."""
        numbers = list(part.Root.StructTreeRoot.ParentTree.Nums)[2:]
        foreign = part.make_indirect(Array([*kids]))
        for kid in self.whole.copy_foreign(foreign):
            kid.P = self.document
            self.document.K.append(kid)
        copied = list(self.whole.copy_foreign(part.make_indirect(Array(numbers))))
        for key, value in zip(copied[::2], copied[1::2], strict=True):
            self.parents.append(int(key) + self.next_key)
            self.parents.append(value)
        self.next_key = _next_key(self.parents)

    def finish(self, bookmarks: Sequence[tuple[str, int]]) -> None:
        root = self.whole.Root
        root.StructTreeRoot.ParentTree.Nums = Array(self.parents)
        if self.names:
            pairs = [
                item
                for name, place in sorted(self.names, key=lambda one: bytes(one[0]))
                for item in (name, place)
            ]
            root.Names = Dictionary(Dests=Dictionary(Names=Array(pairs)))
        with self.whole.open_outline() as outline:
            outline.root.clear()
            stack: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
            for (title, level), (page, left, top) in zip(bookmarks, self.places, strict=True):
                while stack[-1][0] >= level:
                    stack.pop()
                item = OutlineItem(title, page, "XYZ", left=left, top=top, zoom=0)
                stack[-1][1].append(item)
                stack.append((level, item.children))


def _without_first_page(document: Any, pdf: Pdf) -> list[Any]:
    first = pdf.pages[0].obj.objgen
    return [kid for kid in document.K if "/Pg" not in kid or kid.Pg.objgen != first]


def _next_key(numbers: Sequence[Any]) -> int:
    return max((int(key) for key in numbers[::2]), default=-1) + 1


def _names(pdf: Pdf) -> list[tuple[Any, Any]]:
    if "/Names" not in pdf.Root or "/Dests" not in pdf.Root.Names:
        return []
    found = list(pdf.Root.Names.Dests.Names)
    return list(zip(found[::2], found[1::2], strict=True))


def _bookmark_places(pdf: Pdf, before: int) -> list[tuple[int, float, float]]:
    """Page index in the whole (the alphabet does not count), left and top of every bookmark, in order."""
    indexes = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    found: list[tuple[int, float, float]] = []

    def walk(items: Sequence[Any]) -> None:
        for item in items:
            page, _, left, top, _ = item.destination
            found.append((indexes[page.objgen] - 1 + before, float(left), float(top)))
            walk(item.children)

    with pdf.open_outline() as outline:
        walk(outline.root)
    return found


def _share(resources: Any, first: Any) -> list[str]:
    """Takes out of a part what the first part has in the same form; its names."""
    shared = [name for name in _SHARED if _same(resources[name], first[name])]
    for name in shared:
        del resources[name]
    return shared


def _same(one: Any, other: Any) -> bool:
    """Whether two objects of two files have the same content, streams included."""
    if isinstance(one, pikepdf.Stream) or isinstance(other, pikepdf.Stream):
        if not (isinstance(one, pikepdf.Stream) and isinstance(other, pikepdf.Stream)):
            return False
        return one.read_raw_bytes() == other.read_raw_bytes()
    if isinstance(one, Dictionary) and isinstance(other, Dictionary):
        return set(one.keys()) == set(other.keys()) and all(_same(one[key], other[key]) for key in set(one.keys()))
    if isinstance(one, Array) and isinstance(other, Array):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def main() -> None:
    """One job on standard input."""
    job = json.loads(sys.stdin.buffer.read())
    join(job["parts"], [(title, level) for title, level in job["bookmarks"]], job["out"])


if __name__ == "__main__":
    main()
