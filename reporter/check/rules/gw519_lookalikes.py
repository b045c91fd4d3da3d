"""No characters that only look right (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.lookalikes import misspelled
from reporter.check.quoting import around, around_span
from reporter.check.rare import rare_in
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW519",
    title="没有形近、音近的错字",
    implements=("R25",),
    clause="公文校对要求",
    strength="recommended",
    tests="釆购、具休、公倾、人户核查、己完成、末整改、台帐、登陆系统、截止6月底、GB/t 等",
    why="扫描识别和输入法常出这类错，不细看发现不了。",
    hint="核对原意，改成正字",
    good=lambda: notice(body=("已完成整改，建立台账。",)),
    bad=lambda: notice(body=("己完成整改，建立台帐。",)),
)
_HOW = "认真|扎实|切实|积极|严格|深入|及时|有效|稳步|有力|妥善|逐项"
_DO = (
    "(?:落实|开展|推进|做好|抓好|执行|整改|完成|处理|组织|排查|研究|贯彻|履行|解决)"
    "(?!作用|机制|措施|力度|过程|情况|计划|方案|制度|意义|要求|效果|办法|工作)"
)
"""Adverbs and verbs between which 地 stands; before a noun 的 is right."""
_SPELLED = (
    "釆[购取用暖]", r"十(?<=[\u4e00-\u9fff]十)(?=\d+[%％])", r"gb/t\s*\d", r"gB/t\s*\d", r"Gb/t\s*\d", r"GB/t\s*\d",
    r"曰(?<=\d月\d曰)", r"曰(?<=\d月\d\d曰)", "帐(?<![蚊营帷床圆军]帐)(?!篷|蓬|幔|幕|中|子|房)",
    "登陆(?=次数|账|后台|密码)",
    "登陆(?=[^，。；、]{0,12}(?:系统|平台|网站|网页|网址|账号|账户|邮箱|小程序|公众号|客户端))",
    r"截止(?<![\u4e00-\u9fff]截止)(?=目前|(?:20\d{2}年)?\d{1,2}月|20\d{2}年)", "既便", "即日启", "防犯(?!罪)",
    "以经(?=完成|整改|建立|全部|落实|达到)", "按排(?![名行期序放水查列队班除污在位版气])", "排察", "扶平", "截止目前",
    "反应(?<!良反应)(?<!急反应)(?<!速反应)(?<!学反应)(?<!敏反应)(?<!烈反应)(?=了|的?(?:问题|情况|诉求|意见|困难|线索))",
    "检察(?=消防|安全|食品|设施|养老)", "渡过(?=[^河江海]{0,4}(?:节|假|期|晚年))",
    "登录(?<=[海风]登录)(?![^，。；]{0,8}(?:系统|平台|网|账|后))",
    "必需(?=征得|有|由|经|按|在(?!编)|严格|落实|做到|符合|提供|遵守|立即|及时|坚持|加强|确保|建立|配备|报[请送])",
    "部份(?<!全部份)(?!数|额)", "图象(?!征)",
    "报道(?<=(?:证件|按时|前来|前往|持证)报道)(?![^，。；]{0,8}(?:新闻|事迹|媒体))", r"既(?=\d)",
    "既(?<=[（(，]既)(?![然定往有成得遂而已可能判视])(?![^。；）]*(?:又|也|还|且|更|亦|并|同时))",
    "即(?=是[^，。；]{1,12}又)", r"副(?<=[降增涨跌]副)(?=\d|[，。；、]|[超约近达为])",
    "截至(?<!统计截至)(?<!数据截至)(?<!计算截至)(?=时间)",
    "纪录(?<=(?:做好|检查|值班|工作|会议|谈话|报告|巡查|走访|填写|保存|如实)纪录)(?!片|保持)", "其它",
    "权力(?<=(?:年人|疾人|妇女|儿童|群众|公民|事人|请人|对象|合法)权力)(?=保障|[和与]义务|救济|，|。|、|不受)",
    "做为(?<![叫所看当]做为)",
    "指定(?=(?:本|改进|整改|工作|应急|实施|具体|相关|有关)?(?:方案|措施|计划|预案|办法|细则)(?![编制定执单]|生育|负责|专))",
)  # fmt: skip
_ENDED = "整改|销号|纠正|办结|化解|拨付|发放"
_BY = rf"以(?<![予加给可得难足用所是何据借]以)(?=(?:{_ENDED})(?:完成|完毕|到位|完)?(?:，|。|；|\d+[个户条项件处]))"
_TENS, _COUNTED = "第十百千万零一二三四五六七八九〇、初", "(?=[家名台份](?!次|级|类))"
_WRONG = re.compile("|".join((*_SPELLED, _BY, f"(?:{_HOW})的{_DO}", f"(?<![{_TENS}])二{_COUNTED}")))
_QUICK = apart(
    *_SPELLED, *(f"以{one}" for one in _ENDED.split("|")), *(f"{how}的" for how in _HOW.split("|")),
    f"二(?<![{_TENS}]二){_COUNTED}",
)  # fmt: skip
"""What stands in each; hardly a file has one of these words."""
_RIGHT = {
    "登陆": "登录", "截止": "截至", "十": "+", "台帐": "台账", "帐": "账",
    "防犯": "防范", "反应": "反映", "以经": "已经", "按排": "安排",
    "排察": "排查", "检察": "检查", "渡过": "度过", "截止目前": "截至目前", "二": "两",
    "部份": "部分", "图象": "图像",
    "报道": "报到", "既": "即", "即": "既", "副": "幅", "截至": "截止",
    "纪录": "记录", "其它": "其他", "权力": "权利", "做为": "作为", "指定": "制定", "以": "已", "必需": "必须",
    "登录": "登陆",
}  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    for para, found in text.matches(_WRONG, quick=_QUICK):
        right = _RIGHT.get(found[0]) or (found[0].replace("的", "地") if "的" in found[0] else None)
        told = f"“{found[0]}”可能是“{right}”之误" if right else f"“{found[0]}”可能是形近的错字"
        yield RULE.at(subject, para, told, around(para.text, found))
    for begin, wrong, right in misspelled(text.text, rare_in(text.text), subject.seen.missing):
        para, place = text.at(begin)
        quote = around_span(para.text, place, place + len(wrong))
        yield RULE.at(subject, para, f"“{wrong}”可能是“{right}”之误", quote)
