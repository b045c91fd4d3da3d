"""No command opens a network socket, neither itself nor in the processes that it starts."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from reporter.cli import main

NAMES = main.list_commands(click.Context(main))
NOTICE = "year: 2027\nsource: 关于2027年部分节假日安排的通知\ndays_off:\n  元旦: 2027-01-01 至 2027-01-03\n"
LETTER = "outputs/anhe/*报送*.docx"
CALLS = (
    ("new", "anhe", "--sample"),
    ("doctor",),
    ("list", "kinds"),
    ("validate", "anhe"),
    ("build", "anhe", "--only", "filing-letter", "--to", "docx,xlsx"),
    ("explain", LETTER, "2026年"),
    ("check", LETTER),
    ("measure", LETTER),
    ("diff", LETTER, LETTER),
    ("due", "anhe", "--on", "2026-11-05", "--ics", "a.ics"),
    ("calendar", "add", "2027.yaml", "anhe"),
    ("schedule", "systemd", "anhe"),
    ("template", "build", "faces", "--face", "plain"),
    ("bundle", "anhe", "--due-by", "2026-11-10", "--to", "docx", "--jobs", "2"),
    ("acceptance",),
    ("fix", LETTER, "--dry-run"),
    ("import", LETTER, "--out", "read.md"),
    ("pull", LETTER, "anhe"),
    ("prove", LETTER),
    ("archive", "anhe"),
    (
        "issue",
        "filing-letter@2026",
        "anhe",
        "--number",
        "15",
        "--date",
        "2026-11-06",
        "--signer",
        "周某某",
        "--dry-run",
    ),
    ("submit", "filing-letter@2026", "anhe", "--by", "李某"),
)
NOTHING_TO_DO = frozenset({"prove", "archive", "issue", "submit"})
"""These need something that was approved or sent, and say so (2); their whole way is walked in their own tests."""
CHILD = """
import os, sys
def _watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind"):
        if event in ("socket.getaddrinfo", "socket.gethostbyname") or not isinstance(args[1], (str, bytes)):
            open(os.environ["REPORTER_TEST_SOCKETS"], "a").write(event + "\\n")
            raise PermissionError(event)
sys.addaudithook(_watch)
"""
_open: list[str] = []
_watching = False


def _watch(event: str, args: tuple[Any, ...]) -> None:
    """Sockets of the machine itself (paths) are how processes of one machine talk; all others are forbidden."""
    if not _watching or not event.startswith("socket."):
        return
    asked = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto")
    reached = event in ("socket.connect", "socket.bind") and not isinstance(args[1], (str, bytes))
    if asked or reached:
        _open.append(event)
        raise PermissionError(event)


sys.addaudithook(_watch)


@contextmanager
def forbidden(folder: Path) -> Iterator[Path]:
    """Network sockets raise, here and in Python processes that are started; yields the file that tells of theirs."""
    global _watching  # noqa: PLW0603 - an audit hook cannot be taken off again, only told to look away
    told = folder / "sockets.txt"
    (folder / "sitecustomize.py").write_text(CHILD, encoding="utf-8")
    before = {name: os.environ.get(name) for name in ("PYTHONPATH", "REPORTER_TEST_SOCKETS")}
    path = [str(folder), *filter(None, [before["PYTHONPATH"]])]
    os.environ |= {"PYTHONPATH": os.pathsep.join(path), "REPORTER_TEST_SOCKETS": str(told)}
    _open.clear()
    _watching = True
    try:
        yield told
    finally:
        _watching = False
        for name, value in before.items():
            os.environ.pop(name, None)
            os.environ |= {name: value} if value else {}


@pytest.fixture(scope="module")
def guarded() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name, forbidden(Path(name)) as told:
        yield told


def _run(words: tuple[str, ...]) -> Result:
    given = [str(next(iter(sorted(Path().glob(word))), word)) if "*" in word else word for word in words]
    return CliRunner().invoke(main, given)


def _parts(name: str) -> list[tuple[str, ...]]:
    command = main.get_command(click.Context(main), name)
    inner = sorted(command.commands) if isinstance(command, click.Group) else []
    return [(name,), *((name, part) for part in inner)]


def test_the_guard_guards(guarded: Path) -> None:
    with pytest.raises(PermissionError):
        socket.create_connection(("127.0.0.1", 9))
    _open.clear()


@pytest.mark.parametrize("words", [part for name in NAMES for part in _parts(name)], ids=" ".join)
def test_help_needs_no_network(guarded: Path, words: tuple[str, ...]) -> None:
    assert _run((*words, "--help")).exit_code == 0
    assert _open == []


def test_every_command_works_without_a_network(
    guarded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("2027.yaml").write_text(NOTICE, encoding="utf-8")
    codes = {" ".join(words): _run(words).exit_code for words in CALLS}
    assert {
        call: code
        for call, code in codes.items()
        if code not in (0, 1, 2 * (call.split()[0] in NOTHING_TO_DO))
    } == {}
    assert _open == [] and not guarded.exists()


def test_every_command_is_called() -> None:
    assert {words[0] for words in CALLS} == set(NAMES)
