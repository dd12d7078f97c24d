"""Moves and their gates, in words."""

from dataclasses import dataclass

from hero.registry.phrases import either
from hero.registry.pipeline import Move, Pipeline, Stage


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
    return tuple(need.words for need in move.gate)
