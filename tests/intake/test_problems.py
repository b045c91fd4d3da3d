"""Problems as people and programs see them."""

import re

from reporter.intake.problems import Code, Where, error, shown, warning
from reporter.refs import Cell


def test_codes_are_distinct_and_well_formed() -> None:
    values = [member.value for member in Code.__members__.values()]
    assert len(values) == len(set(values))
    assert all(re.fullmatch(r"IN[1-7]\d\d", value) for value in values)


def test_a_place_is_a_cell_or_a_line() -> None:
    assert Where.of(Cell("a.xlsx", "表", 3, 28), "列").as_dict() == {
        "file": "a.xlsx",
        "sheet": "表",
        "cell": "AB3",
        "column": "列",
    }
    assert Where.of(Cell("a.yaml", row=7)).as_dict() == {"file": "a.yaml", "line": 7}


def test_a_problem_reads_as_place_message_and_cure() -> None:
    problem = error(
        Code.CELL_DATE, "日期没有写年份", "补上年份", Where("a.xlsx", "表", "C2", "发现日期"), "3月5日"
    )
    assert str(problem) == "[错误 IN302] a.xlsx › 表 › C2 › “发现日期”：日期没有写年份\n    怎么办：补上年份"
    assert "proposal" not in problem.as_dict()
    assert warning(Code.OVERDUE, "逾期", "", Where("a")).as_dict()["severity"] == "warning"


def test_values_are_quoted_on_one_line_with_unprintable_characters_named() -> None:
    assert shown("a\nb\ue000") == "a b<U+E000>"
    assert shown(12.0) == "12"
    assert shown(float("nan")) == "nan"
    assert len(shown("长" * 100)) == 60
