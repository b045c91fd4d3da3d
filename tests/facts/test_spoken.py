from reporter.facts.spoken import spoken


def test_addresses_are_told_in_the_words_that_a_clerk_may_write() -> None:
    said = spoken("整改率（推导的数据　hazards.close_rate()）、hazards.closed(domain=消防,unit=河口镇)")
    assert said == '整改率（推导的数据　隐患.整改率()）、隐患.已整改(类别="消防",单位="河口镇")'


def test_what_is_no_address_stays() -> None:
    for text in ("见 texts/a.md（第3行）", "no.such(unit=河口镇)", "hazards.nothing()"):
        assert spoken(text) == text
