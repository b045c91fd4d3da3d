"""How right the checker is on the corpus: hits and false alarms per rule.

    python -m tests.corpus.score [--render] [--heldout | --open | --round N] [--slow] [--save] [--numbers L001 correct …]

`--render` lays correct DOCX out with LibreOffice, and those whose defect is not found without, so that rules about
pages are judged too (minutes). A defect is hit when its file gets a finding that its correct file has not, of a rule
that implements the defect's number (or one of its `also`); a rule that spoke of the correct file too must name the
defect's place. `GW3` among the `also` stands for every rule of that family, at the place. `placed` counts the hits whose
quote or message shares words with the place. Everything else that is an error or a warning on a file counts as a false
alarm.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from msgspec import Struct

from reporter.artefacts import office
from reporter.check.finding import Finding
from reporter.check.judging import Manner, judge, judge_set, subject_of
from reporter.check.profiles import PROFILES
from reporter.check.registry import loaded_rules
from reporter.errors import ReporterError
from tests.corpus.case import HELDOUT, ROUNDS, Case, Defect
from tests.corpus.manifest import cases
from tests.corpus.mutators.edit import NotHere

_OWN = {"X01": "GW521", "X02": "GW522", "X03": "GW523", "X04": "GW524", "X05": "GW520", "X06": "GW531"}
"""Defects that no list of rules numbers, by the rule that finds them."""

MEASURED = Path(__file__).with_name("measured.json")


class Score(Struct):
    """One case: its defects with whether each was hit, and what else was said."""

    case: str
    producer: str
    defects: tuple[Defect, ...]
    hit: tuple[bool, ...]
    placed: tuple[bool, ...] = ()
    """Whether the place that was named is the defect's."""
    extra: tuple[Finding, ...] = ()
    refused: str = ""
    round: int = 0
    instead: tuple[str, ...] = ()
    """Codes of what was said of the file and not of the correct one."""


def score(case: Case, render: bool) -> Score:
    """Judged as `reporter check` does. With `render`, a defect that is found without layout is not laid out too."""
    if render and case.rule:
        found = _judged(case, False)
        if found.refused or all(found.hit):
            return found
    return _judged(case, render)


def _judged(case: Case, render: bool) -> Score:
    try:
        loaded = case.load()
    except NotHere as error:
        return Score(case.name, case.producer, (), (), refused=f"没有可改的地方：{error}", round=case.round)
    try:
        findings = _findings(case, loaded.files, case.public, render)
    except ReporterError as error:
        missed = (False,) * len(loaded.defects)
        return Score(case.name, case.producer, loaded.defects, missed, refused=str(error), round=case.round)
    before = _of_the_correct(case.correct, case.public, render) if case.correct else ()
    found = [[one for one in findings if _tells(one, defect, before)] for defect in loaded.defects]
    placed = tuple(
        any(_placed(one, defect) for one in those)
        for those, defect in zip(found, loaded.defects, strict=True)
    )
    extra = tuple(one for one in findings if not any(_about(one, defect) for defect in loaded.defects))
    hit = tuple(bool(those) for those in found)
    instead = tuple(sorted({one.code for one in findings if not any(_same(one, other) for other in before)}))
    return Score(case.name, case.producer, loaded.defects, hit, placed, extra, "", case.round, instead)


def _findings(case: Case, files: Mapping[str, bytes], public: bool, render: bool) -> tuple[Finding, ...]:
    """What is said of the files, of each and together."""
    manner = Manner(PROFILES.get(case.profile, PROFILES["默认"]), None, public, render)
    with tempfile.TemporaryDirectory() as folder:
        subjects = []
        for name, data in files.items():
            path = Path(folder) / name
            path.write_bytes(data)
            subjects.append(subject_of(path, manner))
        said = [finding for subject in subjects for finding in judge(subject).findings]
        said += judge_set(subjects, manner.profile)
    return tuple(said)


@cache
def _of_the_correct(name: str, public: bool, render: bool) -> tuple[Finding, ...]:
    """What is said of a correct case: a defect is not found by saying it again."""
    case = next(case for case in _all(False) if case.name == name)
    return _findings(case, case.files(), public, render)


def codes_for(number: str) -> frozenset[str]:
    """The rules that implement an L or R number, or a clause or one under it; of a family `GW3`, all its rules."""
    if number in _OWN:
        return frozenset({_OWN[number]})
    clause = number.removeprefix("cl.").strip() if number.startswith("cl.") else ""
    return frozenset(
        loaded.rule.code for loaded in loaded_rules()
        if number in loaded.rule.implements or (number.startswith("GW") and loaded.rule.code.startswith(number))
        or (clause and any(f"{part}.".startswith(f"{clause}.") for part in loaded.rule.clause.replace("、", " ").split()))
    )  # fmt: skip


def _about(finding: Finding, defect: Defect) -> bool:
    return any(finding.code in codes_for(number) for number in (defect.rule, *defect.also))


def _tells(finding: Finding, defect: Defect, before: Sequence[Finding]) -> bool:
    """Whether the finding is owed to the defect: not made of the correct file, and at the place where the rule spoke
    of the correct file too or where only its family fits."""
    if not _about(finding, defect) or any(_same(finding, one) for one in before):
        return False
    named = (number for number in (defect.rule, *defect.also) if not number.startswith("GW"))
    surely = any(finding.code in codes_for(number) for number in named)
    if surely and finding.code not in {one.code for one in before}:
        return True
    return _placed(finding, defect)


def _same(one: Finding, other: Finding) -> bool:
    return (one.code, one.message, one.where.quote) == (other.code, other.message, other.where.quote)


def _placed(finding: Finding, defect: Defect) -> bool:
    said = f"{finding.where.quote}{finding.message}".replace("…", "")
    return not defect.quote or not finding.where.quote or _share(defect.quote, said)


def _share(quote: str, said: str) -> bool:
    """Whether they have two characters in a row in common, or the whole of a short quote."""
    if len(quote) < 2:
        return quote in said
    return any(quote[at : at + 2] in said for at in range(len(quote) - 1))


def scores(found: Sequence[Case], render: bool, workers: int = 2) -> Iterator[Score]:
    """In order, on that many processes."""
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_by_name, [(case.name, case.slow, render) for case in found], chunksize=8)


def _by_name(asked: tuple[str, bool, bool]) -> Score:
    name, slow, render = asked
    return score(next(case for case in _all(slow) if case.name == name), render)


@cache
def _all(slow: bool) -> tuple[Case, ...]:
    return tuple(cases(slow=slow))


def summary(found: Iterable[Score]) -> dict[str, int]:
    """The figures of the target: hits, false errors and warnings on correct documents."""
    found = list(found)
    correct = [one for one in found if not one.defects and not one.refused]
    seeded = [one for one in found if one.defects]
    total = sum(len(one.hit) for one in seeded)
    return {
        "defects": total,
        "numbers": len({defect.rule for one in seeded for defect in one.defects}),
        "hits": sum(sum(one.hit) for one in seeded),
        "placed": sum(sum(one.placed) for one in seeded),
        "correct": len(correct),
        "false_errors": sum(f.severity == "error" for one in correct for f in one.extra),
        "false_warnings": sum(f.severity == "warning" for one in correct for f in one.extra),
        "refused": sum(bool(one.refused) for one in found),
    }


def _told(found: Sequence[Score]) -> Iterator[str]:
    hits: Counter[str] = Counter()
    seeds: Counter[str] = Counter()
    for one in found:
        for defect, hit in zip(one.defects, one.hit, strict=True):
            seeds[defect.rule] += 1
            hits[defect.rule] += hit
    alarms: Counter[tuple[str, str]] = Counter(
        (f.code, f.severity) for one in found if not one.defects for f in one.extra if f.severity != "info"
    )
    beside = Counter(
        (f.code, f.severity) for one in found if one.defects for f in one.extra if f.severity != "info"
    )
    yield "编号　命中／缺陷　规则"
    for number in sorted(seeds):
        yield f"{number:8} {hits[number]:3}/{seeds[number]:<3} {' '.join(sorted(codes_for(number)))}"
    yield "误报（正确的文件）："
    yield from (f"  {code} {severity} {count}" for (code, severity), count in sorted(alarms.items()))
    yield "旁报（有别的缺陷的文件）："
    yield from (f"  {code} {severity} {count}" for (code, severity), count in sorted(beside.items()))
    yield "没有命中："
    for one in found:
        for defect, hit in zip(one.defects, one.hit, strict=True):
            if not hit:
                said = " ".join(one.instead) or "无"
                yield f"  {defect.rule} {one.case}：{defect.says}“{defect.quote}”{one.refused}；报的是：{said}"
    yield "误报逐条："
    for one in found:
        for finding in one.extra:
            if not one.defects and finding.severity != "info":
                yield f"  {one.case}（{one.producer}） {finding.code} {finding.where.quote}：{finding.message}"
        if one.refused and not one.defects:
            yield f"  {one.case} 没有检查：{one.refused}"
    yield str(summary(found))


def kept(figures: dict[str, int], number: int) -> None:
    """Beside the figures of the other rounds, for README. Of a held-out round the first figures stay as they were."""
    measured = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.exists() else {}
    told = measured.setdefault(f"round {number}", {})
    if number:
        told.setdefault("first", figures)
    told["now"] = figures
    MEASURED.write_text(json.dumps(measured, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main(argv: Sequence[str]) -> None:
    asked = _asked(argv)
    if asked.render and not office.available():
        # Without it every rule about pages would be silent, and the figures lower than they are.
        sys.stderr.write("没有安装 LibreOffice，--render 无法排版；请先安装，或者去掉 --render 只看不排版的结果。\n")
        raise SystemExit(2)
    rounds = _rounds(asked)
    if not rounds:
        sys.stdout.write("没有保留的轮次：各轮都已公开，见 --open 的结果。\n")
        return
    wanted = [
        case for case in cases(rounds=rounds, slow=asked.slow)
        if not asked.numbers or (case.rule or "correct") in asked.numbers
    ]  # fmt: skip
    found = list(scores(wanted, asked.render))
    sys.stdout.write("\n".join(_told(found)) + "\n")
    if asked.save:
        for number in sorted({one.round for one in found}):
            kept(summary(one for one in found if one.round == number), number)


def _asked(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--render", action="store_true")
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--save", action="store_true", help="keep the figures that README tells")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--heldout", action="store_true")
    which.add_argument("--open", action="store_true")
    which.add_argument("--round", type=int, choices=ROUNDS)
    parser.add_argument(
        "--numbers", nargs="*", help="only defects of these numbers, `correct` for correct documents"
    )
    return parser.parse_args(argv)


def _rounds(asked: argparse.Namespace) -> tuple[int, ...]:
    if asked.heldout:
        return HELDOUT
    if asked.open:
        return tuple(number for number in ROUNDS if number not in HELDOUT)
    return ROUNDS if asked.round is None else (asked.round,)


if __name__ == "__main__":
    main(sys.argv[1:])
