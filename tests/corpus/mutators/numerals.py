"""Defects of numerals, units and single characters."""

from __future__ import annotations

from lxml import etree

from tests.corpus.mutators.edit import Docx, NotHere, runs, text, w
from tests.corpus.mutators.registry import mutator, swapping
from tests.corpus.papers.spec import Paper

_swap = swapping(__name__, pdf=False)

_swap(
    "comma_in_approximate_number",
    "L068",
    "概数之间加顿号",
    "numbers",
    ("每周上门", "每周三、四次上门"),
    ("每周至少与子女联系一次", "每周与子女联系三、四次"),
    ("预留床位不少于20张", "预留床位三、四十张"),
)
_swap(
    "hyphen_in_range",
    "L069",
    "数值范围用连字符",
    "numbers",
    ("每餐2元至4元", "每餐2-4元"),
    ("床位不少于120张", "床位100-120张"),
    ("每班值班人员不少于2人", "每班值班人员2-3人"),
)
_swap(
    "per_cent_dropped_in_range",
    "L070",
    "百分数范围前项缺百分号",
    "numbers",
    ("抽查比例不低于10%", "抽查比例为10～15%"),
    ("密度不高于30%", "密度为25～30%"),
    ("缺课超过20%", "缺课20～30%"),
)
_swap(
    "wan_dropped_in_range",
    "L071",
    "范围前项缺“万”",
    "numbers",
    ("一次性建设补助5万元", "一次性建设补助3～5万元"),
    ("专项资金26万元", "专项资金20～26万元"),
    ("安排60万元", "安排50～60万元"),
)
_swap(
    "no_leading_zero",
    "L072",
    "小数缺整数位的0",
    "numbers",
    ("面积1.2公顷", "面积.8公顷"),
    ("每年运行补助1万元", "每年运行补助.5万元"),
)
_swap(
    "full_width_digits",
    "L073",
    "用全角数字",
    "numbers",
    ("不少于20张", "不少于２０张"),
    ("不少于2人", "不少于２人"),
    ("24小时", "２４小时"),
    ("42家养老机构", "４２家养老机构"),
    pdf=True,
)
_swap(
    "mixed_numerals",
    "L074",
    "同类数量汉字和数字混用",
    "numbers",
    ("有4家机构的值班记录不完整，3家机构", "有四家机构的值班记录不完整，3家机构"),
    ("帐篷200顶、折叠床500张", "帐篷二百顶、折叠床500张"),
)
_swap(
    "unit_symbol_case",
    "L075",
    "计量单位符号大小写错误",
    "numbers",
    ("建筑面积不少于300平方米", "建筑面积不少于300M2"),
    ("累计雨量可达180毫米", "累计雨量可达180MM"),
    ("建筑面积不少于150平方米", "建筑面积不少于150M2"),
)


@mutator("L076", "数字拆在两行", "numbers", needs=lambda paper: "2026年" in paper.body)
def number_split_by_a_break(page: Docx, paper: Paper) -> str:
    for paragraph in page.paragraphs():
        for run in runs(paragraph):
            node = run.find(w("t"))
            words = node.text or ""
            at = words.find("2026")
            if paragraph.getparent().tag == w("body") and at >= 0 and len(text(paragraph)) > 60:
                node.text = words[: at + 2]
                broken = etree.SubElement(run, w("br"))
                rest = etree.SubElement(run, w("t"))
                rest.text = words[at + 2 :]
                assert broken is not None
                return text(paragraph)[:8]
    raise NotHere("2026 in a long paragraph")


_swap(
    "kept_range_hyphen",
    "L069",
    "百分数范围用半角连字符",
    "numbers",
    ("达到95%以上", "达到90%-95%"),
    ("占比达到45%以上", "占比达到45%-50%"),
    ("绿地率不低于35%", "绿地率为35%-40%"),
)
_swap(
    "kept_full_width_letters",
    "L073",
    "用全角数字（金额）",
    "numbers",
    ("缺口80万元", "缺口８０万元"),
    ("计划培训80人次", "计划培训８０人次"),
    ("资金26万元", "资金２６万元"),
    pdf=True,
)
_swap(
    "fresh_approximate_weeks",
    "L068",
    "概数中间用顿号",
    "numbers",
    ("每周开放不少于5天", "每周开放四、五天"),
    ("现有居民小区9个", "现有居民小区八、九个"),
    ("每周探访不少于2次", "每周探访两、三次"),
)
_swap(
    "fresh_tilde_range",
    "L069",
    "数值范围用半角波浪号",
    "numbers",
    ("2元至4元", "2元~4元"),
    ("每班值班人员不少于2人", "每班值班人员2~3人"),
    ("参加人员不少于60人", "参加人员60~80人"),
)
_swap(
    "fresh_per_cent_dropped_dash",
    "L070",
    "百分数范围用一字线且前项缺百分号",
    "numbers",
    ("抽查比例不低于10%", "抽查比例为5—10%"),
    ("绿地率不低于35%", "绿地率为30—35%"),
    ("合格率达到95%以上", "合格率达到90—95%"),
    also=("L069",),
)
_swap(
    "fresh_wan_dropped",
    "L071",
    "金额范围前项缺“万”",
    "numbers",
    ("每年安排120万元", "每年安排100—120万元"),
    ("每年运行补助1万元", "每年运行补助1～2万元"),
    ("改造共需资金180万元", "改造共需资金160～180万元"),
    also=("L069", "R2"),
)
_swap(
    "fresh_point_without_zero",
    "L072",
    "小数点前缺0（百分点、毫米）",
    "numbers",
    ("整改率92.1%。其中", "整改率92.1%，提高.6个百分点。其中"),
    ("整改率94.7%。尚", "整改率94.7%，提高.9个百分点。尚"),
    ("预留消防车通道", "预留净宽.9米的消防车通道"),
)
_swap(
    "fresh_full_width_latin",
    "L073",
    "用全角字母、全角数字",
    "numbers",
    ("《养老机构等级划分与评定》国家标准", "《养老机构等级划分与评定》（ＧＢ／Ｔ 37276）国家标准"),
    ("共出动工作人员96人次", "共出动工作人员９６人次"),
    ("累计雨量可达180毫米", "累计雨量可达１８０毫米"),
    ("共24课时", "共２４课时"),
)
_swap(
    "fresh_kilo_capital",
    "L075",
    "单位符号大小写错（KG、Km）",
    "numbers",
    ("周边500米范围", "周边0.5KM范围"),
    ("不少于125克", "不少于0.125KG"),
    ("建筑面积不少于150平方米", "建筑面积不少于150M²"),
)
_swap(
    "fresh_mixed_three",
    "L074",
    "同类数量汉字、数字混用（个、家、所）",
    "numbers",
    ("6家养老机构，要在", "六家养老机构，要在"),
    ("38个儿童之家和12所乡村学校", "三十八个儿童之家和12所乡村学校"),
    ("县殡仪馆和3个公益性公墓", "县殡仪馆和三个公益性公墓"),
)
_swap(
    "odd_characters",
    "R25",
    "文字可疑（釆、十）",
    "characters",
    ("采取查看现场", "釆取查看现场"),
    ("采取临时管控措施", "釆取临时管控措施"),
    pdf=True,
)
_swap(
    "half_width_standard_number",
    "R25",
    "标准号小写",
    "characters",
    ("按照《养老机构等级划分与评定》国家标准", "按照《养老机构等级划分与评定》（gb/t 37276—2018）国家标准"),
)
_swap(
    "fresh_date_without_ri",
    "R25",
    "日期漏了“日”“月”",
    "characters",
    ("于4月20日前报送自查", "于4月20前报送自查"),
    ("2026年6月底前", "2026年6底前"),
    ("于7月31日前完成", "于7月31前完成"),
    ("在6月20日前完成", "在6月20前完成"),
    also=("L012",),
)
_swap(
    "fresh_ji_for_yi",
    "R25",
    "形近字：“已”写成“己”",
    "characters",
    ("共排查隐患190条，已整改180条", "共排查隐患190条，己整改180条"),
    ("190条隐患已整改175条", "190条隐患己整改175条"),
    ("截至6月12日已整改8条", "截至6月12日己整改8条"),
    pdf=True,
)
