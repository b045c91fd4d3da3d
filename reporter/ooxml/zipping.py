"""Deterministic zip: the same members give the same bytes on every machine, in every process."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3  # create_system is the writer's system by default, which would differ between Windows and Linux
_LEVEL = 6  # zlib's own default, so that a member written in pieces is packed as one written at once
# Readers that stream want the content types first, then the relationships of the package.
_FIRST = ("mimetype", "[Content_Types].xml", "_rels/.rels")


def pack(members: Mapping[str, bytes | Iterable[bytes]]) -> bytes:
    """A zip of the members (whole or in pieces): content types first, the others by name, all dated 1980-01-01."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(members, key=_order):
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = _UNIX
            info.external_attr = 0o600 << 16
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            content = members[name]
            if isinstance(content, bytes):
                archive.writestr(info, content, compresslevel=_LEVEL)
                continue
            with archive.open(info, "w") as part:
                for piece in content:
                    part.write(piece)
    return buffer.getvalue()


def repack(data: bytes) -> bytes:
    """The same members in fixed order with fixed times. Contents are not touched; of equal names the last wins."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return pack({info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()})


def _order(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
