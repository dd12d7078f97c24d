"""Small made-up worlds: people, subjects that need them, and what was before."""

import datetime as dt
from dataclasses import dataclass

from hypothesis import strategies as st

from hero.advocates.batch import Need
from hero.advocates.ledger import Held, Ledger
from hero.advocates.past import Helped, Past
from hero.advocates.score import Context
from hero.advocates.subject import WHOLE, Candidate, Owner, Subject

TODAY = dt.date(2026, 11, 20)
TOPICS = ("delivery", "data", "security")
UNITS = ("red", "green")
PEOPLE = tuple("abcdef")
ELSEWHERE = ("x", "y")


@dataclass(frozen=True)
class World:
    """Needs, candidates and a context, ready for a batch."""

    needs: tuple[Need, ...]
    candidates: tuple[Candidate, ...]
    context: Context


def days_ago(most: int) -> st.SearchStrategy[dt.date]:
    return st.integers(0, most).map(lambda days: TODAY - dt.timedelta(days))


@st.composite
def candidate(draw: st.DrawFn, key: str) -> Candidate:
    away = draw(st.sampled_from([(), (), (), ((TODAY, TODAY + dt.timedelta(9)),)]))
    return Candidate(
        key=key,
        login=f"example-{key}",
        capacity=draw(st.integers(0, 3)),
        unit=draw(st.sampled_from([*UNITS, None])),
        topics=frozenset(draw(st.sets(st.sampled_from(TOPICS), max_size=2))),
        away=away,
        since=draw(st.one_of(st.none(), days_ago(400))),
        shadow=draw(st.sampled_from([False, False, False, True])),
    )


@st.composite
def subject(draw: st.DrawFn, key: str, seated: bool = True) -> Subject:
    some = st.lists(st.sampled_from([*PEOPLE, *ELSEWHERE]), unique=True, max_size=2)
    authors = draw(some)
    held = draw(some) if seated else []
    return Subject(
        key=key,
        date=TODAY,
        topics=tuple((topic, WHOLE) for topic in sorted(draw(st.sets(st.sampled_from(TOPICS))))),
        authors=tuple(authors),
        passed=frozenset(draw(some)),
        seated=tuple(held),
        units=frozenset(draw(st.sets(st.sampled_from(UNITS), max_size=1))),
        due=(TODAY + dt.timedelta(3),),
        owner=Owner("The network", "network"),
    )


@st.composite
def need(draw: st.DrawFn, key: str, seated: bool = True) -> Need:
    return Need(
        draw(subject(key, seated)),
        draw(days_ago(3)),
        waits=draw(st.sampled_from([True, True, False])),
        planned=tuple(draw(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=2))),
    )


@st.composite
def worlds(draw: st.DrawFn, people: int = 6, subjects: int = 5, seated: bool = True) -> World:
    """At most so many people and subjects."""
    keys = PEOPLE[: draw(st.integers(0, people))]
    slugs = [f"idea-{number}" for number in range(draw(st.integers(0, subjects)))]
    who, when = st.sampled_from(PEOPLE), days_ago(500)
    old = st.sampled_from(["old-1", "old-2", "old-3"])
    older = st.builds(Held, who, old, when, st.just(("x",)), st.booleans())
    helped = st.builds(
        Helped,
        st.sampled_from(["past-1", "past-2", "past-3"]),
        when,
        st.sampled_from([((topic, WHOLE),) for topic in TOPICS]),
        st.just(frozenset()),
        st.just(("y",)),
        st.lists(who, unique=True, max_size=2).map(tuple),
    )
    needs = tuple(draw(need(slug, seated)) for slug in slugs)
    recorded = [
        Held(key, each.subject.key, each.since, each.subject.authors, each.waits)
        for each in needs
        for key in each.subject.seated
    ]
    ledger = Ledger([*draw(st.lists(older, max_size=6)), *recorded])
    past = Past(draw(st.lists(helped, max_size=4)))
    return World(needs, tuple(draw(candidate(key)) for key in keys), Context(past, ledger))
