"""The machine's genuine faces, with the stand-ins behind them for what it lacks."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from reporter.errors import EnvironmentFault, system_reason
from reporter.kept import cache_dir
from reporter.typeset.fonts.configure import system_config
from reporter.typeset.fonts.fontset import FontSet
from reporter.typeset.fonts.genuine import Face, Unusable, overlaid, prepare
from reporter.typeset.fonts.machine import Found, genuine
from reporter.typeset.fonts.metrics import Metrics
from reporter.typeset.fonts.roles import Role


def font_set(folder: Path, standin: FontSet) -> FontSet:
    """The set for the fonts built in `folder`, whose own set is `standin`."""
    faces: dict[Role, list[Face]] = {}
    lacking: dict[Role, str] = {}
    for role, found in genuine().items():
        faces[role], reason = _prepared(found, standin.metrics)
        if not faces[role]:
            lacking[role] = reason
    every = tuple(face for role in Role for face in faces[role])
    families = {
        role.value: (*(face.family for face in faces[role]), *standin.families[role.value]) for role in Role
    }
    roles = {role.value: overlaid(standin.metrics.of_role(role), faces[role]) for role in Role}
    key = " ".join(f"{face.role}:{face.folder.name}" for face in every)
    title = faces[Role.TITLE][0].rise if faces[Role.TITLE] else (0.0, 0.0)
    return FontSet(Metrics.of(roles, key, title), _config(folder, every), families, every, lacking)


def _prepared(found: tuple[Found, ...], standin: Metrics) -> tuple[list[Face], str]:
    """The faces of a role that can be used, and why the first of the others cannot."""
    faces, reasons = [], []
    for one in found:
        try:
            faces.append(prepare(one, standin))
        except Unusable as reason:
            reasons.append(f"{one.name}（{one.path.name}）{reason}")
    return faces, reasons[0] if reasons else ""


def _config(folder: Path, faces: tuple[Face, ...]) -> Path:
    """The fontconfig file of this selection, named by what stands in it; kept beside the copies."""
    text = system_config(folder, sorted({face.folder for face in faces}), cache_dir() / "fontconfig")
    path = cache_dir() / f"{hashlib.sha256(text.encode()).hexdigest()[:24]}.conf"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            beside = path.with_suffix(f".{os.getpid()}")
            beside.write_text(text, encoding="utf-8")
            beside.replace(path)
    except OSError as error:
        hint = "用环境变量 REPORTER_CACHE 指出一个可以写入的文件夹"
        raise EnvironmentFault(f"{path.parent} 写不进去：{system_reason(error)}", hint=hint) from error
    return path
