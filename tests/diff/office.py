"""LibreOffice's own acceptance and rejection of tracked changes: many files in one start of the program.

A fresh user profile holds a macro that opens each file hidden, gives the command, and saves it as .docx.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

Command = Literal["AcceptAllTrackedChanges", "RejectAllTrackedChanges", ""]
"""What is done before the file is saved; nothing for an empty one."""
Job = tuple[bytes, Command]
ACCEPT: Final[Command] = "AcceptAllTrackedChanges"
REJECT: Final[Command] = "RejectAllTrackedChanges"
_TIME_LIMIT_SECONDS: Final = 900
_SPACE: Final = "http://openoffice.org/2000/library"
_SET_UP: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office">
<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
"""Without it the first start of the program puts its own empty library in the place of ours."""
_MACRO: Final = """Sub ResolveAll(jobs As String)
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  Dim nothings()
  Dim job As String, parts, document, helper
  On Error Goto Failed
  opening(0).Name = "Hidden"
  opening(0).Value = True
  saving(0).Name = "FilterName"
  saving(0).Value = "MS Word 2007 XML"
  Open jobs For Input As #1
  Do While Not Eof(1)
    Line Input #1, job
    parts = Split(job, "|")
    document = StarDesktop.loadComponentFromURL(parts(0), "_blank", 0, opening())
    If parts(2) &lt;&gt; "" Then
      helper = createUnoService("com.sun.star.frame.DispatchHelper")
      helper.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; parts(2), "", 0, nothings())
    End If
    document.storeToURL(parts(1), saving())
    document.close(True)
  Loop
Failed:
  StarDesktop.terminate()
End Sub"""


def resolved(jobs: Sequence[Job], folder: Path) -> list[bytes]:
    """The files as LibreOffice saves them after each job's command; `folder` is empty and may be written into."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is not installed: make test installs it"
    profile, told = folder / "profile", folder / "jobs.txt"
    _library(profile / "user" / "basic")
    (profile / "user" / "registrymodifications.xcu").write_text(_SET_UP, encoding="utf-8")
    lines = []
    for number, (data, command) in enumerate(jobs):
        source = folder / f"{number}.docx"
        source.write_bytes(data)
        lines.append(f"{source.as_uri()}|{_result(folder, number).as_uri()}|{command}\n")
    told.write_text("".join(lines), encoding="utf-8")
    said = _run([
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
        f'macro:///Standard.Module1.ResolveAll("{told}")',
    ])  # fmt: skip
    missing = [number for number in range(len(jobs)) if not _result(folder, number).is_file()]
    assert not missing, f"LibreOffice saved no file for {missing}: {said}"
    return [_result(folder, number).read_bytes() for number in range(len(jobs))]


def _result(folder: Path, number: int) -> Path:
    return folder / f"{number}-resolved.docx"


def _run(command: list[str]) -> str:
    """What the office said; killed with its children at the time limit."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        said, _ = process.communicate(timeout=_TIME_LIMIT_SECONDS)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    return said.decode(errors="replace")


def _library(folder: Path) -> None:
    """The user's Basic library Standard with one module."""
    standard = folder / "Standard"
    standard.mkdir(parents=True)
    for name, kind, content in (
        ("script", "xlb", '<library:element library:name="Module1"/>'),
        ("dialog", "xlb", ""),
    ):
        own = 'library:name="Standard" library:readonly="false" library:passwordprotected="false"'
        (standard / f"{name}.{kind}").write_text(
            _document("library:library", "library", f'xmlns:library="{_SPACE}" {own}', content),
            encoding="utf-8",
        )
        linked = (
            f'<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/{name}.xlb/" '
            'xlink:type="simple" library:link="false"/>'
        )
        spaces = f'xmlns:library="{_SPACE}" xmlns:xlink="http://www.w3.org/1999/xlink"'
        (folder / f"{name}.xlc").write_text(
            _document("library:libraries", "libraries", spaces, linked), encoding="utf-8"
        )
    named = 'script:name="Module1" script:language="StarBasic"'
    (standard / "Module1.xba").write_text(
        _document(
            "script:module", "module", f'xmlns:script="http://openoffice.org/2000/script" {named}', _MACRO
        ),
        encoding="utf-8",
    )


def _document(root: str, kind: str, attributes: str, content: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<!DOCTYPE {root} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{kind}.dtd">\n'
        f"<{root} {attributes}>{content}</{root}>\n"
    )
