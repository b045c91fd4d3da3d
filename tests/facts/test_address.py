import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.errors import UnknownName
from reporter.facts.address import format_address, parse_address


@pytest.mark.parametrize(
    "written",
    [
        'hazards.closed(unit="河口镇", domain="消防")',
        "hazards.closed(domain=消防,unit=河口镇)",
        " hazards.closed( unit='河口镇' ，domain=“消防”, ) ",
    ],
)
def test_quoted_and_bare_values_mean_the_same(written: str) -> None:
    assert parse_address(written) == ("hazards", "closed", {"unit": "河口镇", "domain": "消防"})


def test_brackets_may_be_left_out() -> None:
    assert parse_address("隐患.发现") == parse_address("隐患.发现()") == ("隐患", "发现", {})


@pytest.mark.parametrize(
    "written",
    [
        "",
        "hazards",
        "hazards.",
        "hazards.found(",
        "hazards.found(unit)",
        "hazards.found(unit=)",
        "hazards.found(unit=a b)",
        "hazards.found()x",
        "hazards.found(unit='a',unit='b')",
        'hazards.found(unit="a)',
        "__import__('os').system('x')",
        "hazards.found(unit=(1))",
    ],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(UnknownName):
        parse_address(written)


@given(
    st.dictionaries(
        st.sampled_from(["name", "unit", "年度"]), st.text(max_size=8).filter(lambda t: "\n" not in t)
    )
)
def test_every_value_survives_the_canonical_form(dims: dict[str, str]) -> None:
    assert parse_address(format_address("figures", "value", dims)) == ("figures", "value", dims)


@given(st.text(max_size=30))
def test_any_text_is_an_address_or_a_clear_error(text: str) -> None:
    try:
        family, name, dims = parse_address(text)
    except UnknownName:
        return
    assert parse_address(format_address(family, name, dims)) == (family, name, dims)
