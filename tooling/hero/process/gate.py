"""Is a move lawful, and does its gate hold? Each condition answers holds, missing or unknown."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from hero.registry.conditions.case import Case, Facts, Finding, State, rostered, same
from hero.registry.idea import Idea
from hero.registry.phrases import counted, either
from hero.registry.pipeline import Move, Pipeline
from hero.registry.registry import Registry
from hero.registry.standing import rank, rank_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a move stands, condition by condition; `person` is whether the right one decides."""

    move: Move
    person: Finding
    gate: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, the person first."""
        return (self.person, *self.gate)

    @property
    def state(self) -> State:
        """Missing if anything is, else unknown if anything is, else holds."""
        states = {finding.state for finding in self.findings}
        return next(
            (state for state in (State.MISSING, State.UNKNOWN) if state in states), State.HOLDS
        )


def moves(pipeline: Pipeline, start: str, end: str) -> list[Move]:
    """The moves from one stage to another: none where that is unlawful."""
    return [move for move in pipeline.moves if start in move.from_ and move.to == end]


def lawful(pipeline: Pipeline, start: str) -> list[str]:
    """The stages that can be reached from one in a single move, in the pipeline's order."""
    ends = {move.to for move in pipeline.moves if start in move.from_}
    return [stage.id for stage in pipeline.stages if stage.id in ends]


def judge(
    registry: Registry,
    idea: Idea,
    way: tuple[str, str],
    facts: Facts,
    by: str | None = None,
    number: int | None = None,
) -> Verdict | None:
    """The verdict on going a way (from, to); None where no move leads it.

    Where several do, the one that stands best. `by` is who decides: None, nobody yet. `number` is
    the place among the idea's decisions where the decision stands, if it is written already.
    """
    order = (State.HOLDS, State.UNKNOWN, State.MISSING)
    verdicts = [
        evaluate(registry, idea, move, facts, by, number) for move in moves(registry.pipeline, *way)
    ]
    # That somebody else should decide tells less than what a gate lacks: the person counts first.
    return min(
        verdicts,
        key=lambda each: (order.index(each.person.state), order.index(each.state)),
        default=None,
    )


def evaluate(
    registry: Registry,
    idea: Idea,
    move: Move,
    facts: Facts,
    by: str | None = None,
    number: int | None = None,
) -> Verdict:
    """Hold an idea against what a move asks for, as the registry and the facts stand."""
    case = _case(registry, idea, move, facts, len(idea.decisions) if number is None else number)
    findings = [condition.judge(case) for condition in move.gate]
    return Verdict(move, _person(case, move, by), (*findings, *_room(registry, idea, move)))


def _case(registry: Registry, idea: Idea, move: Move, facts: Facts, made: int) -> Case:
    target = registry.pipeline.stage(move.to)
    return Case(
        idea=idea,
        facts=facts,
        roster=registry.roster,
        entered=idea.decisions[made - 1].date if made else idea.proposed_on,
        others=registry.ideas.get,
        place_of=partial(rank, registry.pipeline),
        target=rank_of(registry.pipeline, target) if target else None,
        challenge=registry.challenges.get(idea.challenge or ""),
    )


def _person(case: Case, move: Move, by: str | None) -> Finding:
    asks = f"{either([_ROLES[role] for role in move.who])} decides"
    if by is None:
        return Finding(State.UNKNOWN, asks, needed="nobody has decided yet")
    if "proposer" in move.who and same(by) in {same(each) for each in case.idea.proposers}:
        return Finding(State.HOLDS, asks, f"{by} proposes it")
    if "advocate" in move.who:
        if case.proposes(by):
            return Finding(State.MISSING, asks, needed=f"{by} proposes it: another must decide")
        if rostered(case.roster, by, case.facts.today):
            return Finding(State.HOLDS, asks, f"{by} is an advocate")
    needed = f"{by} is {_who_not(case, move, by)}"
    return Finding(State.MISSING, asks, needed=needed)


_ROLES = {"proposer": "a proposer", "advocate": "an advocate"}


def _who_not(case: Case, move: Move, by: str) -> str:
    """What somebody would have to be, and is not."""
    if "advocate" not in move.who:
        return f"no proposer of it: {either(case.idea.proposers)} can decide this"
    known = [each for each in case.roster.advocates if same(each.login) == same(by)]
    if known and known[0].shadow:
        return "a shadow, who looks on and decides nothing yet"
    if known:
        return f"not an advocate on {case.facts.today}"
    return "not on the roster of advocates"


def _room(registry: Registry, idea: Idea, move: Move) -> Iterator[Finding]:
    """A stage with a limit has room for one more."""
    stage = registry.pipeline.stage(move.to)
    if stage is None or stage.limit is None:
        return
    there = [
        slug
        for slug, other in registry.ideas.items()
        if registry.stage(other).id == stage.id and other is not idea
    ]
    asks = f"“{stage.name}” has room: at most {counted(stage.limit, 'idea')}"
    if len(there) < stage.limit:
        yield Finding(State.HOLDS, asks, f"{len(there)} there now")
    else:
        yield Finding(
            State.MISSING,
            asks,
            needed=f"{either([f'`{slug}`' for slug in there])} must move on first",
        )
