"""《》 stand for works and papers, not for meetings, activities and certificates (GB/T 15834-2011 A.13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW572",
    title="会议、活动、证照的名称不用书名号",
    implements=("L021",),
    clause="GB/T 15834-2011 附录 A.13",
    strength="recommended",
    tests="书名号里的名称是不是以会议、活动、培训班、许可证等结尾",
    why="书名号只标作品和文件的名称。",
    hint="去掉书名号，或改用引号",
    good=lambda: notice(body=("按照全县养老服务工作会议部署抓好落实。",)),
    bad=lambda: notice(body=("按照《全县养老服务工作会议》部署抓好落实。",)),
)
_WRONG = re.compile(
    r"《[^《》]{2,30}(?:工作会|会议|大会|座谈会|推进会|活动|讲座|比赛|大赛|竞赛|培训班|许可证|营业执照|资格证书?|合格证书?"
    r"|登记证书?|奖)》"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.matches(_WRONG, "》"):
        yield RULE.at(subject, para, f"“{found[0]}”不是作品或文件", around(para.text, found))
