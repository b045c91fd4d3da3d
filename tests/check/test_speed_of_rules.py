"""No rule makes everybody wait: each looks about as long at a faultless text as it takes to look for a sign in it.

A pattern that begins with a word or with one class of signs is looked for three to fifteen times as fast as one that
begins with `\\d+`, with what may be missing or with `(?<=…)`: see `Joined.holding`, its `quick`, and `Joined.numbered`.
What begins with one of a few signs is looked for sign by sign (`apart`); a missing sign costs next to nothing.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from reporter.artefacts.seen import joined
from reporter.artefacts.seen.numbers import Numbers
from reporter.check.judging import judge
from reporter.check.registry import Loaded, loaded_rules
from reporter.check.rule import Check
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.render import docx
from tests.render import documents

SENTENCES = (
    "各乡镇人民政府要坚持以人民为中心的发展思想，把养老机构服务质量建设作为改善民生的重要内容。",
    "市场监督管理部门重点检查食品采购、储存、加工和留样等环节，对不符合要求的责令改正。",
    "住房和城乡建设部门负责指导房屋结构安全鉴定，消防救援机构每季度开展联合检查。",
    "对照《养老机构服务安全基本规范》（GB 38600—2019）逐院逐项排查，做到底数清、情况明、措施实。",
    "鼓励有条件的敬老院为周边农村留守、独居、高龄老年人提供助餐、助浴、探访服务，并建立服务台账。",
    "全年培训养老护理员，上岗前培训不少于40学时，每月25日前将进展情况报县民政局养老服务股。",
)
LOOKS = 9
"""So many looks for one class of signs; a machine under load is let pass."""
ROUNDS = 7
A_LONG_ONE = 4.0
"""Seconds; a pair for every two figures, at every third, took a minute."""
A_LONG_PARAGRAPH = 16_000
"""Characters."""
AGAIN = (
    "“", "《关于", "（", "〈《", "9.5万元，", "一是检查，二是整改，", "共计5项，分别为", "其中3家，",
    "青石镇，上述3个镇，",
)  # fmt: skip
"""What a paragraph may hold again and again; what stands open was looked for from each place to the end."""


def _least(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def _told(check: Check, subject: Subject) -> int:
    return len(list(check(subject)))


def test_no_rule_looks_long_at_a_text() -> None:
    body = tuple("".join(SENTENCES[at % 6 :] + SENTENCES[: at % 4]) for at in range(24))
    subject = notice(body=body)
    text, sign = subject.seen.joined.text, re.compile("[甲乙]")
    slow = {}
    for loaded in loaded_rules():
        if loaded.check is None or {"layout", "facts", "set"} & {*loaded.rule.needs}:
            continue
        if loaded.rule.concerns(subject.seen):
            look = partial(sign.search, text)
            times = _least(partial(_told, loaded.check, subject)) / _least(look)
            if times > LOOKS:
                slow[loaded.rule.code] = round(times)
    assert slow == {}


def test_a_docx_is_checked_without_what_reads_pages_facts_and_yaml(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(docx.render(documents.joint_notice()).data)
    code = (
        "import sys; from pathlib import Path; from reporter.check.judging import Manner, judge, subject_of; "
        f"judge(subject_of(Path({str(file)!r}), Manner(render=False))); "
        "print(*({'fontTools', 'numpy', 'pydantic', 'reporter.facts', 'ruamel.yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_numbers_are_read_once_for_all_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands beside numbers is read off the whole prose; for the text of some roles it would be read anew."""
    subject = notice(
        body=("".join(SENTENCES), "重点检查食品采购、储存、留样4个环节，公办、民办2类机构都要检查。")
    )
    read: list[str] = []

    def numbers(text: str) -> Numbers:
        read.append(text)
        return Numbers(text)

    monkeypatch.setattr(joined, "Numbers", numbers)
    judge(subject)
    assert read == [subject.seen.joined.text]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("GW526", "检查40家，合格37家，合格率92.5%，"),
        ("GW530", "收入12万元，支出3万元，结余9万元，"),
        ("GW530", "城区1家、乡镇2家、合计3家，"),
        ("GW635", "9时至17时，延长至19时，"),
    ],
)
def test_a_paragraph_full_of_figures_is_reckoned_at_once(code: str, text: str) -> None:
    check = next(one.check for one in loaded_rules() if one.rule.code == code)
    assert check is not None
    subject = notice(body=(text * 400,))
    start = time.perf_counter()
    assert _told(check, subject) == 0
    assert time.perf_counter() - start < A_LONG_ONE


def _said_in(loaded: Loaded) -> Iterator[str]:
    """What its example of a fault says, and its signs."""
    bad = loaded.rule.bad()
    for subject in (bad,) if isinstance(bad, Subject) else bad:
        yield from (para.text.strip() for para in subject.seen.paras if para.text.strip())
    yield from loaded.rule.signs


@pytest.mark.deep
def test_no_rule_takes_long_over_a_paragraph_of_what_it_tells_again_and_again() -> None:
    slow = {}
    for loaded in loaded_rules():
        if loaded.check is None or {"layout", "facts", "set"} & {*loaded.rule.needs}:
            continue
        for said in {*_said_in(loaded), *AGAIN}:
            subject = notice(body=(said * (A_LONG_PARAGRAPH // len(said)),))
            start = time.perf_counter()
            _told(loaded.check, subject)
            if (took := time.perf_counter() - start) > A_LONG_ONE:
                slow[loaded.rule.code, said[:20]] = round(took)
    assert slow == {}
