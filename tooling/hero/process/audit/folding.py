"""One pass over the steps of a history: each holds the versions before and after against each
other, and a ledger grows."""

from collections.abc import Callable, Collection, Iterable, Iterator

from hero.process.audit.judging import Seen, judged
from hero.process.audit.ledger import Facts, Ledger, Standing
from hero.process.audit.policies import Policies
from hero.process.audit.remark import Remark
from hero.process.witness import Record, Step, Touch, day_of
from hero.registry.secrets import masked

#: The version of this name, or None where it cannot be read.
Versions = Callable[[str], Record | None]

#: The bytes of this name, or None where there are none to be had.
Contents = Callable[[str], bytes | None]


def audit(
    begin: Standing,
    steps: Iterable[Step],
    versions: Versions,
    contents: Contents,
    elsewhere: Callable[[Step, str], bool],
) -> Ledger:
    """The ledger of these steps, oldest first, after what came before them.

    `elsewhere` says whether, after a step, another file has an idea's slug.
    """
    fold = _Fold(begin, versions, contents, elsewhere)
    for step in steps:
        fold.take(step)
    return fold.ledger()


class _Fold:
    """The state of one pass."""

    def __init__(
        self,
        begin: Standing,
        versions: Versions,
        contents: Contents,
        elsewhere: Callable[[Step, str], bool],
    ) -> None:
        self.versions, self.contents, self.elsewhere = versions, contents, elsewhere
        self.reached = begin.reached
        self.left = dict(begin.left)
        self.policies = Policies.since(begin.policies, contents)
        self.commits = self.changes = 0
        self.remarks: list[Remark] = []
        self.facts: dict[str, Facts] = {}

    def ledger(self) -> Ledger:
        """What the pass found."""
        standing = Standing(self.reached, self.policies.names(), self.left)
        return Ledger(standing, self.commits, self.changes, tuple(self.remarks), self.facts)

    def take(self, step: Step) -> None:
        """Go one step further. What is there when the registry begins, with its first pipeline or
        roster, is taken as given: nobody can have witnessed what was before."""
        self.commits += 1
        self.reached = max(self.reached, step.arrived)
        before = self.policies
        given = before.versions == (None, None)
        for path, name in step.policies:
            if name is not None:
                self.policies = self.policies.changed(path, name, self.contents)
        counted = before if before.whole else self.policies
        for touch in moved(step.touches) if len(step.touches) > 1 else step.touches:
            self.changes += 1
            told = self._touch(step, touch, counted)
            self._remark(step, touch, () if given else told)

    def _touch(self, step: Step, touch: Touch, policies: Policies) -> Iterable[tuple[str, str]]:
        """Take in one version, and say what does not fit in it."""
        slug = touch.slug
        before, earlier = self._before(touch)
        after = self.versions(touch.after) if touch.after else None
        facts = self.facts.setdefault(slug, Facts())
        facts.last = (step.commit, step.arrived)
        if after is None:
            if earlier:
                self.left[slug] = earlier
            return self._lost(step, touch)
        self.left.pop(slug, None)
        same = before is not None and before.kept == after.kept
        self._learn(step, touch, facts, before, after)
        return () if same else judged(Seen(step, before, after, policies))

    def _lost(self, step: Step, touch: Touch) -> Iterator[tuple[str, str]]:
        """A version that cannot be read, or a file that is gone."""
        if touch.after and (touch.before is None or self.versions(touch.before)):
            yield "idea-unreadable", f"{touch.path} cannot be read"
        elif not touch.after and not self.elsewhere(step, touch.slug):
            yield "idea-deleted", f"{touch.path} was deleted"

    def _before(self, touch: Touch) -> tuple[Record | None, str | None]:
        """The version before, or the last one that could be read; and what it is called."""
        name = touch.before
        record = self.versions(name) if name else None
        if record is None and touch.slug in self.left:
            name = self.left[touch.slug]
            record = self.versions(name)
        return record, name if record else None

    def _remark(self, step: Step, touch: Touch, told: Iterable[tuple[str, str]]) -> None:
        for kind, words in told:
            who = tuple(dict.fromkeys(each.known_as for each in touch.writers))
            day, reached = step.day, day_of(self.reached)
            remark = Remark(kind, touch.slug, step.commit, day, who, masked(words), reached)
            self.remarks.append(remark)

    def _learn(
        self, step: Step, touch: Touch, facts: Facts, before: Record | None, after: Record
    ) -> None:
        """Who wrote the text, and who brought which decision."""
        if before is None or before.texts != after.texts:
            facts.revisions += before is not None
            facts.writers.update(dict.fromkeys(each.known_as for each in touch.writers))
        old = before.several("decisions") if before else []
        new = after.several("decisions")
        if new == old:
            return
        known = {_key(each) for each in old}
        who = tuple(dict.fromkeys(each.known_as for each in touch.writers))
        for decision in new:
            if _key(decision) not in known:
                facts.added.append((*_key(decision), step.commit, step.arrived, who))


def _key(decision: object) -> tuple[str, str, str, str]:
    """What tells a decision from the others of its idea."""
    held = decision if isinstance(decision, dict) else {}
    day, start, end, by = (str(held.get(name, "")) for name in ("date", "from", "to", "by"))
    return day, start, end, by


def moved(touches: Collection[Touch]) -> Iterator[Touch]:
    """The touches of one step, where a file that went and one that came make one that moved."""
    gone: dict[str, list[Touch]] = {}
    for touch in touches:
        if touch.after is None:
            gone.setdefault(touch.slug, []).append(touch)
    for touch in touches:
        if touch.after is None:
            continue
        left = gone.get(touch.slug)
        if touch.before is None and left:
            yield touch._replace(before=left.pop(0).before)
        else:
            yield touch
    for rest in gone.values():
        yield from rest
