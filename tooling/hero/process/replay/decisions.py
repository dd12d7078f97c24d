"""A recorded decision held against a pipeline: allowed, refused, or nobody can tell.

Judged by itself, on its day, with what the file tells of that day: its approvals, and the
evaluations, passes and results up to then. What has no date is taken as the file has it now:
evidence, links, texts, who builds and who pays. That somebody is named counts as their yes.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hero.process.flow.past import earlier
from hero.process.gate import Verdict, judge, lawful
from hero.process.replay.room import Made, crowds
from hero.registry.conditions.case import Approval, Facts, Finding, State
from hero.registry.idea import Decision, Idea
from hero.registry.phrases import counted, either
from hero.registry.pipeline import Pipeline
from hero.registry.registry import Registry

#: What a file forgets: the next move clears it or writes another over it.
FORGOTTEN = ("`revisit_on`", "`links.duplicate_of`")


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision under a pipeline, and why: what is missing, or what nobody can tell."""

    slug: str
    number: int
    decision: Decision
    state: State
    why: tuple[str, ...] = ()


class _Then(Mapping[str, Idea]):
    """Ideas as they were at the end of a day; each is worked out when it is asked for."""

    def __init__(self, ideas: Mapping[str, Idea], day: dt.date) -> None:
        self.ideas, self.day = ideas, day

    def __getitem__(self, slug: str) -> Idea:
        return earlier(self.ideas[slug], self.day)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ideas)

    def __len__(self) -> int:
        return len(self.ideas)


def judged(
    registry: Registry, pipeline: Pipeline, since: dt.date | None = None
) -> Iterator[Judged]:
    """Each decision that was not imported, of a day or later, under a pipeline."""
    known = {stage.id for stage in pipeline.stages}
    # How full a stage was then is counted once for all, not by looking at every idea each time.
    endless = [stage.model_copy(update={"limit": None}) for stage in pipeline.stages]
    law = replace(registry, pipeline=pipeline.model_copy(update={"stages": tuple(endless)}))
    crowd = crowds(registry.ideas, registry.pipeline.initial.id)
    for slug, idea in registry.ideas.items():
        for number, made in enumerate(idea.decisions):
            if made.imported is not None or (since is not None and made.date < since):
                continue
            unknown = [stage for stage in (made.from_, made.to) if stage not in known]
            if unknown:
                why = f"the pipeline has no stage {either([f'`{stage}`' for stage in unknown])}"
                yield Judged(slug, number, made, State.MISSING, (why,))
            else:
                yield _judged(law, pipeline, (slug, number), crowd[slug, number])


def _judged(law: Registry, pipeline: Pipeline, at: Made, crowd: int) -> Judged:
    slug, number = at
    idea = law.ideas[slug]
    made = idea.decisions[number]
    verdict = judge(
        replace(law, ideas=_Then(law.ideas, made.date)),
        _as_it_stood(idea, number),
        (made.from_, made.to),
        _facts(idea, made),
        made.by,
        number,
    )
    if verdict is None:
        return Judged(slug, number, made, State.MISSING, (_no_way(pipeline, made),))
    findings = [*_findings(verdict, number == len(idea.decisions) - 1)]
    findings += _room(pipeline, made, crowd)
    return _summed(slug, number, made, findings)


def _as_it_stood(idea: Idea, number: int) -> Idea:
    """The idea just before a decision, as far as its file tells."""
    made = idea.decisions[number]
    before = earlier(idea, made.date)
    return before.model_copy(update={"decisions": idea.decisions[:number], "stage": made.from_})


def _facts(idea: Idea, made: Decision) -> Facts:
    approvals = tuple(Approval(login) for login in made.approved_by)
    named = (idea.builder, idea.sponsor)
    return Facts(
        today=made.date,
        approvals=approvals or None,
        said_yes=frozenset(login.lower() for login in named if login),
    )


def _findings(verdict: Verdict, last: bool) -> Iterator[Finding]:
    """The findings, without blaming an idea for what its file forgot on the way since."""
    for finding in verdict.findings:
        forgotten = any(field in finding.needed for field in FORGOTTEN)
        if finding.state is State.MISSING and forgotten and not last:
            yield replace(finding, state=State.UNKNOWN, needed="the file no longer says")
        else:
            yield finding


def _room(pipeline: Pipeline, made: Decision, crowd: int) -> Iterator[Finding]:
    stage = pipeline.stage(made.to)
    if stage is None or stage.limit is None:
        return
    asks = f"“{stage.name}” has room: at most {counted(stage.limit, 'idea')}"
    state = State.HOLDS if crowd < stage.limit else State.MISSING
    yield Finding(state, asks, needed=f"{crowd} were there")


def _no_way(pipeline: Pipeline, made: Decision) -> str:
    ways = [f"`{stage}`" for stage in lawful(pipeline, made.from_)]
    to = f"; it leads to {either(ways)}" if ways else ""
    return f"no move leads from `{made.from_}` to `{made.to}`{to}"


def _summed(slug: str, number: int, made: Decision, findings: list[Finding]) -> Judged:
    """Refused where anything is missing, else unknown where anything is."""
    for state in (State.MISSING, State.UNKNOWN):
        why = [f"{each.asks}: {each.needed}" for each in findings if each.state is state]
        if why:
            return Judged(slug, number, made, state, tuple(why))
    return Judged(slug, number, made, State.HOLDS)
