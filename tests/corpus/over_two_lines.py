"""Words that a mutator of round 3 would change and that run over two lines of a PDF, by file."""

from __future__ import annotations

OVER_TWO_LINES = frozenset(
    (name, document)
    for document, names in {
        "announcement-html.pdf": "dafu_with_cover",
        "approval-html.pdf": "number_of_an_office_not_its_author",
        "audit-html.pdf": ("deng_said_twice money_sign_and_word some_tens_in_digits space_inside_a_number"),
        "centre-request-html.pdf": ("comma_of_text_in_a_number product_in_prose used_before_it_is_built"),
        "decision-html.pdf": "table_said_to_be_above",
        "forward-html.pdf": "over_and_above",
        "joint-two-html.pdf": "raised_by_for_raised_to",
        "minutes-html.pdf": "weekday_in_digits",
        "notice-html.pdf": "jilu_of_sports number_of_an_office_not_its_author",
        "public-notice-html.pdf": "act_of_another_rank",
        "relief-half-html.pdf": (
            "de_typed_twice denominator_below_the_numerator mean_per_household of_which_over_the_whole "
            "opens_as_another_kind share_of_the_checked together_they_are_not yi_for_already "
            "yuan_written_wan"
        ),
        "relief-township-html.pdf": (
            "counted_in_another_word denominator_below_the_numerator half_year_of_eight_months "
            "mean_per_household neighbours_in_digits opens_as_another_kind qianding_set_firm "
            "quarters_against_the_half_year"
        ),
        "report-html.pdf": "kind_left_outside_of_the_marks",
        "rules-html.pdf": "compared_the_wrong_way fanying_of_reaction range_turned_round",
        "township-html.pdf": "hundred_with_rows_open space_inside_a_number",
        "training-html.pdf": (
            "at_most_and_within of_which_over_the_whole quanli_of_power range_turned_round"
        ),
        "winter-html.pdf": "money_sign_and_word qita_of_things",
    }.items()
    for name in names.split()
)
