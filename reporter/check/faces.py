"""Faces of GB/T 9704-2012 5.2.2 by the names that files give them, in Chinese and in Latin."""

from __future__ import annotations

import re

TITLE = re.compile(r"小标宋|XiaoBiaoSong|XBS|大标宋|FZXBSJW|GW Title", re.IGNORECASE)
HEI = re.compile(r"黑体|Hei", re.IGNORECASE)
"""微软雅黑 is let pass by its Latin name, Microsoft YaHei."""
KAI = re.compile(r"楷体|Kai", re.IGNORECASE)
FANG = re.compile(r"仿宋|Fang\s?Song|\bFang", re.IGNORECASE)
"""PingFang, 苹方, is none."""
