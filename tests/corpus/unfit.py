"""Files that have what a mutator needs in a form that it does not change: words that run over two lines of a PDF, a rule
that is drawn and no border, digits in runs of their own, a frame no wider than its number, a date that stands so."""

from __future__ import annotations

UNFIT = frozenset(
    (name, document)
    for name, documents in {
        "act_of_another_rank": "public-notice-html.pdf",
        "at_most_and_within": "training-html.pdf",
        "attachment_numbered_anew": "three-attachments-script-table.docx",
        "attachments_in_the_last_paragraph": "three-attachments-ours.docx",
        "citation_in_square_brackets": "approval-html.pdf notice-html.pdf",
        "comma_of_text_in_a_number": "centre-request-html.pdf",
        "committee_of_other_members": "shelter-html.pdf",
        "compared_the_wrong_way": "rules-html.pdf",
        "copies_half_width_colon": "letter-reply-ours.docx",
        "copies_without_stop": "letter-reply-ours.docx",
        "counted_in_another_word": "relief-township-html.pdf",
        "dafu_with_cover": "announcement-html.pdf",
        "date_at_the_right_edge": "yearly-template.docx",
        "days_of_the_notice_and_the_list": "orphans-html.pdf",
        "de_typed_twice": "relief-half-html.pdf",
        "deng_said_twice": "audit-html.pdf",
        "denominator_below_the_numerator": "relief-half-html.pdf relief-township-html.pdf",
        "fanying_of_reaction": "rules-html.pdf",
        "fresh_citation_wide_square": "approval-html.pdf",
        "fresh_headings_small": "joint-three-script-drawn.docx minutes-script-table.docx",
        "fresh_signers_with_comma": "joint-up-ours.docx",
        "full_width_digits": "notice-html.pdf report-html.pdf",
        "goal_below_what_there_is": "funeral-html.pdf",
        "gongshi_of_a_formula": "funeral-html.pdf",
        "government_without_zheng": "naming-html.pdf",
        "half_width_comma": "unsealed-html.pdf",
        "half_width_heading_brackets": "notice-html.pdf",
        "half_year_of_eight_months": "relief-township-html.pdf",
        "honoured_of_two_spellings": "volunteers-html.pdf",
        "hours_called_shi": "shelter-html.pdf",
        "hundred_with_rows_open": "township-html.pdf",
        "impossible_date": "approval-html.pdf",
        "imprint_of_100_mm": "request-script-drawn.docx",
        "jilu_of_sports": "notice-html.pdf",
        "kept_citation_round": "notice-html.pdf",
        "kept_copies_semicolon": "letter-reply-ours.docx",
        "kept_middle_rule": "joint-three-script-drawn.docx",
        "kept_number_differs": "report-html.pdf",
        "kept_number_same_side": (
            "joint-five-script-table.docx letter-reply-script-table.docx minutes-script-table.docx "
            "three-attachments-script-table.docx unsealed-script-table.docx urgent-script-table.docx"
        ),
        "kept_printed_imprint": "request-html.pdf",
        "kept_repeated_number": "notice-html.pdf",
        "kept_title_orphan": (
            "joint-three-script-drawn.docx opinion-script-drawn.docx request-script-drawn.docx"
        ),
        "kind_left_outside_of_the_marks": "report-html.pdf",
        "kinds_announced_and_listed": "shelter-html.pdf",
        "letter_with_printing_office": "letter-reply-ours.docx",
        "levels_named_and_counted": "shelter-html.pdf",
        "list_of_attachments_close_to_the_text": "charity-ours.docx",
        "mean_per_household": "relief-half-html.pdf relief-township-html.pdf",
        "money_sign_and_word": "audit-html.pdf winter-html.pdf",
        "neighbours_in_digits": "relief-township-html.pdf",
        "number_of_an_office_not_its_author": "approval-html.pdf notice-html.pdf",
        "number_split_by_a_break": (
            "joint-five-ours.docx joint-five-script-table.docx joint-five-wps-lines.docx "
            "joint-two-ours.docx joint-two-script-border.docx order-ours.docx order-script-plain.docx "
            "order-wps-lines.docx unsealed-ours.docx unsealed-script-table.docx unsealed-wps-lines.docx"
        ),
        "odd_characters": "report-html.pdf",
        "of_which_over_the_whole": "relief-half-html.pdf training-html.pdf",
        "office_and_date_swapped": "request-ours.docx",
        "opens_as_another_kind": "relief-half-html.pdf relief-township-html.pdf",
        "over_and_above": "forward-html.pdf",
        "product_in_prose": "centre-request-html.pdf",
        "page_numbers_all_left": "charity-template.docx",
        "qianding_set_firm": "relief-township-html.pdf",
        "qita_of_things": "winter-html.pdf",
        "quanli_of_power": "training-html.pdf",
        "quarters_against_the_half_year": "relief-township-html.pdf",
        "raised_by_for_raised_to": "joint-two-html.pdf",
        "range_turned_round": "rules-html.pdf training-html.pdf",
        "red_rule_far_below": (
            "approval-wps-default.docx joint-five-script-table.docx joint-five-wps-lines.docx "
            "joint-three-script-drawn.docx notice-wps-default.docx opinion-script-drawn.docx "
            "opinion-wps-lines.docx three-attachments-script-table.docx unsealed-script-table.docx "
            "unsealed-wps-lines.docx urgent-script-table.docx"
        ),
        "remark_above_the_name": "orphans-online.docx",
        "run_in_heading_with_a_colon": "funeral-html.pdf",
        "share_of_few_wrong": "naming-html.pdf",
        "share_of_the_checked": "relief-half-html.pdf",
        "share_of_the_text_and_the_table": "funeral-html.pdf",
        "shortened_by_another_share": "funeral-html.pdf",
        "signature_close_to_the_text": "announcement-ours.docx",
        "some_tens_in_digits": "audit-html.pdf",
        "space_inside_a_number": "audit-html.pdf township-html.pdf",
        "table_said_to_be_above": "decision-html.pdf",
        "third_said_fourth": "township-html.pdf",
        "title_close_under_the_rule": "charity-ours.docx",
        "title_hourglass": (
            "joint-three-script-drawn.docx opinion-script-drawn.docx request-script-drawn.docx"
        ),
        "together_they_are_not": "relief-half-html.pdf",
        "total_of_levels_wrong": "announcement-html.pdf",
        "two_red_rules": "joint-five-script-table.docx",
        "unpaired_title_mark": "approval-html.pdf report-html.pdf",
        "urgency_before_secrecy": "urgent-html.pdf",
        "used_before_it_is_built": "centre-request-html.pdf",
        "weekday_in_digits": "minutes-html.pdf",
        "year_cut_in_text": "joint-two-html.pdf",
        "years_with_a_short_hyphen": "orphans-html.pdf",
        "yi_for_already": "relief-half-html.pdf",
        "yuan_written_wan": "relief-half-html.pdf",
    }.items()
    for document in documents.split()
)
"""Names of mutators with those of files."""
