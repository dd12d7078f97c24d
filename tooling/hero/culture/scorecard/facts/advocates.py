"""Facts about the advocates: are there enough, where they are needed, and is it fair to them?"""

from collections import Counter
from collections.abc import Iterable
from functools import partial

from hero.culture.scorecard.answered import answer_fact
from hero.culture.scorecard.fact import Fact, Reading, named, part
from hero.culture.scorecard.ground import Ground
from hero.culture.ties.thin import serving
from hero.process.turn import holders, turn
from hero.registry.idea import Idea
from hero.registry.policies import Advocate
from hero.registry.registry import Registry

#: An idea that came so many days ago has had the time to find an advocate.
SETTLED = 14


def _serving(ground: Ground) -> Reading:
    return Reading(len(_in_office(ground)))


def _in_office(ground: Ground, shadow: bool = False) -> list[Advocate]:
    return [
        each
        for each in ground.registry.roster.advocates
        if each.shadow == shadow and each.since <= ground.day <= (each.until or ground.day)
    ]


def _themes(ground: Ground) -> Reading:
    themes = ground.registry.themes.themes
    least, n, there = _least(
        {each.name: len(serving(ground.registry, each.id, ground.day)) for each in themes}
    )
    return Reading(least, n, f"fewest in {', '.join(there)}" if there else _none(n))


def _units(ground: Ground) -> Reading:
    found = Counter(each.unit for each in _in_office(ground))
    least, n, there = _least({unit: found[unit] for unit in sorted({*ground.units.values()})})
    return Reading(least, n, named("fewest in ", "unit", there) or _none(n))


def _least(found: dict[str, int]) -> tuple[int | None, int, list[str]]:
    """The smallest of these numbers, of how many, and where it is, unless all are alike."""
    least = min(found.values(), default=None)
    there = [name for name, count in found.items() if count == least]
    return least, len(found), there if len(there) < len(found) else []


def _none(n: int) -> str:
    return "" if n else "there is nothing to count"


def _accompanied(ground: Ground) -> Reading:
    here = {each.login.lower() for each in _in_office(ground)}
    open_ones = [
        idea
        for idea in ground.then.ideas.values()
        if ground.then.stage(idea).kind == "active"
        and (idea.proposed_on or ground.day) <= ground.ago(SETTLED)
    ]
    with_one = [idea for idea in open_ones if here & _lower(holders(idea, "advocate"))]
    return part(len(with_one), len(open_ones), "" if open_ones else "no open idea is that old")


def _capacity(ground: Ground) -> Reading:
    waiting: Counter[str] = Counter()
    then = ground.then
    for slug, idea in then.ideas.items():
        waiting.update(then.known.of(_capacity, slug, partial(_awaited, then, idea), idea))
    here = _in_office(ground)
    within = sum(waiting[each.login.lower()] <= each.capacity for each in here)
    return part(within, len(here))


def _awaited(then: Registry, idea: Idea) -> set[str]:
    """The advocates for whom an idea waits, in small letters."""
    waits = turn(idea, then.stage(idea)).role == "advocate"
    return _lower(holders(idea, "advocate")) if waits else set()


def _across(ground: Ground) -> Reading:
    """As `bridging` of the assignment asks it, where the units of all are known."""
    known = [
        (own, theirs)
        for idea in ground.then.ideas.values()
        if len(idea.advocates) > 1
        for own, theirs in [(_at(ground, idea.proposers), _at(ground, idea.advocates))]
        if own and theirs and None not in own | theirs
    ]
    return part(sum(bool(theirs - own) for own, theirs in known), len(known))


def _learning(ground: Ground) -> Reading:
    return Reading(len(_in_office(ground, shadow=True)))


def _at(ground: Ground, logins: Iterable[str]) -> set[str | None]:
    return {ground.units.get(login.lower()) for login in logins}


def _lower(logins: Iterable[str]) -> set[str]:
    return {login.lower() for login in logins}


ADVOCATES = (
    Fact(
        "advocates.serving",
        "Advocates in office",
        "count",
        "Advocates on the roster on the day; those who learn (shadows) are not counted.",
        _serving,
    ),
    Fact(
        "advocates.every_theme_has",
        "Advocates of the theme that has fewest",
        "count",
        "Of all themes, the smallest number of advocates in office who know it.",
        _themes,
    ),
    Fact(
        "advocates.every_unit_has",
        "Advocates of the unit that has fewest",
        "count",
        "Of all units that anybody is known to work in, the smallest number of advocates in it.",
        _units,
    ),
    Fact(
        "advocates.accompanied",
        "Open ideas with an advocate",
        "share",
        f"Of the ideas in an active stage that came at least {SETTLED} days ago, those with an "
        "advocate who is in office and has not passed.",
        _accompanied,
    ),
    Fact(
        "advocates.within_capacity",
        "Advocates within their limit",
        "share",
        "Of the advocates in office, those on whom no more ideas wait than they agreed to.",
        _capacity,
    ),
    answer_fact("advocates", "manager-agreements"),
    Fact(
        "advocates.across_units",
        "Ideas with an advocate from outside",
        "share",
        "Of the ideas with several advocates, all of whose units are known, those with one from "
        "outside the proposers' units.",
        _across,
    ),
    Fact(
        "advocates.learning",
        "Advocates who are learning",
        "count",
        "Shadows on the roster on the day.",
        _learning,
    ),
)
