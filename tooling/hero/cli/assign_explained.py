"""A choice in full, for those who lead the programme: terms, reasons, and what would change it."""

from collections.abc import Iterator

from hero.advocates.assignment import Assignment
from hero.advocates.batch_plan import Plan
from hero.advocates.expertise import Fit
from hero.advocates.explain_otherwise import Otherwise, World, otherwise
from hero.advocates.explain_table import Line, Table, tables
from hero.advocates.weights import TERMS, Weights
from hero.cli.columns import aligned

#: So many of those who may be chosen are shown; the JSON has them all.
SHOWN = 15
#: So many counterfactuals are told: where everybody is away, each of them would do.
OTHERWISE = 6
_PLACES = {1: "accountable", 2: "second"}


def lines(assignment: Assignment, made: Plan, weights: Weights) -> Iterator[str]:
    """A table for each seat that was free, who is left out and why, and the counterfactuals."""
    for table in tables(assignment):
        yield from ("", f"  FOR THE SEAT: {_PLACES.get(table.place, 'backup')}")
        yield from (f"  {line}" for line in _able(table))
        yield from (f"  {line}" for line in _others(table))
    found = whatever_else(assignment, made, weights)
    if found:
        yield ""
        yield from (f"  {each.sentence}" for each in found[:OTHERWISE])


def whatever_else(assignment: Assignment, made: Plan, weights: Weights) -> tuple[Otherwise, ...]:
    """The counterfactuals; none where others of the same plan had a say in the choice."""
    subject = assignment.subject
    if not assignment.chosen and len(assignment.rounds) == 0:
        return ()
    ledger = made.ledger
    for seat in assignment.chosen:
        ledger = ledger.without(subject.key, seat.candidate.key)
    seats = max(len(assignment.seats), max(each.place for each in assignment.rounds))
    fit = Fit(subject, made.on.context.past, weights)
    world = World(fit, made.on.candidates, ledger, seats)
    return otherwise(world) if world.choose().keys == assignment.keys else ()


def _able(table: Table) -> Iterator[str]:
    """Those who may be chosen, with the terms that sum to their score."""
    able = [line for line in table.lines if line.terms]
    if not able:
        yield "nobody may be chosen"
        return
    head = ("", "who", *TERMS, "score")
    rows = [head, *map(_row, able[:SHOWN])]
    yield from aligned(rows, frozenset({0, 1}))
    if len(able) > SHOWN:
        yield f"and {len(able) - SHOWN} more with less; --format json has them all"
    if table.together:
        yield "Other ideas of this plan need those above more, or take up their room."


def _row(line: Line) -> tuple[str, ...]:
    terms = line.terms
    values = [f"{getattr(terms, name):,}" for name in TERMS] if terms else []
    return ("→" if line.chosen else "", line.login, *values, f"{line.score:,}")


def _others(table: Table) -> Iterator[str]:
    """Those who may not be chosen, and every reason."""
    out = [line for line in table.lines if not line.terms]
    for each in out[:SHOWN]:
        yield f"- {each.login} {', '.join(reason.words for reason in each.reasons)}"
    if len(out) > SHOWN:
        yield f"- and {len(out) - SHOWN} more; --format json has them all"
