"""Fictional counties, each a workspace with one form, or all in one: `python benchmarks/counties.py DIR COUNT`.

The same number gives the same bytes. Codes, names and figures are made up; there is no such province.
"""

from __future__ import annotations

import sys
from pathlib import Path

_CAMPAIGN = """\
name: 养老院服务质量建设专项行动
years: [2026]
unit: "{code}"
lead: mz
issuers: [mz]
superior: up
sample: true
units:
  - {{code: "990000", name: 岭东省, level: 省}}
  - {{code: "{code}", name: {name}, level: 县, parent: "990000"}}
agencies:
  - {{id: mz, full_name: {name}民政局, short_name: 县民政局, unit: "{code}", system: 民政, level: 县}}
  - {{id: up, full_name: 岭东省民政厅, short_name: 省民政厅, unit: "990000", system: 民政, level: 省}}
obligations:
  - {{id: points, sender: 县, receiver: "990000", kind: notification-points, deliverable: 通报要点, period: "2026",
     due: 2026-11-10, due_text: 11月10日前}}
"""
_FILINGS = """\
filings:
  - {kind: notification-points, period: "2026", as_of: 2026-10-31, indicator_set: county, doc_date: 2026-11-06}
"""
_PROVINCE = """\
name: 养老院服务质量建设专项行动
years: [2026]
unit: "990000"
lead: up
issuers: [up]
superior: up
sample: true
agencies:
  - {id: up, full_name: 岭东省民政厅, short_name: 省民政厅, unit: "990000", system: 民政, level: 省}
units:
  - {code: "990000", name: 岭东省, level: 省}
"""
_LABELS = (
    "是否制定落实实施方案", "是否落实疫情防控措施", "是否建立风险隐患整治工作台账", "是否制定改造提升行动计划",
    "是否制定消防安全达标工程实施方案", "是否建立协调机制", "是否全面排查", "是否公开举报电话", "是否开展培训",
    "是否落实值班制度",
)  # fmt: skip


_HEAD = "编码,单位,期间,答复,依据,填报人"


def make(home: Path, count: int) -> tuple[Path, ...]:
    """`count` workspaces below `home`: county-0001 …"""
    home.mkdir(parents=True, exist_ok=True)
    return tuple(make_one(home, number) for number in range(1, count + 1))


def make_one(home: Path, number: int) -> Path:
    """One workspace; every county answers differently."""
    folder = home / f"county-{number:04d}"
    folder.mkdir(exist_ok=True)
    name = f"第{number}县"
    campaign = _CAMPAIGN.format(code=f"99{number:04d}", name=name)
    (folder / "campaign.yaml").write_text(campaign, encoding="utf-8")
    (folder / "filings.yaml").write_text(_FILINGS, encoding="utf-8")
    (folder / "indicators.yaml").write_text(_indicators(), encoding="utf-8")
    write_answers(folder, number, _answers(number))
    return folder


def make_whole(folder: Path, count: int) -> Path:
    """One workspace, of the province, with the forms of so many counties."""
    folder.mkdir(parents=True, exist_ok=True)
    units, filings, rows = [_PROVINCE], ["filings:\n"], [_HEAD]
    for number in range(1, count + 1):
        code = f"99{number:04d}"
        units.append(f'  - {{code: "{code}", name: 第{number}县, level: 县, parent: "990000"}}\n')
        filings.append(
            f'  - {{kind: notification-points, period: "2026", variant: "{code}", unit: "{code}", '
            "as_of: 2026-10-31, indicator_set: county, doc_date: 2026-11-06}\n"
        )
        rows += _rows(number, _answers(number))
    (folder / "campaign.yaml").write_text("".join(units), encoding="utf-8")
    (folder / "filings.yaml").write_text("".join(filings), encoding="utf-8")
    (folder / "indicators.yaml").write_text(_indicators(), encoding="utf-8")
    (folder / "指标填报.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def write_answers(folder: Path, number: int, answers: list[str]) -> None:
    """The typed answers; the column 填报人 is on no form."""
    rows = [_HEAD, *_rows(number, answers)]
    (folder / "指标填报.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _answers(number: int) -> list[str]:
    return ["是" if (number >> place) % 2 else "否" for place in range(len(_LABELS))]


def _rows(number: int, answers: list[str]) -> list[str]:
    return [f"X{place:02d},第{number}县,2026,{answer},,某某" for place, answer in enumerate(answers, 1)]


def _indicators() -> str:
    lines = ["indicator_sets:", "  - id: county", '    title: "{year}年养老院服务质量建设专项行动通报要点"',
             "    source: 县级通报要点", "    indicators:"]  # fmt: skip
    for place, label in enumerate(_LABELS, 1):
        lines += [f"      - {{code: X{place:02d}, label: {label}, type: yesno}}"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    made = make(Path(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(f"{len(made)} workspaces below {sys.argv[1]}\n")
