"""A correct notice of a foreign maker, with parts of it changed, as a reader sees it before recognition."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from reporter.artefacts.seen.model import (
    SURE,
    CellPlace,
    Element,
    Grid,
    Looks,
    Para,
    Place,
    Role,
    Run,
    Seen,
    Stroke,
)
from reporter.artefacts.seen.recognise import recognise

FANG, HEI, KAI, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
CENTRE, FLUSH, INDENTED = Looks("center", 0.0), Looks("justify", 0.0), Looks("justify", 2.0)
RIGHT = Looks("right", 0.0, 0.0, 4.0)
NEW = Looks("left", 0.0, new_page=True)
PROSE = "为做好养老院安全管理工作，根据有关规定，现将有关事项通知如下。"
MORE = "各乡镇要逐院排查风险隐患，建立台账，明确整改责任人和完成时限。"


def para(
    text: str,
    looks: Looks = INDENTED,
    *,
    font: str = FANG,
    size: float = 16,
    bold: bool = False,
    colour: str = "000000",
    style: str = "",
    outline: int = 0,
    label: str = "",
    place: Place = "text",
    cell: tuple[int, int, int] | None = None,
) -> Para:
    """A paragraph without a place in a file yet."""
    runs = (Run(text, font, size, bold, colour),) if text else ()
    return Para(0, runs, label, place, 0, style, outline, looks, CellPlace(*cell) if cell else None).read()


MARK = para("安和县民政局文件", CENTRE, font=SONG, size=36, colour="FF0000")
NUMBER = para("安民发〔2026〕12号", CENTRE)
TITLE = para("安和县民政局关于做好养老院安全\n管理工作的通知", CENTRE, font=SONG, size=22)
TO = para("各乡镇人民政府、街道办事处：", FLUSH)
BODY = (
    para(PROSE),
    para("一、总体要求", font=HEI),
    para(MORE),
    para("（一）压实责任", font=KAI),
    para(MORE),
)
NAME, DATE = para("安和县民政局", replace(RIGHT, right=4.5)), para("2026年3月6日", RIGHT)
REMARK = para("（此件公开发布）")
CC = para("抄送：县政府办公室。", replace(FLUSH, left=1.0), size=14)
PRINTED = para("安和县民政局办公室\t2026年3月6日印发", replace(FLUSH, left=1.0), size=14)


def seen(
    *paras: Para | Iterable[Para], grids: tuple[Grid, ...] = (), strokes: tuple[Stroke, ...] = ()
) -> Seen:
    """A file of these paragraphs, numbered."""
    flat = [one for item in paras for one in ((item,) if isinstance(item, Para) else item)]
    return Seen("docx", tuple(replace(p, number=n) for n, p in enumerate(flat, 1)), grids, strokes=strokes)


def notice(**changes: Para | str | Iterable[Para] | None) -> Seen:
    """A correct notice of a foreign maker (no style names) with some of its parts changed or left out."""
    parts: dict[str, Para | str | Iterable[Para] | None] = {
        "mark": MARK,
        "number": NUMBER,
        "title": TITLE,
        "recipients": TO,
        "body": BODY,
        "list": None,
        "name": NAME,
        "date": DATE,
        "remark": None,
        "cc": CC,
        "printed": PRINTED,
        "behind": None,
    }
    unknown = set(changes) - set(parts)
    assert not unknown, unknown
    usual = {
        "number": NUMBER,
        "recipients": TO,
        "name": NAME,
        "date": DATE,
        "title": TITLE,
        "printed": PRINTED,
        "cc": CC,
        "mark": MARK,
        "remark": REMARK,
    }
    parts |= {
        name: replace(usual[name], runs=(replace(usual[name].runs[0], text=value),)).read()
        if isinstance(value, str)
        else value
        for name, value in changes.items()
    }
    return seen(*(part for part in parts.values() if part is not None and not isinstance(part, str)))


def sure(file: Seen, role: Role, part: int | None = None) -> list[str]:
    return [e.text for e in recognise(file).all(role, part=part) if e.confidence >= SURE]


def the(file: Seen, role: Role) -> Element:
    found = [e for e in recognise(file).all(role) if e.confidence >= SURE]
    assert len(found) == 1, found
    return found[0]
