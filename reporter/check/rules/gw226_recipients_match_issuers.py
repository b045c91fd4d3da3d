"""A joint notice to departments goes to each issuer's own line (R19)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW226",
    title="联合发文主送各发文机关的下级部门",
    implements=("R19",),
    clause="公文一致性要求",
    strength="recommended",
    tests="主送机关是部门时，每个发文机关在其中有没有对应的部门",
    why="漏了一个系统，那个系统就没有人办。",
    hint="补上缺的部门",
    good=lambda: _joint("各镇民政办公室、财政所："),
    bad=lambda: _joint("各区民政局："),
    roles=(
        "mark",
        "recipients",
    ),
)
_JOINT = 2
_DEPARTMENT = re.compile(r"[局厅委队]")
_TRADES = {
    "民政": "民政|社会事务|社会事业|社会保障", "财政": "财政", "公安": "公安|派出所", "教育": "教育|教体|科教",
    "卫生健康": "卫生健康|卫健|卫计", "住房": "住房|住建", "市场监督": "市场监督|市场监管|市监", "消防": "消防",
    "应急": "应急", "医疗保障": "医疗保障|医保", "人力资源": "人力资源|人社",
}  # fmt: skip
"""Word of an issuer's name → the words by which its line is called one level down."""


def check(subject: Subject) -> Iterator[Finding]:
    """Joint issuers by the word of their trade; each word must be among the recipients when these name departments."""
    to, marks = subject.the("recipients"), issuers_of(subject)
    if to is None or len(marks) < _JOINT or not _DEPARTMENT.search(to.text):
        return
    words = [word for mark in marks for word in _TRADES if word in mark]
    missing = [word for word in words if not re.search(_TRADES[word], to.text)]
    if missing and len(missing) < len(words):
        yield RULE.at(subject, to, f"联合发文有{'、'.join(missing)}部门，主送机关里没有对应的部门")


def _joint(recipients: str) -> Subject:
    names = ("安和县民政局", "安和县财政局")
    return notice(mark=names, signatory=names, recipients=recipients)
