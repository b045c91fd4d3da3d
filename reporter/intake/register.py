"""报送登记.yaml: what the clerk herself notes of what was sent, received and returned; and where notices lie.

- 代号: county-summary
  状态: 已退回
  日期: 2026-11-09
  备注: 附件缺盖章
"""

from __future__ import annotations

from pathlib import Path

from reporter.intake.configuration import entries
from reporter.intake.problems import Code, Rejected, ValidationFailed, error, has_errors
from reporter.intake.readers import yaml
from reporter.records.campaign import Campaign
from reporter.records.submission import Submission
from reporter.text import did_you_mean

FILE = "报送登记.yaml"
NOTICES = "calendar"
"""Folder of a workspace with the notices on holidays that were added."""


def read_register(root: Path, campaign: Campaign) -> tuple[Submission, ...]:
    """The entries in the order of the file, none where there is no file; raises ValidationFailed with all problems."""
    path = root / FILE
    if not path.is_file():
        return ()
    try:
        tree = yaml.read(path, FILE)
    except Rejected as rejected:
        raise ValidationFailed((rejected.problem,)) from None
    found, problems = entries(Submission, tree)
    ids = [one.id for one in campaign.obligations]
    units = {unit.code for unit in campaign.units}
    for one in found:
        for name, known in ((one.obligation, ids), (one.unit, units)):
            if name and name not in known:
                hint = did_you_mean(name, known) or "照 campaign.yaml 的 obligations、units 写"
                problems.append(error(Code.YAML_REFERENCE, f"没有“{name}”", hint, tree.where(()), name))
    problems = [*tree.problems, *problems]
    if has_errors(problems):
        raise ValidationFailed(tuple(problems))
    return found
