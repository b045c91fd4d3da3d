"""Opening a .docx or .xlsx that somebody sent: limits before anything is unpacked, no DOCTYPE."""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from reporter.errors import InputError

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
_LOCAL, _HEAD = b"PK\x03\x04", 30
"""What stands before each part: how it begins, and its bytes without name and extra field."""
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
    parts = container.infolist()
    if len(parts) > MAX_ENTRIES or sum(part.file_size for part in parts) > MAX_BYTES:
        raise BadContainer(Flaw.TOO_LARGE, "文件解开后过大，未读取", "请删去图片、多余的工作表或页面后另存一份")
    for part in parts:
        if part.file_size > RATIO_FLOOR and part.file_size > MAX_RATIO * max(part.compress_size, 1):
            raise BadContainer(
                Flaw.TOO_LARGE,
                f"文件内部（{part.filename}）压缩比异常，未读取",
                "请把内容复制到新的文件再保存",
            )
    return container


class Packed(Struct, frozen=True):
    """A part as it stands in its container, deflated: the same for the same content written by the same program, and
    known without unpacking. `size` in bytes and `crc` of what is in it."""

    data: bytes
    size: int
    crc: int


def read_part(container: zipfile.ZipFile, name: str) -> bytes:
    """One part's bytes; raises KeyError if absent, BadContainer for a damaged part or one with a DOCTYPE."""
    packed = packed_part(container, name)
    data = (_lately if packed.size <= _SHORT else _inflated)(packed) if packed else None
    if data is None:
        try:
            data = container.read(name)
        except (zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError, OSError):
            raise BadContainer(
                Flaw.NOT_A_PACKAGE, "文件已损坏，读不完整", "请用 Office 或 WPS 打开后另存一份"
            ) from None
    if b"!" in data[:65536] and (b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]):
        raise BadContainer(
            Flaw.NOT_A_PACKAGE, f"文件内部（{name}）带有不允许的声明", "请用 Office 或 WPS 打开后另存一份"
        )
    return data


def packed_part(container: zipfile.ZipFile, name: str) -> Packed | None:
    """One part deflated; None for one that is stored in another way, or where its place is not plainly said. Raises
    KeyError if absent."""
    part = container.getinfo(name)
    if part.compress_type != zipfile.ZIP_DEFLATED or part.flag_bits & _NOT_PLAIN:
        return None
    if not isinstance(container.fp, io.BytesIO):
        return None
    data, at = container.fp.getbuffer(), part.header_offset + _HEAD
    head = bytes(data[part.header_offset : at])
    named = part.orig_filename.encode()
    begin = at + int.from_bytes(head[26:28], "little")
    if head[:4] != _LOCAL or data[at:begin] != named:
        return None
    begin += int.from_bytes(head[28:30], "little")
    return Packed(bytes(data[begin : begin + part.compress_size]), part.file_size, part.CRC)


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
        Flaw.OLD_FORMAT, "文件是旧的 97-2003 格式", "用 Office 或 WPS 打开，另存为 .xlsx（或 .docx）"
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
    return BadContainer(Flaw.NOT_A_PACKAGE, kind, "用 Office 或 WPS 打开确认，再另存为 .xlsx（或 .docx）")
