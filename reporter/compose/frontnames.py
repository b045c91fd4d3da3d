"""Chinese spellings of front-matter settings: a clerk may write 标题 for title, 版式: 信函 for face: letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reporter.document.model import FACE_NAMES

BEGIN = "第一行写 ---，下面写 标题: …、发文机关: … 这样的设置，再写一行 ---，正文写在后面"
QUOTE = "含有 {{ }} 的内容要加引号，如 title: \"{{ a }}\""
"""What to do about settings that cannot be read."""
NAMES = {
    "名称": "name", "标题": "title", "版式": "face", "行文方向": "direction", "文种": "document_type",
    "版头": "header", "版头机关": "mark", "版头后缀": "suffix", "发文机关": "issuers", "发文字号": "number",
    "文号": "number", "份号": "copy_number", "紧急程度": "urgency", "签发人": "signers", "主送": "recipients",
    "主送机关": "recipients", "署名": "signatories", "盖章": "sealed", "成文日期": "doc_date", "附注": "remark",
    "公开方式": "disclosure", "抄送": "cc", "抄送机关": "cc", "印发机关": "print_office", "印发日期": "print_date",
    "附件": "attachments", "随附": "enclosed", "状态": "state", "样稿": "sample", "印发正文": "issued",
    "单独成册": "separate", "网站": "web", "索引号": "index_number", "主题分类": "topic", "发布机构": "publisher",
    "发布日期": "published_on", "生成日期": "generated_on", "有效性": "validity", "主题词": "keywords",
    "表格": "tables", "列": "columns", "内容": "data", "编号": "id", "标签": "label", "宽": "width", "对齐": "align",
    "横排": "orientation", "期间": "period", "版记": "imprint", "落款": "closing", "后缀": "suffix",
    "公开": "public", "对应材料": "meets", "职务": "post", "签发人职务": "post", "姓名": "name",
    "字体": "fonts", "密级": "classification", "保密期限": "secrecy_period", "密级和保密期限": "classification",
}  # fmt: skip
"""Chinese name → the name of the setting."""
_VALUES: Mapping[str, Mapping[str, Any]] = {
    "face": {name: face for face, name in FACE_NAMES.items()} | {"令": "order"},
    "direction": {"上行": "up", "下行": "down", "平行": "level"},
    "header": {"有": True, "无": False, "不印": "none", "预印": "reserved"},
    "mark": {"全部": "all", "主办": "lead"},
    "fonts": {"替代字体": "standin", "本机字体": "system"},
    "align": {"左": "left", "中": "center", "右": "right"},
    "orientation": {"纵": "portrait", "横": "landscape", "否": "portrait", "是": "landscape"},
}
_SWITCHES = {"sealed", "enclosed", "separate", "sample", "closing", "imprint", "header", "public"}
_YES_NO = {"是": True, "否": False, "有": True, "无": False}
_FREE = {"tables", "slots", "shapes", "filter", "where"}
"""Settings whose own entries have names that the writer chooses."""


def name_of(key: object, parent: str) -> str:
    """The setting that a key means; names that the writer chooses stay."""
    return str(key) if parent in _FREE else NAMES.get(str(key), str(key))


def value_of(name: str, value: Any) -> Any:
    """What a Chinese word means for that setting; anything else as it is."""
    if not isinstance(value, str):
        return value
    word = value.strip()
    if word in _VALUES.get(name, {}):
        return _VALUES[name][word]
    return _YES_NO.get(word, value) if name in _SWITCHES else value


def words_for(name: str) -> tuple[str, ...]:
    """The Chinese words that a setting takes, for hints."""
    return tuple(_VALUES.get(name, {}))
