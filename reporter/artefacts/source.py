"""The bytes of a file that is to be read, with a limit and clear errors."""

from __future__ import annotations

from pathlib import Path

from reporter.errors import InputError, system_reason

MAX_FILE = 200 * 1024 * 1024
"""Largest file that is read, in bytes."""

Source = bytes | Path


LOCK_FILE = "~$"
"""Names of what Word and WPS put beside a file that is open begin so."""


def load(source: Source) -> bytes:
    """The content; raises InputError for a missing, unreadable or oversized file."""
    if isinstance(source, bytes):
        data = source
    else:
        if source.name.startswith(LOCK_FILE) and source.exists():
            told = "这是 Word、WPS 打开文件时的临时文件，不是公文"
            raise InputError(told, "给出没有“~$”的那个文件", str(source))
        try:
            if not source.is_file() and source.exists() and not source.is_dir():  # a pipe would be waited for
                raise InputError("这不是普通文件，未读取", where=str(source))
            if source.stat().st_size > MAX_FILE:
                raise InputError(f"文件过大，未读取（上限 {MAX_FILE // 1024 // 1024} MB）", where=str(source))
            data = source.read_bytes()
        except FileNotFoundError:
            raise InputError("找不到文件", "请核对文件名和所在文件夹", str(source)) from None
        except OSError as error:
            if source.is_dir():  # Windows says “no permission”
                raise InputError("这里要的是文件，不是文件夹", "给出文件夹里的那个文件", str(source)) from error
            reason = system_reason(error)
            raise InputError(
                f"文件打不开：{reason}", "如果文件正在 Word 或 WPS 中打开，请先关闭", str(source)
            ) from error
    if len(data) > MAX_FILE:
        raise InputError(f"文件过大，未读取（上限 {MAX_FILE // 1024 // 1024} MB）")
    return data
