"""What stands in 基本信息.xlsx: its sheets and columns, their keys in campaign.yaml, and what a clerk writes there."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

from reporter.records.campaign import Level
from reporter.records.hazard import DOMAINS

MAIN = "基本信息"
EXAMPLE = "例："
"""A row that begins so is shown to the clerk and never read."""
OFFICE = "办公室"
"""The line of a leading group that says where its office sits (单位) and who heads it (姓名)."""
_GRID = {"通用": "portable", "逐字对齐": "characters"}
_FONTS = {"替代字体": "standin", "本机字体": "system"}
_YES_NO = {"是": "true", "否": "false"}
SPELLED = {"sample": _YES_NO, "classified_system": _YES_NO, "grid": _GRID, "fonts": _FONTS}
"""Key → what the clerk picks and what campaign.yaml has for it."""

Kind = Literal["text", "list", "lines", "date", "choice"]
"""`list` is split at 、 and other marks; `lines` only at ； and line breaks, because 、 is printed."""
Refers = Literal["", "units", "agencies", "both", "kinds"]
"""Names of that sheet (or of kinds) that stand for codes."""


class Field(Struct, frozen=True):
    """One column, or one line of the first sheet. `choices` are offered in a drop-down list."""

    key: str
    label: str
    note: str = ""
    kind: Kind = "text"
    needed: bool = False
    choices: tuple[str, ...] = ()
    refers: Refers = ""
    width: int = 16
    aliases: tuple[str, ...] = ()


class Form(Struct, frozen=True):
    """One sheet with a row for each entry; `example` is a row that shows how."""

    title: str
    key: str
    about: str
    fields: tuple[Field, ...]
    example: tuple[str, ...] = ()

    def field(self, label: str) -> Field | None:
        return next((one for one in self.fields if label in (one.label, *one.aliases)), None)


_LEVELS = get_args(Level)

ITEMS = (
    Field("name", "行动名称", "照上级文件写，如 养老院服务质量建设专项行动", needed=True),
    Field("years", "年度", "涉及的年度；几年的都写上，用顿号隔开，如 2024、2025、2026", "list", needed=True),
    Field("unit", "本单位", "本单位所在的县（市、区），见工作表“单位”", needed=True, refers="units",
          aliases=("本单位编码",)),
    Field("lead", "主办单位", "见工作表“部门”", needed=True, refers="agencies"),
    Field("issuers", "发文单位", "联合发文的部门，主办在前，用顿号隔开；单独发文只写一个", "list", needed=True,
          refers="agencies"),
    Field("superior", "上级单位", "报告送给谁，见工作表“部门”", needed=True, refers="agencies"),
    Field("recipients", "主送机关", "下行通知送给谁，按印发的顺序；不同类的用分号隔开，同类的用顿号", "lines"),
    Field("cc", "抄送机关", "下行通知抄送给谁，用分号隔开", "lines"),
    Field("rating_label", "等级名称", "机构等级叫“级”还是“星级”", "choice", choices=("级", "星级")),
    Field("steps", "办理步骤", "各步提前几个工作日，空着就是：收齐7、初稿5、会签3、签发2、用印1、报送0", "list"),
    Field("slogan", "主题", "行动的口号，没有就空着"),
    Field("sample", "样稿", "写“是”，每页都印“样稿”；正式使用写“否”", "choice", choices=tuple(_YES_NO)),
    Field("grid", "文档网格", "不懂就空着；“逐字对齐”让 Word 每行严格28字", "choice", choices=tuple(_GRID)),
    Field("fonts", "字体", "不懂就空着；“本机字体”让 PDF 用这台电脑上的小标宋、仿宋等正式字体", "choice",
          choices=tuple(_FONTS)),
    Field("classified_system", "涉密系统", "一律空着；经批准处理涉密文件的计算机，请改用 campaign.yaml", "choice",
          choices=tuple(_YES_NO)),
    Field("classified_by", "涉密系统声明人", "一律空着"),
    Field("classified_on", "涉密系统声明日期", "一律空着", "date"),
)  # fmt: skip

_UNITS = Form("单位", "units", "省、市、县、乡镇（街道）一行一个；表格里用简称的，把简称写在“别名”里", (
    Field("code", "编码", "行政区划代码或自编的编号，不能重复", needed=True, width=14),
    Field("name", "名称", "印在文件里的名称", needed=True, width=20),
    Field("level", "层级", "", "choice", needed=True, choices=_LEVELS, width=10),
    Field("parent", "上级", "上级的名称，最上一级空着", refers="units", width=16, aliases=("上级编码",)),
    Field("aliases", "别名", "平时的叫法，用顿号隔开", "list", width=30),
    Field("valid_from", "启用日期", "区划调整过的才填", "date", width=14),
    Field("valid_to", "停用日期", "区划调整过的才填", "date", width=14),
))  # fmt: skip
_AGENCIES = Form("部门", "agencies", "联合发文的各部门和上级民政部门；没有的项空着，文件里会留出空白", (
    Field("id", "代号", "可以不写，不写就用简称", width=10),
    Field("full_name", "全称", "署名和红头用", needed=True, width=30),
    Field("short_name", "简称", "正文里用", needed=True, width=24),
    Field("unit", "所属单位", "属于哪一级，写工作表“单位”里的名称", needed=True, refers="units",
          aliases=("单位编码",)),
    Field("system", "系统", "民政、住建、卫健、市监、消防等", needed=True, width=10,
          aliases=("部门系统",)),
    Field("level", "层级", "", "choice", needed=True, choices=_LEVELS, width=10),
    Field("head", "签发人", "主要负责人姓名，上行文里印出", width=12),
    Field("doc_code", "发文代字", "如 平民发", width=12),
    Field("joint_doc_code", "联合发文代字", "联合发文另有代字的才填", width=14),
    Field("office", "印发机关", "如 平川县民政局办公室", width=28),
    Field("aliases", "别名", "平时的叫法，用顿号隔开", "list", width=24),
    Field("seal_suffix", "署名后缀", "署名后加的字，如（代章），一般空着", width=12),
))  # fmt: skip
_CONTACTS = Form("联系人", "contacts", "姓名、电话没有定的空着；filings.yaml 里的 contact 写这里的代号", (
    Field("id", "代号", "第一个可以不写", width=10),
    Field("agency", "部门", "", refers="agencies", width=24),
    Field("person", "姓名", width=12),
    Field("phone", "电话", "带区号", width=18),
    Field("fax", "传真", width=18),
    Field("email", "邮箱", width=26),
))  # fmt: skip
_PARENTS = Form("上级文件", "parent_documents", "方案里引用的上级文件；标题不写书名号", (
    Field("id", "代号", "可以不写", width=14),
    Field("title", "标题", needed=True, width=50),
    Field("number", "文号", "如 ×民发〔2026〕7号", width=22),
    Field("issuer", "发文机关", "联合发文的用顿号隔开", width=30),
    Field("dated", "日期", "成文日期", "date", width=14),
), ("", f"{EXAMPLE}关于印发2026年××市养老院服务质量建设专项行动实施方案的通知", "×民发〔2026〕7号", "××市民政局",
    "2026-02-26"))  # fmt: skip
_TASKS = Form("任务", "tasks", "方案的工作任务，一行一项", (
    Field("id", "代号", "可以不写", width=12),
    Field("title", "标题", needed=True, width=28),
    Field("period", "实施时间", "如 2026年4月—11月", needed=True, width=20),
    Field("departments", "实施部门", "牵头的在前，用顿号隔开", "list", needed=True, width=36),
    Field("text", "内容", "写成一段", needed=True, width=60),
    Field("target", "目标", "可以不写", width=30),
    Field("domain", "隐患类别", "和台账的哪一类对应，可以不写", "choice", choices=DOMAINS, width=12),
))  # fmt: skip
_STAGES = Form("阶段", "stages", "方案的实施步骤，一行一个", (
    Field("title", "标题", needed=True, width=20),
    Field("deadline", "期限", "印在标题的括号里，如 4月底前", needed=True, width=20),
    Field("text", "内容", "写成一段", needed=True, width=60),
))  # fmt: skip
ROSTER = Form("领导小组", "rosters", "一行一人；最后一行职务写“办公室”：单位是设在哪里，姓名是办公室主任", (
    Field("title", "名单", "领导小组的全称，只写在第一行；再写一个新的全称，就是另一个名单", width=30),
    Field("role", "职务", "组长、副组长、成员；办公室", needed=True, choices=("组长", "副组长", "成员", OFFICE),
          width=12),
    Field("person", "姓名", "没有定的空着", width=12),
    Field("agency", "单位", width=26),
    Field("post", "单位职务", "如 局长", width=24),
    Field("id", "代号", "可以不写", width=14),
))  # fmt: skip
_TARGETS = Form("目标", "targets", "方案的目标，一行一条", (
    Field("id", "代号", "可以不写", width=14),
    Field("text", "内容", needed=True, width=50),
    Field("fact", "对比的数据", "用 reporter list facts 查到的名字，可以不写", width=36),
    Field("at_least", "不低于", "数字，和“对比的数据”一起用", width=10),
), ("", f"{EXAMPLE}隐患整改率达到90%以上", "隐患.整改率()", "90"))  # fmt: skip
_OBLIGATIONS = Form("报送要求", "obligations", "谁、向谁、报什么、什么时候；乡镇的期限要早于县里自己的期限", (
    Field("id", "代号", "可以不写", width=16),
    Field("sender", "报送单位", "一个单位的名称；各乡镇都要报的写“乡镇”", needed=True, refers="both"),
    Field("receiver", "接收单位", "单位的名称", needed=True, refers="both"),
    Field("kind", "文种", "", needed=True, refers="kinds"),
    Field("deliverable", "材料", "叫什么名字", needed=True, width=26),
    Field("period", "期间", "2026、2026Q3、2023-2026 等", needed=True, width=12),
    Field("due", "截止日期", "", "date", width=14),
    Field("due_text", "期限原文", "照上级文件写，如 11月10日前", needed=True),
    Field("medium", "方式", "书面、电子版（就是可编辑版和扫描件）、可编辑版、扫描件、系统", "list", width=18),
    Field("copies", "份数", "书面的几份，空着是1份", width=8),
    Field("contents", "内容", "要写哪几部分，用顿号隔开", "list", width=40),
    Field("steps", "办理步骤", "这一项另有安排的才填，如 收齐10、初稿7、报送0", "list", width=30),
))  # fmt: skip
EXTRA = Form("其他文字", "extra", "自己加的文种要用的名称和文字，没有就空着", (
    Field("key", "名称", width=20),
    Field("text", "内容", width=60),
))  # fmt: skip

LISTS = (_UNITS, _AGENCIES, _CONTACTS, _PARENTS, _TASKS, _STAGES, _TARGETS, _OBLIGATIONS)
"""Sheets whose rows are entries of one list."""
FORMS = (_UNITS, _AGENCIES, _CONTACTS, _PARENTS, _TASKS, _STAGES, ROSTER, _TARGETS, _OBLIGATIONS, EXTRA)
"""All sheets behind the first, in their order."""


def item(label: str) -> Field | None:
    """The line of the first sheet with that label."""
    return next((one for one in ITEMS if label in (one.label, *one.aliases)), None)


def label_of(section: str, key: str) -> tuple[str, str]:
    """Title of the sheet behind the first where the entries of `section` stand, and the label of `key` there; empty
    where there is none."""
    form = next((form for form in FORMS if form.key == section), None)
    fields = form.fields if form else ITEMS
    return form.title if form else "", next((one.label for one in fields if one.key == key), "")
