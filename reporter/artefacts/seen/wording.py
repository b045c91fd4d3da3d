"""What the elements of a 公文 read like, wrong forms included: a defect must be found before it can be reported.

All functions take a *key*: the text with half-width digits and signs (`half_width`), so that （ is ( and ： is :.
"""

from __future__ import annotations

import re

HANZI_DIGIT = "〇○零一二三四五六七八九"
_ORDINAL = r"[一二三四五六七八九十百]{1,4}"
_DAY = r"(?:(?:[〇○零一二三四五六七八九十]{1,3}|\d{1,2}|[_×xX*]{1,4})\s*)?"
DATE = (
    rf"(?:(?:(?:\d{{2,4}}|[{HANZI_DIGIT}0OoＯ]{{2,4}}|[_×xX*]{{1,8}})\s*)?年\s*{_DAY}月(?:\s*{_DAY}[日号])?"
    r"|(?:19|20)\d{2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{1,2}日?)"
)
"""No two neighbours of it can match the same blanks: matching stays quick on any text."""
_WHOLE_DATE = re.compile(rf"\s*{DATE}\s*\.?\s*")
_DATE_AT_END = re.compile(rf"(?P<date>{DATE})\s*$")
_SOME_DIGIT = re.compile(rf"[\d{HANZI_DIGIT}]")
_PRINTED = ("印发", "印制", "印刷", "发出", "发布", "下发", "印")
PRINTED_ENDS = "".join(word[-1] for word in _PRINTED)
"""Signs in which 印发 or what is written for it ends."""
BEHIND_PRINTED = "。.）)"
"""What may stand behind it."""
_PRINT = re.compile(
    rf"(?P<label>(?:印发|印制|印刷)(?:日期|时间)\s*:\s*)?(?P<date>{DATE})\s*\(?(?P<word>{'|'.join(_PRINTED)})?(?:印发|\))?[。.]?$"
)

_WIDE = re.compile(r"\s{3,}")
_OPEN, _CLOSE = r"[\[(〔【〖<〈《{﹝「]", r"[\])〕】〗>〉》}﹞」]"
_YEAR = rf"(?:19|20)\d{{2}}|\d{{2,3}}|[{HANZI_DIGIT}Oo]{{4}}"
_NUMBER = re.compile(
    r"(?:(?:发文字号|文号|发文号)\s*:\s*)?"
    r"(?P<code>[\u4e00-\u9fff](?:[\u4e00-\u9fff ]{0,14}?)(?:\([\u4e00-\u9fff]{1,6}\))?)\s*"
    rf"(?P<open>{_OPEN}?)\s*(?P<year>(?:{_YEAR})?)\s*年?\s*(?P<close>{_CLOSE}?)\s*(?P<nth>第?)\s*"
    r"(?:No\.?|№)?(?P<serial>[\d_×xX*\s]*|[〇○零一二三四五六七八九十百]+)\s*(?P<word>号?)文?\.?"
)
_RIGHT_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}(?:\([\u4e00-\u9fff]{1,6}\))?〔\d{4}〕[1-9]\d*号")
_SLIPPED = re.compile(
    rf"[\u4e00-\u9fff]{{2,8}}(?<![报息态情讯刊])(?:{_OPEN}\d{{4,6}}{_CLOSE}){{1,2}}第?\d{{1,4}}(?:-\d{{1,2}})?"
    r"(?:号{1,3}|期)[。.;,、]?"
)
"""The year twice or with a sign too many, a part of a number, 号号, 期, a stop behind it."""
_TURNED = re.compile(r"[\u4e00-\u9fff]{2,8}\d{1,4}号[〔\[(]\d{4}[〕\])]")
"""The year behind the number."""
_NO_CODE = re.compile(rf"{_OPEN}\s*(?:{_YEAR})\s*{_CLOSE}\s*(?:[\u4e00-\u9fff]{{2,8}}\s*)?第?[\d_×xX*\s]*号")
_NTH = re.compile(
    rf"\(?\s*(?:{_OPEN}\s*(?:{_YEAR})\s*{_CLOSE}\s*|(?:{_YEAR})年\s*)?第?\s*(?:\d+|{_ORDINAL})\s*[号期次]\s*\)?"
)
_SIGNER = re.compile(r"签\s*发\s*人?\s*:?|签\s*发\s*人")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff]|某+|[×xX*_]{2,}")

_COPY = re.compile(r"(?:份号:?|№|No\.?|NO\.?)?\d{3,8}")
_CLASSIFIED = re.compile(
    r"(?:密级:?)?(?:绝密|机密|秘密)级?(?:\((?:\d+(?:年|个?月)|长期)\)|[★☆*#·-]?(?:\d+|[一二三四五六七八九十]+)?(?:年|个?月|天|日|长期)?|★[^急]{0,8})"
    r"|\d+(?:年|个?月)[★☆](?:绝密|机密|秘密)"
    r"|(?:密级:?)?[\u4e00-\u9fff]{2,4}[★☆][^急]{0,8}|(?:密级:)?内部(?:资料|文件|使用)?"
)
_URGENT = re.compile(r"(?:紧急程度:?)?(?:特\s*急|加\s*急|特\s*提|平\s*急|急\s*件|紧\s*急|火\s*急|急)[!。.]?")

_AGENCY_END = (
    "局|厅|部|委|委员会|政府|办公室|办公厅|中心|大队|支队|总队|中队|所|院|处|办事处|办|站|公司|协会|学会|联合会|总会|基金会"
    "|党组|小组|指挥部|专班|银行|集团|社|妇联|总工会|科协|科|股|室|组|校|馆|台|单位|部门|机构|街道|居委会|村委会|机制"
)
_AGENCY = re.compile(rf"(?:{_AGENCY_END})(?:\([^)]*\))*$")
_AGENCIES = re.compile(rf"(?:{_AGENCY_END}|乡镇|企业|院校|同志)(?:\([^)]*\))*(?=[、,;:和及\s]|$)")
_SENTENCE = re.compile(r"[。,;!?:、]")
_POSTS = (
    r"(?:[\u4e00-\u9fff ]{0,16}?(?:省\s*长|市\s*长|县\s*长|区\s*长|州\s*长|镇\s*长|乡\s*长|旗\s*长|盟\s*长|局\s*长"
    r"|厅\s*长|部\s*长|院\s*长|会\s*长|处\s*长|科\s*长|主\s*任|主\s*席|书\s*记|总\s*理|司\s*令|行\s*长|署\s*长))"
)
_POST = re.compile(rf"(?P<post>{_POSTS}(?:\([^)]*\))?)(?:\s*:\s*|\s+)(?P<name>{_NAME.pattern})")
_POST_ALONE = re.compile(rf"{_POSTS}(?:\([^)]*\))?:?")

GENRES = "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
_TEXTS = (
    "方案|规划|计划|办法|规定|细则|要点|总结|清单|台账|名单|规则|制度|章程|条例|指南|标准|预案|公示|简报|讲话|倡议书|须知"
    "|说明|要求|名册|目录|标题|情况|表|册|书|单|策"
)
_GENRE_END = re.compile(rf"(?:{GENRES})(?:\([^)]*\))*$")
_TEXT_END = re.compile(rf"(?:{GENRES}|{_TEXTS})(?:\([^)]*\))*$")
_FULL_TITLE = re.compile(rf"关于.+(?:{GENRES})(?:\([^)]*\))*$", re.S)

_LABEL = re.compile(rf"附\s*[件表录]\s*(?P<nth>\d{{1,2}}|{_ORDINAL})?\s*[:.、]?")
_LABEL_TITLE = re.compile(rf"附\s*件\s*(?P<nth>\d{{1,2}}|{_ORDINAL})?\s*[:.、\s]\s*(?P<title>\S.*)", re.S)
_LIST = re.compile(
    rf"附\s*件?\s*(?:\d{{1,2}}|{_ORDINAL})?\s*:\s*\S|附\s*件\s*(?:\d{{1,2}}\s*[.、]|\(\d{{1,2}}\)|\s)\s*\S",
    re.S,
)
_LIST_ITEM = re.compile(
    rf"(?:附\s*件\s*)?(?:\d{{1,2}}\s*[.、,:]?(?!\d)|\(\s*(?:\d{{1,2}}|{_ORDINAL})\s*\)|{_ORDINAL}\s*[、.,]|[①-⑳])\s*\S"
)
_REMARK = re.compile(r"\(.*\)\s*[。.]?", re.S)
_REMARK_WORDS = re.compile(
    r"此件|公开发布|主动公开|依申请公开|不予公开|不公开|发至|传达到|登报|联系人|联系电话|电话:"
)
_CC = re.compile(r"(?:抄\s*[送报发]|分\s*送|抄报抄送)\s*(?:机关)?\s*(?:[:∶;]|\s)")
_TO = re.compile(r"主\s*送\s*(?:机关)?\s*:")
_ATTENDANCE = re.compile(
    r"(?:出\s*席|列\s*席|请\s*假|缺\s*席|参\s*加|参\s*会|与\s*会)\s*(?:会议)?(?:人员|单位|领导|同志)?\s*:"
)
LONGEST_PAGE_NUMBER = 24
_PAGE_NUMBER = re.compile(
    r"[-—–－―─~·\s]*\d{1,4}[-—–－―─~·\s]*|第\s*\d*\s*页.*|\d{1,4}\s*/\s*(?:共\s*)?\d{1,4}(?:\s*页)?|[-—–－―─\s]{2,}"
)
_HANZI_SIGN = re.compile("[\u4e00-\u9fff]")
_CONTENTS = re.compile(r"[^\d\s.…·](?:\s*(?:[.…·]\s?){3,}|\t)\s*\d{1,3}$")
_STATE = re.compile(r"样\s*稿|草\s*稿|征求意见稿|送审稿|讨论稿|审议稿|定稿|内部资料")
_SHEET_LINE = re.compile(
    r"填\s*[报表制]|制\s*表|审\s*核|截\s*至|(?:计量)?单位[(:]|联系电话|负责人|报送单位|日期:|注:|说明:|备注:|\(盖章\)|公章"
)


def whole_date(key: str) -> bool:
    """Whether it is a date and nothing else: also hanzi digits, dots, blanks to be filled in, no day."""
    return len(key) <= 30 and bool(_WHOLE_DATE.fullmatch(key)) and _printed(key)


def _printed(key: str) -> bool:
    """A date shows at least a digit or all of 年月日."""
    return bool(_SOME_DIGIT.search(key)) or ("年" in key and "月" in key and "日" in key)


def date_at_end(key: str) -> re.Match[str] | None:
    """`date` of a line such as 安和县民政局　2026年3月6日: blanks and something else stand before it."""
    found = _DATE_AT_END.search(key) if len(key) <= 80 else None
    return found if found and key[: found.start()].strip() and key[found.start() - 1].isspace() else None


def print_line(key: str) -> re.Match[str] | None:
    """`date` and `word` (印发, may be missing) at the end of the 印发 line; the office stands before."""
    found = _PRINT.search(key) if len(key) <= 90 else None
    return found if found and _printed(found["date"]) else None


def number(key: str) -> float:
    """How much a piece of text reads like a 发文字号, 0–1."""
    key = _WIDE.sub("  ", key.strip())
    if not 5 <= len(key) <= 40 or "关于" in key or "附件" in key or "签发" in key:
        return 0.0
    if _RIGHT_NUMBER.fullmatch(key):
        return 0.8
    found = _NUMBER.fullmatch(key)
    if not found:
        slipped = _TURNED.fullmatch(key) or _SLIPPED.fullmatch(key)
        return 0.6 if slipped else 0.5 if _NO_CODE.fullmatch(key) else 0.0
    framed = bool(found["open"]) and bool(found["close"])
    dated, said = len(found["year"]) == 4, bool(found["word"])
    if framed and (said or found["serial"].strip()):
        return 0.7 if dated and said else 0.6
    if dated and said and (found["open"] or found["close"] or found["nth"] or found["serial"].strip()):
        return 0.55
    return 0.4 if said and found["serial"].strip() and re.search("[字发函办]$", found["code"]) else 0.0


def nth_number(key: str) -> bool:
    """第3号, 第12期, 〔2026〕3号: the number of an order or of minutes."""
    return len(key) <= 16 and bool(_NTH.fullmatch(key.strip()))


def signer_at(key: str) -> int:
    """Where 签发人 begins, −1 when it is not there."""
    if len(key) > 80:
        return -1
    found = _SIGNER.search(key)
    return found.start() if found and (found.start() == 0 or key[found.start() - 1] in " \t\n号") else -1


def names_only(key: str) -> bool:
    """One to four persons' names, apart by blanks (or by 、, which is wrong)."""
    parts = [part for part in re.split(r"[\s、,]+", key.strip()) if part]
    return 0 < len(parts) <= 4 and all(_NAME.fullmatch(part) and not agency(part) for part in parts)


def copy_number(bare: str) -> bool:
    return bool(_COPY.fullmatch(bare))


def classification(bare: str) -> bool:
    return len(bare) <= 16 and bool(_CLASSIFIED.fullmatch(bare))


def urgency(bare: str) -> bool:
    return len(bare) <= 10 and bool(_URGENT.fullmatch(bare))


def agency(key: str) -> bool:
    """Whether it is the name of one agency."""
    bare = re.sub(r"\s+", "", key)
    outside = re.sub(r"\([^)]*\)", "", bare)
    return 2 < len(bare) <= 40 and not _SENTENCE.search(outside) and bool(_AGENCY.search(bare))


def agencies(key: str) -> bool:
    """Whether it names one agency or group at least."""
    return bool(_AGENCIES.search(key))


def hanzi(key: str) -> bool:
    return bool(_HANZI_SIGN.search(key))


def contents_line(text: str) -> bool:
    """A line of a table of contents: dots or a tab before a page number."""
    return text[-1:].isdigit() and len(text) <= 120 and bool(_CONTENTS.search(text))


def sentence_marks(key: str) -> bool:
    return bool(_SENTENCE.search(key))


def post(key: str) -> re.Match[str] | None:
    """`post` and `name` of a line such as 县　长　　周某某."""
    return _POST.fullmatch(key.strip()) if len(key) <= 50 else None


def post_alone(key: str) -> bool:
    return len(key) <= 20 and bool(_POST_ALONE.fullmatch(key.strip()))


def person(key: str) -> bool:
    return bool(_NAME.fullmatch(key.strip()))


def full_title(key: str) -> bool:
    """关于…的通知: says what it is about and what kind of document it is."""
    return len(key) <= 160 and bool(_FULL_TITLE.search(key))


def genre_end(key: str) -> bool:
    return bool(_GENRE_END.search(key[-30:]))


def text_end(key: str) -> bool:
    """Ends as titles of documents, plans, lists and forms do."""
    return bool(_TEXT_END.search(key[-30:]))


def label(key: str) -> bool:
    """附件, 附件1, 附件一：, 附表2, and nothing else."""
    return len(key) <= 12 and bool(_LABEL.fullmatch(key.strip()))


def label_with_title(key: str) -> re.Match[str] | None:
    """附件1：title, which belongs on two lines."""
    return _LABEL_TITLE.fullmatch(key) if len(key) <= 120 else None


def attachment_list(key: str) -> bool:
    """The first line of 附件说明."""
    return key[:1] == "附" and bool(_LIST.match(key))


def list_item(key: str) -> bool:
    return bool(_LIST_ITEM.match(key))


def bracketed(key: str) -> bool:
    return key[:1] == "(" and bool(_REMARK.fullmatch(key))


def remark_words(key: str) -> bool:
    return bool(_REMARK_WORDS.search(key[:80]))


def cc(key: str) -> bool:
    return key[:1] in "抄分" and bool(_CC.match(key))


def to(key: str) -> bool:
    """主送：…, as it stands in 版记 when it is long."""
    return key[:1] == "主" and bool(_TO.match(key))


def attendance(key: str) -> bool:
    return bool(_ATTENDANCE.match(key))


def page_number(key: str) -> bool:
    return len(key) <= LONGEST_PAGE_NUMBER and bool(_PAGE_NUMBER.fullmatch(key))


def state(key: str) -> bool:
    return len(key) <= 40 and bool(_STATE.search(key))


def sheet_line(key: str) -> bool:
    """A line above or below a form: who filled it in, as of when, in what unit."""
    return len(key) <= 200 and bool(_SHEET_LINE.search(key))
