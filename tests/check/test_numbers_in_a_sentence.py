"""Items numbered within one paragraph."""

from __future__ import annotations

import pytest

from reporter.check.samples import notice
from tests.check.told import by_rule


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("包括：1.总结；2.清单；3.照片。", 0),
        ("包括：1.总结；2.清单；4.照片。", 1),
        ("包括：1.总结；2.清单；2.照片。", 1),
        ("包括：（1）总结；（2）清单；（4）照片。", 1),
        ("包括：①总结；②清单；④照片。", 1),
        ("包括：1.总结；2.清单。另附：1.照片；2.视频。", 0),
        ("占比：1.5倍、2.5倍、4.5倍。", 0),
        ("见图：1、2、4、8。", 0),
        ("包括：1.总结；2.清单；9.照片。", 0),
    ],
)
def test_a_gap_in_the_numbers_is_told(text: str, told: int) -> None:
    assert len(by_rule("GW692", notice(body=(text,)))) == told
