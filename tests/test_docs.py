"""The READMEs say what is there: commands, kinds, codes, steps, columns, figures; and nothing that is not."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from configparser import ConfigParser
from datetime import date
from itertools import takewhile
from pathlib import Path

import click
import openpyxl
import pytest
from msgspec.structs import asdict

from reporter.check.codes import READ_BACK
from reporter.cli.failures import LOOK, NOT_DONE, OUR_FAULT, STOPPED
from reporter.compose.alone import workspace_of
from reporter.compose.composition import compose
from reporter.compose.kinds import kind_names, load_text
from reporter.deliver.names import PUBLIC_MARK
from reporter.document.blanks import blank_names
from reporter.document.model import Document
from reporter.facts.book import FactBook
from reporter.intake.basicsform import FORMS, ITEMS
from reporter.intake.blank import write_blank_workspace
from reporter.intake.classified import declared
from reporter.intake.workspace import load, load_valid
from reporter.kept import CACHE_OVERRIDE
from reporter.pipeline import STEPS
from reporter.records.campaign import Campaign
from reporter.records.workspace import Workspace
from reporter.render.formats import format_names
from reporter.typeset import fonts
from reporter.typeset.fonts.roles import PLANES, TYPEFACES
from tests.standard import EVERY

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, CHINESE = "README.md", "README.zh-CN.md"
SAMPLE = ROOT / "inputs" / "anhe-2026"
COMMANDS = [path.stem for path in (ROOT / "reporter" / "cli" / "commands").glob("[a-z]*.py")]


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _blocks(name: str, language: str = "") -> list[str]:
    """Fenced blocks of a file, without the indentation of the fence."""
    found = re.findall(r"^( *)```(\w*)\n(.*?)^ *```$", _text(name), re.MULTILINE | re.DOTALL)
    return [
        re.sub(rf"^{indent}", "", body, flags=re.MULTILINE)
        for indent, kind, body in found
        if kind == language
    ]


def _table(name: str, heading: str) -> dict[str, str]:
    """First and second column of the table whose first header cell is `heading`."""
    lines = _text(name).split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    rows: dict[str, str] = {}
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        first, second = line.strip("| ").split(" | ")[:2]
        rows[first] = second
    return rows


def _calls() -> Iterator[tuple[str, str]]:
    for name in (ENGLISH, CHINESE):
        for block in _blocks(name, "sh"):
            for line in block.split("\n"):
                if line.startswith("reporter "):
                    yield name, line


@pytest.fixture(scope="module")
def sample() -> Workspace:
    return load_valid(SAMPLE)[0]


@pytest.mark.parametrize("name", [ENGLISH, CHINESE])
def test_every_command_kind_format_form_step_and_exit_code_is_named(name: str, sample: Workspace) -> None:
    text = _text(name)
    words = [f"`reporter {command}`" for command in COMMANDS]
    words += [f"`{kind}`" for kind in kind_names()]
    words += [f"`{form}`" for form in format_names()]
    words += [f"`{form.id}`" for form in sample.indicator_sets]
    assert [word for word in words if word not in text] == []
    numbered = re.findall(r"^(\d)\. \*\*(\w+)", text, re.MULTILINE)
    assert numbered == [(str(number), step) for number, step in enumerate(STEPS, 1)]


def test_every_face_is_named() -> None:
    faces = [path.stem for path in (ROOT / "templates" / "docx").glob("*.docx")]
    assert [face for face in faces if f"`{face}`" not in _text(ENGLISH)] == []


def test_exit_codes_are_those_of_the_commands() -> None:
    codes = ["0", *map(str, (LOOK, NOT_DONE, OUR_FAULT, STOPPED))]
    assert list(_table(ENGLISH, "exit code")) == codes
    assert [code for code in codes if not re.search(rf"(是|、) ?{code}（", _text(CHINESE))] == []


@pytest.mark.parametrize(("name", "line"), list(_calls()))
def test_a_command_that_is_shown_can_be_typed(name: str, line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    command = _command(words[0])
    if isinstance(command, click.Group):
        words, command = words[1:], command.commands[words[1]]
    command.make_context(words[0], words[1:]).close()


def test_every_command_shows_examples_that_can_be_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "放假通知.txt").touch()  # the one file that must be there when the words are read
    commands = {name: _command(name) for name in COMMANDS}
    groups = {name: one for name, one in commands.items() if isinstance(one, click.Group)}
    leaves = {name: one for name, one in commands.items() if name not in groups}
    leaves |= {f"{name} {part}": one for name, group in groups.items() for part, one in group.commands.items()}
    for name, command in leaves.items():
        lines = (command.epilog or "").split("\n")
        assert all(line.startswith(f"reporter {name}") for line in lines), name
        for line in lines:
            command.make_context(name, shlex.split(line)[1 + len(name.split()) :]).close()


def test_every_json_object_is_named_after_its_command() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "reporter").rglob("*.py"))
    assert [name for name in COMMANDS if f'SCHEMA = "reporter/{name}-1"' not in sources] == []
    assert all(f'SCHEMA = "reporter/{name}-1"' in sources for name in ("rule", "error"))
    told = _text(ENGLISH)
    assert all(name in told for name in ("`reporter/<command>-1`", "`reporter/rule-1`", "`reporter/error-1`"))


def _command(name: str) -> click.Command:
    module = __import__(f"reporter.cli.commands.{name}", fromlist=["command"])
    command: click.Command = module.command
    return command


def _with_parts(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        yield from command.commands.values()


def _options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        yield from parameter.opts


@pytest.mark.parametrize("name", [ENGLISH, CHINESE])
def test_no_command_option_or_target_is_invented(name: str) -> None:
    text = _text(name)
    shell = "\n".join([*_blocks(name, "sh"), *re.findall(r"`([^`\n]+)`", text)])
    assert set(re.findall(r"\breporter ([a-z]+)\b", shell)) <= set(COMMANDS)
    known = {option for name in COMMANDS for one in _with_parts(_command(name)) for option in _options(one)}
    assert set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", shell)) <= known | {"--help"}
    targets = set(re.findall(r"^([a-z-]+):", _text("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+)", shell)) <= targets


def test_rooms_are_layered_as_import_linter_checks() -> None:
    contract = ConfigParser()
    contract.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = contract["importlinter:contract:layers"]["layers"].strip().split("\n")
    layers = [[room.strip("() ") for room in line.split("|")] for line in lines]
    sentence = next(block for block in _blocks(ENGLISH) if block.startswith("cli →"))
    assert [[room.strip() for room in part.split("|")] for part in sentence.split("→")] == layers[1:]
    rooms = [room for layer in layers for room in layer]
    missing = {room for room in rooms if not list((ROOT / "reporter").glob(f"{room}*"))}
    told = re.search(r"^(.*) (?:have their|has its) place and (?:are|is) not built yet", _text(ENGLISH), re.MULTILINE)
    assert missing == set(re.findall(r"`(\w+)`", told[1] if told else ""))


def test_the_tree_names_every_room_and_every_folder_of_templates() -> None:
    tree = next(block for block in _blocks(ENGLISH) if block.startswith("templates/"))
    named = {room for cell in re.split(r" {2,}|\n", tree) for room in cell.split(", ")}
    house = ROOT / "reporter"
    rooms = {path.stem for path in house.glob("*.py")} | {path.parent.name for path in house.glob("*/__init__.py")}
    assert rooms - {"__init__", "__main__"} - named == set()
    folders = {path.parent.name for path in (ROOT / "templates").glob("*/__init__.py")}
    assert {folder for folder in folders if f"({folder})" not in tree} == set()


def test_paths_that_are_named_exist() -> None:
    for name in (ENGLISH, CHINESE):
        links = re.findall(r"\]\(([^)]+)\)", _text(name))
        assert [link for link in links if not (ROOT / link).is_file()] == []
    modules = re.findall(r"python -m (reporter[\w.]+)", _text(ENGLISH))
    assert [one for one in modules if not (ROOT / f"{one.replace('.', '/')}.py").is_file()] == []
    named = re.findall(r"`(reporter/[\w/]+\.py|reporter/[\w/]+/)`", _text(ENGLISH))
    assert [one for one in named if not (ROOT / one).exists()] == []


def test_every_dependency_is_explained() -> None:
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    required = re.findall(r"^([\w-]+)>=", setup["options"]["install_requires"].strip(), re.MULTILINE)
    explained = {name for cell in _table(ENGLISH, "package") for name in re.findall(r"[\w-]+", cell)}
    assert set(required) <= explained


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "pages").glob("*.png"))
    assert {picture.stem for picture in pictures} >= {"notice", "form", "ledger"}
    assert sum(picture.stat().st_size for picture in pictures) < 300_000


def test_documents_name_no_machine_and_nobody() -> None:
    files = [ROOT / ENGLISH, ROOT / CHINESE, ROOT / "CHANGELOG.md", ROOT / "inputs" / "README.md"]
    files += sorted((ROOT / "docs").glob("*.*"))
    private = re.compile(
        r"https?://|/(?:home|root|tmp|work|Users)/|localhost|\d+\.\d+\.\d+\.\d+|1[3-9]\d{9}|@(?!FAMILY)\w+\.\w+"
    )
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    assert {name: found[0] for name, text in texts.items() if (found := private.search(text))} == {}


def test_required_columns_are_those_of_the_workbooks(tmp_path: Path) -> None:
    write_blank_workspace(tmp_path)
    for table, columns in _table(CHINESE, "表").items():
        sheet = openpyxl.load_workbook(tmp_path / f"{table}.xlsx")["填写说明"]
        rows = takewhile(
            any, sheet.iter_rows(min_row=7, values_only=True)
        )  # 覆盖 is explained below an empty row
        assert columns.split("、") == [row[0] for row in rows if row[1] == "必填"], table


def test_sheets_of_the_basics_workbook_are_those_that_are_read() -> None:
    told = {sheet: columns.split("、") for sheet, columns in _table(CHINESE, "工作表").items()}
    assert told == {"基本信息": [one.label for one in ITEMS]} | {
        form.title: [one.label for one in form.fields] for form in FORMS
    }


def test_the_choice_of_fonts_is_told_as_it_is_read() -> None:
    assert Campaign.of({**_campaign(), "fonts": "system"}).fonts == "system"
    (item,) = [one for one in ITEMS if one.key == "fonts"]
    told = [f"“{item.label}”里选“{item.choices[1]}”", "`字体: 本机字体`", "`fonts: system`", str(len(EVERY))]
    assert [words for words in told if words not in _text(CHINESE)] == []
    lacking = len(fonts.metrics().substituted(EVERY, "fang"))
    told = ["`fonts: system`", f"{len(EVERY):,}", f"{lacking:,}", CACHE_OVERRIDE, PLANES[2]]
    told += [face.docx_rare for face in TYPEFACES.values() if face.docx_rare != face.docx]
    assert [words for words in told if words not in _text(ENGLISH)] == []


def _campaign() -> dict[str, object]:
    return asdict(load_valid(SAMPLE)[0].campaign)


def test_the_signature_of_the_guide_is_one_that_a_person_signs(tmp_path: Path) -> None:
    (example,) = [block for block in _blocks(CHINESE, "yaml") if block.startswith("署名:")]
    path = tmp_path / "令.md"
    front = f"标题: 关于表彰的命令\n发文机关: [平川县人民政府]\n文号: 第1号\n{example}"
    path.write_text(f"---\n{front}---\n文\n", encoding="utf-8")
    kind = load_text(path)
    workspace = workspace_of(kind, path)
    closing = compose(workspace, workspace.filings[0], _unattached, kind).document.closing
    assert closing is not None and closing.signed
    assert [signatory.printed for signatory in closing.signatories] == ["县长（代）"]


def test_the_folder_of_public_versions_and_the_declaration_are_told_as_they_are() -> None:
    assert f"“平川县2026{PUBLIC_MARK}”文件夹" in _text(CHINESE)
    assert f"`<workspace>{PUBLIC_MARK}`" in _text(ENGLISH)
    assert "GW721" in _text(ENGLISH) and "GW721" in READ_BACK
    lines = {"classified_system": "true", "classified_by": "周某某", "classified_on": "2026-03-01"}
    assert declared("".join(f"{name}: {value}\n" for name, value in lines.items()))
    assert all(f"`{name}" in _text(CHINESE) and f"`{name}`" in _text(ENGLISH) for name in lines)
    numbers = ("five", "six", "seven", "eight", "nine", "ten")
    count = len(list((ROOT / "inputs" / "examples").glob("*.md")))
    assert f"`inputs/examples/` holds {numbers[count - 5]}" in _text(ENGLISH)


def test_conditions_of_figures_are_complete(sample: Workspace) -> None:
    dated = next(filing for filing in sample.filings if filing.as_of)
    known: dict[str, set[str]] = {}
    for entry in FactBook(sample, dated).catalog():
        known.setdefault(entry.family_alias, set()).update(alias for _, alias in entry.dims)
    rows = _table(CHINESE, "名字以……开头")
    told = {family: set(re.sub(r"（.*?）", "", dims).split("、")) for family, dims in rows.items()}
    assert told == known


def _unattached(name: str) -> Document:
    raise AssertionError(f"{name} is not attached")


def test_the_text_of_the_guide_prints_figures(tmp_path: Path) -> None:
    example = next(block for block in _blocks(CHINESE) if block.startswith("**一是"))
    shutil.copytree(SAMPLE, tmp_path / "ws")
    (tmp_path / "ws" / "texts" / "year-end-summary" / "存在问题.md").write_text(example, encoding="utf-8")
    workspace = load_valid(tmp_path / "ws")[0]
    composition = compose(workspace, workspace.filing("year-end-summary@2026"), _unattached)
    used = {fact.address for fact in composition.facts.used}
    assert {"hazards.open(unit=河口镇)", "hazards.open(domain=消防)", "figures.value(name=培训人次)"} <= used


def test_the_new_kind_of_the_guide_works(tmp_path: Path) -> None:
    example = next(block for block in _blocks(CHINESE) if block.startswith("---\nname: 进展情况"))
    shutil.copytree(SAMPLE, tmp_path / "ws")
    (tmp_path / "ws" / "templates" / "text").mkdir(parents=True)
    (tmp_path / "ws" / "templates" / "text" / "progress-note.md").write_text(example, encoding="utf-8")
    entry = '\n  - kind: progress-note\n    period: "2026"\n    as_of: 2026-10-31\n'
    filings = tmp_path / "ws" / "filings.yaml"
    filings.write_text(filings.read_text(encoding="utf-8") + entry, encoding="utf-8")
    workspace = load_valid(tmp_path / "ws")[0]
    document = compose(workspace, workspace.filing("progress-note@2026"), _unattached).document
    assert "打算（texts/progress-note/打算.md）" in blank_names(document)


def test_the_messages_of_the_guide_are_those_a_clerk_gets(tmp_path: Path) -> None:
    write_blank_workspace(tmp_path)
    book = openpyxl.load_workbook(tmp_path / "基本信息.xlsx")
    book["单位"]["B5"] = "东河镇"
    book.save(tmp_path / "基本信息.xlsx")
    home = {"机构性质": "民办", "备案状态": "已备案", "运营状态": "在营"}
    _fill(tmp_path, "机构名册", {"机构编码": "PC001", "机构名称": "平川县第一敬老院", "所属乡镇": "东河乡"} | home,
          {"机构编码": "PC002", "机构名称": "平川县安乐养老院", "所属乡镇": "东河镇"} | home)  # fmt: skip
    hazard = {
        "发现方式": "县查",
        "隐患类别": "消防",
        "隐患描述": "出口上锁",
        "隐患等级": "一般",
        "整改状态": "未整改",
    }
    _fill(tmp_path, "隐患台账",
          {"隐患编号": "1", "机构名称": "平川县第一敬老院", "发现日期": "2026年2月30日"} | hazard,
          {"隐患编号": "2", "机构名称": "安乐养老院", "发现日期": date(2026, 6, 3)} | hazard)  # fmt: skip
    problems = [problem for problem in load(tmp_path).problems if problem.severity == "error"]
    told = next(block for block in _blocks(CHINESE) if "[错误" in block)
    assert len(problems) == told.count("[错误") == 3
    for problem in problems:
        assert f"[错误 {problem.code}] {problem.where.sheet} › {problem.where.cell} ›" in told
        assert problem.message in told
        assert problem.hint in told


def _fill(folder: Path, table: str, *rows: dict[str, object]) -> None:
    book = openpyxl.load_workbook(folder / f"{table}.xlsx")
    columns = {cell.value: cell.column for cell in book[table][2]}
    for number, row in enumerate(rows, 3):
        for label, value in row.items():
            book[table].cell(number, columns[label], value)
    book.save(folder / f"{table}.xlsx")
