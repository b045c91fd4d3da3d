"""Which records count: the rules of as_of, period and unit, used by every family and by the tables."""

from __future__ import annotations

from datetime import date

from reporter.facts.scope import Scope
from reporter.records.hazard import Hazard
from reporter.records.held import in_order
from reporter.records.institution import Institution
from reporter.records.rating import LEVELS, Rating
from reporter.records.visit import Visit

_NARROWING = ("domain", "source", "grade", "institution")
"""Dimensions of figures about hazards that are fields of a hazard."""


def is_counted(home: Institution, as_of: date) -> bool:
    """Whether a home counts on that day: opened by then (or always there) and not closed by then."""
    opened = home.opened_on is None or home.opened_on <= as_of
    return opened and not (home.closed_on is not None and home.closed_on <= as_of)


def is_closed(hazard: Hazard, as_of: date) -> bool:
    """Closed out by that day. A date decides, not a status (design 4.1)."""
    return hazard.closed_on is not None and hazard.closed_on <= as_of


def is_overdue(hazard: Hazard, as_of: date) -> bool:
    """Still open after its due day; the due day itself is in time (前 includes the day)."""
    return not is_closed(hazard, as_of) and hazard.due is not None and hazard.due < as_of


def homes(scope: Scope) -> list[Institution]:
    """Homes that count on the as-of date."""
    return [home for home in registered(scope) if is_counted(home, scope.as_of)]


def registered(scope: Scope) -> list[Institution]:
    """Homes of the unit and ownership asked for, whether they count on the day or not."""
    ownership, one = scope.dim("ownership"), scope.dim("institution")
    return [
        home
        for home in scope.setting.workspace.held_homes.at(scope.place)
        if ownership in (None, home.ownership) and one in (None, home.code)
    ]


def hazards(scope: Scope) -> list[Hazard]:
    """Hazards found in the period and not after the as-of date, narrowed by the given dimensions."""
    period, as_of = scope.period, scope.as_of
    wanted = {name: value for name in _NARROWING if (value := scope.dim(name)) is not None}
    return [
        hazard
        for hazard in scope.setting.workspace.held_hazards.at(scope.place)
        if hazard.found_on <= as_of
        and period.holds(hazard.found_on)
        and all(value == getattr(hazard, name) for name, value in wanted.items())
    ]


def ratings(scope: Scope) -> list[Rating]:
    """Ratings valid on the as-of date, each counted home once with its highest level (domain.md a.8)."""
    as_of = scope.as_of
    best: dict[str, Rating] = {}
    counted = {home.code for home in homes(scope)}
    for rating in scope.setting.workspace.held_ratings.at(scope.place):
        if rating.institution in counted and rating.rated_on <= as_of <= rating.valid_to:
            held = best.get(rating.institution)
            if held is None or _rank(rating) > _rank(held):
                best[rating.institution] = rating
    level = scope.dim("level")
    return in_order(rating for rating in best.values() if level in (None, rating.level))


def _rank(rating: Rating) -> tuple[int, date]:
    return LEVELS.index(rating.level), rating.rated_on


def visits(scope: Scope) -> list[Visit]:
    """Visits of the period up to the as-of date that touched a home of the unit."""
    period, as_of, kind = scope.period, scope.as_of, scope.dim("kind")
    return [
        visit
        for visit in scope.setting.workspace.held_visits.at(scope.place)
        if visit.visited_on <= as_of
        and period.holds(visit.visited_on)
        and kind in (None, visit.kind)
        and visited_here(scope, visit)
    ]


def visited_here(scope: Scope, visit: Visit) -> tuple[str, ...]:
    """Those homes of a visit that belong to the unit (and are the one asked for)."""
    one = scope.dim("institution")
    return tuple(
        code for code in visit.visited if scope.setting.holds(scope.place, code) and one in (None, code)
    )
