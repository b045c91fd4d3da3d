from reporter.document.inline import words
from reporter.document.model import Imprint
from reporter.typeset.flow import Foot, Para, above_foot

SHOWN = Para("flush", words("公开方式：主动公开"), id="disclosure")


def test_disclosure_stands_above_an_imprint_that_prints_and_nowhere_else() -> None:
    office = Foot(Imprint(words("安和县民政局办公室"), words("2026年11月20日印发")))
    assert above_foot(SHOWN, office, "document")
    assert not above_foot(SHOWN, office, "letter")
    assert not above_foot(SHOWN, None, "document")
    assert not above_foot(Para("flush", words("其他")), office, "document")
