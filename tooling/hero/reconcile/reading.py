"""What a pull would do to the registry: the registry with it, what is wrong, and how it moves."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from hero.process.change import Change, Pull, Step
from hero.process.gate import Verdict, judge
from hero.reconcile.commands.marks import is_for_commands
from hero.reconcile.overlay import is_idea, overlay
from hero.reconcile.seen import Place, PullSeen
from hero.reconcile.voices import facts_of
from hero.registry.conditions.case import Approval, same
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.registry.slug import slug_of
from hero.rules import check

Kind = Literal["new", "move", "edit", "rest"]


@dataclass(frozen=True)
class Reading:
    """A pull as far as the registry is concerned.

    `head` is the registry as it would be; only the ideas that the pull changes are read, and what
    they hang together with. `world` has all ideas under the policies of the default branch.
    `found` is what is wrong for good; what only approvals can mend is in `verdict`.
    """

    pull: PullSeen
    head: Registry
    world: Registry
    change: Change
    found: tuple[Diagnostic, ...]
    kind: Kind
    slug: str | None = None
    step: Step | None = None
    verdict: Verdict | None = None

    @property
    def idea(self) -> Idea | None:
        """The idea that the pull is about, as it would be; None where it cannot be read."""
        return self.head.ideas.get(self.slug or "")

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What has to be mended."""
        return tuple(each for each in self.found if each.severity is Severity.ERROR)

    @property
    def is_ours(self) -> bool:
        """Did the bot itself open it, to carry out what somebody asked for in a comment?"""
        origin = self.change.pull
        ours = origin is not None and same(origin.author) == same(origin.bot or "")
        return ours and is_for_commands(self.pull.branch)

    def with_voices(self, spoken: Sequence[Approval], willing: Collection[str]) -> "Reading":
        """The same with approvals that were given elsewhere, and who offered to help the idea.

        `willing` are logins in small letters.
        """
        facts = self.change.facts
        said = {*(facts.said_yes or ()), *willing, *(same(each.login) for each in spoken)}
        approvals = (*(facts.approvals or ()), *spoken)
        change = replace(
            self.change, facts=replace(facts, approvals=approvals, said_yes=frozenset(said))
        )
        return replace(self, change=change, verdict=_verdict(self.world, change, self.step))


def paths_of(pull: PullSeen) -> frozenset[str]:
    """All files that a pull touches, under their old names too."""
    return frozenset(
        path for file in pull.files for path in (file.path, file.before) if path is not None
    )


def reading(
    base: Registry, place: Place, pull: PullSeen, texts: Mapping[str, bytes], today: dt.date
) -> Reading:
    """Read a pull as data. Nothing of it is run, and its policies are not believed."""
    paths = paths_of(pull)
    head = Registry.read(overlay(base.source, pull, texts), only=paths.__contains__)
    origin = Pull(pull.branch, pull.author.login, place.me.login)
    facts = facts_of(pull, today)
    change = Change(base, facts, paths, origin)
    # Approvals come and go with each review; what is wrong with the file stays until it is mended.
    unasked = replace(change, facts=replace(facts, approvals=None, said_yes=None))
    found = tuple(each for each in check(head, unasked) if each.place.path in paths)
    step = next(iter(reversed(list(change.steps(head)))), None)
    slug = step.slug if step else _slug(paths, head)
    world = change.judged(head)
    return Reading(
        pull, head, world, change, found, _kind(slug, step, base), slug, step,
        _verdict(world, change, step),
    )  # fmt: skip


def _slug(paths: frozenset[str], head: Registry) -> str | None:
    """The idea that a pull is about: the first that it touches and that is still there."""
    slugs = sorted(slug_of(path) for path in paths if is_idea(path))
    return next((slug for slug in slugs if head.knows(slug)), slugs[0] if slugs else None)


def _kind(slug: str | None, step: Step | None, base: Registry) -> Kind:
    if slug is None:
        return "rest"
    if not base.knows(slug):
        return "new"
    return "move" if step else "edit"


def _verdict(world: Registry, change: Change, step: Step | None) -> Verdict | None:
    """How the last move that the pull makes stands, with all that the forge knows."""
    if step is None:
        return None
    way = (step.decision.from_, step.decision.to)
    facts = replace(change.facts, today=step.decision.date)
    return judge(world, step.idea, way, facts, step.decision.by, step.number)
