"""What a configuration file says: plain data, and the place of every key and item."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from reporter.intake.problems import Problem, Where
from reporter.records.fitting import Steps


class Tree(Struct):
    """`data` holds dicts, lists, str and None; `places` where each key and item stands; `problems` found so far."""

    file: str
    data: Any = None
    places: dict[Steps, Where] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    entries: dict[Any, Any] = field(default_factory=dict)
    """What was made of it (see `configuration.entry`): trees of one text share it."""

    def where(self, steps: Steps) -> Where:
        """The place of the deepest known part of `steps`; the first line when nothing of it is known."""
        while steps and steps not in self.places:
            steps = steps[:-1]
        return self.places.get(steps, Where(self.file, line=1))

    def value(self, steps: Steps) -> Any:
        """The data at `steps`, None when there is none."""
        data = self.data
        for step in steps:
            inside = isinstance(data, dict) and step in data
            inside = inside or (isinstance(data, list) and isinstance(step, int) and step < len(data))
            if not inside:
                return None
            data = data[step]
        return data
