"""The fifteen sorts of official document (党政机关公文处理工作条例, article 8), and which way they go."""

from __future__ import annotations

GENRES = (
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见",
    "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
)  # fmt: skip
"""As titles end; 命令 is also written 令."""
WITHOUT_RECIPIENTS = ("公告", "通告", "公报", "命令", "令", "纪要", "决议")
"""Sorts that usually name no 主送机关."""
UPWARD = ("请示", "报告")
