"""Opening a .docx or .xlsx that somebody sent: limits before anything is unpacked, no DOCTYPE."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from reporter.errors import InputError
from reporter.ooxml.directory import Entry, listed

MAX_ENTRIES = 5000
MAX_BYTES = 400 * 1024 * 1024
"""Unpacked size of all parts together, in bytes."""
MAX_RATIO = 150
"""Unpacked to packed size of one part; only judged above RATIO_FLOOR, since small XML packs very well."""
RATIO_FLOOR = 32 * 1024 * 1024


class Flaw(Enum):
    """Why a file is not taken for an Office package."""

    ENCRYPTED = "encrypted"
    OLD_FORMAT = "old binary format"
    NOT_A_PACKAGE = "not a package"
    TOO_LARGE = "too large"


class BadContainer(InputError):
    """The file is no Office package that may be opened; `flaw` says why."""

    def __init__(self, flaw: Flaw, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.flaw = flaw


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGIN, _LOCAL = b"PK\x03\x04", struct.Struct("<4s22x2H")
"""What stands before each part: how it begins, and the lengths of its name and extra field."""
_NOT_PLAIN = 0x61
"""Bits of encrypted and patched parts."""
_SHORT, _KEPT = 1 << 15, 128
"""Bytes of a part that is remembered, and how many are: those of a face are the same in every document."""
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")


def open_container(data: bytes) -> zipfile.ZipFile:
    """The zip inside `data`; raises BadContainer with a Chinese sentence when it must not be unpacked."""
    if data.startswith(_OLE):
        raise _ole(data)
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise _other(data) from None
    _refuse_large([(part.filename, part.file_size, part.compress_size) for part in container.infolist()])
    return container


def _refuse_large(parts: Sequence[tuple[str, int, int]]) -> None:
    """Parts by name with their bytes unpacked and packed."""
    sizes = [size for _, size, _ in parts]
    if len(sizes) > MAX_ENTRIES or sum(sizes) > MAX_BYTES:
        raise BadContainer(Flaw.TOO_LARGE, "文件解开后过大，未读取", "请删去图片、多余的工作表或页面后另存一份")
    for name, size, packed in parts if max(sizes, default=0) > RATIO_FLOOR else ():
        if size > RATIO_FLOOR and size > MAX_RATIO * max(packed, 1):
            raise BadContainer(
                Flaw.TOO_LARGE, f"文件内部（{name}）压缩比异常，未读取", "请把内容复制到新的文件再保存"
            )


class Packed(Struct, frozen=True):
    """A part as it stands in its container, deflated: the same for the same content written by the same program, and
    known without unpacking. `size` in bytes and `crc` of what is in it."""

    data: bytes
    size: int
    crc: int


class Archive:
    """An open package whose parts are read one by one, most of them never. Raises what `open_container` does."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._whole: zipfile.ZipFile | None = None
        parts = listed(data)
        if parts is None:
            parts = {part.filename: _entry(part) for part in self._zip().infolist()}
        else:
            _refuse_large([(name, part[2], part[3]) for name, part in parts.items()])
        self._parts = parts

    def names(self) -> Iterable[str]:
        return self._parts

    def packed(self, name: str) -> Packed | None:
        """One part deflated; None for one that is stored in another way, or where its place is not plainly said. Raises
        KeyError if absent."""
        return _packed(self._data, self._parts[name])

    def read(self, name: str) -> bytes:
        """As `read_part`."""
        packed = self.packed(name)
        data = _unpacked(packed) if packed else None
        return read_part(self._zip(), name) if data is None else _allowed(data, name)

    def close(self) -> None:
        if self._whole is not None:
            self._whole.close()

    def _zip(self) -> zipfile.ZipFile:
        if self._whole is None:
            self._whole = open_container(self._data)
        return self._whole


def read_part(container: zipfile.ZipFile, name: str) -> bytes:
    """One part's bytes; raises KeyError if absent, BadContainer for a damaged part or one with a DOCTYPE."""
    part = container.getinfo(name)
    packed = _packed(container.fp.getbuffer(), _entry(part)) if isinstance(container.fp, io.BytesIO) else None
    data = _unpacked(packed) if packed else None
    if data is None:
        try:
            data = container.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError):
            raise _damaged() from None
    return _allowed(data, name)


def unpacked(packed: Packed, name: str) -> bytes:
    """The same of a part that was taken out; raises BadContainer."""
    data = _unpacked(packed)
    if data is None:
        raise _damaged()
    return _allowed(data, name)


def _damaged() -> BadContainer:
    return BadContainer(Flaw.NOT_A_PACKAGE, "文件已损坏，读不完整", "请用 Office 或 WPS 打开后另存一份")


def _allowed(data: bytes, name: str) -> bytes:
    """Raises BadContainer for a part with a DOCTYPE."""
    if b"!" in data[:65536] and (b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]):
        raise BadContainer(
            Flaw.NOT_A_PACKAGE, f"文件内部（{name}）带有不允许的声明", "请用 Office 或 WPS 打开后另存一份"
        )
    return data


def _entry(part: zipfile.ZipInfo) -> Entry:
    name, begin = part.orig_filename.encode(), part.header_offset
    return name, begin, part.file_size, part.compress_size, part.CRC, part.compress_type, part.flag_bits


def _packed(data: bytes | memoryview, part: Entry) -> Packed | None:
    """A part as it stands in the file."""
    name, at, size, packed, crc, method, flags = part
    if method != zipfile.ZIP_DEFLATED or flags & _NOT_PLAIN or at + _LOCAL.size > len(data):
        return None
    sign, named, extra = _LOCAL.unpack_from(data, at)
    begin = at + _LOCAL.size + named
    if sign != _BEGIN or data[at + _LOCAL.size : begin] != name:
        return None
    begin += extra
    return Packed(bytes(data[begin : begin + packed]), size, crc)


def _unpacked(packed: Packed) -> bytes | None:
    """None for a damaged part."""
    return (_lately if packed.size <= _SHORT else _inflated)(packed)


def _inflated(packed: Packed) -> bytes | None:
    """In one step: zipfile builds a buffered stream for each part, which takes three times as long as the inflating of
    most. None for a damaged one: zipfile then says what is wrong."""
    try:
        found = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed.data, packed.size + 1)
    except zlib.error:
        return None
    return found if len(found) == packed.size and zlib.crc32(found) == packed.crc else None


_lately = lru_cache(maxsize=_KEPT)(_inflated)


def _ole(data: bytes) -> BadContainer:
    if _ENCRYPTED_MARK in data:
        return BadContainer(
            Flaw.ENCRYPTED, "文件设了打开密码，无法读取", "用 Office 或 WPS 打开，取消密码后另存"
        )
    return BadContainer(
        Flaw.OLD_FORMAT, "文件是旧的 97-2003 格式", "用 Office 或 WPS 打开，表格另存为 .xlsx，文档另存为 .docx"
    )


def _other(data: bytes) -> BadContainer:
    head = data[:512].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"\xef\xbb\xbf<html")):
        kind = "文件其实是网页（HTML）"
    elif head.startswith(b"%pdf"):
        kind = "文件其实是 PDF"
    elif not data:
        kind = "文件是空的"
    else:
        kind = "文件不是有效的 Office 文件，或已损坏"
    return BadContainer(Flaw.NOT_A_PACKAGE, kind, "用 Office 或 WPS 打开确认，再另存：表格存为 .xlsx，文档存为 .docx")
