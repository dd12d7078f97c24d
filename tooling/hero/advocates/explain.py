"""Why the chosen were chosen, in words that anyone may read.

One line for each seat: what they know (themes, earlier ideas by slug), where they work, what they
carry. Nothing about anybody else, no scores, and nothing of why somebody is not there. It is plain
text out of themes' names, slugs, units and logins; whoever puts it into Markdown escapes it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hero.advocates.assignment import Assignment, Round, Seat
from hero.advocates.expertise import Fit, Knowledge
from hero.advocates.explain_past import alike, of_its_kind
from hero.advocates.from_registry import Setting
from hero.advocates.ledger import Ledger
from hero.advocates.past import Past
from hero.advocates.subject import WHOLE, Candidate, Subject
from hero.advocates.weights import SHIPPED, Weights
from hero.registry.phrases import both, counted
from hero.registry.policies import Themes

#: So many earlier ideas are named; more would not convince more.
NAMED = 2
#: Texts that share less of their rare words, in milli-units, do not make anybody an expert.
ALIKE = 300


@dataclass(frozen=True)
class Words:
    """What an explanation is made of: the past, what people carry, and how themes are called."""

    past: Past
    ledger: Ledger
    themes: Mapping[str, str]
    weights: Weights = SHIPPED

    @classmethod
    def of(cls, on: Setting, ledger: Ledger, themes: Themes) -> "Words":
        """The words for a setting, with the ledger as it will be."""
        return cls(on.context.past, ledger, {each.id: each.name for each in themes.themes})


def public(assignment: Assignment, words: Words) -> tuple[str, ...]:
    """A line for each seat: two where two are wanted and found."""
    return tuple(line(assignment, seat, words) for seat in assignment.seats)


def line(assignment: Assignment, seat: Seat, words: Words) -> str:
    """Why somebody holds a seat. Who was there before stays because they were."""
    who, subject = seat.candidate, assignment.subject
    first = seat == assignment.seats[0]
    role = "accountable" if first else "second" if seat.place == 2 else "as a backup"
    reasons = [
        *(["was there before and stays"] if seat.kept else []),
        *_knows(assignment, seat, words),
        _works(subject, who),
        _carries(subject, who, words.ledger),
    ]
    return f"{who.login}, {role}: {'; '.join(reasons)}."


def _knows(assignment: Assignment, seat: Seat, words: Words) -> Iterator[str]:
    """What they know of it, the strongest reason first."""
    subject, who = assignment.subject, seat.candidate
    fit = Fit(subject, words.past, words.weights)
    parents = subject.continues if fit.continuity(who) == WHOLE else ()
    said = [f"helped {both(sorted(parents))}, which it replaces"] if parents else []
    if topics := _topics(subject, who, words.themes):
        said.append(f"knows {both(topics)}")
    said += _experience(subject, who, words.past, fit.knowledge(who))
    yield from said
    if not said and not seat.kept:
        yield _nothing(assignment, seat)


def _experience(subject: Subject, who: Candidate, past: Past, known: Knowledge) -> Iterator[str]:
    """The earlier ideas that speak for them: of its kind, or else in like words."""
    for verb, proposed in (("helped", False), ("proposed", True)):
        found = of_its_kind(subject, past, who.key, proposed) if known.history else []
        # What it replaces is told already.
        if others := [slug for slug in found if slug not in subject.continues]:
            yield f"has {verb} {_named(others)}"
            return
    for verb, proposed in (("helped", False), ("proposed", True)):
        if known.text >= ALIKE and (near := alike(subject, past, who.key, proposed)):
            yield f"has {verb} {near}, which uses some of the same words"
            return


def _nothing(assignment: Assignment, seat: Seat) -> str:
    """What speaks for somebody who knows nothing of it in particular."""
    if not assignment.subject.topics:
        return "its theme is not settled, and they have room"
    judged = next((each for each in assignment.rounds if each.place == seat.place), None)
    if judged is not None and _knows_most(judged, seat):
        return "nobody who knows its theme can take it now, and they have room"
    if seat == assignment.seats[0]:
        return "nobody knows much of its theme, and they have room"
    return "is there for the view from another unit"


def _knows_most(judged: Round, seat: Seat) -> bool:
    """Does nobody who may be chosen know more?"""
    known = [each.terms.expertise for each in judged.judged if each.terms]
    return seat.terms is not None and seat.terms.expertise >= max(known, default=0)


def _topics(subject: Subject, who: Candidate, themes: Mapping[str, str]) -> list[str]:
    """The subject's topics that they say they know, as people call them."""
    said = sorted((-weight, topic) for topic, weight in subject.topics if topic in who.topics)
    return [themes.get(topic, topic) for _, topic in said]


def _named(slugs: list[str]) -> str:
    more = len(slugs) - NAMED
    return both([*slugs[:NAMED], *([counted(more, "more", "more")] if more > 0 else [])])


def _works(subject: Subject, who: Candidate) -> str:
    if who.unit is None:
        return "their unit is not known"
    if who.unit in subject.units:
        return f"works in {who.unit}, as a proposer does"
    return f"works in {who.unit}" + (", not the proposers' unit" if subject.units else "")


def _carries(subject: Subject, who: Candidate, ledger: Ledger) -> str:
    """How many ideas wait on them, this one with them, out of how many they take."""
    load = ledger.load(who.key)
    also = " with this one" if load > ledger.load(who.key, subject.key) else ""
    return f"{load or 'none'} of {who.capacity} places taken{also}"
