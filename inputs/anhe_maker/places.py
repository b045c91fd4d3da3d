"""The twelve towns and forty-six homes of 安和县, and what makes single homes worth telling about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

TOWNS = (
    "城关街道", "新桥街道", "河口镇", "青石镇", "柳溪镇", "白鹭镇",
    "石桥镇", "云岭镇", "双塘镇", "枫林镇", "大坪乡", "竹溪乡",
)  # fmt: skip

_HOMES = """
城关街道|安和县社会福利中心|公建公营|220
城关街道|安和县第一养老服务中心|公建民营|160
城关街道|城关街道康宁养老院|民办|96
城关街道|城关街道松鹤养老公寓|民办|120
城关街道|城关街道福寿园养老院|民办|60
城关街道|城关街道颐年护理院|民办|100
城关街道|城关街道春晖养老服务中心|公建民营|80
新桥街道|新桥街道综合养老服务中心|公建民营|110
新桥街道|新桥街道常青养老院|民办|72
新桥街道|新桥街道银杏养老公寓|民办|88
新桥街道|新桥街道和悦养老院|民办|50
新桥街道|新桥街道安怡托养中心|民办|24
河口镇|河口镇中心敬老院|敬老院|90
河口镇|河口镇晚晴养老院|民办|64
河口镇|河口镇水岸养老院|民办|56
河口镇|河口镇幸福之家养老院|民办|32
河口镇|河口镇综合养老服务中心|公建民营|70
青石镇|青石镇敬老院|敬老院|76
青石镇|青石镇夕阳红养老院|民办|48
青石镇|青石镇青松养老院|民办|52
青石镇|青石镇康养服务中心|公建民营|60
柳溪镇|柳溪镇敬老院|敬老院|68
柳溪镇|柳溪镇柳岸养老院|民办|46
柳溪镇|柳溪镇同心养老院|民办|40
柳溪镇|柳溪镇区域养老服务中心|公建公营|84
白鹭镇|白鹭镇敬老院|敬老院|60
白鹭镇|白鹭镇鹭鸣颐养中心|民办|58
白鹭镇|白鹭镇安康养老院|民办|44
白鹭镇|白鹭镇湖畔养老服务中心|公建民营|66
石桥镇|石桥镇敬老院|敬老院|62
石桥镇|石桥镇怡康养老院|民办|36
石桥镇|石桥镇桥头养老院|民办|42
石桥镇|石桥镇区域养老服务中心|公建公营|80
云岭镇|云岭镇敬老院|敬老院|54
云岭镇|云岭镇云上养老院|民办|48
云岭镇|云岭镇综合养老服务中心|公建民营|50
双塘镇|双塘镇敬老院|敬老院|58
双塘镇|双塘镇荷香养老院|民办|40
双塘镇|双塘镇颐和养老院|民办|38
枫林镇|枫林镇敬老院|敬老院|56
枫林镇|枫林镇红叶养老院|民办|44
枫林镇|枫林镇养老服务中心|公建民营|52
大坪乡|大坪乡敬老院|敬老院|42
大坪乡|大坪乡高山养老院|民办|30
竹溪乡|竹溪乡敬老院|敬老院|40
竹溪乡|竹溪乡竹韵养老院|民办|28
"""

OPENED = {
    "新桥街道和悦养老院": date(2026, 4, 20),
    "云岭镇云上养老院": date(2026, 8, 15),
    "白鹭镇鹭鸣颐养中心": date(2026, 11, 2),
}
"""Opened within the year; the last one after the as-of date, so that it does not count yet."""
CLOSED = {"河口镇幸福之家养老院": date(2026, 6, 30), "石桥镇怡康养老院": date(2026, 11, 4)}
"""Closed within the year; the last one after the as-of date, so that it still counts."""
SUSPENDED = {"枫林镇敬老院"}
UNFILED = {"新桥街道安怡托养中心"}
CLEAN = {
    "安和县社会福利中心",
    "柳溪镇同心养老院",
    "石桥镇区域养老服务中心",
    "双塘镇颐和养老院",
    "竹溪乡竹韵养老院",
}
"""Homes where a complete inspection found nothing."""
CLOSED_FOR_FIRE = "河口镇幸福之家养老院"
BELOW_STANDARD = {
    "枫林镇敬老院", "新桥街道安怡托养中心", "河口镇幸福之家养老院", "石桥镇怡康养老院",
    "大坪乡高山养老院", "云岭镇云上养老院", "双塘镇荷香养老院",
}  # fmt: skip
NO_FIRE_PAPERS = {"新桥街道安怡托养中心", "河口镇幸福之家养老院", "石桥镇怡康养老院", "大坪乡高山养老院"}


@dataclass(frozen=True)
class Home:
    """A home as the story needs it; the other columns of the register follow from it."""

    code: str
    name: str
    town: str
    ownership: str
    beds: int
    opened: date
    closed: date | None
    number: int

    def exists(self, day: date) -> bool:
        return self.opened <= day and (self.closed is None or day < self.closed)


def homes() -> tuple[Home, ...]:
    """All 46, in the order of the register."""
    found = []
    for number, line in enumerate(_HOMES.split(), start=1):
        town, name, ownership, beds = line.split("|")
        opened = OPENED.get(name, date(2004 + number * 5 % 19, 1 + number * 7 % 12, 1 + number * 11 % 28))
        found.append(
            Home(f"AH{number:03d}", name, town, ownership, int(beds), opened, CLOSED.get(name), number)
        )
    return tuple(found)
