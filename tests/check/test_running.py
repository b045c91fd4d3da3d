"""Many files, some of them hostile: one line each, in order, and the rest is checked."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reporter.check import hostile
from reporter.check.judging import MOST_OF_A_RULE, Manner
from reporter.check.running import Outcome, files_in, outcomes
from reporter.errors import InputError
from tests.check.hostilefiles import SMALL, bombs, paragraphs, pdf, word

PLAIN = Manner(render=False)
GOOD = word("关于开展检查的通知", "各乡镇人民政府：")


def checked(folder: Path, workers: int = 0) -> list[Outcome]:
    return list(outcomes(files_in([folder]), PLAIN, workers))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All small hostile files with a good one before and behind them."""
    place = tmp_path_factory.mktemp("来文")
    for name, (data, _) in SMALL.items():
        (place / name).write_bytes(data)
    (place / "0好.docx").write_bytes(GOOD)
    (place / "龟好.docx").write_bytes(GOOD)
    return place


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Outcome]:
    return {outcome.path.name: outcome for outcome in checked(folder)}


@pytest.mark.parametrize("name", SMALL)
def test_a_hostile_file_gets_one_clear_line(name: str, found: dict[str, Outcome]) -> None:
    refused = found[name].refused
    assert refused is not None and SMALL[name][1] in refused[0]
    assert "\n" not in refused[0] and "程序内部出错" not in refused[0]


def test_the_others_are_checked_in_order(found: dict[str, Outcome], folder: Path) -> None:
    assert list(found) == sorted(path.name for path in folder.iterdir())
    assert [name for name, outcome in found.items() if outcome.verdict] == ["0好.docx", "龟好.docx"]


@pytest.mark.parametrize("name", [name for name in SMALL if name.endswith(".docx")])
def test_a_single_one_gets_the_same_line(name: str, found: dict[str, Outcome], folder: Path) -> None:
    assert list(outcomes([folder / name], PLAIN)) == [found[name]]


def test_a_classified_file_is_neither_quoted_nor_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "通知.docx"
    path.write_bytes(SMALL["涉密.docx"][0])
    monkeypatch.setattr("reporter.artefacts.office.to_pdf", lambda *_, **__: pytest.fail("it was copied"))
    (outcome,) = outcomes([path], Manner())
    assert outcome.refused == ("本机不得处理涉密文件", "请立即停止操作，按保密规定移到涉密计算机上处理")


def test_names_links_and_pipes_of_any_sort_are_told_one_by_one(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff\n\x1b[31m.docx")).write_bytes(GOOD)
    (tmp_path / "断.docx").symlink_to("没有.docx")
    (tmp_path / "自己.pdf").symlink_to("自己.pdf")
    (tmp_path / "圈").symlink_to(".")
    os.mkfifo(tmp_path / "管道.docx")
    told = {outcome.path.name: outcome.refused for outcome in checked(tmp_path)}
    assert len(told) == 4
    assert told["断.docx"] == ("链接指向的文件不存在", "请核对链接，或直接给出文件")
    assert told["自己.pdf"] == ("链接指向的文件不存在", "请核对链接，或直接给出文件")
    assert told["管道.docx"] == ("这不是普通文件，未读取", "请给出 .docx 或 .pdf 文件")
    assert [refused for name, refused in told.items() if "31m" in name] == [None]


def test_what_was_taken_away_meanwhile_is_told_as_gone(tmp_path: Path) -> None:
    (outcome,) = outcomes([tmp_path / "通知.docx"], PLAIN)
    assert outcome.refused is not None and outcome.refused[0] == "文件已不在原处，未读取"


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> bytes:
        raise PermissionError(13, "denied", str(path))

    (tmp_path / "通知.docx").write_bytes(GOOD)
    monkeypatch.setattr(Path, "read_bytes", denied)
    (outcome,) = outcomes([tmp_path / "通知.docx"], PLAIN)
    assert outcome.refused is not None and outcome.refused[0] == "文件打不开：没有权限"


def test_a_folder_with_nothing_to_check_and_a_missing_path_are_refused(tmp_path: Path) -> None:
    (tmp_path / "~$通知.docx").write_bytes(GOOD)
    with pytest.raises(InputError, match="没有可以检查的文件"):
        files_in([tmp_path])
    with pytest.raises(InputError, match="找不到"):
        files_in([tmp_path / "没有.docx"])


def test_a_fault_of_ours_on_one_file_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(subject: object) -> None:
        raise ZeroDivisionError("x")

    (tmp_path / "通知.docx").write_bytes(GOOD)
    monkeypatch.setattr("reporter.check.running.judge", broken)
    (outcome,) = outcomes([tmp_path / "通知.docx"], PLAIN)
    assert outcome.refused is not None and "程序内部出错（ZeroDivisionError" in outcome.refused[0]


def test_of_very_many_findings_of_one_rule_the_first_are_listed_and_the_rest_told(tmp_path: Path) -> None:
    path = tmp_path / "多.docx"
    path.write_bytes(paragraphs(MOST_OF_A_RULE + 100))
    (outcome,) = outcomes([path], PLAIN)
    assert outcome.verdict is not None
    codes = [finding.code for finding in outcome.verdict.findings]
    assert max(map(codes.count, codes)) <= MOST_OF_A_RULE
    assert f"的问题超过{MOST_OF_A_RULE}处，只列出前{MOST_OF_A_RULE}处" in "".join(outcome.verdict.notes)
    assert any(f"共{MOST_OF_A_RULE}处" in finding.message for finding in outcome.verdict.findings)


def test_one_worker_and_two_find_the_same(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.docx").write_bytes(word("关于开展检查的通知。", f"安民字[2026]{number}号"))
    one, two = checked(tmp_path, 1), checked(tmp_path, 2)
    assert [outcome.path.name for outcome in two] == [f"{number}.docx" for number in range(6)]
    assert one == two


def test_ending_the_command_ends_the_workers(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.pdf").write_bytes(pdf(b"0 0 m 99 99 l S\n" * 2_000_000))
    command = [sys.executable, "-m", "reporter", "check", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        workers = _waited_for(children)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130, said.decode()
    for pid in workers:
        _gone(pid)


def _gone(pid: str) -> None:
    """A process may take a moment to see that its pipe is closed."""
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists():
            return
        time.sleep(0.1)
    raise AssertionError(Path(f"/proc/{pid}/cmdline").read_text())


def _waited_for(children: Path) -> list[str]:
    """Processes that the command has started, once there are workers among them."""
    for _ in range(200):
        found = children.read_text().split()
        if len(found) >= 2:
            return found
        time.sleep(0.1)
    raise AssertionError("no worker was started")


@pytest.mark.deep
def test_bombs_are_answered_in_time_and_memory(tmp_path: Path) -> None:
    for name, data in bombs().items():
        (tmp_path / name).write_bytes(data)
        begin = time.monotonic()
        (outcome,) = outcomes([tmp_path / name], PLAIN)
        assert time.monotonic() - begin < 60, name  # its own limit is ten seconds of a machine at rest
        assert outcome.refused is not None, name
        assert "\n" not in outcome.refused[0]
        (tmp_path / name).unlink()
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    assert most < hostile.MOST_MEMORY * 1.1
