"""Another roster: who would change, how load would shift, and what is thin."""

import datetime as dt
from typing import Any

from hero.advocates.coverage import coverage
from hero.advocates.from_registry import setting
from hero.advocates.what_if import compare
from hero.registry.policies import Roster
from tests.advocates.shipped import TODAY, away, idea, with_idea, with_rows

BUSY = with_idea(idea(advocates=("example-grace", "example-mei")))


def roster(**changes: dict[str, Any]) -> Roster:
    return with_rows(BUSY, **changes).roster


def test_the_same_roster_changes_nothing() -> None:
    found = compare(BUSY, BUSY.roster, TODAY)
    assert not found.changes
    assert all(each.before == each.after for each in found.carried)


def test_who_is_taken_off_is_replaced_everywhere_and_only_they() -> None:
    rows = tuple(row for row in BUSY.roster.advocates if row.login != "example-mei")
    found = compare(BUSY, BUSY.roster.model_copy(update={"advocates": rows}), TODAY)
    for each in found.changes:
        stay = [login for login in each.before if login != "example-mei"]
        assert [login for login in each.after if login in each.before] == stay
        assert "example-mei" not in each.after
    helps = {slug for slug, one in BUSY.ideas.items() if "example-mei" in one.advocates}
    open_ones = set(found.before.assignments)
    assert {each.slug for each in found.changes} >= helps & open_ones
    mei = next(each for each in found.carried if each.login == "example-mei")
    assert (mei.after, mei.capacity_after) == (0, None)
    total = [sum(getattr(one, when) for one in found.carried) for when in ("before", "after")]
    assert total[0] == total[1]


def test_a_renamed_login_is_the_same_person() -> None:
    other = roster(mei={"login": "example-mei-tanaka"})
    assert not compare(BUSY, other, TODAY).changes


def test_ideas_that_nobody_could_take_are_named() -> None:
    found = compare(BUSY, Roster(advocates=()), TODAY)
    assert set(found.unfilled) == set(found.before.assignments)
    assert all(each.after == 0 for each in found.carried)


def test_who_is_away_keeps_what_they_have() -> None:
    found = compare(BUSY, roster(mei=away(), grace=away()), TODAY)
    for slug, each in found.after.assignments.items():
        assert each.keys[: len(each.subject.seated)] == each.subject.seated, slug


def test_coverage_counts_who_is_there_and_what_waits() -> None:
    registry = with_rows(BUSY, sigrid=away(), wanjiru={"until": TODAY - dt.timedelta(1)})
    found = coverage(registry, setting(registry, TODAY))
    people = {each.login: each for each in found.carriers}
    assert "example-wanjiru" not in people
    assert people["example-grace"].waits == ("a-new-idea",)
    assert people["example-grace"].free == people["example-grace"].capacity - 1
    assert (people["example-sigrid"].here, people["example-sigrid"].free) == (False, 0)
    assert (people["example-jonas"].shadow, people["example-jonas"].free) == (True, 0)
    themes = {each.id: each for each in found.themes}
    assert themes["security"].advocates == ("example-sigrid",)
    assert themes["security"].free == ()
    assert "example-jonas" not in themes["working-together"].advocates
    units = {each.id: each for each in found.units}
    assert units["platform"].advocates == ("example-grace", "example-linus")
    assert units["platform"].ideas >= 1
