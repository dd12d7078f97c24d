"""A plan for programs."""

from typing import Any

from hero.advocates.assignment import Assignment
from hero.advocates.batch_plan import Plan
from hero.advocates.explain import Words, line
from hero.advocates.explain_table import Line, tables
from hero.advocates.handover import Step
from hero.advocates.subject import Owner
from hero.advocates.weights import TERMS
from hero.cli import assign_explained, assign_said
from hero.registry.registry import Registry


def of_plan(registry: Registry, made: Plan, slug: str | None, explain: bool) -> dict[str, Any]:
    """The plan: one object for each idea. An idea with nothing to assign says why in `stage`."""
    words = Words.of(made.on, made.ledger, registry.themes)
    ideas = [_idea(registry, made, each, words, explain) for each in made.assignments.values()]
    quiet = [] if slug is None or slug in made.assignments else [_quiet(registry, slug)]
    return {
        "network": registry.network.name,
        "date": made.on.date.isoformat(),
        "ideas": [*ideas, *quiet],
        "faulty": [{"slug": each, "path": registry.paths[each]} for each in made.faulty],
    }


def _quiet(registry: Registry, slug: str) -> dict[str, Any]:
    stage = registry.stage(registry.ideas[slug])
    return {
        "slug": slug, "path": registry.paths[slug], "stage": stage.id, "kind": stage.kind,
        "seats": [], "steps": [], "turn_to": None,
    }  # fmt: skip


def _idea(
    registry: Registry, made: Plan, assignment: Assignment, words: Words, explain: bool
) -> dict[str, Any]:
    slug = assignment.subject.key
    stage = registry.stage(registry.ideas[slug])
    known = assign_said.names(made)
    data: dict[str, Any] = {
        "slug": slug,
        "path": registry.paths[slug],
        "stage": stage.id,
        "kind": stage.kind,
        "seats": [
            {
                "place": seat.place,
                "login": seat.candidate.login,
                "new": not seat.kept,
                "why": line(assignment, seat, words),
            }
            for seat in assignment.seats
        ],
        "steps": [_step(each, known) for each in made.steps.get(slug, ())],
        "turn_to": _owner(assignment.turn_to),
    }
    if explain:
        data["tables"] = [
            {
                "place": table.place,
                "together": table.together,
                "candidates": [_line(each) for each in table.lines],
            }
            for table in tables(assignment)
        ]
        found = assign_explained.whatever_else(assignment, made, words.weights)
        data["otherwise"] = [each.sentence for each in found]
    return data


def _step(step: Step, known: dict[str, str]) -> dict[str, Any]:
    late = step.late
    due = late and {
        "what": late.owed.what, "on": late.owed.on.isoformat(), "working_days_ago": late.days
    }  # fmt: skip
    return {
        "kind": step.kind.value,
        "who": assign_said.named(step.who, known),
        "to": assign_said.named((step.to,), known)[0] if step.to else None,
        "reasons": [each.value for each in step.reasons],
        "due": due,
        "owner": _owner(step.owner),
        "says": assign_said.step(step, known),
    }


def _owner(owner: Owner | None) -> dict[str, str] | None:
    return {"name": owner.name, "role": owner.role} if owner else None


def _line(each: Line) -> dict[str, Any]:
    terms = each.terms
    return {
        "login": each.login,
        "chosen": each.chosen,
        "score": each.score,
        "terms": {name: getattr(terms, name) for name in TERMS} if terms else None,
        "reasons": [reason.value for reason in each.reasons],
    }
