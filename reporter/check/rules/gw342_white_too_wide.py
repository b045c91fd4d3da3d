"""Elements follow each other as many lines below as the standard says, and no more (7.2.5, 7.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reporter.artefacts.seen.model import Role
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.check.whites import LINE_PT, MOST_ABOVE_NAME, SIGNED, white_above, white_between

RULE = Rule(
    code="GW342",
    title="各要素之间不多空行",
    implements=("L032", "L083", "L084", "L090", "L092", "L122"),
    clause="GB/T 9704-2012 7.2.5、7.3.1、7.3.2、7.3.4、7.3.5、7.3.6",
    strength="shall",
    tests="Word 文件里标志、发文字号、标题、主送机关、正文、附件说明、署名、日期、附注、附件标题之间和正文当中的空行",
    why="多空的行使版面松散，末页容易没有正文。",
    hint="删去多余的空行：发文字号、标题前空二行，主送机关、附件说明前空一行，日期、附注前不空行",
    good=notice,
    bad=lambda: notice(date=line("2026年3月6日", "date", looks={"before": 30.0})),
    roles=("number", "title", "recipients", "attachments", "signatory", "date", "remark"),
    severity="warning",
    yields=("GW413", "GW439"),
)
_TEXT: tuple[Role, ...] = ("body", "heading")
_MOST: tuple[tuple[tuple[Role, ...], Role, float, str], ...] = (
    (("mark",), "number", 3.4, "发文字号与标志之间空了{n}行，应空二行"),
    (("number", "signer"), "title", 3.4, "标题与发文字号之间空了{n}行，红线下应空二行"),
    (("title",), "recipients", 2.2, "主送机关与标题之间空了{n}行，应空一行"),
    (_TEXT, "attachments", 2.2, "附件说明与正文之间空了{n}行，应空一行"),
    (SIGNED, "signatory", MOST_ABOVE_NAME, "署名与正文之间空了{n}行，印章盖不到正文一行之内"),
    (("signatory",), "date", 0.7, "署名与成文日期之间空了{n}行，日期应在署名下一行"),
    (("date",), "remark", 1.4, "附注与成文日期之间空了{n}行，应在日期下一行"),
)
"""How many lines of white at most, with what a rule, a border and a seal take."""

_ATTACHED = 2.2
_GAP = 1.5
"""One line between paragraphs of the text, and white that is set, GW117 tells."""


def check(subject: Subject) -> Iterator[Finding]:
    """Neighbours in the text of a Word file with a header. Below the name of a leader a line is left for the stamp."""
    if subject.seen.format != "docx" or subject.seen.face != "document":
        return
    for above, role, most, told in _MOST:
        below = subject.the(role)
        if below is None or (role == "date" and subject.sure("post", part=0)):
            continue
        white = white_above(subject, above, below)
        if white is not None and white > most * LINE_PT:
            yield RULE.at(subject, below, told.format(n=round(white / LINE_PT)))
    called = subject.the("recipients")
    to = called.paras[-1:] if called else ()
    for one, para in pairwise((*to, *subject.paras_of(*_TEXT))):
        white = white_between(subject, one, para) if para.number > one.number + 1 else None
        if white is not None and white > _GAP * LINE_PT:
            between = "正文与主送机关之间" if one in to else "正文中间"
            yield RULE.at(subject, para, f"{between}空了{round(white / LINE_PT)}行")
    title = subject.the("title")
    for label in subject.sure("attachment_label"):
        below = subject.the("attachment_title", label.part)
        white = white_between(subject, label.para, below.para) if below else None
        if below and white is not None and white > _ATTACHED * LINE_PT:
            yield RULE.at(subject, below, f"附件标题与“附件”之间空了{round(white / LINE_PT)}行，应排在第三行")
    if title and ("\n\n" in title.text or any(b.number > a.number + 1 for a, b in pairwise(title.paras))):
        yield RULE.at(subject, title, "标题的两行之间空了行")
