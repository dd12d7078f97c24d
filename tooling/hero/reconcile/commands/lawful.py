"""The commands that somebody can give now, where an idea is talked about."""

from collections.abc import Iterator

from hero.process.gate import lawful, moves
from hero.reconcile.commands.ends import end_of, next_stage
from hero.reconcile.commands.people import Speaker
from hero.reconcile.commands.verbs import VERBS
from hero.registry.conditions.case import same
from hero.registry.idea import Idea
from hero.registry.registry import Registry

_LEADS = ("park", "decline", "withdraw", "duplicate-of")


def verbs_for(registry: Registry, idea: Idea, by: Speaker, intake: bool, pull: bool) -> list[str]:
    """The commands that would be taken from somebody, in the order of the list of all."""
    found = set(_at_the_door(idea, by) if intake else _recorded(registry, idea, by))
    found |= {"help"} | ({"snooze"} if by.takes_part(idea) and not intake else set())
    if pull and by.takes_part(idea):
        found.add("rerun")
    return [verb for verb in VERBS if verb in found]


def _at_the_door(idea: Idea, by: Speaker) -> Iterator[str]:
    if by.proposes(idea):
        yield "withdraw"
    elif by.advocate:
        yield from ("decline", "duplicate-of", "claim", "pass", "assign")


def _recorded(registry: Registry, idea: Idea, by: Speaker) -> Iterator[str]:
    yield from _moves(registry, idea, by)
    if by.advocate:
        yield "assign"
    if by.advocate and not by.proposes(idea):
        yield from ("claim", "evaluate")
    if by.advocate and same(by.login) in map(same, idea.advocates):
        yield "pass"
    if by.known and registry.stage(idea).kind != "final":
        yield from (
            verb
            for verb, there in (("build", idea.builder), ("sponsor", idea.sponsor))
            if not there
        )


def _moves(registry: Registry, idea: Idea, by: Speaker) -> Iterator[str]:
    pipeline, start = registry.pipeline, registry.stage(idea)
    ends = lawful(pipeline, start.id)
    if any(_may(registry, idea, by, end) for end in ends) and next_stage(pipeline, start):
        yield "advance"
    for verb in _LEADS:
        end = end_of(pipeline, start, verb)
        if end in ends and _may(registry, idea, by, end):
            yield verb


def _may(registry: Registry, idea: Idea, by: Speaker, end: str) -> bool:
    """May somebody decide that an idea goes there?"""
    for move in moves(registry.pipeline, registry.stage(idea).id, end):
        if "proposer" in move.who and by.proposes(idea):
            return True
        if "advocate" in move.who and by.advocate and not by.proposes(idea):
            return True
    return False
