"""The date stands four cells from the right edge, and the name does not begin where it begins; without a seal
the date begins two cells right of the name (L090, L091)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.indents import pushed_in
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.signing import date_misplaced
from reporter.check.subject import Subject

RULE = Rule(
    code="GW451",
    title="成文日期右空四字，署名不与日期左端对齐",
    implements=("L090", "L091"),
    clause="GB/T 9704-2012 7.3.5.1、7.3.5.2",
    strength="recommended",
    tests="Word 文件里署名、成文日期是不是左端对齐；日期右空几字；命令的签发人是不是居右",
    why="署名要以成文日期居中，印章才能压住两行。",
    hint="盖章：日期右对齐、右缩进四字，署名以日期居中；不盖章：署名右缩进二字，日期首字比署名首字右移二字",
    good=notice,
    bad=lambda: notice(date=line("2026年3月6日", "date", looks={"align": "right", "right": 9.0})),
    roles=("signatory", "date", "post"),
)


_FAR, _SOME = 6.0, 4
"""字 of an indent, and blanks, that push a name to the right."""


def check(subject: Subject) -> Iterator[Finding]:
    """As the indents say."""
    if date := subject.the("date"):
        for told in date_misplaced(subject):
            yield RULE.at(subject, date, told)
    if subject.seen.face != "order" or subject.seen.format != "docx":
        return
    for post in subject.sure("post", part=0):
        looks = post.para.looks
        pushed = pushed_in(looks) >= _FAR or post.para.typed[:_SOME].isspace()
        if post.para.place == "text" and looks.align in ("left", "justify") and not pushed:
            found = RULE.at(subject, post, "签发人职务和签名章没有居右，应右空四字")
            yield replace(found, clause="GB/T 9704-2012 7.3.5.3", hint="右对齐，右缩进四字")
