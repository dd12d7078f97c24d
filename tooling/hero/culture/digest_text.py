"""The digest in words: parts with lines, each line with the idea or challenge that it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from hero.culture.challenges import Dated
from hero.culture.digest import Digest, Waits
from hero.process.flow.owed import Owed
from hero.process.turn import day_in_words
from hero.registry.phrases import both, counted, number
from hero.registry.summary import clipped, summary_of

#: So many lines of a part are shown, and so many characters of a reason.
SHOWN, REASON = 12, 200
_WHOM = {
    "advocate": "Waiting for advocates",
    "proposer": "Waiting for those who proposed",
    "builder": "Waiting for builders",
    "sponsor": "Waiting for sponsors",
}
_TELLS = {
    "opens": "opens",
    "closes": "closes",
    "results-promised": "has promised its results",
    "results": "has its results",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the title of what it is about, and what is said of it, as strangers' words.

    `path` leads to its page on the site; None where it has none.
    """

    title: str
    words: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the digest. `more` lines are left out."""

    title: str
    lines: tuple[Line, ...]
    more: int = 0


def heading(told: Digest) -> str:
    """What the digest is called."""
    return f"The week to {day_in_words(told.week.last)}"


def opening(told: Digest) -> str:
    """The week in one sentence."""
    moved = counted(len(told.moved), "idea moved", "ideas moved")
    fresh = number(len(told.fresh)) if told.fresh else "none"
    late = sum(bool(each.late) for each in told.waiting)
    waits = (
        f", and {counted(late, 'idea waits', 'ideas wait')} longer than promised" if late else ""
    )
    return f"{moved[0].upper()}{moved[1:]}, {fresh} came in new{waits}."


def parts(told: Digest) -> tuple[Part, ...]:
    """All parts that have something to say."""
    every = [
        _part("Moved", list(_moved(told))),
        _part("New", list(_fresh(told))),
        *_waiting(told),
        _part("Closing soon", [_near(told, each) for each in told.closing]),
        _part("Challenges", [_challenge(told, each) for each in told.challenges]),
        _part("Thank you", list(_thanks(told))),
    ]
    return tuple(each for each in every if each.lines)


def plain(told: Digest, site: str | None) -> str:
    """The digest as plain text: for a terminal, or a chat."""
    said = [heading(told), opening(told)]
    for part in parts(told):
        lines = [f"- {each.title}: {each.words}{_at(each, site)}" for each in part.lines]
        lines += [f"- and {part.more} more"] if part.more else []
        said.append("\n".join([part.title, *lines]))
    return "\n\n".join(said) + "\n"


def _at(line: Line, site: str | None) -> str:
    return f" {site.rstrip('/')}/{line.path}" if site and line.path else ""


def _part(title: str, lines: list[Line]) -> Part:
    return Part(title, tuple(lines[:SHOWN]), max(0, len(lines) - SHOWN))


def _idea(told: Digest, slug: str, words: str) -> Line:
    return Line(told.registry.ideas[slug].title, words, f"ideas/{slug}.html")


def _moved(told: Digest) -> Iterator[Line]:
    for slug, made in told.moved:
        ends = [told.registry.pipeline.stage(end) for end in (made.from_, made.to)]
        names = [
            end.name if end else word for end, word in zip(ends, (made.from_, made.to), strict=True)
        ]
        why = clipped(" ".join(made.because.split()), REASON)
        if made.reopen_when is not None:
            why += f" Would be looked at again: {clipped(made.reopen_when, REASON)}"
        yield _idea(told, slug, f"{names[0]} → {names[1]}, by {made.by}. {why}")


def _fresh(told: Digest) -> Iterator[Line]:
    for slug in told.fresh:
        idea = told.registry.ideas[slug]
        about = clipped(" ".join(summary_of(idea).split()), REASON)
        yield _idea(told, slug, f"by {both(idea.proposers)}. {about}")


def _waiting(told: Digest) -> Iterator[Part]:
    for role, those in groupby(told.waiting, key=lambda each: each.role):
        yield _part(_WHOM.get(role, f"Waiting for {role}s"), [_waits(told, each) for each in those])


def _waits(told: Digest, each: Waits) -> Line:
    who = both(each.who) if each.who else "nobody has taken this yet"
    late = f"; {each.late[0].what} was due on {day_in_words(each.late[0].on)}" if each.late else ""
    return _idea(told, each.slug, f"{who}{late}")


def _near(told: Digest, owed: Owed) -> Line:
    words = f"{owed.what} on {day_in_words(owed.on)}"
    if owed.about in told.registry.ideas and owed.kind in ("reading", "revisit"):
        return _idea(told, owed.about, words)
    return Line(told.registry.challenges[owed.about].title, words)


def _challenge(told: Digest, each: Dated) -> Line:
    words = f"{_TELLS[each.kind]} on {day_in_words(each.date)}"
    return Line(told.registry.challenges[each.challenge].title, words)


def _thanks(told: Digest) -> Iterator[Line]:
    for crew in told.thanks:
        yield Line(both(crew.logins), f"for {crew.kind.thanks}")
