"""The clause that leads up to a place in a text, and what goes on behind it."""

from __future__ import annotations

import re


def clause_before(text: str, marks: str, place: int | None = None) -> str:
    """What stands behind the last of the marks and before `place`, the end of the text unless given."""
    first = max([text.rfind(mark, 0, place) for mark in marks]) + 1
    return text[first:place]


_NARROWS = re.compile(
    r"(?!完成|做好|报送|上报|提交|办理)(?:已经?|未|尚未)?[\u4e00-\u9fff]{2,4}的(?=[\u4e00-\u9fff])"
    r"|(?!做好|报送|上报|提交|办理|排查|检查|核查|对|将|把|向|完成(?:剩|其|全|对|本|各|余))[\d、\u4e00-\u9fff]{2,24}?的"
    r"(?=[\d《“，。；]|各类|所有|全部|养老|社会|老年|残疾|机构|项目|人员|对象|文件"
    r"|[\u4e00-\u9fff]{2,8}，(?:可|应|须|由|按|不|均|也|纳入|享受|继续))"
)
"""…前登记的社会组织: by then they had been registered, nothing is asked until then."""
_OBJECT = re.compile(r"(?:^|[。；，、：（]|(?:对|凡是?|将|把)[在于]?|(?<![限间])为|[是指]|包括|符合)$")


def already(before: str, behind: str) -> bool:
    """Whether a day with 前 between the two says what had come about by then, and asks for nothing."""
    return _NARROWS.match(behind) is not None and _OBJECT.search(before) is not None
