"""Fonts out of Debian packages: a .deb is an `ar` archive around a tar, so nothing is needed to read it."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reporter.errors import EnvironmentFault

_AR_MAGIC: Final = b"!<arch>\n"
_AR_HEADER: Final = 60


def unpack(folder: Path, wanted: frozenset[str], target: Path) -> None:
    """Write every wanted file (by base name) of the .deb files in `folder` into `target`, flat.

    Fonts lying in `folder` as they are count too. Raises EnvironmentFault naming what was not found.
    """
    target.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        loose = folder / name
        if loose.is_file():
            (target / name).write_bytes(loose.read_bytes())
    for package in sorted(folder.glob("*.deb")):
        for name, data in _members(package, wanted):
            (target / name).write_bytes(data)
    absent = sorted(name for name in wanted if not (target / name).is_file())
    if absent:
        raise EnvironmentFault(
            f"{folder} 中缺少字体文件：{'、'.join(absent)}",
            hint="在 Debian 或 Ubuntu 上运行 make fonts 自动下载；其他系统请把这些字体文件放进该文件夹再运行",
        )


def licences(folder: Path, target: Path) -> None:
    """Write each package's copyright file and the Fandol licence into `target` as <package>.<file>."""
    target.mkdir(parents=True, exist_ok=True)
    for package in sorted(folder.glob("*.deb")):
        label = package.name.split("_")[0]
        for name, data in _members(package, frozenset({"copyright"})):
            (target / f"{label}.{name}").write_bytes(data)
        for name, data in _members(package, frozenset({"COPYING.gz", "README"}), inside="/fandol/"):
            (target / f"fandol.{name}").write_bytes(data)


def _members(package: Path, wanted: frozenset[str], inside: str = "") -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(_data_archive(package)), mode="r|*") as archive:
        for member in archive:
            name = member.name.rsplit("/", 1)[-1]
            if not (member.isfile() and name in wanted and inside in member.name):
                continue
            stream = archive.extractfile(member)
            if stream is not None:
                yield name, stream.read()


def _data_archive(package: Path) -> bytes:
    """The bytes of the data.tar.* member of a .deb."""
    content = package.read_bytes()
    if not content.startswith(_AR_MAGIC):
        raise EnvironmentFault(f"{package} 不是完整的 .deb 文件", hint="删除它后重新运行 make fonts")
    at = len(_AR_MAGIC)
    while at + _AR_HEADER <= len(content):
        header = content[at : at + _AR_HEADER]
        size = int(header[48:58])
        at += _AR_HEADER
        if header[:16].startswith(b"data.tar"):
            return content[at : at + size]
        at += size + size % 2
    raise EnvironmentFault(f"{package} 中没有数据部分", hint="删除它后重新运行 make fonts")
