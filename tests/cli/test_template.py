"""`reporter template`: faces are written, judged and repaired; a workspace's own face is used by a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.ooxml.package import Package
from reporter.render.faces.build import FACES, build
from reporter.render.faces.draft import MAIN
from tests.cli.answers import data


def changed(path: Path, old: bytes, new: bytes) -> Path:
    """A face that somebody edited; its name says which."""
    package = Package.read(build("plain"))
    assert old in package.members[MAIN]
    package.members[MAIN] = package.members[MAIN].replace(old, new)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(package.data())
    return path


def test_all_faces_are_written_and_none_is_overwritten_unasked(run, tmp_path: Path) -> None:
    assert run("template", "build", "faces").exit_code == 0
    assert {path.name for path in (tmp_path / "faces").iterdir()} == {f"{face}.docx" for face in FACES}
    assert (tmp_path / "faces" / "letter.docx").read_bytes() == build("letter")
    again = run("template", "build", "faces", "--face", "letter")
    assert again.exit_code == 2 and "没有覆盖" in again.stderr
    assert run("template", "build", "faces", "--face", "letter", "--force").exit_code == 0


def test_an_unknown_face_names_the_nearest(run) -> None:
    result = run("template", "build", "faces", "--face", "leter")
    assert result.exit_code == 2 and "letter" in result.stderr


def test_a_good_template_is_clean(run, tmp_path: Path) -> None:
    run("template", "build", "faces")
    result = run("template", "lint", tmp_path / "faces" / "order.docx", "--json")
    told = data(result)
    assert (result.exit_code, told["schema"], told["findings"]) == (0, "reporter/template-1", [])


def test_a_broken_template_is_refused_and_nothing_is_written(run, tmp_path: Path) -> None:
    path = changed(tmp_path / "plain.docx", b"{{ b.text }}", b"{{ b.text }")
    result = run("template", "lint", path, "--out", "mended.docx")
    assert result.exit_code == 1
    assert "错误 T108" in result.stdout and "怎么办：" in result.stdout
    assert not (tmp_path / "mended.docx").exists()


def test_certain_repairs_are_written_out(run, tmp_path: Path) -> None:
    path = changed(tmp_path / "plain.docx", b'<w:docGrid w:type="lines" w:linePitch="579"/>', b"")
    result = run("template", "lint", path, "--out", "mended.docx", "--json")
    told = data(result)
    assert result.exit_code == 0 and told["written"] == "mended.docx"
    assert [(one["code"], one["severity"], one["repaired"]) for one in told["findings"]] == [
        ("T131", "warning", True)
    ]
    assert run("template", "lint", "mended.docx", "--face", "plain", "--strict").exit_code == 0
    assert run("template", "lint", path, "--strict").exit_code == 1


@pytest.mark.parametrize("content", [None, b"no document"])
def test_what_is_no_template_is_exit_code_2(run, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "plain.docx").write_bytes(content)
    assert run("template", "lint", "plain.docx").exit_code == 2


def test_a_build_uses_the_face_of_the_workspace(run, sample: Path, tmp_path: Path) -> None:
    run_colour = b'<w:r><w:rPr><w:color w:val="123456"/></w:rPr><w:t>{{ b.number }}{{ b.text }}</w:t></w:r>'
    own = sample / "templates" / "docx" / "plain.docx"
    changed(own, b"<w:r><w:t>{{ b.number }}{{ b.text }}</w:t></w:r>", run_colour)
    built = data(run("build", sample, "--only", "notification-points@2026", "--to", "docx", "--json"))
    (filing,) = built["filings"]
    file = tmp_path / built["folder"] / filing["files"]["docx"]["path"]
    assert b'w:val="123456"' in Package.read(file.read_bytes()).members[MAIN]


def test_a_build_refuses_a_broken_face_of_the_workspace(run, sample: Path) -> None:
    changed(sample / "templates" / "docx" / "plain.docx", b"{{ b.text }}", b"{{ b.text }")
    result = run("build", sample, "--only", "notification-points@2026", "--to", "docx")
    assert result.exit_code == 2
    assert "缺了一半括号" in result.stderr and "template lint" in result.stderr
