"""Files that somebody might send, made here: each is small on disk."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx
import pikepdf

MAIN = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FONT = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"


def word(*texts: str) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def holding(body: str, more: dict[str, bytes] | None = None) -> bytes:
    """A DOCX whose body is that XML, with more parts."""
    main = f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode()
    return with_parts({MAIN: main, **(more or {})})


def with_parts(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word("通知"))) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in (*source.namelist(), *(name for name in parts if name not in source.namelist())):
            archive.writestr(name, parts.get(name) or source.read(name))
    return made.getvalue()


def paragraphs(count: int) -> bytes:
    return holding("<w:p><w:r><w:t>检查中发现隐患12条。</w:t></w:r></w:p>" * count)


def pdf(content: bytes, pages: int = 1) -> bytes:
    packed = zlib.compress(content, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b"3 0 R " * pages),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " + _FONT + b" >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%%PDF-1.4\n%strailer << /Size 5 /Root 1 0 R >>\n%%%%EOF\n" % body


def locked_pdf() -> bytes:
    saved = io.BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(saved, encryption=pikepdf.Encryption(user="a", owner="b"))
    return saved.getvalue()


_TEXT = "检查中发现隐患12条，"
SMALL: dict[str, tuple[bytes, str]] = {
    "实体.docx": (with_parts({MAIN: b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'}), "不允许的声明"),
    "加密.docx": (_OLE + bytes(900) + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
    "旧格式.docx": (_OLE + bytes(900), "97-2003"),
    "截断.docx": (word("通知")[:9000], "已损坏"),
    "宏.docm": (word("通知"), "宏"),
    "藏宏.docx": (with_parts({"word/vbaProject.bin": b"x"}), "文件里有宏"),
    "空.docx": (b"", "文件是空的"),
    "空.pdf": (b"", "文件是空的"),
    "文字.docx": ("通知".encode(), "不是有效的 Office 文件"),
    "网页.docx": (b"<html></html>", "网页"),
    "改名.docx": (b"%PDF-1.4\n", "其实是 PDF"),
    "文字.pdf": ("通知".encode(), "不是 PDF"),
    "加密.pdf": (locked_pdf(), "打开密码"),
    "嵌套.docx": (
        holding("<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "<w:p/></w:tc></w:tr></w:tbl>" * 80), "嵌套过深",
    ),
    "深层.docx": (
        holding("<w:tbl><w:tr><w:tc>" * 9000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 9000), "嵌套过深",
    ),
    "页数.pdf": (pdf(b"", 6000), "6000 页"),
    "涉密.docx": (word("机密★10年", "关于开展检查的通知"), "本机不得处理涉密文件"),
}  # fmt: skip
"""Name, content, and what its line says."""


def bombs() -> dict[str, bytes]:
    """Those that would take gigabytes or minutes."""
    return {
        "压缩.docx": holding("<w:p><w:r><w:t>" + "甲" * 30_000_000 + "</w:t></w:r></w:p>"),
        "一段.docx": holding("<w:p><w:r><w:t>" + _TEXT * 300_000 + "</w:t></w:r></w:p>"),
        "百万串.docx": holding("<w:p>" + "<w:r><w:t>一</w:t></w:r>" * 1_000_000 + "</w:p>"),
        "十万段.docx": paragraphs(100_000),
        "更多段.docx": paragraphs(100_001),
        "大流.pdf": pdf(b"BT /F1 12 Tf 9 9 Td (xxxxxxxxxxxxxxxxxxx) Tj ET\n" * 3_000_000),
        "路径.pdf": pdf(b"0 0 m 99 99 l S\n" * 8_000_000),
        "嵌套.pdf": pdf(b"q 1 0 0 1 0 0 cm " * 10_000_000),
    }
