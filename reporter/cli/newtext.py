"""`reporter new --text F.md`: the commented example of a text that stands alone."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from reporter.errors import InputError, system_reason


def write_text(path: Path) -> None:
    """Writes the example to `path`; an existing file is never touched (InputError)."""
    if path.suffix.lower() not in (".md", ".markdown"):
        raise InputError(
            "文字文件的名称要以 .md 结尾", f"如 reporter new --text {path.stem or '通知'}.md", str(path)
        )
    content = (files("reporter.intake") / "starter" / "notice.md").read_bytes()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise InputError("已有这个文件，没有改动", "换一个文件名", str(path)) from None
    except OSError as error:
        raise InputError(f"文件写不进去：{system_reason(error)}", "换一个有写入权限的位置", str(path)) from error
