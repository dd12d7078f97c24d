"""Who helps the idea of a pull: recorded in its file, remembered from earlier runs, or chosen."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from hero.advocates.assignment import Assignment
from hero.advocates.choose import choose
from hero.advocates.explain import Words, public
from hero.advocates.from_registry import Setting, setting, subject, unsound
from hero.advocates.ledger import Held, Ledger
from hero.advocates.score import Context
from hero.advocates.subject import Subject
from hero.reconcile.commands.door import claimed, passed
from hero.reconcile.inert import said
from hero.reconcile.reading import Reading
from hero.reconcile.seen import Account, PullSeen
from hero.reconcile.voices import reviewers
from hero.registry.registry import Registry
from hero.registry.standing import rank

#: What the comment remembers of a choice: account numbers, the accountable one first. The forge
#: is the only memory: a review that was given takes the request for it away.
MEMORY = "<!-- hero: advocates {} -->"
#: Where a comment says why; it is kept as it is for as long as those people are the ones.
WHY = "<!-- hero: why -->"
_WHY = re.compile(rf"{WHY}<ul>(.*?)</ul>{WHY}", re.DOTALL)
_REMEMBERED = re.compile(r"<!-- hero: advocates ([\d ]*) -->")


@dataclass(frozen=True)
class Seats:
    """The assignments by the number of the pull; `setting` says what they were made in.

    `refused` names the policies that keep anybody from being chosen: nobody new is, then.
    """

    by_pull: dict[int, Assignment]
    setting: Setting | None
    ledger: Ledger = field(default_factory=Ledger)
    refused: tuple[str, ...] = ()

    def why(self, reading: Reading, me: Account) -> str:
        """Why they were chosen, as the items of a list in HTML; as it was said when they were."""
        assignment = self.by_pull.get(reading.pull.number)
        if assignment is None or self.setting is None:
            return ""
        if remembered(reading.pull, me) == assignment.keys:
            return next(filter(None, map(_said_then, _our_comments(reading.pull, me))), "")
        words = Words.of(self.setting, self.ledger, reading.world.themes)
        return "".join(f"<li>{said(line)}</li>" for line in public(assignment, words))


def seats(base: Registry, readings: Sequence[Reading], me: Account, today: dt.date) -> Seats:
    """Choose for all pulls in their order; what was chosen for one is load for the next."""
    refused = unsound(base)
    if refused or not readings:
        return Seats({}, None, refused=refused)
    on = setting(base, today)
    ledger = on.context.ledger.plus(
        held for each in readings if each.kind == "new" for held in _held(each, on, me, today)
    )
    found: dict[int, Assignment] = {}
    for each in readings:
        if not _wants(each, me, today):
            continue
        about = _subject(each, on, me, today)
        context = Context(on.context.past, ledger)
        assignment = choose(about, on.candidates, context)
        found[each.pull.number] = assignment
        ledger = ledger.plus(
            Held(seat.candidate.key, about.key, today, about.authors) for seat in assignment.chosen
        )
    return Seats(found, on, ledger)


def memory(assignment: Assignment | None) -> str:
    """The line of a comment that remembers a choice; nothing where nobody was chosen."""
    return MEMORY.format(" ".join(assignment.keys)) if assignment and assignment.seats else ""


def remembered(pull: PullSeen, me: Account) -> tuple[str, ...]:
    """The account numbers that our own comment remembers."""
    found = (_REMEMBERED.search(body) for body in _our_comments(pull, me))
    return next((tuple(each[1].split()) for each in found if each), ())


def _our_comments(pull: PullSeen, me: Account) -> list[str]:
    """What we wrote, the oldest first: nobody else's comment is believed."""
    ours = (each for each in pull.comments if each.by.login.lower() == me.login.lower())
    return [each.body for each in sorted(ours, key=lambda each: each.id)]


def _said_then(body: str) -> str:
    found = _WHY.search(body)
    return found[1] if found else ""


def _wants(reading: Reading, me: Account, today: dt.date) -> bool:
    """Does it need advocates: is the idea sound, or has some already, and has not ended?

    Nobody is called to a text that its proposer has to mend first, or still writes (a draft).
    """
    idea = reading.idea
    if idea is None or rank(reading.world.pipeline, idea) is None:
        return False
    waits = bool(reading.errors) or reading.pull.draft
    return not waits or any(_seated(reading.pull, reading.world, me, today))


def _subject(reading: Reading, on: Setting, me: Account, today: dt.date) -> Subject:
    about = subject(reading.world, reading.slug or "", on)
    declined = {on.persons.key(login) for login in reading.pull.declined}
    declined |= passed(reading.pull, reading.world.roster, me)
    seated = about.seated or tuple(_seated(reading.pull, reading.world, me, today))
    return replace(about, seated=seated, passed=about.passed | declined)


def _seated(pull: PullSeen, registry: Registry, me: Account, today: dt.date) -> Iterator[str]:
    """Whoever was chosen before, and whom people have asked since: a human's choice wins."""
    yield from claimed(pull, registry, me)
    yield from remembered(pull, me)
    yield from (str(each.id) for each in reviewers(pull, registry.roster, today))


def _held(reading: Reading, on: Setting, me: Account, today: dt.date) -> Iterable[Held]:
    idea = reading.idea
    authors = on.persons.keys_of(idea.proposers) if idea else ()
    for key in dict.fromkeys(_seated(reading.pull, reading.world, me, today)):
        yield Held(key, reading.slug or "", reading.pull.opened.date(), authors)
