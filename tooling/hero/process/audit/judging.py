"""What does not fit in one step of one idea, from the version before to the version after."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hero.process.audit.comparison import Fate, differing, fates
from hero.process.audit.policies import Policies
from hero.process.audit.wording import named, short, was
from hero.process.witness import Record, Step, day_of
from hero.registry.conditions.case import same

#: How long before it was written a decision may be dated. The shipped process asks for a decision
#: within ten working days, which are fourteen days: what was recorded later than that was kept
#: from everybody for longer than anybody was promised to wait.
LONG = dt.timedelta(days=14)

#: When a day begins at the ends of the earth, it is still the day before in UTC, for this long.
EARLIEST_DAWN = 14 * 3600

#: A kind of remark, and the words for this one.
Said = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """One idea in one step: its versions, and the policies that counted before the step."""

    step: Step
    before: Record | None
    after: Record
    policies: Policies

    @property
    def latest(self) -> dt.date:
        """The latest day that it was anywhere on earth when this was committed."""
        return day_of(self.step.arrived + EARLIEST_DAWN)

    @property
    def earliest(self) -> dt.date:
        """The first day that something written here may be dated."""
        written = day_of(min(self.step.written, self.step.arrived))
        return written - LONG if written > dt.date.min + LONG else written


def judged(seen: Seen) -> Iterator[Said]:
    """Everything that does not fit."""
    old = seen.before.several("decisions") if seen.before else []
    became = fates(old, seen.after.several("decisions"))
    for fate in became:
        yield from _fate(seen, fate)
    yield from _stage(seen, became)
    yield from _advocates(seen)
    yield from _kept(seen)


def _fate(seen: Seen, fate: Fate) -> Iterator[Said]:
    """What became of one decision."""
    if fate.after_number < 0:
        yield "decision-removed", f"{named(fate.before)} was taken out"
        return
    if fate.before is None:
        if fate.out_of_order:
            yield "decision-order", f"{named(fate.after)} was set in before an older one"
        yield from _added(seen, fate.after)
        return
    if fate.out_of_order:
        yield "decision-order", f"{named(fate.before)} changed places with another"
    if isinstance(fate.before, dict) and not fate.before.get("approved_by"):
        yield from _approved(seen, fate.after, [])
    parts = differing(fate.before, fate.after)
    if "because" in parts:
        yield _reason(fate)
    if others := [part for part in parts if part != "because"]:
        both = ((part, fate.before.get(part), fate.after.get(part)) for part in others)
        said = "; ".join(f"{part} {was(old, new)}" for part, old, new in both)
        yield "decision-changed", f"{named(fate.before)} was changed: {said}"


def _reason(fate: Fate) -> Said:
    new = fate.after.get("because")
    if isinstance(new, str) and new.strip():
        told = f"{named(fate.before)}: the reason {was(fate.before.get('because'), new)}"
        return "reason-rewritten", told
    return "reason-removed", f"{named(fate.before)}: the reason was taken out"


def _added(seen: Seen, decision: Any) -> Iterator[Said]:
    """What does not fit in a new decision. What an import brings with a new idea is older than
    the registry, by people whom it never knew."""
    if not isinstance(decision, dict) or (seen.before is None and decision.get("imported")):
        return
    start, end, by, day = (decision.get(name) for name in ("from", "to", "by", "date"))
    if isinstance(start, str) and isinstance(end, str) and not seen.policies.allows(start, end):
        yield "move-unlawful", f"no move led from {start} to {end}"
    yield from _dated(seen, f"{named(decision)} is dated", day)
    on = day if isinstance(day, dt.date) else seen.step.day
    own = (seen.before or seen.after).several("proposers")
    may = isinstance(by, str) and same(by) in {same(each) for each in own if isinstance(each, str)}
    may = may and seen.policies.proposer_may(str(start), str(end))
    for login, what in seen.policies.strangers([] if may else [by], on, counted=True):
        yield "person-unknown", f"{login} decided {start} to {end}, and {what}"
    yield from _approved(seen, decision, [by])


def _approved(seen: Seen, decision: Any, told: list[Any]) -> Iterator[Said]:
    """Who approved a decision and could not, on the day that it names, but for those told of."""
    held, day = decision.get("approved_by"), decision.get("date")
    on = day if isinstance(day, dt.date) else seen.step.day
    logins = [each for each in held if each not in told] if isinstance(held, list) else []
    for login, what in seen.policies.strangers(logins, on, counted=True):
        yield "person-unknown", f"{login} approved {named(decision)}, and {what}"


def _dated(seen: Seen, what: str, day: Any) -> Iterator[Said]:
    if not isinstance(day, dt.date):
        return
    if day > seen.latest:
        yield "date-ahead", f"{what} {day}, and was committed on {seen.step.day}"
    elif day < seen.earliest:
        days = (seen.earliest + LONG - day).days
        yield "date-behind", f"{what} {day}, {days} days before it was written"


def _stage(seen: Seen, became: list[Fate]) -> Iterator[Said]:
    """The stage moves with a decision, and a decision moves the stage."""
    initial = seen.policies.pipeline.initial.id if seen.policies.pipeline else None
    before = seen.before.kept.get("stage") if seen.before else None
    was, now = before or initial, seen.after.kept.get("stage") or initial
    fresh = [fate.after for fate in became if fate.before is None and not fate.out_of_order]
    end = fresh[-1].get("to") if fresh and isinstance(fresh[-1], dict) else None
    if was != now and end != now:
        led = f", and the decision leads to {end}" if fresh else ""
        yield "move-undecided", f"the stage went from {was} to {now} without a decision{led}"
    elif fresh and end != now:
        yield "move-unfollowed", f"a decision leads to {end}, and the stage is {now}"


def _advocates(seen: Seen) -> Iterator[Said]:
    """Who became an advocate of the idea, and was none."""
    old = seen.before.several("advocates") if seen.before else []
    before = {same(each) for each in old if isinstance(each, str)}
    new = [
        each
        for each in seen.after.several("advocates")
        if isinstance(each, str) and same(each) not in before
    ]
    if seen.before is None and any(map(_imported, seen.after.several("decisions"))):
        return
    for login, what in seen.policies.strangers(new, seen.step.day, counted=False):
        yield "person-unknown", f"{login} became an advocate of it, and {what}"


def _kept(seen: Seen) -> Iterator[Said]:
    """The day of the proposal, evaluations and passes stay as they were recorded."""
    day = seen.after.kept.get("proposed_on")
    old = seen.before.kept.get("proposed_on") if seen.before else None
    if old is not None and day != old:
        yield "kept-changed", f"proposed_on {was(old, day)}"
    elif old is None and not any(map(_imported, seen.after.several("decisions"))):
        yield from _dated(seen, "the proposal is dated", day)
    if seen.before is not None:
        for name in ("evaluations", "passed"):
            yield from _only_longer(name, seen.before.several(name), seen.after.several(name))


def _only_longer(name: str, before: list[Any], after: list[Any]) -> Iterator[Said]:
    for number, each in enumerate(before):
        if number >= len(after):
            yield "kept-changed", f"{name}[{number}] was taken out: {short(each)}"
        elif after[number] != each:
            yield "kept-changed", f"{name}[{number}] {was(each, after[number])}"


def _imported(decision: Any) -> bool:
    return isinstance(decision, dict) and bool(decision.get("imported"))
