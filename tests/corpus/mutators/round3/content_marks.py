"""Round 3: marks of punctuation that the sense of the sentence forbids."""

from __future__ import annotations

from tests.corpus.mutators.registry import swapping

_swap = swapping(__name__, pdf=True)
_MARKS = ("L060", "L061", "L062", "R25", "GW5")

_swap(
    "single_quotes_outside", "L061", "外层引号用单引号（15834 4.8.3.4）", "punctuation",
    ("“四色预警”", "‘四色预警’"), ("“一院一策”", "‘一院一策’"), ("“回头看”", "‘回头看’"), ("“相符”", "‘相符’"), also=_MARKS,
)  # fmt: skip
_swap(
    "double_quotes_within", "L061", "双引号里又用双引号（15834 4.8.3.4）", "punctuation",
    ("在规定期限内获得的全部现金", "在规定期限内获得的“全部”现金"), also=_MARKS,
)  # fmt: skip
_swap(
    "mark_after_yi_shi", "cl.9", "“一是”后加顿号、逗号（15834 B.3）", "punctuation",
    ("一是主动发现率", "一是、主动发现率"), ("一是部分单位", "一是，部分单位"), ("一是消防改造", "一是、消防改造"), ("一是部分敬老院", "一是，部分敬老院"),
    also=("L040", "L041", "L047", "GW3", *_MARKS),
)  # fmt: skip
_swap(
    "stop_within_the_bracket", "cl.9", "句内括号里用句号（15834 4.9）", "punctuation",
    ("分别计入）。", "分别计入。）"), ("（任务分工见附件1）。", "（任务分工见附件1。）"), ("（11月16日至30日）", "（11月16日至30日。）"), ("（2025年修订）执行", "（2025年修订。）执行"),
    also=_MARKS,
)  # fmt: skip
_swap(
    "title_marks_for_no_work", "L021", "活动、口号用书名号（15834 4.15）", "punctuation",
    ("“四色预警”", "《四色预警》"), ("“一院一策”", "《一院一策》"), ("“回头看”", "《回头看》"), ("第17个全国敬老月", "第17个《全国敬老月》"), also=_MARKS,
)  # fmt: skip
_swap(
    "kind_left_outside_of_the_marks", "cl.9", "公文标题的“的通知”“的请示”落在书名号外", "punctuation",
    ("改造资金的请示》", "改造资金》的请示"), ("安全管理工作的通知》", "安全管理工作》的通知"), ("养老服务中心的请示》", "养老服务中心》的请示"), also=("L007", "L021", "R22", *_MARKS),
)  # fmt: skip
_swap(
    "clause_ends_in_enumeration_comma", "cl.9", "分句之间用顿号（15834 4.5）", "punctuation",
    ("缺课4学时以上的，不予", "缺课4学时以上的、不予"), ("请提前3个工作日告知，我局", "请提前3个工作日告知、我局"), ("遇有险情，应当", "遇有险情、应当"),
    also=_MARKS,
)  # fmt: skip
_swap(
    "to_and_dash_together", "R25", "“至”与连接号并用", "punctuation",
    ("7月16日至17日影响", "7月16日—至17日影响"), ("9月7日至15日", "9月7日—至15日"), ("11月16日至12月15日", "11月16日至—12月15日"), also=("L069", "L013", "GW6", *_MARKS),
)  # fmt: skip
