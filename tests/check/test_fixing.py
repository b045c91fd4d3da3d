"""`fix` on finished files: only what is certain, as tracked changes, and the way back is the original."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

from reporter.artefacts import office
from reporter.artefacts.seen.docx import see_docx
from reporter.artefacts.seen.settled import see_with_settings
from reporter.check import fixing, judging
from reporter.check.finding import Finding, Where
from reporter.check.fixing import Fixed, fix
from reporter.check.judging import Verdict, judge
from reporter.check.planning import NEW_FAULT, NOT_ASKED, Done, Wish
from reporter.check.profiles import PROFILES
from reporter.check.proof import essence, prove
from reporter.check.repairers import repairers
from reporter.check.subject import Subject
from reporter.errors import InputError, InternalError
from reporter.ooxml import resolved
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.ooxml.tracked import Revision
from tests.check.hostilefiles import holding
from tests.corpus.case import Case
from tests.corpus.correct import documents
from tests.corpus.manifest import cases
from tests.corpus.mutators.edit import Docx

REVISION = Revision("公文检查", "2026-03-06T00:00:00Z")
MAIN = "word/document.xml"
NEVER_SEEDED = {"GW416"}
"""Repairs whose faults the corpus does not hold."""


def fixed(data: bytes, profile: str = "默认", *only: str) -> Fixed:
    return fix(data, "文件.docx", Wish(REVISION, PROFILES.get(profile, PROFILES["默认"]), frozenset(only)))


TRACKED = "GW135"
"""Told of every copy: its changes wait to be accepted."""


def found(data: bytes, profile: str) -> Counter[tuple[str, str]]:
    seen, setting = see_with_settings(data)
    subject = Subject("文件.docx", seen, setting, None, PROFILES.get(profile, PROFILES["默认"]))
    return Counter((one.code, one.where.paragraph) for one in judge(subject, fold=False).findings)


def seeded(*, every: bool) -> Iterator[Case]:
    """Open cases with a defect in one DOCX; of each mutator the first, or all."""
    taken: set[str] = set()
    for case in cases(rounds=(0, 1)):
        one_file = case.mutator and not case.together and case.name.endswith(".docx")
        if case.mutator and one_file and (every or case.mutator not in taken):
            taken.add(case.mutator)
            yield case


def faults_of(before: bytes, result: Fixed, profile: str) -> list[str]:
    """What a copy would be blamed for."""
    assert result.data is not None
    was, now = found(before, profile), found(result.data, profile)
    repaired = Counter((one.finding.code, one.finding.where.paragraph) for one in result.done)
    told = [f"{key} still there" for key in repaired if now[key] > was[key] - repaired[key]]
    told += [f"{key} is new" for key in now if now[key] > was[key] and key[0] != TRACKED]
    old, new, back = Package.read(before), Package.read(result.data), Package.read(result.data)
    for name in old.members:
        if new.members[name] != old.members[name]:
            tree = new.tree(name)
            resolved.reject(tree, lambda node: node.get(qn("w:author")) == REVISION.author)
            back.write(name, tree)
            if resolved.plain(tree) != resolved.plain(old.tree(name)):
                told.append(f"{name} does not come back")
    if see_docx(back.data()) != see_docx(before):
        told.append("rejected it reads otherwise")
    return told


def problems(results: list[tuple[Case, bytes, Fixed]]) -> list[str]:
    return [
        f"{case.name}: {fault}"
        for case, before, result in results
        if result.data is not None
        for fault in faults_of(before, result, case.profile)
    ]


def repaired(every: bool) -> list[tuple[Case, bytes, Fixed]]:
    made = []
    for case in seeded(every=every):
        (data,) = case.files().values()
        made.append((case, data, fixed(data, case.profile)))
    return made


@pytest.fixture(scope="module")
def results() -> list[tuple[Case, bytes, Fixed]]:
    return repaired(every=False)


def test_each_repair_mends_a_seeded_defect_of_the_corpus(results: list[tuple[Case, bytes, Fixed]]) -> None:
    codes = {one.finding.code for _, _, result in results for one in result.done}
    assert set(repairers()) - codes == NEVER_SEEDED


def test_the_copies_lose_their_findings_gain_none_and_go_back(
    results: list[tuple[Case, bytes, Fixed]],
) -> None:
    assert problems(results) == []


@pytest.mark.deep
def test_so_do_the_copies_of_all_seeded_defects() -> None:
    assert problems(repaired(every=True)) == []


def invalid(
    results: list[tuple[Case, bytes, Fixed]], folder: Path, key: Callable[[Case, Done], object]
) -> list[str]:
    """Copies with errors of the format that their originals do not have, one of each `key`."""
    first: dict[object, tuple[str, bytes, bytes]] = {}
    for case, before, result in results:
        for one in result.done:
            if result.data is not None:
                first.setdefault(key(case, one), (case.name, before, result.data))
    told = []
    for name, before, after in dict.fromkeys(first.values()):
        found = _errors(folder / "copy.docx", after)
        if found and found != _errors(folder / "original.docx", before):
            told.append(f"{name}: {found}")
    return told


def test_the_copies_are_as_valid_as_their_originals(
    results: list[tuple[Case, bytes, Fixed]], tmp_path: Path
) -> None:
    """One of each sort of change."""
    assert invalid(results, tmp_path, lambda _, one: frozenset(map(type, one.changes))) == []


@pytest.mark.deep
def test_so_are_those_of_every_repair_and_producer(
    results: list[tuple[Case, bytes, Fixed]], tmp_path: Path
) -> None:
    assert invalid(results, tmp_path, lambda case, one: (case.producer, one.finding.code)) == []


def _errors(path: Path, data: bytes) -> list[str]:
    path.write_bytes(data)
    return [str(error.description) for error in OpenXmlValidator().validate(str(path)).errors]


def test_correct_files_are_left_alone() -> None:
    for document in documents():
        if document.format == "docx":
            result = fixed(document.data(), document.profile)
            assert (document.name, result.data, result.done) == (document.name, None, ())


@pytest.fixture(scope="module")
def wrong() -> bytes:
    """A notice with three faults of one reading and one of two."""
    notice = next(one for one in documents() if one.name == "notice-script-border.docx")
    page = Docx(notice.data())
    page.replace(notice.paper.number, notice.paper.number.replace("〔", "[").replace("〕", "]0"))
    page.replace("2026年3月6日", "2026年03月06日")
    return page.data()


def test_what_is_done_is_told_and_the_text_says_the_same(wrong: bytes) -> None:
    result = fixed(wrong)
    assert result.data is not None
    assert {one.finding.code for one in result.done} == {"GW201", "GW203", "GW601"}
    before, after = see_docx(wrong).paras, see_docx(result.data).paras
    assert [essence(para.typed) for para in before] == [essence(para.typed) for para in after]
    assert sum(a.typed != b.typed for a, b in zip(before, after, strict=True)) == 2


def test_changes_are_signed_and_the_same_every_time(wrong: bytes) -> None:
    result = fixed(wrong)
    assert result.data is not None and result.data == fixed(wrong).data
    made = list(Package.read(result.data).tree(MAIN).iter(qn("w:ins"), qn("w:del")))
    assert {(node.get(qn("w:author")), node.get(qn("w:date"))) for node in made} == {
        ("公文检查", "2026-03-06T00:00:00Z")
    }


def test_only_what_was_asked_for_is_changed(wrong: bytes) -> None:
    result = fixed(wrong, "默认", "GW601")
    assert {one.finding.code for one in result.done} == {"GW601"}
    assert {one.finding.code: one.reason for one in result.left}["GW201"] == NOT_ASKED


def test_a_place_that_somebody_else_changed_is_left_and_theirs_survives(wrong: bytes) -> None:
    package = Package.read(wrong)
    root = package.tree(MAIN)
    paragraph = next(p for p in root.iter(qn("w:p")) if "[2026]" in "".join(p.itertext()))
    for number, run in enumerate(list(paragraph.iter(qn("w:r")))):
        other = run.makeelement(qn("w:ins"), {qn("w:id"): str(900 + number), qn("w:author"): "李明"})
        run.addprevious(other)
        other.append(run)
    package.write(MAIN, root)
    data = package.data()
    result = fixed(data)
    assert result.data is not None
    assert "GW201" not in {one.finding.code for one in result.done}
    assert {one.finding.code: one.reason for one in result.left}["GW201"] == "已有修订"
    authors = [node.get(qn("w:author")) for node in Package.read(result.data).tree(MAIN).iter(qn("w:ins"))]
    assert "李明" in authors and faults_of(data, result, "默认") == []


def test_of_two_marks_in_a_paragraph_the_doubtful_one_is_left() -> None:
    notice = next(one for one in documents() if one.name == "notice-script-border.docx")
    page = Docx(notice.data())
    page.replace("全县42家养老机构", "全县42家养老机构(买买提.艾力负责),")
    result = fixed(page.data())
    assert result.data is not None
    assert any("（买买提.艾力负责），" in para.typed for para in see_docx(result.data).paras)
    assert [one.finding.code for one in result.left if one.finding.code == "GW501"] == ["GW501"]


def test_headings_come_to_the_pitch_of_the_text() -> None:
    paper = docx.Document()
    said = ("一、检查时间", "三月起检查。", "二、检查内容", "查消防设施。")
    for text in ("安和县民政局关于开展检查的通知", "各乡镇：", *said):
        paper.add_paragraph(text).paragraph_format.line_spacing = Pt(24)
    made = BytesIO()
    paper.save(made)
    done = fixed(made.getvalue(), "默认", "GW125").done
    assert [one.finding.where.quote for one in done] == list(said)


def test_more_faults_than_a_report_lists_are_all_mended() -> None:
    notice = next(one for one in documents() if one.name == "notice-script-border.docx")
    page = Docx(notice.data())
    page.replace("全县42家养老机构", "全县42家养老机构,各乡镇")
    place = page.find("全县42家养老机构,各乡镇")
    for _ in range(judging.MOST_OF_A_RULE):
        place.addnext(deepcopy(place))
    result = fixed(page.data())
    assert [one.finding.code for one in result.done].count("GW501") == judging.MOST_OF_A_RULE + 1


def test_a_protected_file_is_refused(wrong: bytes) -> None:
    package = Package.read(wrong)
    settings = package.tree("word/settings.xml")
    names = {qn("w:edit"): "readOnly", qn("w:enforcement"): "1"}
    settings.insert(0, settings.makeelement(qn("w:documentProtection"), names))
    package.write("word/settings.xml", settings)
    with pytest.raises(InputError, match="编辑保护"):
        fixed(package.data())


@pytest.mark.parametrize(
    "inside",
    ["<w:p/>" * 3 + "<w:p ></w:p>" * 20_001, "<w:p><w:r><w:t>" + "甲乙丙" * 60_000 + "</w:t></w:r></w:p>"],
)
def test_a_file_too_long_to_prove_is_refused_at_once(inside: str) -> None:
    with pytest.raises(InputError, match="太长"):
        fixed(holding(inside))


def test_a_signed_file_is_refused(wrong: bytes) -> None:
    package = Package.read(wrong)
    package.members["_xmlsignatures/origin.sigs"] = b""
    with pytest.raises(InputError, match="数字签名"):
        fixed(package.data())


def test_a_change_that_brings_something_new_is_taken_out(
    wrong: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the judge blamed the repaired number for something else."""

    def blaming(subject: Subject, most: int, *, fold: bool) -> Verdict:
        verdict = judge(subject, most, fold=fold)
        para = next((p for p in subject.seen.paras if p.typed.endswith("〔2026〕018号")), None)
        if para is None:
            return verdict
        blamed = Finding("GW205", "error", "另一个问题", where=Where(subject.file, 0, f"第{para.number}段"))
        return replace(verdict, findings=(*verdict.findings, blamed))

    assert {one.finding.code for one in fixed(wrong, "默认", "GW201").done} == {"GW201"}
    monkeypatch.setattr(fixing, "judge", blaming)
    result = fixed(wrong, "默认", "GW201")
    assert result.data is None
    assert {one.finding.code: one.reason for one in result.left}["GW201"] == f"{NEW_FAULT}（GW205）"


def test_what_else_is_wrong_at_its_place_is_mended_all_the_same(
    wrong: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The repaired year's bracket brings a fault; the 0 before the number in the same paragraph does not."""

    def blaming(subject: Subject, most: int, *, fold: bool) -> Verdict:
        verdict = judge(subject, most, fold=fold)
        para = next((p for p in subject.seen.paras if "〔2026〕" in p.typed and "安民" in p.typed), None)
        if para is None:
            return verdict
        blamed = Finding("GW205", "error", "另一个问题", where=Where(subject.file, 0, f"第{para.number}段"))
        return replace(verdict, findings=(*verdict.findings, blamed))

    monkeypatch.setattr(fixing, "judge", blaming)
    result = fixed(wrong, "默认", "GW201", "GW203")
    assert {one.finding.code for one in result.done} == {"GW203"}
    assert {one.finding.code: one.reason for one in result.left}["GW201"] == f"{NEW_FAULT}（GW205）"


@pytest.mark.parametrize("spoil", ["text", "cell", "style", "other part"])
def test_a_copy_that_says_something_else_does_not_pass_its_proof(wrong: bytes, spoil: str) -> None:
    result = fixed(wrong)
    assert result.data is not None
    package = Package.read(result.data)
    root = package.tree(MAIN)
    if spoil == "text":
        next(node for node in root.iter(qn("w:t")) if "养老" in (node.text or "")).text = "敬老"
    elif spoil == "cell":
        row = next(root.iter(qn("w:tr")))
        row.remove(next(row.iter(qn("w:tc"))))
    elif spoil == "style":
        look = next(root.iter(qn("w:pPr")))
        look.insert(0, look.makeelement(qn("w:pageBreakBefore")))
    else:
        package.members["word/styles.xml"] += b"<!-- -->"
    package.write(MAIN, root)
    changes = [change for one in result.done for change in one.changes]
    with pytest.raises(InternalError, match="没有通过核对"):
        prove(wrong, package.data(), changes, frozenset(), (MAIN,))


def test_the_proof_of_an_untouched_promise_passes(wrong: bytes) -> None:
    result = fixed(wrong)
    assert result.data is not None
    made = {
        node.get(qn("w:id"), "")
        for node in Package.read(result.data).tree(MAIN).iter(qn("w:ins"), qn("w:del"))
    }
    changes = [change for one in result.done for change in one.changes]
    assert see_docx(prove(wrong, result.data, changes, frozenset(made), (MAIN,))) == see_docx(result.accepted)


@pytest.mark.deep
@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
def test_libreoffice_opens_a_copy(wrong: bytes) -> None:
    result = fixed(wrong)
    assert result.data is not None
    assert office.to_pdf(result.data).startswith(b"%PDF")
