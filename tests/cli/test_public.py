"""`reporter build --public`: versions for publication beside the internal ones, without persons' contacts."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from ruamel.yaml import YAML

from tests.cli.answers import data

COUNTY = Path(__file__).parents[2] / "inputs" / "anhe-2026"
ONE = ("--only", "implementation-plan", "--to", "docx,pdf,html")


def texts(folder: Path) -> dict[str, str]:
    """The text of every delivered file without blanks, and of what lies beside it for the clerk."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
            text = re.sub("<[^>]*>", "", "".join(parts))
        elif path.suffix == ".pdf":
            text = "".join(
                page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path.read_bytes())
            )
        else:
            text = path.read_text(encoding="utf-8")
        found[path.name] = re.sub(r"\s", "", text)
    return found


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """The sample county with its campaign as text, to be changed at will."""
    shutil.copytree(COUNTY, tmp_path / "anhe")
    return tmp_path / "anhe"


def contact(root: Path) -> list[str]:
    """What the sample's contact record says."""
    campaign = YAML(typ="safe").load((root / "campaign.yaml").read_text(encoding="utf-8"))
    return [str(campaign["contacts"][0][name]) for name in ("person", "phone", "email")]


def test_the_public_version_lies_apart_and_says_no_contact(run, county: Path, tmp_path: Path) -> None:
    assert run("build", county, *ONE).exit_code == 0
    internal = tmp_path / "outputs" / "anhe"
    before = {path: path.read_bytes() for path in internal.rglob("*") if path.is_file()}
    result = run("build", county, *ONE, "--public", "--json")
    told = data(result)
    assert result.exit_code == 0, result.output
    assert {path: path.read_bytes() for path in internal.rglob("*") if path.is_file()} == before
    folder = tmp_path / "outputs" / "anhe（公开版）"
    names = [file["path"] for file in told["filings"][0]["files"].values()]
    assert len(names) == 3 and all("（公开版）." in name for name in names)
    assert told["public"] is True
    assert "正文第2段：联系人、电话、电子邮箱" in told["filings"][0]["left_out"]
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["public"] is True
    assert manifest["filings"][0]["left_out"] == told["filings"][0]["left_out"]
    values = contact(county)
    assert all(
        any(value in text for value in values)
        for name, text in texts(internal).items()
        if name.endswith("pdf")
    )
    for name, text in texts(folder).items():
        assert not [value for value in values if value in text], name
    assert "public" not in json.loads((internal / "manifest.json").read_text(encoding="utf-8"))


def test_what_was_left_out_is_listed_for_the_clerk(run, county: Path, tmp_path: Path) -> None:
    result = run("build", county, "--only", "implementation-plan", "--to", "docx", "--public")
    assert "公开版略去：正文第2段：联系人、电话、电子邮箱" in result.stdout
    page = (tmp_path / "outputs" / "anhe（公开版）" / "结果.html").read_text(encoding="utf-8")
    assert "<h3>公开版略去</h3>" in page


TEXT = (
    "---\n标题: 关于安全工作的通知\n发文机关: 安和县民政局\n文号: 安民发〔2026〕12号\n成文日期: 2026-11-20\n"
    "状态: 定稿\n{more}---\n{body}\n"
)


@pytest.mark.parametrize(
    ("more", "body", "code"),
    [
        ("", "请与王某联系，手机13800001234。", "GW721"),
        ("", "身份证号11010519491231002X的老人。", "GW721"),
        ("附注: 此件不予公开\n", "正文。", "GW722"),
    ],
)
def test_nothing_is_published_that_says_what_is_a_persons_own(
    run, tmp_path: Path, more: str, body: str, code: str
) -> None:
    (tmp_path / "通知.md").write_text(TEXT.format(more=more, body=body), encoding="utf-8")
    result = run("build", "通知.md", "--public", "--json")
    told = data(result)
    assert result.exit_code == told["exit_code"] == 1
    (filing,) = told["filings"]
    assert filing["files"] == {}
    assert [finding["code"] for finding in filing["findings"]] == [code]
    folder = tmp_path / "outputs" / "通知（公开版）"
    assert not list(folder.glob("*.docx")) + list(folder.glob("*.pdf"))
    assert not [name for name, text in texts(folder).items() if "13800001234" in text or "19491231" in text]
    assert run("build", "通知.md", "--to", "docx").exit_code == 0


def test_a_typed_line_of_contacts_goes_and_the_telephone_of_an_office_stays(run, tmp_path: Path) -> None:
    body = "正文。\n监督电话：0888-1234567。\n（联系人：王某，联系电话：0888-7654321）"
    body += "\n请报县民政局（联系人：王某，电话：0888-7654321）备案。"
    (tmp_path / "通知.md").write_text(TEXT.format(more="附注: 此件公开发布\n", body=body), encoding="utf-8")
    result = run("build", "通知.md", "--public")
    assert result.exit_code == 0, result.output
    assert "公开版略去：正文第3段：联系人、电话" in result.stdout
    assert "公开版略去：正文第4段：联系人、电话" in result.stdout
    for name, text in texts(tmp_path / "outputs" / "通知（公开版）").items():
        assert "7654321" not in text, name
        printed = "0888-1234567" in text and "请报县民政局备案。" in text
        assert printed or not name.endswith((".docx", ".pdf")), name


def test_a_draft_is_listed_as_not_published_and_the_exit_code_stays(run, tmp_path: Path) -> None:
    text = TEXT.format(more="", body="正文。").replace("状态: 定稿", "状态: 送审稿")
    (tmp_path / "通知.md").write_text(text, encoding="utf-8")
    result = run("build", "通知.md", "--public")
    assert result.exit_code == 0, result.output
    assert (
        "GW724" in result.stdout
        and "未公开：仍为送审稿" in result.stdout
        and "1份未公开" in result.output
    )
    assert not list((tmp_path / "outputs").rglob("*.docx"))
    (tmp_path / "通知.md").write_text(text.replace("送审稿", "定稿"), encoding="utf-8")
    assert run("build", "通知.md", "--public").exit_code == 0
    assert list((tmp_path / "outputs").rglob("*（公开版）.docx"))


def test_a_list_is_published_without_who_is_responsible(run, county: Path, tmp_path: Path) -> None:
    filings = county / "filings.yaml"
    told = (
        filings.read_text(encoding="utf-8")
        .replace("state: 送审稿", "state: 定稿")
        .replace("state: 草稿", "state: 定稿")
    )
    filings.write_text(told, encoding="utf-8")
    result = run("build", county, "--only", "rectification-lists", "--to", "html,docx", "--public")
    assert "“责任人”一栏" in result.stdout and "“复核人”一栏" in result.stdout


def test_a_classified_document_has_no_public_version(run, county: Path) -> None:
    campaign, filings = county / "campaign.yaml", county / "filings.yaml"
    declared = "classified_system: true\nclassified_by: 周某某（县保密办）\nclassified_on: 2026-03-01\n"
    campaign.write_text(campaign.read_text(encoding="utf-8") + declared, encoding="utf-8")
    marks = "    classification: 机密\n    secrecy_period: 1年\n    copy_number: 12\n    urgency: 特急\n"
    first, rest = filings.read_text(encoding="utf-8").split("    number:", 1)
    filings.write_text(f"{first}{marks}    number:{rest}", encoding="utf-8")
    result = run("build", county, "--only", "implementation-plan", "--to", "docx", "--public")
    assert result.exit_code == 2
    assert "涉密文件不能生成公开版" in result.stderr
    assert run("build", county, "--only", "implementation-plan", "--to", "docx,pdf").exit_code == 0
    printed = texts(county.parent / "outputs" / county.name)
    marked = [text for name, text in printed.items() if name.endswith((".pdf", ".docx"))]
    assert len(marked) == 2
    for text in marked:
        assert 0 <= text.index("000012") < text.index("机密★1年") < text.index("特急")
