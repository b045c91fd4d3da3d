"""Rosters: labels of one width, names under names, posts under posts."""

from __future__ import annotations

from reporter.document.inline import Blank, Inlines, plain, words
from reporter.document.model import Paragraph
from reporter.typeset.rosterlines import roster_lines


def paragraphs(*texts: str | Inlines) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(str(n), words(t) if isinstance(t, str) else t) for n, t in enumerate(texts))


def shown(*texts: str | Inlines) -> dict[int, str]:
    return {index: plain(line.inlines, "＿") for index, line in roster_lines(paragraphs(*texts)).items()}


def test_names_stand_under_names_and_posts_under_posts() -> None:
    lines = roster_lines(
        paragraphs("组长：周某某　县民政局局长", "副组长：郑某　县财政局局长", "吴某某　县教育局局长")
    )
    assert [(line.left, line.hanging) for line in lines.values()] == [(10, 8), (10, 8), (10, 4)]
    assert [plain(line.inlines) for line in lines.values()] == [
        "组　长：周某某　县民政局局长", "副组长：郑　某　县财政局局长", "吴某某　县教育局局长",
    ]  # fmt: skip


def test_a_name_to_be_filled_in_is_as_wide_as_its_blank() -> None:
    line = (*words("成员："), Blank("成员", 4), *words("　县民政局局长"))
    assert shown(line, "吴某某　县教育局局长") == {0: "成员：＿　县民政局局长", 1: "吴某某　　县教育局局长"}
    assert [(one.left, one.hanging) for one in roster_lines(paragraphs(line)).values()] == [(10, 8)]


def test_a_name_to_be_filled_in_may_have_no_post() -> None:
    assert shown("组长：周某某　局长", (*words("成员："), Blank("成员", 3))) == {
        0: "组长：周某某　局长",
        1: "成员：＿　",
    }


def test_a_label_that_cannot_be_spread_evenly_has_its_white_behind() -> None:
    assert shown("常务副组长：周某某　县长", "副组长：郑某某　局长", "联络员：吴某某　科员") == {
        0: "常务副组长：周某某　县长", 1: "副　组　长：郑某某　局长", 2: "联　络　员：吴某某　科员",
    }  # fmt: skip


def test_references_and_bold_type_stay_with_their_words() -> None:
    name = words("周某某", strong=True, ref="text:campaign.yaml#1")
    (line,) = roster_lines(paragraphs((*words("组长："), *name, *words("　局长", ref="x")))).values()
    assert line.inlines == (*words("组长："), *name, *words("　"), *words("局长", ref="x"))


def test_sentences_and_lines_before_the_first_label_are_no_roster() -> None:
    assert shown("周某某　局长", "组长：由县民政局局长担任。", "主任：周某某　县民政局局长。") == {}
    assert shown("组长：周某某　局长", "办公室设在县民政局，主任由周某某担任。", "吴某　局长") == {
        0: "组长：周某某　局长"
    }
