"""Cases of a document by face, direction and count of issuers, for tests that go through every lawful combination."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from reporter.document.inline import words
from reporter.document.model import (
    Attachment,
    Block,
    Closing,
    Direction,
    Document,
    Face,
    Header,
    Imprint,
    Named,
)

NAMES = tuple(
    f"安和县{name}"
    for name in (
        "民政局", "住房和城乡建设局", "卫生健康局", "市场监督管理局", "消防救援大队", "人力资源和社会保障局",
        "应急管理局", "财政局", "公安局", "自然资源局", "发展和改革局",
    )
)  # fmt: skip
FACES: tuple[tuple[Face, Direction], ...] = (
    ("document", "down"), ("document", "up"), ("letter", "level"), ("order", "down"), ("minutes", "down"),
)  # fmt: skip
UNADDRESSED = ("order", "minutes")
SENTENCE = "各单位要对照标准逐院逐项排查，做到底数清、情况明、措施实，年底前重大隐患整改率达到100%。" * 2
_SUFFIXES = {"letter": "", "order": "令", "minutes": "会议纪要"}


def lawful(face: Face, direction: Direction, issuers: int) -> bool:
    """Minutes and orders have one issuer, an upward document at most four."""
    return not (issuers > 1 and face in UNADDRESSED) and not (issuers > 4 and direction == "up")


class FacedCase(Struct, frozen=True):
    """What is common to the cases: the first `issuers` of NAMES and so many attachments, each named `listed`."""

    face: Face
    direction: Direction
    issuers: int
    attachments: int
    listed: ClassVar[str] = "名单"

    @property
    def names(self) -> tuple[str, ...]:
        return NAMES[: self.issuers]

    def header(self, signers: tuple[str, ...], *, alone: bool = False, **marks: str) -> Header:
        """The 版头; letters and minutes name the host alone. `marks`: 份号, 密级 and 紧急程度."""
        alone = alone or self.face in ("letter", "minutes")
        return Header(
            self.names[:1] if alone else self.names,
            suffix=_SUFFIXES.get(self.face, "文件"),
            number=words("安民发〔2026〕12号"),
            signers=tuple(map(words, signers)) if self.direction == "up" else (),
            **marks,
        )

    def imprint(self, date: str, copies: str = "") -> Imprint:
        """The 版记; a letter has no printing office."""
        if self.face == "letter":
            return Imprint((), ())
        return Imprint(words("安和县民政局办公室"), words(f"{date}印发"), cc=words(copies))

    def built(
        self, title: str, body: tuple[Block, ...], header: Header, recipients: str, closing: Closing, imprint: Imprint
    ) -> Document:
        """The document of these parts; an order has no title, and neither it nor minutes are addressed."""
        listed = (f"{self.listed}之{number}" for number in range(self.attachments))
        return Document(
            "case@2026", "case", self.face, self.direction,
            title=() if self.face == "order" else words(title),
            body=body,
            header=header,
            recipients=() if self.face in UNADDRESSED else words(recipients),
            attachments=tuple(Attachment(words(name), Named()) for name in listed),
            closing=closing,
            imprint=imprint,
        )  # fmt: skip
