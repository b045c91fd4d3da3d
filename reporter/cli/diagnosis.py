"""What the machine has and lacks: one check a function, each says what works, what is missing and what to do."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from reporter.errors import EnvironmentFault, system_reason

State = Literal["works", "missing"]
_LEAST_PYTHON = (3, 11)
_GB2312_HANZI = [bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]


class Check(Struct, frozen=True):
    """One thing. `needed`: without it some filing cannot be made, or not as it should be."""

    name: str
    label: str
    state: State
    detail: str = ""
    cure: str = ""
    needed: bool = True

    def as_dict(self) -> dict[str, Any]:
        return {"name": self.name, "label": self.label, "state": self.state, "detail": self.detail,
                "cure": self.cure, "needed": self.needed}  # fmt: skip


def diagnose(out: Path) -> list[Check]:
    """All checks in order; `out` is where results would be written."""
    writing: Callable[[], Check] = lambda: _writable(out)  # noqa: E731
    return [
        check()
        for check in (_python, _fonts, _coverage, _genuine, _pango, _subsetter, _templates, _office, writing)
    ]


def _python() -> Check:
    version = ".".join(str(part) for part in sys.version_info[:3])
    good = sys.version_info >= _LEAST_PYTHON
    if good:
        return Check("python", "Python", "works", version)
    return Check("python", "Python", "missing", version, "安装 Python 3.11 或更新的版本")


def _fonts() -> Check:
    from reporter.typeset.fonts import TYPEFACES, font_dir, metrics

    try:
        metrics()
    except EnvironmentFault as fault:
        return Check("fonts", "排版字体", "missing", fault.message, fault.hint)
    labels = "、".join(face.label for face in TYPEFACES.values())
    return Check("fonts", "排版字体", "works", f"{labels}（{font_dir()}）")


def _coverage() -> Check:
    """Every hanzi of GB 2312 in every role: names beyond it are warned of when a document needs them."""
    from reporter.typeset.fonts import TYPEFACES, metrics

    try:
        known = metrics()
    except EnvironmentFault as fault:
        return Check("coverage", "字体用字", "missing", fault.message, fault.hint)
    hanzi = "".join(_hanzi())
    missing = {face.label: len(known.missing(hanzi, role)) for role, face in TYPEFACES.items()}
    short = "、".join(f"{label}缺{count}字" for label, count in missing.items() if count)
    if short:
        detail = f"国标 {len(hanzi)} 个汉字：{short}"
        return Check("coverage", "字体用字", "missing", detail, "运行 make fonts 重新生成字体")
    return Check("coverage", "字体用字", "works", f"国标 {len(hanzi)} 个汉字齐全")


def _genuine() -> Check:
    """Faces that `fonts: system` would use; without them PDFs are set in our own."""
    from reporter.typeset.fonts import TYPEFACES
    from reporter.typeset.fonts.machine import genuine

    found = genuine()
    label = "本机的正式字体（可选）"
    lacking = "、".join(TYPEFACES[role].label for role, faces in found.items() if not faces)
    named = "；".join(
        f"{TYPEFACES[role].label}有{'、'.join(f'{one.name}（{one.path.name}，{one.version}）' for one in faces)}"
        for role, faces in found.items()
        if faces
    )
    if named:
        return Check("genuine", label, "works", named + (f"；没有{lacking}" if lacking else ""), needed=False)
    cure = "可以不装，PDF 用自带的替代字体；要用正式字体，装上后在 campaign.yaml 里写 fonts: system"
    return Check("genuine", label, "missing", f"没有{lacking}", cure, needed=False)


def _hanzi() -> Iterator[str]:
    for code in _GB2312_HANZI:
        try:
            yield code.decode("gb2312")
        except UnicodeDecodeError:
            continue


def _pango() -> Check:
    from reporter.typeset.fonts.libraries import pango_available

    if pango_available():
        return Check("pango", "Pango（生成 PDF）", "works")
    cure = "Debian：apt-get install libpango-1.0-0 libpangoft2-1.0-0 fontconfig；没有它只能生成 Word 和 Excel"
    return Check("pango", "Pango（生成 PDF）", "missing", "", cure)


def _subsetter() -> Check:
    from reporter.typeset.fonts.libraries import subsetter_available

    if subsetter_available():
        return Check("subsetter", "字体裁剪库", "works", "libharfbuzz-subset")
    cure = "Debian：apt-get install libharfbuzz-subset0；没有它 PDF 生成约慢十倍"
    return Check("subsetter", "字体裁剪库", "missing", "libharfbuzz-subset", cure)


def _templates() -> Check:
    from reporter.compose.kinds import kind_names

    kinds = kind_names()
    if kinds:
        return Check("templates", "文稿模板", "works", f"{len(kinds)}种文稿")
    return Check("templates", "文稿模板", "missing", "", "重新安装本程序")


def _office() -> Check:
    from reporter.artefacts.office import available

    if available():
        return Check("libreoffice", "LibreOffice（可选）", "works", "", needed=False)
    cure = "可以不装，只影响 Word 文件的预览和测量；Debian：apt-get install libreoffice-writer-nogui"
    return Check("libreoffice", "LibreOffice（可选）", "missing", "", cure, needed=False)


def _writable(out: Path) -> Check:
    """A file can be made where results go, or where their folder would be made."""
    folder = out.resolve()
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        handle, name = tempfile.mkstemp(prefix=".reporter-", dir=folder)
        os.close(handle)
        Path(name).unlink()
    except OSError as error:
        cure = "换一个文件夹，或用 --out 指定有写入权限的位置"
        return Check("writable", "结果文件夹可写", "missing", f"{folder}：{system_reason(error)}", cure)
    return Check("writable", "结果文件夹可写", "works", str(folder))
