"""The SARIF log has what the schema requires, and fingerprints that a moved text keeps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from reporter.check.finding import Finding, Where
from reporter.check.judging import Verdict
from reporter.check.report.sarif import sarif
from reporter.check.running import Outcome

BASE = Path("/base")


def finding(code: str = "GW201", quote: str = "安民字[2026]12号", **where: Any) -> Finding:
    return Finding(
        code,
        "error",
        "括号不对",
        "改成〔〕",
        Where("通知.docx", quote=quote, **where),
        "GB/T 9704-2012 7.2.5",
    )


def log(*findings: Finding, path: Path = BASE / "发文 1" / "通知.docx") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(sarif([Outcome(path, Verdict(path.name, findings))], [], BASE))
    return found


def test_it_has_what_the_schema_requires() -> None:
    told = log(finding(paragraph="第3段", page=2), replace(finding("GW502", "(一)"), severity="info"))
    assert told["version"] == "2.1.0"
    assert told["$schema"].endswith("sarif-2.1.0.json")
    (run,) = told["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "reporter"
    assert [rule["id"] for rule in driver["rules"]] == ["GW201", "GW502"]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"]
        assert rule["help"]["text"].startswith("怎么办：")
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert [result["level"] for result in run["results"]] == ["error", "note"]
    for place, result in enumerate(run["results"]):
        assert result["ruleIndex"] == place
        assert result["ruleId"] == driver["rules"][place]["id"]
        assert result["message"]["text"] == "括号不对。怎么办：改成〔〕"
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    assert set(run) <= {"tool", "language", "columnKind", "artifacts", "invocations", "results"}


def test_the_place_is_told_as_far_as_it_is_known() -> None:
    known, unknown = log(finding(paragraph="第3段", page=2), finding(quote=""))["runs"][0]["results"]
    (place,) = known["locations"]
    assert place == {
        "physicalLocation": {
            "artifactLocation": {"uri": "%E5%8F%91%E6%96%87%201/%E9%80%9A%E7%9F%A5.docx"},
            "region": {"startLine": 3, "snippet": {"text": "安民字[2026]12号"}},
        },
        "logicalLocations": [{"name": "第3段", "fullyQualifiedName": "第2页/第3段"}],
    }
    assert list(unknown["locations"][0]) == ["physicalLocation"]
    assert list(unknown["locations"][0]["physicalLocation"]) == ["artifactLocation"]


def test_a_file_elsewhere_has_its_whole_address() -> None:
    told = log(finding(), path=Path("/other/通知.docx"))
    assert told["runs"][0]["artifacts"] == [{"location": {"uri": "file:///other/%E9%80%9A%E7%9F%A5.docx"}}]


def test_fingerprints_stay_when_the_text_moves_and_differ_between_findings() -> None:
    def prints(*findings: Finding) -> list[str]:
        return [
            one["partialFingerprints"]["reporterFinding/v1"] for one in log(*findings)["runs"][0]["results"]
        ]

    before = prints(finding(paragraph="第3段", page=1), finding(paragraph="第5段", page=1), finding("GW502"))
    after = prints(finding(paragraph="第4段", page=2), finding(paragraph="第9段", page=2), finding("GW502"))
    assert before == after
    assert len(set(before)) == 3


def test_a_file_that_was_not_checked_is_a_notification() -> None:
    told = json.loads(sarif([Outcome(BASE / "坏.docx", refused=("文件是空的", "重新保存"))], [], BASE))
    (note,) = told["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "error"
    assert note["message"]["text"] == "文件是空的。重新保存"
    assert told["runs"][0]["results"] == []


def test_findings_about_several_files_name_theirs() -> None:
    path = BASE / "通知.docx"
    told = json.loads(sarif([Outcome(path, Verdict(path.name, ()))], [finding("GW731")], BASE))
    (result,) = told["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%E9%80%9A%E7%9F%A5.docx"


def test_a_name_that_is_no_text_has_an_address() -> None:
    told = log(finding(), path=BASE / "\udcff.docx")
    assert told["runs"][0]["artifacts"] == [{"location": {"uri": "%FF.docx"}}]
