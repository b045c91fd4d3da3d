from reporter.check.glyphs import check_glyphs, check_pictures
from reporter.document.inline import words
from reporter.typeset.fonts import metrics
from reporter.typeset.pieces import Piece

# From 《通用规范汉字表》, third table, personal and place names among them.
RARE = "喆堃祎昇垚赟珺玥旻彧翀翯茀菂昉劼忞烜琎瑄鋆镕頔犇骉"


def _piece(text: str) -> Piece:
    return Piece("text", words(text), "正文第1段")


def test_a_character_without_a_glyph_is_an_error_with_its_code_point_and_place() -> None:
    (finding,) = check_glyphs([_piece("好字"), _piece("泰文\u0e01字")], "通知.pdf")
    assert (finding.code, finding.severity, finding.where.paragraph) == ("GW713", "error", "正文第1段")
    assert "U+0E01" in finding.message


def test_an_emoji_in_a_word_file_is_a_warning_where_it_first_stands() -> None:
    found = [_piece("做好👍工作👍"), _piece("★①℃𠮷")]
    (finding,) = check_pictures(found, "".join(one.text for one in found), "通知.docx")
    assert (finding.code, finding.severity) == ("GW713", "warning")
    assert finding.where.paragraph == "正文第1段" and "U+1F44D" in finding.message


def test_characters_of_a_fallback_face_are_said() -> None:
    (finding,) = check_glyphs([_piece("张喆、李堃"), _piece("喆")], "通知.pdf")
    assert (finding.code, finding.severity) == ("GW714", "info")
    assert "喆堃" in finding.message


def test_common_text_gives_no_finding() -> None:
    assert check_glyphs([_piece("安和县民政局2026年工作总结（送审稿）")], "通知.pdf") == []


def test_rare_names_have_a_glyph_in_every_role() -> None:
    assert {role: metrics().missing(RARE, role) for role in ("title", "fang", "kai", "hei", "song")} == {
        role: [] for role in ("title", "fang", "kai", "hei", "song")
    }
