"""What was not surely recognised, told once an element: what it looks like, why nothing was judged, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from reporter.artefacts.seen.model import Element, Role
from reporter.text import clipped

ELEMENT_NAMES: dict[Role, str] = {
    "copy_number": "份号", "classification": "密级", "urgency": "紧急程度", "mark": "发文机关标志",
    "number": "发文字号", "signer": "签发人", "title": "标题", "recipients": "主送机关", "heading": "小标题",
    "body": "正文", "attendance": "出席名单", "attachments": "附件说明", "signatory": "署名",
    "post": "职务", "date": "成文日期", "remark": "附注",
    "attachment_label": "附件标记", "attachment_title": "附件标题", "cc": "抄送机关",
    "print_office": "印发机关", "print_date": "印发日期", "page_number": "页码", "state": "文稿状态",
    "table_title": "表题",
}  # fmt: skip
"""Elements as a clerk calls them."""
_QUOTE = 20


class Unchecked(Struct, frozen=True):
    """A rule that was not run on a file, or not on all of its elements, and why. `unsure`: it is an element that was
    not recognised surely."""

    code: str
    title: str
    reason: str
    unsure: bool = False


def unsure_of(code: str, title: str, element: Element) -> Unchecked:
    """The rule left this element out."""
    quote = clipped(element.text, _QUOTE)
    name = ELEMENT_NAMES.get(element.role, "这一要素")
    where = f"第{element.para.number}段" if element.para.place == "text" else ""
    reason = f"{where}“{quote}”像是{name}，但位置、字体或写法与{name}通常的样子不一样，没有把握"
    return Unchecked(code, title, reason, unsure=True)


def unsure_lines(unchecked: Iterable[Unchecked]) -> Iterator[str]:
    """One sentence an element, however many rules left it out."""
    reasons: dict[str, set[str]] = {}
    for one in unchecked:
        if one.unsure:
            reasons.setdefault(one.reason, set()).add(one.code)
    for reason, codes in reasons.items():
        yield f"{reason}，{len(codes)}条规则没有用在这里；请自己核对，排成规定的样子后再检查一次"
