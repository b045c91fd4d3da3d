"""The words that lead on to what follows are whole (R20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.forms import Form, tell_forms
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW684",
    title="过渡语完整，批复态度明确",
    implements=("R20",),
    clause="公文的通行写法",
    strength="recommended",
    tests="“现将有关情况如下”缺动词，批复里的“可以考虑”“建议同意”，来文后面缺“收悉”",
    why="话没有说完，收文单位不知道要做什么、可不可以做。",
    hint="补上动词，例：现将有关情况报告如下；批复写明同意或者不同意",
    good=lambda: notice(body=("现将有关情况报告如下。",)),
    bad=lambda: notice(body=("现将有关情况如下。",)),
    signs=("如下", "考虑", "号）。", "建议同意", "拟同意", "初步同意"),
)
_FORMS = (
    Form(
        "“{}”缺了动词，例：报告如下、通知如下",
        apart(
            r"现将[^，。；]{0,16}(?:情况|事项|事宜|问题|结果)如下(?=[：。:])",
            r"现就[^，。；]{0,16}(?:情况|事项|事宜|问题|结果)如下(?=[：。:])",
        ),
    ),
    Form(
        "“{}”后面没有“收悉”",
        apart(
            "你[局镇县乡市委厅][^。《]{0,3}《[^》]{4,60}请示》（[^（）]{4,24}号）(?=。)",
            "贵[局镇县乡市委厅][^。《]{0,3}《[^》]{4,60}函》（[^（）]{4,24}号）(?=。)",
        ),
    ),
    Form(
        "“{}”不是明确的答复",
        apart(
            r"原则上可以考虑",
            r"原则上可考虑",
        ),
    ),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes; of a reply what its own text advises instead of deciding."""
    yield from tell_forms(RULE, subject, _FORMS)
    title = subject.the("title")
    for para, found in subject.text_of("body", "heading").matches(_ADVISED, quick=_ADVISING):
        if title and titled(title, "批复"):
            yield RULE.at(subject, para, f"“{found[1]}”不是明确的答复", around(para.text, found))


_ADVISING = apart("建议(?=同意)", "拟同意", "初步同意")
_ADVISED = re.compile("(?:^|[、。，；])((?:建议|初步|拟)同意)")
