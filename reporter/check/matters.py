"""Whether two papers of a set are about one matter, by their titles."""

from __future__ import annotations

import re
from functools import lru_cache

from reporter.check.bare import bare
from reporter.check.subject import Subject

_OFTEN = re.compile(
    r"20\d{2}(?:—20\d{2})?年度?|第?[一二三四]季度|[上下]半年|[\u4e00-\u9fff]{2,3}?(?:省|市(?!场)|县)"
    "|进一步|关于|研究|解决|同意|设立|成立|开展|做好|加强|推进|印[发送]|下达|拨付|报送|公布|调整|申请|有关|专项"
    "|安全|隐患|检查|排查|整治|整改|工作|项目|建设|资金|经费|补助|补贴|情况|问题|事项|会议|责任|销号|台账|清单"
    "|方案|办法|意见|总结|进展|结果|名单"
    r"|第\d+[次期]|[局县市镇乡]长(?=办公)|办公会议?|常务会议?"
    "|[的和及]|请示|批复|复函|函|报告|通知|通报|公告|决定|纪要"
)
"""What titles of any matter say."""
_TOWN = re.compile(r"(?<![各乡镇])[\u4e00-\u9fff]{2}(?:镇|乡(?![镇村])|街道)")
_ISSUED = "关于"


def alike(first: Subject, second: Subject, least: int) -> bool:
    """Whether their titles have so many characters in a row in common besides what titles of any matter say, and do not
    name different towns. A paper without a title, or whose title says nothing else, may be about anything."""
    one, other = (bare(title.text) if (title := each.the("title")) else "" for each in (first, second))
    return one == other or _alike(one, other, least)


@lru_cache(maxsize=4096)
def _alike(one: str, other: str, least: int) -> bool:
    towns = set(_TOWN.findall(one)), set(_TOWN.findall(other))
    if all(towns) and towns[0].isdisjoint(towns[1]):
        return False
    words, others = _words(one), _words(other)
    if not words or not others:
        return True
    return any(word[at : at + least] in others for word in words.split() for at in range(len(word) - least + 1))


def _words(title: str) -> str:
    """What a title is about, behind its issuer, with blanks for what titles of any matter say."""
    _, about, matter = title.partition(_ISSUED)
    return " ".join(_OFTEN.sub(" ", matter if about else title).split())
