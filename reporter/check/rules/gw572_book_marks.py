"""《》 stand for works and papers, not for meetings, activities and certificates (GB/T 15834-2011 A.13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import Apart, apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW572",
    title="会议、活动、证照的名称不用书名号，公文标题的文种在书名号里",
    implements=("L021",),
    clause="GB/T 15834-2011 附录 A.13",
    strength="recommended",
    tests="书名号里的名称是不是以会议、活动、培训班、许可证等结尾；公文标题的文种是不是在书名号里",
    why="书名号只标作品和文件的名称。",
    hint="去掉书名号，或改用引号",
    good=lambda: notice(body=("按照全县养老服务工作会议部署抓好落实。",)),
    bad=lambda: notice(body=("按照《全县养老服务工作会议》部署抓好落实。",)),
)
_WRONG = re.compile(
    r"《[^《》]{2,30}(?:工作会|会议|大会|座谈会|推进会|活动|讲座|比赛|大赛|竞赛|培训班|许可证|营业执照|资格证书?|合格证书?"
    r"|登记证书?|奖|宣传[月周日]|服务[月周日]|敬老月|活动[月周日])》|《一[\u4e00-\u9fff]一[\u4e00-\u9fff]》"
)
_WRONG_ENDS = apart("》(?<=[会议动座赛班证照书奖月周日]》)", "《一.一.》")
_KIND = "通知|请示|报告|批复|函|意见|通报|公告|通告|决定|决议|命令|令|纪要|议案|公报"
_LEFT_OUT = re.compile(rf"关于[^《》]{{2,60}}》的(?:{_KIND})")
_PART = apart("》（(?:20[0-9]{2}[—～-]{1,2}20[0-9]{2}年|草案|征求意见稿|送审稿|修订稿)）")
_QUOTED = re.compile("“[^“”《》]{0,30}关于[^“”《》]{2,40}的(?:请示|报告|通知|批复|意见|决定|函)”")
_QUOTED_ENDS = apart("”(?<=[示告知复见定函]”)")
_QUICK = Apart((*_WRONG_ENDS, *apart("》（[2草征送修]", "》的"), *_QUOTED_ENDS))
"""One of them stands in each."""
_ENDS = re.compile(rf"(?:{_KIND}|方案|办法|规定|细则|规划|计划|规则|要点|条例|规程|标准|制度|清单)(?:（[^（）]*）)?$")


_UNMARKED = re.compile(
    r"(?:根据|按照|依据|依照|落实|贯彻)(?P<name>[\u4e00-\u9fff]{2,14}关于[^《》〈〉，。；（]{4,40}的(?:通知|意见|办法|决定|批复|请示|方案|函))"
    r"（[\u4e00-\u9fff]{1,8}〔\d{4}〕\d+号）"
    r"|(?:根据|按照|依据|依照)(?![本该各有相国上])(?P<act>[\u4e00-\u9fff]{2,12}(?:管理|实施|暂行|登记)(?:条例|办法|细则))"
    r"(?=的规定|规定|第)"
)
_UNMARKED_ENDS = (
    *(f"{kind}（" for kind in ("通知", "意见", "办法", "决定", "方案")),
    *(f"{kind}{behind}" for kind in ("条例", "办法", "细则") for behind in ("的规", "规定", "第")),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    for para, found in text.matches(_UNMARKED, *_UNMARKED_ENDS):
        yield RULE.at(subject, para, f"“{found['name'] or found['act']}”没有加书名号", found["name"] or found["act"])
    if not text.holds(_QUICK):
        return
    for para, found in text.matches(_WRONG, quick=_WRONG_ENDS):
        yield RULE.at(subject, para, f"“{found[0]}”不是作品或文件", around(para.text, found))
    for para, found in text.matches(_PART):
        yield RULE.at(subject, para, f"“{found[0][1:]}”是名称的一部分，落在了书名号外", around(para.text, found))
    for para, found in text.matches(_QUOTED, quick=_QUOTED_ENDS):
        yield RULE.at(subject, para, f"{found[0]}是公文的名称，用书名号", around(para.text, found))
    for para, found in text.matches(_LEFT_OUT, "》的"):
        name, _, kind = found[0].partition("》的")
        if not _ENDS.search(name):
            yield RULE.at(subject, para, f"“{kind}”是公文标题的一部分，落在了书名号外", around(para.text, found))
