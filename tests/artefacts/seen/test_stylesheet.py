"""Cutting the used styles out of a style sheet."""

from __future__ import annotations

import pytest
from lxml import etree

from reporter.artefacts.seen.word.stylesheet import Sheet
from reporter.artefacts.seen.word.units import W

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='21'/></w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:latentStyles><w:lsdException w:name="Normal"/></w:latentStyles>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="正文"/></w:style>\n'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="标题"/><w:basedOn w:val="c"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="基准"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="d"><w:name w:val="字符"/></w:style>'
)
UNUSED = "".join(
    f'<w:style w:type="table" w:styleId="t{number}"><w:name w:val="表{number}"/></w:style>'
    for number in range(200)
)


def sheet(text: str, *used: str) -> tuple[Sheet, list[int]]:
    """The sheet, and how many styles were parsed each time."""
    sizes: list[int] = []

    def parse(data: bytes) -> etree._Element:
        root = etree.fromstring(data)
        sizes.append(len(root.findall(f"{W}style")))
        return root

    return Sheet(text.encode(), parse, used), sizes


def usual(body: str = BODY + UNUSED) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:styles xmlns:w="{MAIN}">{body}</w:styles>'


def name_of(found: Sheet, identity: str) -> str:
    node = found.node(identity)
    assert node is not None
    return str(node[0].get(f"{W}val"))


def test_only_used_styles_are_parsed_with_what_they_are_based_on() -> None:
    found, sizes = sheet(usual(), "b")
    assert [name_of(found, identity) for identity in "abcd"] == ["正文", "标题", "基准", "字符"]
    assert sizes == [4]
    assert found.defaults == {"paragraph": "a", "character": "d"}
    assert found.document is not None
    assert found.document.tag == f"{W}docDefaults"


def test_a_style_that_nobody_announced_is_parsed_when_it_is_asked_for() -> None:
    found, sizes = sheet(usual())
    assert "t7" in found
    assert name_of(found, "t7") == "表7"
    assert sizes == [2, 1]
    assert found.node("nothing") is None


def test_what_stands_between_styles_belongs_to_none() -> None:
    found, sizes = sheet(usual(f"{BODY}<w:other/>{UNUSED}"), "b")
    assert [name_of(found, identity) for identity in "abcd"] == ["正文", "标题", "基准", "字符"]
    assert sizes == [4]


@pytest.mark.parametrize(
    "text",
    [
        usual(f"{BODY}<!-- <w:style w:styleId='x'> -->{UNUSED}"),
        usual().replace("<w:style ", f'<w:style xmlns:v="{MAIN}" ', 1),
        usual().replace('w:styleId="t9"', "w:styleId='t9'"),
        usual().replace("w:", "x:").replace("xmlns:w=", "xmlns:x="),
    ],
    ids=["comment", "namespace inside", "other quotes", "other prefix"],
)
def test_an_unusual_part_is_parsed_whole(text: str) -> None:
    found, sizes = sheet(text)
    assert sizes == [204]
    assert name_of(found, "b") == "标题"
    assert found.defaults == {"paragraph": "a", "character": "d"}


def test_the_first_of_two_styles_with_one_id_counts() -> None:
    twice = '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="又一个"/></w:style>'
    found, _ = sheet(usual(BODY + twice + UNUSED), "b")
    assert name_of(found, "b") == "标题"


def test_damage_in_a_used_style_is_refused() -> None:
    with pytest.raises(etree.XMLSyntaxError):
        sheet(usual().replace('<w:name w:val="标题"/>', "<w:name>"), "b")
