"""What each read-back code means, for `reporter explain CODE` and `reporter list rules`. Codes are never reused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """One code: `title` says what was found, `meaning` why it matters and what to do."""

    code: str
    title: str
    meaning: str


READ_BACK: dict[str, Meaning] = {
    meaning.code: meaning
    for meaning in (
        Meaning(
            "GW701",
            "文稿里的文字在文件里找不到",
            "成品文件读回来少了文字。重新生成；仍出现时检查 templates 里的版式模板。",
        ),
        Meaning(
            "GW702", "文字不在应在的位置", "文字在文件里，但先后次序不对。重新生成；仍出现时检查版式模板。"
        ),
        Meaning(
            "GW703",
            "印出的数字与数据不符",
            "同一引用的数字必须等于台账推算的结果，允许千分号、万、少几位小数和汉字数字。重新生成。",
        ),
        Meaning(
            "GW704",
            "同一数据在几份文稿里不一致",
            "同一单位、期间、截止日的同一数据只能有一个值。把这几份文稿用同一批数据重新生成。",
        ),
        Meaning(
            "GW705",
            "附件缺失、只列名称或与附件说明不一致",
            "附件说明里列的附件要随文编入；只列名称的，报送时另附（GB/T 9704-2012 7.3.4、7.3.7）。",
        ),
        Meaning(
            "GW706", "附件名称后有标点", "附件名称后不加标点（GB/T 9704-2012 7.3.4）。删去名称末尾的标点。"
        ),
        Meaning(
            "GW707",
            "发文机关标志与署名不一致",
            "联合行文的机关和排列顺序在版头与署名处要一致，主办机关在前（GB/T 9704-2012 7.2.4、7.3.5）。",
        ),
        Meaning("GW708", "表格缺行", "文件里的表格行数少于文稿。重新生成。"),
        Meaning("GW709", "文件读不回来", "成品文件打不开或已损坏，没有核对。关闭占用它的程序后重新生成。"),
        Meaning(
            "GW710",
            "文件里有文稿没有的文字",
            "版式模板里可能留有多余的固定文字。检查 templates 里的版式模板。",
        ),
        Meaning(
            "GW711",
            "数字与另算一遍的结果不同",
            "同一数据按记录另外加总了一遍，两次结果不同，其中一次算错了。先不要报送，并把工作文件夹交给维护人员。",
        ),
        Meaning(
            "GW712",
            "PDF 的页数与推算的不同",
            "页数由每行字数、行高和表格行高推算，版记据此放在双数页（GB/T 9704-2012 7.4.1）。版式模板改过字号或"
            "用了本机字体时会不同。翻看 PDF 的分页，打印 DOCX 前看末页是不是双数页。",
        ),
        Meaning(
            "GW713",
            "字体里没有这个字",
            "PDF 会把它印成空框。核对是不是录入错误；确是人名用字的，用 Word 或 WPS 打开 DOCX 打印。",
        ),
        Meaning(
            "GW714",
            "有的字由相近字体代替",
            "仿宋、楷体等字体缺的生僻字由字形相近的字体补上，行距不变（GB/T 9704-2012 5.2.2）。",
        ),
        Meaning(
            "GW715",
            "要用的本机字体没有找到",
            "设了用本机字体，本机却没有（或不能用）其中一种，PDF 里这一种用自带的替代字体（GB/T 9704-2012 5.2.2）。"
            "装上字体后重新生成；reporter doctor 列出本机有哪些。",
        ),
    )
}
