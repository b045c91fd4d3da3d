"""Combinations that no 公文 may have are refused with reason and line (条例 ch. 3–4, GB/T 9704 7.2, 10; R17–R20)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from reporter.compose.desk import Desk
from reporter.compose.direction import DOWNWARD, FACES, UPWARD
from reporter.compose.parts import marked
from reporter.document.inline import plain
from reporter.document.model import Closing, Document, Header
from reporter.errors import TemplateError
from reporter.intake.classified import HINT, MESSAGE, ClassifiedFile
from reporter.patterns import regex
from reporter.text import half_width
from reporter.typeset.firstpage import plan_first_page
from reporter.typeset.standard import text_cells

MOST_ISSUERS, MOST_SIGNERS = 11, 4
URGENT = ("特急", "加急")
_SERIAL = regex(r"〔(\d{4})〕(\d+)号$")
_COPY = regex(r"\d{1,6}")
_SEVERAL = regex(r"[、，,；;]")
_LONGEST_SERIAL = 5
_IMPRINT_CELLS = 26  # of 四号 on a line of 版记, behind 抄送：
_MOST_IMPRINT_LINES = 23  # besides that of the office: 225 mm
_MARK = regex(
    r"(?P<level>绝密|机密|秘密)★(?:(?P<years>[1-9]\d*)年|[1-9]\d*个月|长期|\d{4}年\d{1,2}月\d{1,2}日解密|.{2,12}[后时]解密)"
)
_LONGEST_YEARS = {"绝密": 30, "机密": 20, "秘密": 10}  # 保守国家秘密法, unless provided otherwise


def check_lawful(desk: Desk, document: Document) -> Iterator[str]:
    """Notes about what was put right; raises TemplateError for what cannot be."""
    _check_classification(desk)
    header, rules = document.header, _Rules(desk, document)
    rules.numbers()
    rules.stated()
    if header is not None:
        rules.issuers(header)
        rules.face(header)
        rules.direction(header)
    rules.signatures()
    rules.imprint()
    yield from rules.classification()
    typed = desk.kind.front.number
    if header is not None and typed and "〔" in plain(header.number) and "〔" not in typed and "号" in typed:
        yield f"{desk.kind.place('number')}：发文字号的年份已改用六角括号〔〕"


def _check_classification(desk: Desk) -> None:
    """Nothing may be classified but on a system that is declared for it."""
    if marked(desk.filing, desk.kind.front) and not desk.workspace.campaign.may_classify:
        own = f"filings.yaml {desk.filing.id}" if desk.filing.classification else desk.kind.place("classification")
        raise ClassifiedFile(MESSAGE, HINT, str(own))


class _Rules:
    """The rules for one document; each names the line of the setting at fault."""

    def __init__(self, desk: Desk, document: Document) -> None:
        self._desk = desk
        self._document = document
        self._front = desk.kind.front

    def numbers(self) -> None:
        """份号, 紧急程度, 发文字号 (7.2.1, 7.2.3, 7.2.5)."""
        stated = self._document.header or self._front
        copy, urgency = half_width(stated.copy_number), stated.urgency
        if copy and not _COPY.fullmatch(copy):
            self._refuse("copy_number", f"份号“{copy}”不对", "份号是6位以内的阿拉伯数字，一般写足6位，如 000001")
        if urgency and urgency not in URGENT:
            self._refuse("urgency", f"紧急程度“{urgency}”不对", f"只能写：{'、'.join(URGENT)}")
        number = plain(self._document.header.number) if self._document.header else ""
        found = _SERIAL.search(number)
        if found and len(found[2]) > _LONGEST_SERIAL:
            hint = "顺序号是当年的流水号，如 安民发〔2026〕12号"
            self._refuse("number", f"发文字号的顺序号有{len(found[2])}位：{found[2]}", hint)
        typed = self._front.number
        if number and typed and typed == number and not found and self._document.face not in ("order", "minutes"):
            self._refuse("number", f"发文字号“{typed}”不对", "写成 安民发〔2026〕12号；没有文号写 无")

    def classification(self) -> Iterator[str]:
        """密级★保密期限 in its form, and 份号 with it (7.2.1, 7.2.2, 条例 art. 9); notes an unusually long period."""
        mark = marked(self._desk.filing, self._front)
        if not mark:
            return
        found = _MARK.fullmatch(mark)
        if not found:
            hint = "写成 机密★1年：密级只有绝密、机密、秘密，期限用阿拉伯数字，或写解密日期"
            self._refuse("classification", f"密级和保密期限“{mark}”不对", hint)
        elif self._document.header is None:
            self._refuse("classification", "密级印在版头左上角，这份文稿没有版头", "把 header（版头）打开")
        elif not self._document.header.copy_number:
            self._refuse("classification", "涉密公文要标注份号", "写上 copy_number（份号），如 000001")
        elif found["years"] and int(found["years"]) > _LONGEST_YEARS[found["level"]]:
            most = _LONGEST_YEARS[found["level"]]
            yield f"{found['level']}级的保密期限一般不超过{most}年，这里是{found['years']}年，请核对定密依据"

    def stated(self) -> None:
        """A text that stands alone and is a 公文 by its title says who issues it; plain sheets need not."""
        front, title = self._front, plain(self._document.title)
        open_ = self._desk.kind.alone and front.issuers is None and front.header is True and front.face == "auto"
        if open_ and title.endswith(tuple(FACES)):
            self._refuse("issuers", "缺少发文机关", "在开头写上 issuers（发文机关）；不要版头写 header: false")

    def issuers(self, header: Header) -> None:
        """1 to 11 different names (7.2.4)."""
        names = self._front.issuers or header.issuers
        if not all(name.strip() for name in names) or not names:
            self._refuse("issuers", "缺少发文机关", "在开头写上 issuers（发文机关）；不要版头写 header: false")
        if len(names) > MOST_ISSUERS:
            self._refuse("issuers", f"联合发文机关有{len(names)}个", f"最多{MOST_ISSUERS}个；再多就由主办机关单独发文")
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            self._refuse("issuers", f"发文机关“{twice[0]}”写了两次", "每个机关只写一次，主办机关排在最前")

    def face(self, header: Header) -> None:
        """What a face cannot be combined with (10.2, 10.3)."""
        document, several = self._document, max(len(header.issuers), len(self._front.issuers or ()))
        if document.face == "order" and document.direction == "up":
            self._refuse("direction", "命令（令）是下行文，不能上行", "上行用报告或请示")
        if document.face == "minutes" and several > 1:
            self._refuse("issuers", f"纪要只有一个发文机关标志，这里有{several}个", "联合会议由牵头机关出纪要")
        if document.face == "minutes" and document.direction == "up":
            self._refuse("direction", "纪要不上行", "向上级报告会议情况用报告")

    def direction(self, header: Header) -> None:
        """签发人 and 主送 of upward documents; 文种 that go one way only (条例 art. 8, 15; R19)."""
        document, kind = self._document, self._kind_of_title()
        up = document.direction == "up"
        if up and kind in DOWNWARD:
            self._refuse("direction", f"“{kind}”不能上行", "向上级行文用报告、请示或意见")
        if document.direction == "down" and kind in UPWARD:
            self._refuse("direction", f"“{kind}”只能上行", "删去 direction，或改用通知、函")
        if not up and self._front.signers:
            self._refuse("signers", "只有上行文标注签发人", "删去 signers（签发人），或写 direction: up")
        if len(header.signers) > MOST_SIGNERS:
            self._refuse("signers", f"签发人有{len(header.signers)}人", f"最多{MOST_SIGNERS}人")
        if not up:
            return
        if self._front.issuers and self._front.signers is None and not self._desk.filing.signer:
            hint = "在开头写上 signers（签发人），暂时不知道写 signers: 待定"
            self._refuse("direction" if "direction" in self._desk.kind.lines else "title", "上行文缺少签发人", hint)
        recipients = plain(document.recipients)
        if kind in UPWARD and _SEVERAL.search(re.sub(r"（[^）]*）", "", recipients)):
            self._refuse("recipients", f"{kind}只能主送一个上级机关：{recipients}", "其他需要知道的机关写进 cc（抄送）")

    def signatures(self) -> None:
        """The signature names the issuers, in their order (R17); persons sign for all of them or for none (7.3.5.3)."""
        front, closing = self._front, self._document.closing
        if closing is None or front.signatories is None:
            return
        if any(one.post for one in closing.signatories):
            self._posts(closing)
            return
        if self._document.face in ("order", "minutes"):
            return
        signed, issuers = tuple(one.name for one in closing.signatories), front.issuers or ()
        if issuers and signed != issuers:
            message = f"署名与发文机关不一致：{'、'.join(signed)}；发文机关为{'、'.join(issuers)}"
            self._refuse("signatories", message, "名称、个数和顺序要一样；（代）之类只写在署名里")

    def _posts(self, closing: Closing) -> None:
        signers, issuers = closing.signatories, self._front.issuers or ()
        if not closing.signed:
            bare = next(one.name for one in signers if not one.post)
            hint = "加盖签名章的，每位签发人都写 post（职务）；加盖机关印章的，都不写"
            self._refuse("signatories", f"署名“{bare}”没有签发人职务", hint)
        if issuers and len(signers) != len(issuers):
            message = f"签发人有{len(signers)}位，发文机关有{len(issuers)}个"
            self._refuse("signatories", message, "每个发文机关一位签发人，主办机关在前")
        if self._document.face == "minutes":
            self._refuse("signatories", "纪要不加盖签名章", "删去 signatories（署名）")

    def imprint(self) -> None:
        """版记 stands on one page (7.4.1): agencies too many for it are named in groups."""
        imprint = self._document.imprint
        if imprint is None:
            return
        moved = plan_first_page(self._document).recipients_moved
        lists = {"cc": imprint.cc, "recipients": self._document.recipients if moved else imprint.recipients}
        lines = {name: ceil(text_cells(plain(agencies)) / _IMPRINT_CELLS) for name, agencies in lists.items()}
        if sum(lines.values()) > _MOST_IMPRINT_LINES:
            message = f"版记里的主送和抄送约有{sum(lines.values())}行，一页放不下"
            self._refuse(max(lines, key=lambda name: lines[name]), message, "改用统称，如 各乡镇人民政府、县直各单位")

    def _kind_of_title(self) -> str:
        title = re.sub(r"（[^（）]*）$", "", plain(self._document.title).replace("\n", ""))
        known = self._front.document_type or ""
        return known or next((word for word in (*UPWARD, *DOWNWARD) if title.endswith(word)), "")

    def _refuse(self, path: str, message: str, hint: str) -> None:
        kind = self._desk.kind
        path = path if path in kind.lines or not kind.alone else "title"
        where = str(kind.place(path)) if path in kind.lines else f"filings.yaml {self._desk.filing.id}"
        raise TemplateError(message, hint, where)
