from __future__ import annotations

from reporter.pauses import FEW, Paused, ended, in_step


def work(name: str, about: int, heard: list[str], steps: int = 2) -> Paused[str]:
    for step in range(steps):
        heard.append(f"{name}{step}")
        yield about
    return name.upper()


def test_small_pieces_go_each_step_together() -> None:
    heard: list[str] = []
    works = [work("a", 1, heard), work("b", FEW, heard), work("c", 0, heard, 1)]
    assert ended(in_step(works)) == ["A", "B", "C"]
    assert heard == ["a0", "b0", "c0", "a1", "b1"]


def test_a_large_piece_goes_to_its_end_before_others_take_memory_too() -> None:
    heard: list[str] = []
    works = [work("a", 1, heard), work("b", FEW + 1, heard), work("c", 1, heard)]
    assert ended(in_step(works)) == ["A", "B", "C"]
    assert heard == ["a0", "b0", "b1", "c0", "a1", "c1"]


def test_nothing_and_one_piece_alone() -> None:
    heard: list[str] = []
    assert ended(in_step(list[Paused[str]]())) == []
    assert (ended(work("a", 9, heard)), heard) == ("A", ["a0", "a1"])


def test_pieces_in_step_are_a_piece_of_work_themselves() -> None:
    heard: list[str] = []
    pairs = [in_step([work(first, 1, heard), work(second, 1, heard)]) for first, second in ("ab", "cd")]
    assert ended(in_step(pairs)) == [["A", "B"], ["C", "D"]]
    assert heard == ["a0", "b0", "c0", "d0", "a1", "b1", "c1", "d1"]
