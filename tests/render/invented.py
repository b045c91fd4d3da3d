"""Documents invented from a seed: texts, tables, forms, signatures and imprints in any order, all fictional."""

from __future__ import annotations

import random

from reporter.document.inline import Inlines, Note, words
from reporter.document.model import (
    Attachment,
    Block,
    Closing,
    Column,
    Document,
    Header,
    Heading,
    Imprint,
    Issued,
    Named,
    Paragraph,
    Row,
    Signatory,
    Table,
)

_TEXT = (
    "各乡镇人民政府要压实属地责任，县民政局会同消防、住建、市场监管等部门对全县养老机构开展安全隐患大排查，建立问题清单、"
    "责任清单、整改清单、销号清单“四个清单”，做到发现一处、整改一处、销号一处。2026年6月底前完成GB 38600—2019对标整改。"
)
_NAMES = ("安和县民政局", "安和县住房和城乡建设局", "安和县消防救援大队", "安和县卫生健康局")


def invented(seed: int) -> Document:
    """The document of that seed."""
    return _Inventor(random.Random(seed)).document()


class _Inventor:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.count = 0

    def document(self) -> Document:
        chance = self.chance
        face = chance.choice(("document", "document", "order", "minutes", "letter", "plain"))
        names = _NAMES[: chance.choice((1, 1, 2, 4))]
        header = Header(names, number=words("安民字〔2026〕12号")) if face != "plain" else None
        closing = Closing(
            tuple(map(Signatory, names)),
            words("2026年3月6日"),
            sealed=chance.random() < 0.7,
            remark=words("联系人：办公室") if chance.random() < 0.3 else (),
        )
        imprint = Imprint(words("安和县民政局办公室"), words("2026年3月6日印发"), cc=self.words(30))
        return Document(
            "x@2026",
            "x",
            face,
            "down",
            self.words(chance.choice((12, 25, 50))),
            self.blocks(chance.randrange(1, 30)),
            header=header,
            recipients=self.words(20) if chance.random() < 0.8 else (),
            issued=(Issued("plan", self.words(20), self.blocks(8)),) if chance.random() < 0.2 else (),
            attachments=tuple(self.attachment() for _ in range(chance.choice((0, 0, 1, 3)))),
            closing=closing if chance.random() < 0.8 else None,
            imprint=imprint if chance.random() < 0.8 else None,
        )

    def words(self, length: int) -> Inlines:
        start = self.chance.randrange(len(_TEXT))
        return words((_TEXT * 12)[start : start + length])

    def attachment(self) -> Attachment:
        kind = self.chance.random()
        title = self.words(self.chance.randrange(5, 40))
        return Attachment(
            title, Named(title) if kind < 0.3 else self.table() if kind < 0.8 else self.document()
        )

    def blocks(self, count: int) -> tuple[Block, ...]:
        return tuple(self.block() for _ in range(count))

    def block(self) -> Block:
        self.count += 1
        kind, name = self.chance.random(), f"b{self.count}"
        if kind < 0.2:
            run_in = self.words(80) if self.chance.random() < 0.2 else ()
            return Heading(
                name, self.chance.choice((1, 1, 2, 3)), self.words(self.chance.randrange(4, 60)), run_in
            )
        if kind < 0.27:
            return self.table()
        text = self.words(self.chance.randrange(5, 400))
        if kind < 0.32:
            text += (Note(self.words(50)),)
        return Paragraph(name, text, flush=kind > 0.95)

    def table(self) -> Table:
        self.count += 1
        chance = self.chance
        columns = tuple(
            Column(f"c{index}", f"第{index}栏", chance.choice((3, 6, 12)), "left")
            for index in range(chance.randrange(1, 7))
        )
        rows = [self.row(index, len(columns)) for index in range(chance.randrange(1, 60))]
        if chance.random() < 0.3:
            rows.append(Row("total", (words("合计"), *(words("12") for _ in columns[1:])), "total"))
        return Table(
            f"t{self.count}",
            chance.choice(("table", "form", "ledger")),
            columns,
            tuple(rows),
            title=self.words(10) if chance.random() < 0.5 else (),
            above=((words("单位：安和县"), words("2026年3月")),) if chance.random() < 0.3 else (),
            below=((words("填报人："), words("审核人：")),) if chance.random() < 0.3 else (),
            orientation=chance.choice(("portrait", "portrait", "landscape")),
            type_size=chance.choice((12, 10.5)),
            own_page=chance.random() < 0.2,
        )

    def row(self, index: int, columns: int) -> Row:
        if index % 10 == 0 and self.chance.random() < 0.3:
            return Row(f"r{index}", (self.words(12), *((),) * (columns - 1)), "group", span=columns)
        return Row(f"r{index}", tuple(self.words(self.chance.randrange(1, 25)) for _ in range(columns)))
