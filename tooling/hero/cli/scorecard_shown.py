"""The scorecard in a terminal and for programs."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hero.cli.columns import aligned
from hero.cli.paint import paint
from hero.cli.report import printable
from hero.culture.scorecard.fact import LETTERS, number
from hero.culture.scorecard.ladder import LEVELS
from hero.culture.scorecard.score import grounds, levels, scorecard
from hero.process.turn import day_in_words

if TYPE_CHECKING:
    from hero.culture.scorecard.check import Outcome
    from hero.culture.scorecard.ground import Ground
    from hero.culture.scorecard.score import Standing
    from hero.technology.commit import Commit

WIDTH = 100
#: How a check stands: the sign in text says the same as the word, and colour says nothing more.
SIGNS = {True: ("✓", "good"), False: ("✗", "error"), None: ("?", "note")}


def as_text(ground: "Ground", commit: "Commit", history: bool) -> str:
    """The whole scorecard: each letter with its level, and what was held for each level."""
    card = scorecard(ground)
    lines = [_head(ground, commit)]
    for standing in card.letters:
        lines += ["", *_letter(standing)]
    if history:
        lines += ["", *_history(ground)]
    lines += ["", *_legend(card.letters)]
    return "\n".join(lines)


def _head(ground: "Ground", commit: "Commit") -> str:
    name = printable(ground.registry.network.name)
    return f"{name}, {day_in_words(ground.day)}, {commit.words}."


def _letter(standing: "Standing") -> Iterator[str]:
    name, means = LEVELS[standing.level]
    title = f"{standing.letter.upper()}  {standing.level} of 4, {name}: {means}"
    yield paint(title, "place")
    for level, rung in enumerate(standing.rungs, 1):
        for each in rung:
            yield from _outcome(each, f"{level} {LEVELS[level][0]:<9}")


def _outcome(outcome: "Outcome", at: str) -> Iterator[str]:
    sign, style = SIGNS[outcome.held] if outcome.check.sign else ("·", "note")
    fact = outcome.check.fact
    asks = f" (asked: {outcome.check.asks})" if outcome.check.asks else ""
    marked = ", an answer" if fact.source == "answer" else ""
    reading = outcome.reading
    told = fact.unit == "share" and reading.value is not None and reading.n is not None
    value = f"{outcome.value} of {reading.n}" if told else outcome.value
    yield f"  {paint(sign, style)} {at}  {fact.name}: {value}{asks}{marked}"
    if outcome.reading.text and not (outcome.held and fact.source == "files"):
        says = printable(outcome.reading.text)
        pad = " " * 17
        yield from textwrap.wrap(says, WIDTH, initial_indent=pad, subsequent_indent=pad)


def _history(ground: "Ground") -> Iterator[str]:
    rows = [("LEVELS OVER TIME", *LETTERS)]
    for each in grounds(ground.registry, ground.day):
        found = levels(each)
        rows.append((day_in_words(each.day), *(str(found[letter]) for letter in LETTERS)))
    yield from aligned(rows, left=frozenset({0}))
    yield "Told from today's files: what has a date is taken back, what has none is as it is now."


def _legend(letters: "tuple[Standing, ...]") -> Iterator[str]:
    yield "A level holds where all its checks hold, and those of the levels below it."
    last = next((each for standing in letters for each in standing.next), None)
    if last is not None:
        yield f'Work one out again: hero scorecard --check "{last.check.written}"'


def outcome_text(outcome: "Outcome", ground: "Ground", commit: "Commit") -> str:
    """One check: what it came to, what it is, and how it was at the ends of the last quarters."""
    fact = outcome.check.fact
    word = {True: "holds", False: "does not hold", None: "is not known"}[outcome.held]
    lines = [
        _head(ground, commit),
        f"{outcome.check.written}: {word}" if outcome.check.sign else outcome.check.written,
        *_outcome(outcome, "now"),
        *textwrap.wrap(fact.definition, WIDTH, initial_indent="    ", subsequent_indent="    "),
    ]
    if fact.source != "signal":
        past = [
            f"{day_in_words(each.day)}: {number(fact.read(each).value, fact.unit)}"
            for each in grounds(ground.registry, ground.day)[:-1]
        ]
        lines += [f"    Before: {', '.join(past)}."] if past else []
    return "\n".join(lines)


def as_data(ground: "Ground", commit: "Commit", history: bool) -> dict[str, Any]:
    """The scorecard as plain data."""
    card = scorecard(ground)
    told: dict[str, Any] = {
        "network": ground.registry.network.name,
        "as_of": ground.day.isoformat(),
        "commit": commit.name,
        "clean": commit.clean,
        "letters": [
            {
                "letter": standing.letter,
                "level": standing.level,
                "name": LEVELS[standing.level][0],
                "checks": [
                    {"level": level} | outcome_data(each)
                    for level, rung in enumerate(standing.rungs, 1)
                    for each in rung
                ],
            }
            for standing in card.letters
        ],
    }
    if history:
        told["history"] = [
            {"as_of": each.day.isoformat(), "levels": levels(each)}
            for each in grounds(ground.registry, ground.day)
        ]
    return told


def outcome_data(outcome: "Outcome") -> dict[str, Any]:
    """A check as plain data; `held` null: not known."""
    fact, value = outcome.check.fact, outcome.reading.value
    return {
        "check": outcome.check.written,
        "fact": fact.id,
        "name": fact.name,
        "definition": fact.definition,
        "source": fact.source,
        "unit": fact.unit,
        "value": None if value is None else round(value, 4),
        "n": outcome.reading.n,
        "held": outcome.held,
        "says": outcome.reading.text,
    }
