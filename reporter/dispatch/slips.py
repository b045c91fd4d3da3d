"""发文稿纸 of an issued filing: the kind `dispatch-slip`, filled from the issued Document and its record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from reporter.compose.composition import compose
from reporter.deliver.issued import Issuance
from reporter.dispatch.desk import Desk
from reporter.document.inline import Inlines, plain
from reporter.document.model import Document
from reporter.errors import InputError
from reporter.records.filing import Filing
from reporter.render.formats import renderer

KIND = "dispatch-slip"


def slip_of(desk: Desk, issuance: Issuance, document: Document, copies: int) -> dict[str, bytes]:
    """Format → file (pdf, docx); raises TemplateError when the workspace's own form is wrong."""
    period = issuance.filing.partition("@")[2].partition("+")[0]
    options = dict(_options(issuance, document, copies))
    filing = Filing(kind=KIND, period=period, state="定稿", options=options)
    slip = compose(desk.workspace, filing, _alone).document
    found = {}
    for name in ("pdf", "docx"):
        render = renderer(name, desk.workspace.root / "templates", desk.workspace.campaign.fonts)
        if rendered := render(slip, {}):
            found[name] = rendered.data
    return found


def _alone(name: str) -> NoReturn:
    raise InputError(f"发文稿纸不能带附件“{name}”", f"改 templates/text/{KIND}.md")


def _options(issuance: Issuance, document: Document, copies: int) -> Iterator[tuple[str, str]]:
    """The names that the form knows, with what is known; the rest stays a blank to be written by hand."""
    header, imprint, closing = document.header, document.imprint, document.closing
    pdf = issuance.files.get("pdf")
    corner = "、".join(text for text in (header.classification, header.urgency) if text) if header else ""
    found = {
        "标题": issuance.title,
        "文号": issuance.number or "无",
        "密级缓急": corner,
        "主送": _line(document.recipients),
        "抄送": _line(imprint.cc).rstrip("。") if imprint else "",
        "附件": "；".join(_line(one.title) for one in document.attachments),
        "拟稿": issuance.by,
        "会签": "、".join(header.issuers[1:]) if header else "",
        "签发": issuance.signer,
        "成文日期": issuance.date,
        "印发日期": _line(imprint.print_date).removesuffix("印发") if imprint else "",
        "页数": str(pdf.pages) if pdf else "",
        "份数": str(copies) if copies else "",
        "公开方式": _line(document.disclosure).removeprefix("公开方式：")
        or (_line(closing.remark) if closing else ""),
        "稿本": f"第{issuance.approved}稿批准，定稿为第{issuance.draft}稿",
        "校验值": pdf.sha256 if pdf else "",
    }
    yield from ((name, text) for name, text in found.items() if text)


def _line(inlines: Inlines) -> str:
    return plain(inlines).replace("\n", "")
