"""An edited template: judged, repaired where that is certain, tried out. Used by `template lint` and by every build."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from reporter.document.model import Face
from reporter.errors import TemplateError
from reporter.ooxml.package import Package
from reporter.render.faces.draft import STYLES, Draft, Fault
from reporter.render.faces.expressions import check_expressions
from reporter.render.faces.layout import settle_layout
from reporter.render.faces.samples import check_samples, settle_styles
from reporter.render.faces.tags import check_tags
from reporter.render.faces.trial import check_trial

_KEPT = 16
_SHOWN = 5


class Judged(Struct, frozen=True):
    """What was found, errors first, and the template with the certain repairs."""

    faults: tuple[Fault, ...]
    data: bytes

    @property
    def errors(self) -> tuple[Fault, ...]:
        """Faults that stop the template from being used."""
        return tuple(fault for fault in self.faults if fault.severity == "error")


@lru_cache(maxsize=_KEPT)
def judge(data: bytes, face: Face) -> Judged:
    """All checks in turn; a trial only of what is whole. Raises InputError for a file that is no .docx."""
    draft = Draft(Package.read(data), face)
    draft.tree(STYLES)
    check_tags(draft)
    broken = any(fault.severity == "error" for fault in draft.faults)
    settle_styles(draft)
    settle_layout(draft)
    check_samples(draft)
    if not broken:  # a broken tag would be told again, in worse words
        draft.data()  # the parts as repaired, for the compiler
        check_expressions(draft)
    if not any(fault.severity == "error" for fault in draft.faults):
        check_trial(draft)
    faults = sorted(draft.faults, key=lambda fault: (fault.severity != "error", fault.code))
    return Judged(tuple(faults), draft.data() if draft.changed or draft.faults else data)


def fit_for_use(data: bytes, face: Face, name: str) -> bytes:
    """The template as a build uses it; raises TemplateError that says what is broken."""
    judged = judge(data, face)
    if judged.errors:
        said = "；".join(map(str, judged.errors[:_SHOWN]))
        more = f"；另有{len(judged.errors) - _SHOWN}处" if len(judged.errors) > _SHOWN else ""
        raise TemplateError(
            f"版式模板有{len(judged.errors)}处要改：{said}{more}", f"运行 reporter template lint {name}", name
        )
    return judged.data
