"""Ready entries that run `reporter bundle` every day: for cron, a systemd timer, the Windows Task Scheduler.

There is no daemon. What was missed while the machine was off happens at the next start or log-on; a late or doubled run
is harmless, since a bundle makes only what is due and stale and locks its results.
"""

from __future__ import annotations

import hashlib
import re
import shlex
from collections.abc import Callable, Mapping
from pathlib import PurePath
from xml.sax.saxutils import escape

from msgspec import Struct

from reporter.errors import InputError
from reporter.patterns import regex

LOG = "reporter-定时.log"
_PLAIN = regex(r"[A-Za-z0-9_-]{1,40}")
_CONTROL = regex(r"[\x00-\x1f\x7f]")


class Call(Struct, frozen=True):
    """What is run: the program with its leading arguments, the workspace or bundle file, where results go, the working
    directory (all paths absolute) and the time of day as HH:MM."""

    program: tuple[str, ...]
    target: PurePath
    out: PurePath
    folder: PurePath
    at: str
    due_by: str = ""
    """As `bundle --due-by` takes it; empty: its default."""

    @property
    def words(self) -> tuple[str, ...]:
        until = ("--due-by", self.due_by) if self.due_by else ()
        return (*self.program, "bundle", str(self.target), "--out", str(self.out), *until)

    @property
    def log(self) -> PurePath:
        return self.folder / LOG

    @property
    def name(self) -> str:
        """`reporter-anhe`; a name that not every system takes becomes a short digest of the path."""
        stem = self.target.stem
        plain = stem if _PLAIN.fullmatch(stem) else hashlib.sha256(str(self.target).encode()).hexdigest()[:8]
        return f"reporter-{plain}"


class Entry(Struct, frozen=True):
    """A file to set up: its name, its text to print, and its bytes to write."""

    name: str
    text: str
    data: bytes


class Schedule(Struct, frozen=True):
    """All files of one kind of schedule, and what a person does with them."""

    entries: tuple[Entry, ...]
    then: tuple[str, ...]


def schedule(kind: str, call: Call) -> Schedule:
    """The entry of a kind (a key of KINDS); raises InputError for a path or a time that it cannot hold."""
    if not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", call.at):
        raise InputError(f"看不懂时间“{call.at}”", "写成 07:30", "--at")
    for word in (*call.words, str(call.folder)):
        if _CONTROL.search(word):
            raise InputError("路径里有换行等控制字符，不能写进定时任务", "给文件夹改个名", word)
    return KINDS[kind](call)


def _cron(call: Call) -> Schedule:
    command = f"cd {shlex.quote(str(call.folder))} && LANG=C.UTF-8 {shlex.join(call.words)}"
    command = f"{command} >> {shlex.quote(str(call.log))} 2>&1".replace("%", r"\%")
    hour, minute = call.at.split(":")
    lines = (
        f"# {call.name}：每天{call.at}生成到期的文件。",
        f"{int(minute)} {int(hour)} * * * {command}",
        "# 关机错过的，开机五分钟后补做；已经做过的不会重做。",
        f"@reboot sleep 300; {command}",
    )
    text = "\n".join(lines) + "\n"
    then = (
        "运行 crontab -e，把上面几行加在末尾。",
        "有的系统没有 @reboot：改用 anacron，把 cd 起的那一段写成 /etc/cron.daily 里的脚本。",
    )
    return Schedule((Entry(f"{call.name}.cron", text, text.encode()),), then)


def _systemd(call: Call) -> Schedule:
    folder, log = (str(path).replace("%", "%%") for path in (call.folder, call.log))
    service = f"""[Unit]
Description=生成到期的文件（{call.name}）

[Service]
Type=oneshot
WorkingDirectory={folder}
Environment=LANG=C.UTF-8
ExecStart={" ".join(_systemd_word(word) for word in call.words)}
StandardOutput=append:{log}
StandardError=append:{log}
SuccessExitStatus=1
"""
    timer = f"""[Unit]
Description=每天{call.at}生成到期的文件（{call.name}）

[Timer]
OnCalendar=*-*-* {call.at}:00
Persistent=true

[Install]
WantedBy=timers.target
"""
    entries = tuple(
        Entry(f"{call.name}.{end}", text, text.encode())
        for end, text in (("service", service), ("timer", timer))
    )
    then = (
        "两个文件放进 ~/.config/systemd/user/，然后运行：",
        f"systemctl --user daemon-reload && systemctl --user enable --now {call.name}.timer",
        "关机错过的，下次登录时补做；要不登录也运行，再加一句 loginctl enable-linger。",
    )
    return Schedule(entries, then)


def _systemd_word(word: str) -> str:
    """One argument of ExecStart: quoted, without specifiers or variables (systemd.service, command lines)."""
    for sign, told in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        word = word.replace(sign, told)
    return f'"{word}"'


def _windows(call: Call) -> Schedule:
    if strange := next((word for word in (*call.words, str(call.log)) if set(word) & set('%"')), ""):
        raise InputError("路径里有 % 或引号，Windows 的定时任务不认", "给文件夹改个名", strange)
    line = " ".join(f'"{word}"' for word in call.words)
    arguments = f'/d /s /c "set PYTHONUTF8=1&& {line} >> "{call.log}" 2>&1"'
    text = _TASK.format(
        name=escape(call.name), at=call.at, arguments=escape(arguments), folder=escape(str(call.folder))
    )
    name = f"{call.name}.xml"
    then = (
        "用 --write 写成文件（编码要是 UTF-16），再运行：",
        f'schtasks /create /tn "{call.name}" /xml "{name}"',
        "或在“任务计划程序”里选“导入任务”。关机错过的，下次登录后自动补做。",
    )
    return Schedule((Entry(name, text, text.replace("\n", "\r\n").encode("utf-16")),), then)


_TASK = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>每天{at}生成到期的文件（{name}）</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T{at}:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <Enabled>true</Enabled>
    <ExecutionTimeLimit>PT8H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>cmd.exe</Command>
      <Arguments>{arguments}</Arguments>
      <WorkingDirectory>{folder}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"""

KINDS: Mapping[str, Callable[[Call], Schedule]] = {"cron": _cron, "systemd": _systemd, "windows": _windows}
"""By the word that a user types."""
