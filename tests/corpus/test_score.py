"""The checker on the corpus: right documents pass, seeded defects are found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpus.case import ROUNDS, part_of
from tests.corpus.correct import documents
from tests.corpus.manifest import cases, mutators
from tests.corpus.score import MEASURED, kept, main, score, scores, summary

ROOT = Path(__file__).parents[2]


def test_correct_documents_of_seven_hands_have_no_error_and_few_warnings() -> None:
    """Open ones and those that were written after the rules."""
    found = [
        score(case, render=False)
        for case in cases(rounds=MEASURED_ROUNDS)
        if not case.rule and not case.together
    ]
    figures = summary(found)
    assert figures["correct"] >= 100 and len({one.producer for one in found}) >= 7
    assert figures["refused"] == 0 and figures["false_errors"] == 0
    assert figures["false_warnings"] < figures["correct"]


def measured(number: int, when: str = "now") -> dict[str, int]:
    figures: dict[str, int] = json.loads(MEASURED.read_text(encoding="utf-8"))[f"round {number}"][when]
    return figures


MEASURED_ROUNDS = tuple(
    number for number in ROUNDS if f"round {number}" in json.loads(MEASURED.read_text("utf-8"))
)


@pytest.mark.parametrize("number", MEASURED_ROUNDS)
def test_the_figures_that_were_measured_are_of_this_corpus(number: int) -> None:
    figures = measured(number)
    there = [case for case in cases(rounds=(number,)) if case.rule]
    assert figures["defects"] == len(there) and figures["refused"] == 0
    assert part_of(number) == "heldout" or figures["false_warnings"] <= figures["correct"] // 10


def test_of_every_later_round_the_first_figures_are_kept() -> None:
    first = {number: measured(number, "first") for number in MEASURED_ROUNDS if number}
    assert (first[1]["hits"], first[1]["defects"]) == (222, 285)
    assert (first[2]["hits"], first[2]["defects"], first[2]["false_errors"]) == (213, 432, 12)
    assert (first[3]["hits"], first[3]["defects"], first[3]["false_errors"]) == (353, 887, 17)
    assert (first[4]["hits"], first[4]["defects"], first[4]["false_errors"]) == (363, 744, 6)


def test_no_correct_document_has_a_false_error_when_it_is_laid_out() -> None:
    assert all(measured(number)["false_errors"] == 0 for number in MEASURED_ROUNDS)
    assert measured(0)["correct"] >= 70


def test_what_is_open_is_found_by_98_of_100() -> None:
    figures = measured(0)
    assert figures["hits"] >= 0.98 * figures["defects"]


def test_the_first_figures_of_a_held_out_set_are_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.corpus.score.MEASURED", tmp_path / "measured.json")
    for hits in (2, 3):
        kept({"defects": 4, "hits": hits}, 2)
        kept({"defects": 4, "hits": hits}, 0)
    told = json.loads((tmp_path / "measured.json").read_text(encoding="utf-8"))
    assert told == {
        "round 0": {"now": {"defects": 4, "hits": 3}},
        "round 2": {"first": {"defects": 4, "hits": 2}, "now": {"defects": 4, "hits": 3}},
    }


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_both_readmes_tell_the_measured_figures(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\n", " ")
    for number in MEASURED_ROUNDS:
        for when in ("first", "now") if number > 1 else ("now",):
            figures = measured(number, when)
            assert f"{figures['hits']}/{figures['defects']}" in text, (number, when)
    latest = MEASURED_ROUNDS[-1]
    assert str(len(mutators(rounds=(latest,)))) in text
    correct = len(documents(rounds=(latest,)))
    assert str(correct) in text and correct <= measured(latest)["correct"]


def test_without_libreoffice_nothing_is_scored_as_if_it_had_been_laid_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reporter.artefacts.office.available", lambda: False)
    with pytest.raises(SystemExit) as stopped:
        main(["--render", "--round", "1"])
    said = capsys.readouterr()
    assert stopped.value.code == 2 and said.out == ""
    assert said.err.count("。") == 1 and "没有安装 LibreOffice" in said.err


def test_when_no_round_is_held_out_it_says_so_and_tells_no_figures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.corpus.score.HELDOUT", ())
    main(["--heldout"])
    assert capsys.readouterr().out == "没有保留的轮次：各轮都已公开，见 --open 的结果。\n"


def test_held_out_and_open_rounds_are_all_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.corpus.score.HELDOUT", ROUNDS[-1:])
    asked: list[tuple[int, ...]] = []
    monkeypatch.setattr("tests.corpus.score.cases", lambda *, rounds, slow: asked.append(rounds) or ())
    for option in ("--heldout", "--open"):
        main([option])
    assert asked == [ROUNDS[-1:], ROUNDS[:-1]]


@pytest.mark.deep
def test_seeded_defects_are_found() -> None:
    found = list(scores(list(cases(rounds=(0,))), render=True))
    figures = summary(found)
    assert figures["defects"] >= 150 and figures["numbers"] >= 60
    assert figures["false_errors"] == 0 and figures["false_warnings"] < figures["correct"]
    assert figures["hits"] >= 0.98 * figures["defects"]
