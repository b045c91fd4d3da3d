"""Documents written out by hand for the tests of the renderers: all fictional, none of them from a workbook."""

from __future__ import annotations

from msgspec.structs import replace

from reporter.document.inline import Blank, Break, Inlines, Text, words
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

ISSUERS = (
    "安和县民政局",
    "安和县住房和城乡建设局",
    "安和县卫生健康局",
    "安和县市场监督管理局",
    "安和县消防救援大队",
)
PLAN_TITLE = "安和县2026年养老院服务质量建设专项行动实施方案"
FORM_TITLE = "安和县2026年养老院服务质量建设专项行动通报要点"
DATE = words("2026年3月6日")

_SENTENCE = (
    "各乡镇人民政府、街道办事处要坚持以人民为中心的发展思想，把养老院服务质量建设作为保障和改善民生的重要内容，"
    "对照《养老机构服务安全基本规范》（GB 38600—2019）逐院逐项排查，做到底数清、情况明、措施实，"
    "年底前重大隐患整改率达到100%，一般隐患整改率不低于95%。"
)


def paragraph(name: str, text: str) -> Paragraph:
    """A body paragraph of plain text."""
    return Paragraph(name, words(text))


def heading(name: str, level: int, text: str, run_in: str = "") -> Heading:
    """A heading; with `run_in` the body text follows on its line."""
    return Heading(name, level, words(text), words(run_in))


def form_table() -> Table:
    """The ten-row form, blank: items and answers, lines above and below."""
    items = (
        "开展排查的养老机构数量（家）",
        "排查发现的各类隐患总数（条），其中重大隐患数量（条）",
        "已完成整改的隐患数量（条），整改率（%）",
        "评定为二级及以上等级的养老机构数量（家），占全部养老机构的比例（%）",
        "失能老年人入住床位数（张），护理型床位占比（%）",
        "建立“互联网＋养老服务”信息平台并投入使用的乡镇（街道）数量（个）",
        "组织养老护理员培训的期数（期）和人次（人次）",
        "联合检查的次数（次），参加检查的部门",
        "是否建立养老服务领域“黑名单”制度（是、否、不涉及）",
        "其他需要说明的情况",
    )
    rows = tuple(
        Row(str(number), (words(str(number)), words(item), (Blank(f"第{number}项", 6),)))
        for number, item in enumerate(items, 1)
    )
    columns = (
        Column("ordinal", "序号", 3, "center", "number"),
        Column("item", "内　容", 22, "left"),
        Column("answer", "答　复", 11, "center"),
    )
    return Table(
        "points",
        "form",
        columns,
        rows,
        above=((words("填报单位（盖章）："), words("截至2026年10月31日"), words("单位：家、条、张、个")),),
        below=(
            (words("填报人："), words("审核人："), words("负责人：")),
            (words("联系电话："), words("填报日期：　　年　月　日")),
        ),
    )


def _plan_body() -> tuple[Block, ...]:
    blocks: list[Block] = [
        paragraph(
            "plan-1",
            "为深入贯彻落实党中央、国务院关于推进养老服务高质量发展的决策部署，按照省、市统一安排，"
            "结合我县实际，制定本方案。",
        ),
        heading("goal", 1, "总体目标"),
        Paragraph(
            "goal-1",
            (Text("到2026年底，"), Text("全县养老院服务质量明显改善", strong=True), *words("。" + _SENTENCE)),
        ),
        heading("tasks", 1, "主要任务"),
    ]
    tasks = ("排查整治安全隐患。", "推进等级评定。", "加强综合监管。", "提升护理能力。", "改造特困供养设施。")
    for number, task in enumerate(tasks, 1):
        blocks.append(heading(f"task-{number}", 2, task, _SENTENCE * 2))
    blocks += [
        heading("steps", 2, "实施步骤"),
        heading("step-1", 3, "动员部署（3月15日前）。", "各乡镇（街道）制定细化方案，明确责任人和时限。"),
        heading("step-2", 3, "排查整治（3月16日至9月30日）。", _SENTENCE),
        heading("step-2-1", 4, "逐院建账。", _SENTENCE),
        heading("step-2-1-1", 5, "消防安全。", "重点检查自动喷水灭火系统、疏散通道和燃气使用情况。"),
        heading("step-2-1-2", 5, "食品安全。", "重点检查食堂许可、索证索票和留样制度落实情况。"),
        heading("step-3", 3, "总结验收（10月1日至11月10日）。", _SENTENCE),
        heading("demands", 1, "工作要求"),
        heading("demand-1", 2, "加强组织领导。", _SENTENCE),
        heading("demand-2", 2, "按时报送情况。", "各乡镇（街道）于11月10日前报送书面总结，联系人"),
    ]
    last = blocks.pop()
    assert isinstance(last, Heading)
    contact = (*last.run_in, Blank("联系人", 4), *words("，联系电话"), Blank("联系电话", 6), *words("。"))
    blocks.append(Heading(last.id, last.level, last.inlines, contact))
    return tuple(blocks)


def joint_notice() -> Document:
    """实施方案: notice of five issuers, the plan as issued text, the blank form attached, 版记."""
    return Document(
        filing="implementation-plan@2026",
        kind="implementation-plan",
        face="document",
        direction="down",
        title=words(f"关于印发《{PLAN_TITLE}》的通知"),
        recipients=words("各乡镇人民政府、街道办事处，各养老机构"),
        header=Header(ISSUERS, number=words("安民发〔2026〕12号")),
        body=(
            paragraph(
                "notice-1",
                "根据《临澜市养老院服务质量建设专项行动实施方案》（临民发〔2026〕8号）要求，县民政局、县住房和城乡建设局、"
                "县卫生健康局、县市场监督管理局、县消防救援大队研究制定了《"
                + PLAN_TITLE
                + "》，现印发给你们，请认真组织实施。",
            ),
            Paragraph(
                "notice-2",
                (
                    *words("联系人："),
                    Blank("联系人", 4),
                    *words("；电话："),
                    Blank("联系电话", 6),
                    *words("。"),
                ),
            ),
        ),
        issued=(Issued("plan", words(PLAN_TITLE), _plan_body()),),
        attachments=(Attachment(words(FORM_TITLE), form_table()),),
        closing=Closing(tuple(Signatory(name) for name in ISSUERS), DATE, remark=words("此件公开发布")),
        imprint=Imprint(
            words("安和县民政局办公室"),
            words("2026年3月6日印发"),
            cc=words("临澜市民政局，县委办公室，县政府办公室。"),
        ),
        state="草稿",
        sample=True,
    )


def _years() -> Table:
    """Figures by year, their sum below."""
    return Table(
        "years",
        "table",
        (
            Column("measure", "指　标", 10, "left"),
            *(Column(f"y{year}", f"{year}年", 5, "right", "number") for year in (2023, 2024, 2025, 2026)),
        ),
        tuple(
            Row(name, (words(name), *(words(value) for value in values)), role)
            for name, values, role in (
                ("养老机构（家）", ("41", "43", "45", "46"), "body"),
                ("排查隐患（条）", ("212", "204", "198", "190"), "body"),
                ("已整改（条）", ("180", "189", "190", "171"), "body"),
                ("合　计", ("433", "436", "433", "407"), "total"),
            )
        ),
        title=words("2023—2026年主要指标"),
    )


def upward_report() -> Document:
    """年度报告: upward, with a signer, a year × figure table, two attachments of which one is only named."""
    return Document(
        filing="year-end-summary@2026",
        kind="year-end-summary",
        face="document",
        direction="up",
        title=words("安和县民政局关于2026年养老院服务质量建设专项行动工作情况的报告"),
        recipients=words("临澜市民政局"),
        header=Header(
            ("安和县民政局",), number=words("安民〔2026〕45号"), signers=(words("许知远"),), urgency="加急"
        ),
        body=(
            paragraph("intro", "现将我县2026年养老院服务质量建设专项行动工作情况报告如下。"),
            heading("done", 1, "主要工作"),
            heading("done-1", 2, "排查整治。", "截至2026年10月31日，" + _SENTENCE),
            _years(),
            paragraph("after", _SENTENCE),
            heading("next", 1, "下一步打算"),
            paragraph("next-1", _SENTENCE * 3),
            paragraph("end", "特此报告。"),
        ),
        attachments=(
            Attachment(
                words("2026年养老院服务质量建设专项行动通报要点及四个清单汇总情况说明（安和县各乡镇分表）"),
                form_table(),
            ),
            Attachment(words("联合检查照片"), Named()),
        ),
        closing=Closing((Signatory("安和县民政局"),), words("2026年11月8日"), remark=words("联系人：许知远")),
        imprint=Imprint(words("安和县民政局办公室"), words("2026年11月8日印发")),
        state="送审稿",
    )


def plain_form() -> Document:
    """通报要点 as a plain stamped sheet: no red header, no 版记."""
    return Document(
        filing="notification-points@2026+blank",
        kind="notification-points",
        face="plain",
        direction="up",
        title=words(FORM_TITLE),
        body=(form_table(),),
        state="定稿",
    )


def _problems(count: int, columns: int) -> tuple[Row, ...]:
    """A group, so many hazards whose words fill one to four lines, and the total."""
    body: list[Row] = [Row("group-1", (words("河口镇"),), "group", columns)]
    for number in range(1, count + 1):
        problem = "二楼疏散通道堆放轮椅、床架等杂物，影响紧急疏散" + (
            "；厨房燃气报警器未接入联动装置" * (number % 4)
        )
        cells = (
            str(number),
            f"AH2026-{number:04d}",
            "河口镇福寿居养老院",
            problem,
            "一般",
            "立即清理并建立巡查记录",
            "2026-09-30",
        )
        body.append(Row(f"AH2026-{number:04d}", tuple(words(cell) for cell in cells)))
    body.append(Row("total", (words("合　计"), words(f"{count}条"), *((),) * (columns - 2)), "total"))
    return tuple(body)


def ledger(rows: int = 60, *, paper: str = "A4") -> Document:
    """问题清单: a landscape ledger with town groups and a total line."""
    columns = (
        Column("ordinal", "序号", 3, "center", "number"),
        Column("id", "隐患编号", 8, "center", "id"),
        Column("home", "养老机构", 12, "left"),
        Column("problem", "隐患内容", 22, "left"),
        Column("level", "等级", 4, "center"),
        Column("measure", "整改措施", 12, "left"),
        Column("due", "整改期限", 7, "center", "date"),
    )
    table = Table(
        "problems",
        "ledger",
        columns,
        _problems(rows, len(columns)),
        above=((words("填报单位（盖章）：安和县民政局"), words("截至2026年10月31日"), words("单位：条")),),
        below=((words("填报人：周砚秋"), words("审核人："), words("填报日期：2026年11月1日")),),
        orientation="landscape",
        paper="A3" if paper == "A3" else "A4",
        type_size=10.5,
    )
    return Document(
        filing="rectification-lists@2026",
        kind="rectification-lists",
        face="plain",
        direction="up",
        title=words("安和县养老院安全隐患问题清单"),
        body=(table,),
        state="征求意见稿",
    )


def letter() -> Document:
    """函: letter face, level direction, no rules in the 版记."""
    return Document(
        filing="letter@2026",
        kind="filing-letter",
        face="letter",
        direction="level",
        title=words("安和县民政局关于商请提供养老院消防安全检查情况的函"),
        recipients=words("安和县消防救援大队"),
        header=Header(("安和县民政局",), suffix="", number=words("安民函〔2026〕7号")),
        body=(
            paragraph("letter-1", _SENTENCE),
            paragraph("letter-2", _SENTENCE),
            paragraph("letter-3", "专此函达，请予支持。"),
        ),
        closing=Closing((Signatory("安和县民政局"),), words("2026年4月2日")),
        state="草稿",
    )


def long_text(paragraphs: int = 12) -> Document:
    """Nothing but body text, for counting lines and cells."""
    return Document(
        filing="long@2026",
        kind="long",
        face="plain",
        direction="down",
        title=words("正文排版样张"),
        body=tuple(paragraph(f"p{number}", _SENTENCE * 3) for number in range(paragraphs)),
        state="定稿",
    )


HOSTILE = "<script>&amp; {{ 1 + 1 }} {% if %} |#*_`~ \"'></span>"


def hostile() -> Document:
    """Markup in every place that a user can fill."""
    text: Inlines = words(HOSTILE)
    table = Table(
        "t<&",
        "table",
        (Column("c", HOSTILE, 20),),
        (Row("r", (text,)), Row("r2", ((*text, Break(), *text),))),
    )
    return Document(
        filing="hostile@2026",
        kind="hostile",
        face="document",
        direction="down",
        title=text,
        recipients=text,
        header=Header((HOSTILE,), number=text),
        body=(Paragraph("p<&", text), Heading("h", 1, text), table),
        closing=Closing((Signatory(HOSTILE),), text),
        imprint=Imprint(text, text, cc=text),
        state=HOSTILE,
    )


def mixed() -> Document:
    """A notice with a landscape ledger between portrait pages, unsealed."""
    listed = Attachment(words("问题清单"), ledger(5))
    form = Attachment(words("通报要点"), form_table())
    closing = Closing((Signatory("安和县民政局"),), words("2026年3月6日"), sealed=False)
    return replace(joint_notice(), attachments=(listed, form), closing=closing)


MAKERS = (
    joint_notice,
    upward_report,
    plain_form,
    ledger,
    letter,
    long_text,
    hostile,
)
