"""Moves and their gates, in words."""

from dataclasses import dataclass

from hero.registry.pipeline import (
    Approvals,
    Condition,
    EvidenceFields,
    IdeaFields,
    Move,
    People,
    Pipeline,
    Stage,
)

_WORDS = {
    "hypothesis": "a hypothesis",
    "baseline": "a baseline",
    "target": "a target",
    "result": "a result",
    "date": "a date",
    "link": "a link",
    "summary": "a summary",
    "first_step": "a first step",
    "revisit_on": "a day to look at it again",
    "builder": "a builder",
    "sponsor": "a sponsor",
    "depends_on": "what it depends on",
    "supersedes": "what it replaces",
    "relates_to": "what it relates to",
    "duplicate_of": "the idea it repeats",
    "implementation": "the work",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Way:
    """A move that an idea could make next."""

    to: Stage
    who: str
    needs: tuple[str, ...]
    note: str | None


def ways(pipeline: Pipeline, stage: Stage) -> list[Way]:
    """The moves out of a stage that lead on, towards use; leaving the way is in the playbook."""
    found = []
    for move in pipeline.moves:
        target = pipeline.stage(move.to)
        if target is None or stage.id not in move.from_:
            continue
        if target.kind == "active" or target.outcome == "good":
            found.append(Way(target, who(move), gate(move), move.note))
    return found


def who(move: Move) -> str:
    """Who may decide a move."""
    return either(
        tuple(f"the {role}" if role == "proposer" else "an advocate" for role in move.who)
    )


def gate(move: Move) -> tuple[str, ...]:
    """What must hold for a move, a few words each. A reason is always asked."""
    return tuple(condition(need) for need in move.gate)


def condition(need: Condition) -> str:
    """One condition in words."""
    if isinstance(need, Approvals):
        number = _NUMBERS[need.count]
        return f"{number} advocate approves" if need.count == 1 else f"{number} advocates approve"
    if isinstance(need, People):
        return f"{both(tuple(_WORDS[role] for role in need.roles))} said yes"
    if isinstance(need, EvidenceFields):
        return f"evidence has a metric with {both(tuple(_WORDS[name] for name in need.fields))}"
    if isinstance(need, IdeaFields):
        return f"the idea names {both(tuple(_WORDS[name] for name in need.fields))}"
    return f"a link leads to {both(tuple(_WORDS[kind] for kind in need.kinds))}"


def both(words: tuple[str, ...]) -> str:
    """A list in words: one, two and three."""
    return _joined(words, "and")


def either(words: tuple[str, ...]) -> str:
    """A choice in words: one, two or three."""
    return _joined(words, "or")


def _joined(words: tuple[str, ...], last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
