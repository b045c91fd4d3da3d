"""LibreOffice, and nothing else here calls it: a DOCX as PDF for looking at and measuring, never for
delivery.

Every call has its own profile folder (a running office or a second call cannot disturb it), a time limit, and
the fontconfig of the built stand-ins, so that 仿宋_GB2312 and its like show in the same faces as our own PDF.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from reporter.errors import EnvironmentFault, InputError
from reporter.typeset.fonts import office_environment

TIME_LIMIT_SECONDS = 120
# With the blank page before a section that begins on an even one: it is printed, and counts.
_AS_PDF = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
_NAMES = ("soffice", "libreoffice")
_running: set[subprocess.Popen[bytes]] = set()
_HINT = "Debian：apt-get install libreoffice-writer-nogui；只影响预览和测量，不影响生成文件"


def available() -> bool:
    """Whether LibreOffice is installed."""
    return _program() is not None


def to_pdf(data: bytes, *, time_limit: float = TIME_LIMIT_SECONDS) -> bytes:
    """The DOCX as LibreOffice lays it out, as PDF.

    Raises EnvironmentFault without LibreOffice or fonts, InputError when it cannot open the file or takes
    longer than `time_limit` seconds.
    """
    return _converted(data, _AS_PDF, time_limit)


def resaved(data: bytes, *, time_limit: float = TIME_LIMIT_SECONDS) -> bytes:
    """The DOCX as LibreOffice saves it after opening: what a file looks like that somebody edited there.

    Raises as `to_pdf` does.
    """
    return _converted(data, "docx:MS Word 2007 XML", time_limit)


def _converted(data: bytes, wanted: str, time_limit: float) -> bytes:
    program = _program()
    if program is None:
        raise EnvironmentFault("没有安装 LibreOffice", _HINT)
    with tempfile.TemporaryDirectory(prefix="reporter-office-") as folder:
        place = Path(folder)
        source, results = place / "page.docx", place / "out"
        source.write_bytes(data)
        command = [
            program, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--convert-to", wanted, "--outdir", str(results), str(source),
        ]  # fmt: skip
        said = _run(command, time_limit)
        target = results / f"page.{wanted.partition(':')[0]}"
        if not target.is_file():
            raise InputError("LibreOffice 打不开这个文件", said.strip()[-300:] or "请确认它是 .docx 文件")
        return target.read_bytes()


def _program() -> str | None:
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def _run(command: list[str], time_limit: float) -> str:
    """What the office said. Killed with its children at the time limit: soffice is a script that starts a
    binary."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=office_environment(),
        start_new_session=True,
    )
    _running.add(process)
    try:
        output, _ = process.communicate(timeout=time_limit)
    except subprocess.TimeoutExpired:
        _kill_group(process)
        raise InputError(
            f"LibreOffice 超过 {time_limit:g} 秒没有完成", "文件可能太大，或机器太忙；稍后再试"
        ) from None
    except BaseException:
        _kill_group(process)
        raise
    finally:
        _running.discard(process)
    return output.decode(errors="replace")


def stop_running() -> None:
    """Kills what this process has started and not ended; for one that is about to be ended itself."""
    for process in tuple(_running):
        _kill_group(process)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):  # it ended by itself meanwhile
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
