"""What a reply owes the request that it answers besides its figures, and minutes the reply that they carry out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.seen.model import Element, Para
from reporter.check.bare import bare
from reporter.check.clauses import clause_before
from reporter.check.issuers import shortened
from reporter.check.matters import alike
from reporter.check.quantities import Quantity, bounds, plain, quantities
from reporter.check.subject import Subject

Told = tuple[Element | Para, str, str]
"""Where, what is told of it, and the words."""

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}〔\d{4}〕\d+号")
_ANSWERING = re.compile(r"〔\d{4}〕\d+号收悉")
"""A reply names what it answers."""
_TOPIC = 6
"""Characters in a row that the titles of one matter have in common."""
_SPLIT = re.compile(r"[、，,；;：:\s]+")
_TURNED = re.compile(
    r"将((?:(?!将)[^，。；]){3,24}?)(?=改造|改建|改扩建|调整|变更|更名|划转|无偿划|移交)([\u4e00-\u9fff]{2,4}?[为给])"
)
_THINGS = frozenset(("张", "间", "平方米", "亩", "公里", "栋", "座"))
"""Units of what is built; money, days and shares are the answering office's to change."""
_SET_ANEW = re.compile("核[定减增]|调[整减增]|压缩|缩减|扩大")
_ASKED_OF = re.compile(r"(?:不[少低高多大]于|不超过|至少|最多|每[^，；]{0,6})$")
_ADDED = re.compile("另|达到|[增扩].{0,2}[至到]")
"""What comes on top of what was asked for, and what it comes to with what is there."""
_FIRST = re.compile(r"(?:首笔|首期|首批|第一笔|第一期)[^，。；\d]{0,8}(\d[\d,.]*(?:万|亿)?元)")
_IN_PARTS = re.compile(r"分(?:[二两三四五]|\d)[次期批笔](?:拨付|下达|安排|支付)[^。；]*?(\d[\d,.]*(?:万|亿)?元)")
_TOWN = re.compile(r"(?:会同|由|指导|督促|协助|要求)([\u4e00-\u9fff]{2})(镇|乡|街道)(?!企)")
_IN_TITLE = re.compile(r"(?:关于|研究|同意|解决)([\u4e00-\u9fff]{2})(镇|乡|街道)")


def meant(paper: Subject, others: Sequence[Subject]) -> Sequence[Subject]:
    """The one among the requests that a reply answers, or among the papers that minutes are about: it is cited by its
    number or its title, or, where none is, alone has a title about the same. None where that is not sure."""
    text = bare("".join(para.text for para in paper.paras_of("body", "heading")))
    numbered = [one for one in others if (own := _own_number(one)) and own in text]
    entitled = [one for one in others if (title := one.the("title")) and bare(title.text) in text]
    found = numbered or entitled
    if not found and not _ANSWERING.search(text):
        found = [one for one in others if alike(one, paper, _TOPIC)]
    return found if len(found) == 1 else ()


def _own_number(subject: Subject) -> str:
    number = subject.the("number")
    found = _NUMBER.search(bare(number.text)) if number else None
    return found[0] if found else ""


def answered_to(request: Subject, reply: Subject) -> Iterator[Told]:
    """Who asked is whom the reply goes to, where the reply cites the request's own number."""
    own, to = _own_number(request), reply.the("recipients")
    asking = [bare(one.text) for one in request.sure("signatory", part=0)]
    if not (own and to and asking) or not any(own in bare(para.text) for para in reply.paras_of("body")[:2]):
        return
    names = [name for name in _SPLIT.split(bare(to.text)) if name]
    if names and not any(shortened(a, b) or shortened(b, a) for a in names for b in asking):
        yield to, f"{request.name}（{own}）是{'、'.join(asking)}报来的，答复却主送{'、'.join(names)}", to.text


def agreed_to(request: Subject, reply: Subject) -> Iterator[Told]:
    """What the sentence of 同意 turns into something and how many of what is built: as the request put them."""
    known = list(request.paras_of("body", "heading"))
    asked = {found[2]: found[1] for para in known for found in _TURNED.finditer(para.text)}
    figures = [one for para in known for one in quantities(para.text) if one.unit in _THINGS]
    for para in reply.paras_of("body", "heading"):
        if "同意" not in para.text:
            continue
        for found in _TURNED.finditer(para.text):
            theirs = asked.get(found[2], found[1])
            if not shortened(found[1], theirs) and not shortened(theirs, found[1]):
                yield para, f"{request.name}里是将{theirs}{found[2]}……，这里是{found[1]}", found[0]
        for one in quantities(para.text) if not _SET_ANEW.search(para.text) else ():
            like = [other for other in figures if other.unit == one.unit]
            strange = like and all(other.value != one.value and other.what != one.what for other in like)
            if strange and not _of_its_own(one):  # what has the same words is told as one value of two papers
                words = para.text[max(0, one.start - 6) : one.end]
                yield para, f"{request.name}里没有{plain(one.value)}{one.unit}", words


def _of_its_own(one: Quantity) -> bool:
    """Whether the reply says so much of its own: a bound, or more."""
    clause = clause_before(one.before, "，；：")
    return bool(bounds(one) or _ASKED_OF.search(one.before) or _ADDED.search(clause))


def first_part(reply: Subject, minutes: Subject) -> Iterator[Told]:
    """The first of the parts in which the reply gives the money is what minutes call so."""
    parts = [found[1] for _, found in reply.seen.matches(_IN_PARTS, "分")]
    for para, found in minutes.seen.matches(_FIRST) if len(parts) == 1 else ():
        right, said = (next(iter(quantities(text)), None) for text in (parts[0], found[1]))
        if right and said and right.value != said.value:
            yield para, f"{reply.name}里第一次拨付{parts[0]}，这里写{found[1]}", found[0]


def of_another_town(reply: Subject, minutes: Subject) -> Iterator[Told]:
    """A town whose name shares a character with the one that the titles name, and that the reply knows nothing of."""
    ours = _town_of(minutes)
    if ours is None or ours != _town_of(reply):
        return
    for para, found in minutes.seen.matches(_TOWN):
        near = found[2] == ours[1] and sum(a == b for a, b in zip(found[1], ours[0], strict=True)) == 1
        if near and not reply.seen.joined.says(found[1]):
            yield para, f"标题和{reply.name}说的是{''.join(ours)}，这里写{found[1]}{found[2]}", found[0]


def _town_of(subject: Subject) -> tuple[str, str] | None:
    """The one town that a title is about."""
    title = subject.the("title")
    found = {(one[1], one[2]) for one in _IN_TITLE.finditer(bare(title.text))} if title else set()
    return found.pop() if len(found) == 1 else None
