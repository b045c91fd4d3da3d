"""A document for publication holds no person's contact (R28)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW524",
    title="公开发布的文件不含个人联系方式",
    implements=("R28",),
    clause="《中华人民共和国个人信息保护法》第六条、第二十七条",
    strength="shall",
    tests="手机号、电子邮箱、微信号和QQ号、联系人加电话、个人的门牌住址",
    why="发到网上的个人电话会被滥用。",
    hint="删去联系人和手机号，只留单位值班电话",
    good=lambda: notice(body=("联系电话：安和县民政局 0000-1234567。",), subject={"public": True}),
    bad=lambda: notice(body=("联系人：高远，电话：13800000000。",), subject={"public": True}),
)
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_ADDRESS = re.compile(
    r"(?:微信号?|QQ号?)[：:]?[A-Za-z0-9][\w-]{4,19}"
    r"|(?:住址?|家住|居住[在于]|住所)[：:]?[\u4e00-\u9fff]{2,20}\d+号(?:[\u4e00-\u9fff]{0,6}\d+(?:栋|幢|单元|号楼|室)){1,3}",
    re.ASCII,
)
_PERSON = re.compile(
    r"联\s*系\s*人\s*[：:]\s*[\u4e00-\u9fff]{2,4}[^。；]{0,8}?(?:电话|手机)?[：:，,\s]*\d{3,4}-?\d{7,8}"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Mobile numbers and mailboxes of persons, and a contact person with any telephone; an office's telephone stays."""
    if not subject.public:
        return
    for para in subject.seen.prose():
        for found in (*_MOBILE.finditer(para.text), *_PERSON.finditer(para.text), *_ADDRESS.finditer(para.text)):
            yield RULE.at(subject, para, "公开文件里有个人联系方式或者住址", f"{found[0][:3]}…")
