"""Chinese names of configuration fields, for the list of blanks that a clerk gets."""

from __future__ import annotations

from reporter.document.webpage import LABELS as WEB

_LABELS = {
    "person": "联系人",
    "phone": "联系电话",
    "fax": "传真",
    "email": "电子邮箱",
    "agency": "单位",
    "post": "职务",
    "number": "文号",
    "dated": "日期",
    "issuer": "发文机关",
    "head": "负责人",
    "office": "办公室",
    "office_head": "办公室主任",
    "due": "时限",
    "due_text": "时限",
    "target": "目标",
    "period": "时间",
    "slogan": "主题",
    "filled_by": "填报人",
    "reviewed_by": "审核人",
    "doc_date": "成文日期",
    "print_date": "印发日期",
    "as_of": "截至日期",
    "title": "标题",
    "doc_code": "发文机关代字",
    "seal_suffix": "签章后缀",
    "role": "职责",
    "joint_doc_code": "联合发文代字",
    "fact": "对应数据项",
    "at_least": "目标值",
    "domain": "隐患类别",
    "parent": "上级单位",
    "valid_from": "启用日期",
    "valid_to": "停用日期",
    "variant": "版本",
    "unit": "单位",
    "shape": "形式",
    "signer": "签发人",
    "issuers": "发文机关",
    "recipients": "主送机关",
    "cc": "抄送机关",
    "attachments": "附件",
    "indicator_set": "指标表",
    "web": "网站信息",
    "contact": "联系人",
    "copy_number": "份号",
    "remark": "附注",
    "disclosure": "公开方式",
    "urgency": "紧急程度",
    "classification": "密级",
    "secrecy_period": "保密期限",
    "classified_by": "涉密系统声明人",
    "classified_on": "涉密系统声明日期",
}


def label_of(field: str) -> str:
    """The Chinese name of a field; the field itself where it has none."""
    return _LABELS.get(field) or WEB.get(field, field)
