"""Moving an idea: the files as they will be, and how the gate stands then.

Nothing is written or refused here for a missing condition: the verdict says it, and the rules,
which judge every change alike, say it in their own words.
"""

import datetime as dt
from dataclasses import dataclass, replace

from hero.process.edits import Edit, Refused, Step, add, edited, put
from hero.process.gate import Verdict, judge, moves
from hero.registry.conditions.case import Facts, same
from hero.registry.conditions.links import LinkKinds
from hero.registry.idea import Idea
from hero.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Wish:
    """A move that somebody asks for: which idea, where to, who decides, why, and on which day.

    `revisit_on` is when a parked idea is looked at again, `of` the idea that this one repeats,
    `reopen_when` what would have one that ends or rests looked at again.
    """

    slug: str
    to: str
    by: str
    because: str
    date: dt.date
    revisit_on: dt.date | None = None
    of: str | None = None
    reopen_when: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A move as it would be: the files in the order in which they are written, and the verdict.

    `verdict` is None where no move of the pipeline leads there. `after` is the registry with the
    ideas as they would be.
    """

    files: tuple[Edit, ...]
    verdict: Verdict | None
    after: Registry


def moved(registry: Registry, wish: Wish, facts: Facts) -> Moved | Refused:
    """What a move would write, and the verdict on it; Refused where the files cannot say it."""
    idea = registry.ideas[wish.slug]
    start = registry.stage(idea).id
    moving = edited(registry, wish.slug, _steps(idea, start, wish))
    if isinstance(moving, Refused):
        return moving
    credited = _credited(registry, moving.idea, (start, wish.to))
    if isinstance(credited, Refused):
        return credited
    # The other idea first: killed in between, it names people who are welcome there anyway.
    files = (*credited, moving)
    after = replace(registry, ideas={**registry.ideas, **{each.slug: each.idea for each in files}})
    made = len(moving.idea.decisions) - 1
    then = replace(facts, today=wish.date)
    verdict = judge(after, moving.idea, (start, wish.to), then, wish.by, made)
    return Moved(files, verdict, after)


def _steps(idea: Idea, start: str, wish: Wish) -> list[Step]:
    """The decision, the stage that it leads to, and what the move needs beside them."""
    decision = {
        "date": wish.date,
        "from": start,
        "to": wish.to,
        "by": wish.by,
        "because": wish.because,
    }
    if wish.reopen_when is not None:
        decision["reopen_when"] = wish.reopen_when
    steps = []
    if wish.revisit_on is not None:
        steps.append(put(("revisit_on",), wish.revisit_on))
    if wish.of is not None:
        steps.append(put(("links", "duplicate_of"), wish.of))
    return [*steps, put(("stage",), wish.to), add("decisions", decision, spread=True)]


def _credited(registry: Registry, idea: Idea, way: tuple[str, str]) -> tuple[Edit, ...] | Refused:
    """The idea that this one repeats, with its proposers, if the move asks for one."""
    asks = {
        kind
        for move in moves(registry.pipeline, *way)
        for each in move.gate
        if isinstance(each, LinkKinds)
        for kind in each.kinds
    }
    slug = idea.links.duplicate_of
    if "duplicate_of" not in asks or slug is None or not registry.knows(slug):
        return ()
    if slug not in registry.ideas:
        path = registry.where(slug)
        return Refused(f"{path} cannot be read", (f"`hero check {path}` says why",))
    there = {same(login) for login in registry.ideas[slug].proposers}
    new = [login for login in idea.proposers if same(login) not in there]
    if not new:
        return ()
    edit = edited(registry, slug, [add("proposers", login) for login in new])
    return edit if isinstance(edit, Refused) else (edit,)


def spelt(registry: Registry, idea: Idea, login: str) -> str:
    """A login as the registry writes it, since GitHub takes no notice of case."""
    known = [*idea.proposers, *(each.login for each in registry.roster.advocates)]
    return next((each for each in known if same(each) == same(login)), login)
