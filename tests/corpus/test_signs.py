"""A rule that is not asked about a file, for want of its signs or of what it is about, would have told nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.check.judging import Manner, subject_of
from reporter.check.registry import loaded_rules
from tests.corpus.manifest import cases

PLAIN = Manner(render=False)


@pytest.mark.deep
def test_a_rule_that_is_not_asked_tells_nothing_of_any_file(tmp_path: Path) -> None:
    rules = [
        one for one in loaded_rules()
        if one.check and (one.rule.signs or one.rule.tables or one.rule.about)
    ]  # fmt: skip
    files, spared, told = 0, 0, []
    for case in cases():
        for name, data in case.files().items():
            path = tmp_path / f"file{Path(name).suffix}"
            path.write_bytes(data)
            subject = subject_of(path, PLAIN)
            idle = [one for one in rules if not one.rule.concerns(subject.seen)]
            told += [(one.rule.code, case.name) for one in idle if one.check and list(one.check(subject))]
            files, spared = files + 1, spared + len(idle)
    assert told == []
    assert spared > 20 * files > 0
