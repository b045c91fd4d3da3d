"""Levels of the text are numbered, not marked by bullets (7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW343",
    title="结构层次用“一、”“（一）”“1.”“（1）”，不用项目符号",
    implements=("L045",),
    clause="GB/T 9704-2012 7.3.3",
    strength="recommended",
    tests="正文段落前面的自动项目符号",
    why="项目符号没有次序，引用时说不清是哪一条。",
    hint="取消项目符号，改为“（一）”“1.”等序数",
    good=notice,
    bad=lambda: _bulleted(notice(body=("摸清底数。", "分类施策。"))),
    roles=("body",),
    folds=2,
    about=("counted",),
)
_BULLETS = frozenset("●•■◆▪○□◇➢✓√★→·-–—\uf06c\uf06e\uf075\uf0b7\uf0d8\uf0fc")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of the text whose automatic number is a bullet; cells may have them."""
    if subject.seen.face == "plain":
        return
    for para in subject.seen.labelled:
        if para.place == "text" and para.label.strip() in _BULLETS:
            yield RULE.at(subject, para, f"段首用了项目符号“{para.label.strip()}”")


def _bulleted(subject: Subject) -> Subject:
    paras = tuple(
        replace(para, label="●").read() if para.text in ("摸清底数。", "分类施策。") else para
        for para in subject.seen.paras
    )
    return replace(subject, seen=replace(subject.seen, paras=paras))
