"""Checks in playbook pages: what a fact comes to here, whether it holds, and how it was."""

import datetime as dt
from dataclasses import replace
from functools import partial
from shlex import quote

from markupsafe import Markup, escape

from hero.culture.scorecard.check import Check, Outcome, hold, parse
from hero.culture.scorecard.fact import Named, number
from hero.culture.scorecard.ground import Ground, known
from hero.culture.scorecard.score import SHOWN, grounds
from hero.process.flow.course import wordless
from hero.process.flow.past import past
from hero.site.pieces import Pieces, joined
from hero.site.templates import render
from hero.site.window import Window

#: A registry of more ideas is shown on two days alone, today and the last end of a quarter, as
#: each day is worked out anew.
LARGE = 500
#: How a check stands: the class of its sign, and the word that says the same.
STANDS = {
    True: ("held", "Holds"),
    False: ("failed", "Does not hold"),
    None: ("unknown", "Not known"),
}


def grounds_of(window: Window) -> tuple[Ground, ...]:
    """The days on which the site shows facts, the last one its own."""
    shown = SHOWN if len(window.registry.ideas) <= LARGE else 2
    *before, last = grounds(window.registry, window.edition.as_of, shown)
    kept = (_kept(window, each) for each in before)
    return (*kept, replace(last, signals=known(window.signals)))


def _kept(window: Window, ground: Ground) -> Ground:
    """A day gone by with all that was read of it, while its ideas are as they were."""
    then = past(window.registry, ground.day)
    bare = [
        (slug, then.known.of(wordless, slug, partial(wordless, idea), idea))
        for slug, idea in then.ideas.items()
    ]
    return window.known.of(_kept, str(ground.day), lambda: ground, bare)


def ground_of(window: Window) -> Ground:
    """The day at which the site stands, with what was read on the forge for it."""
    return window.derived(grounds_of)[-1]


def check(pieces: Pieces, written: Check) -> Markup:
    """One check in a box."""
    return render("check", **shown(pieces, hold(written, ground_of(pieces.window))))


def check_of(text: str) -> "partial[Markup] | None":
    """What puts the check of a text into a page. Raises Misread where it is none."""
    found = parse(text)
    return partial(check, written=found)


def shown(pieces: Pieces, outcome: Outcome) -> dict[str, object]:
    """What the page says of a check, as plain values."""
    asked = outcome.check.sign is not None
    sign, word = STANDS[outcome.held] if asked else ("bare", "")
    fact, reading = outcome.check.fact, outcome.reading
    return {
        "sign": sign,
        "word": word,
        "fact": fact,
        "value": outcome.value,
        "of": reading.n if fact.unit in ("share", "points") and reading.value is not None else None,
        "asks": outcome.check.asks,
        "says": joined(_said(pieces, each) for each in reading.parts),
        "past": past_of(pieces.window, outcome.check),
        "command": command(outcome.check),
    }


def _said(pieces: Pieces, part: str | Named) -> Markup:
    """A part of what a reading says: what has a page leads to it."""
    if isinstance(part, str):
        return escape(part)
    if part.kind == "unit":
        return escape(part.id.replace("-", " ").capitalize())
    return pieces.idea(part.id) if part.kind == "idea" else pieces.person(part.id)


def past_of(window: Window, written: Check) -> list[tuple[dt.date, str]]:
    """What the fact came to on the days before, oldest first; none where it was never known.

    A signal has no past: nobody can ask the forge how it was.
    """
    fact = written.fact
    days = window.derived(grounds_of)[:-1] if fact.source != "signal" else ()
    read = [(each.day, fact.read(each).value) for each in days]
    known_once = any(value is not None for _, value in read)
    return [(day, number(value, fact.unit)) for day, value in read] if known_once else []


def command(written: Check) -> str:
    """What somebody types to work it out again."""
    return f"hero scorecard --check {quote(written.written)}"
