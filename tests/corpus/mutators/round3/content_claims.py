"""Round 3: words that claim everything beside figures that do not, and persons who may not be named."""

from __future__ import annotations

from tests.corpus.mutators.registry import celling, swapping

_swap = swapping(__name__, pdf=False)
_cell = celling(__name__)
_CLAIMS = ("R3", "R4", "R5", "R8", "X05", "GW5")
_PERSONS = ("X01", "X02", "X03", "X04", "R28", "GW5")

_swap(
    "cleared_with_rows_open", "X05", "说“清零”，同段还有未整改的", "claims",
    ("正在整改2个，均未到整改时限", "正在整改2个，实现问题清零"), ("未整改3条，11月30日前完成", "未整改3条，实现隐患动态清零"), ("尚未整改的10条均为消防设施改造类隐患", "尚未整改的10条不影响隐患清零"),
    also=_CLAIMS,
)  # fmt: skip
_swap(
    "none_late_beside_the_late", "X05", "说“无一迟发”，下文有迟发", "claims",
    ("困难群众基本生活得到保障", "低保金发放无一迟发、漏发"), ("其中第一季度78.6万元", "发放无一迟延，其中第一季度78.6万元"), also=_CLAIMS,
)  # fmt: skip
_swap(
    "hundred_with_rows_open", "R4", "整改率、销号率写100%，还有未整改的", "claims",
    ("销号率77.8%", "销号率100%"), ("整改率92.7%", "整改率100%"), ("整改率94.7%。尚", "整改率100%。尚"), ("整改率92.1%。其中", "整改率100%。其中"), also=_CLAIMS, pdf=True,
)  # fmt: skip
_swap(
    "all_reported_with_cells_open", "X05", "说“均已报齐”，附件表里还有缺数的", "claims",
    ("云溪镇、南园街道尚有数据没有核定，应当于9月30日前补报。", "各乡镇、街道的数据均已核定报齐。"), also=_CLAIMS,
)  # fmt: skip
_swap(
    "first_in_the_province", "X05", "“位居全省第一”“全国领先”没有依据", "claims",
    ("受益对象409人，比上年增加近三成", "受益对象409人，位居全省第一"), ("营造敬老爱老的社会氛围", "工作成效全省第一"), ("主动发现困难群众214户，是", "工作水平全国领先，主动发现困难群众214户，是"),
    also=_CLAIMS,
)  # fmt: skip
_swap(
    "all_mended_of_fewer", "X05", "说“全部整改到位”，已整改数少于问题数", "claims",
    ("12个问题已整改12个，整改率100%", "12个问题已整改11个，整改率91.7%"), also=_CLAIMS,
)  # fmt: skip
_swap(
    "no_one_complains", "X05", "“零差错”“零投诉”“零信访”没有数字证明", "claims",
    ("户均发放2332元，人均", "实现零差错、零投诉，户均发放2332元，人均"), ("服务老年人3.6万人次", "服务老年人3.6万人次，实现零投诉"), ("次均1858元", "次均1858元，实现零差错"),
    ("培训32人。", "培训32人，实现零违规。"), also=_CLAIMS,
)  # fmt: skip
_swap(
    "everybody_is_covered", "X05", "“应保尽保”“一户不漏”与漏保的数字矛盾", "claims",
    ("发现应退未退5户、应保未保3户，", "做到应保尽保、一户不漏，但发现应保未保8户，"), ("审核确认16户，不予确认3户", "做到应保尽保、一户不漏，审核确认16户，不予确认3户"), also=_CLAIMS,
)  # fmt: skip
_swap(
    "identity_of_fifteen", "X01", "出现15位的旧身份证号码", "personal data",
    ("其中6人经多方查找", "其中6人（其一证件号码130503670401001）经多方查找"), ("由村集体组织的", "由村集体组织（负责人身份证号130503670401001）的"), ("不予确认3户，", "不予确认3户（户主身份证130503670401001等），"),
    also=_PERSONS,
)  # fmt: skip
_swap(
    "account_of_twenty_digits", "X02", "出现20位银行账号", "personal data",
    ("已追回21.30万元；", "已追回21.30万元（缴入账号33050161613500000088）；"), ("其余86.5万元由你镇自筹", "其余86.5万元由你镇自筹（汇入账号33050161613500000088）"),
    ("应当主动拆除超规定", "（保证金账号33050161613500000088）应当主动拆除超规定"), also=_PERSONS,
)  # fmt: skip
_swap(
    "example_with_a_sick_person", "X03", "举例写出居民姓名和病情、收入", "personal data",
    ("例如，某3口之家前12个月", "例如，张桂香患尿毒症，其3口之家前12个月"), ("不予确认3户，", "不予确认3户（其中赵德福患肝硬化、家庭收入超标），"),
    ("有重病患者的210户", "有重病患者的210户（如孙玉珍，患肺癌）"), also=_PERSONS,
)  # fmt: skip
_swap(
    "home_of_a_person_in_public", "R28", "公开件写出个人姓名和住址", "personal data",
    ("奇石收藏协会、安和县车友会。", "奇石收藏协会、安和县车友会（负责人刘建国，住白沙街道人民路8号2单元301室）。"), ("墓主应当主动拆除", "墓主陈国强（住河口镇花园路12号3单元501室）应当主动拆除"),
    public=True, also=_PERSONS,
)  # fmt: skip
_swap(
    "private_messenger_in_public", "R28", "公开件写出个人微信号、手机号（分段写）", "personal data",
    ("2楼民政窗口咨询", "2楼民政窗口咨询（联系人周亦安，微信号zhou_yian2026）"), ("社会事务股咨询政策", "社会事务股周亦安（微信号zhou_yian2026）咨询政策"),
    public=True, also=_PERSONS,
)  # fmt: skip
_cell(
    "mobile_in_a_public_cell", "register", "R28", "公开件的表格里有个人手机号", ("51990000MJ0000033C", "安和镇老年人协会", "周亦安13900000000"),
    public=True, also=_PERSONS,
)  # fmt: skip
_cell(
    "account_in_a_cell", "care-four", "X02", "表格备注栏里有银行卡号", ("6840", "—", "6228480402564890018"), also=_PERSONS,
)  # fmt: skip
_cell(
    "illness_in_a_cell", "list-duties", "X03", "表格里有居民姓名和病情", ("XF-06", "福寿托老院", "李秀兰（阿尔茨海默病）"), also=_PERSONS,
)  # fmt: skip
