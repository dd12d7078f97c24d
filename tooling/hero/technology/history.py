"""The history of the ideas, audited in one pass, or from where the last audit ended.

One `git log --raw -z` names every version of every file, one `git cat-file --batch` gives them;
both run while this reads. Asking git for one idea after the other would take a thousand times as
long for a registry of thousands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hero.process.audit.folding import audit
from hero.process.audit.ledger import Facts, Standing, facts_of
from hero.process.audit.remark import Remark
from hero.process.audit.whereabouts import Whereabouts
from hero.process.witness import Step
from hero.registry.failure import Failed
from hero.registry.reading import IDEAS
from hero.technology.cores import uncollected
from hero.technology.history_cache import STRETCHES, Cache, Damaged, Stretch
from hero.technology.history_git import Repository, repository
from hero.technology.history_line import OffTheLine
from hero.technology.history_reading import read_steps


@dataclass(frozen=True)
class History:
    """The audited history of the commit that is checked out, in one or several stretches.

    `shallow_from` is the time of the oldest commit in a shallow clone, None where git has all.
    `resumed`: how many stretches were audited before.
    """

    head: str
    stretches: tuple[Stretch, ...]
    shallow_from: int | None = None
    resumed: int = 0

    @property
    def remarks(self) -> Iterator[Remark]:
        """Everything that does not fit, oldest first."""
        return (remark for stretch in self.stretches for remark in stretch.remarks)

    @property
    def commits(self) -> int:
        """How many commits the line has."""
        return sum(stretch.commits for stretch in self.stretches)

    @property
    def changes(self) -> int:
        """How many versions of ideas it has."""
        return sum(stretch.changes for stretch in self.stretches)

    @property
    def facts(self) -> dict[str, Facts]:
        """What only git knows of each idea."""
        return facts_of(stretch.facts for stretch in self.stretches)


def history(root: Path, fresh: bool = False, facts: bool = False) -> History:
    """The history of the registry in a folder, as of the commit that is checked out.

    `fresh` takes nothing over from earlier audits. With `facts`, those can be read for sure.
    Raises Failed where there is no git, no repository or no commit.
    """
    found = repository(root)
    with uncollected():
        if found.shallow or found.tracks_cache:
            # What a shallow clone lacks may come later; what a stranger committed is no cache.
            return _whole(found, None)
        cache = Cache(root)
        try:
            known = None if fresh else _resumed(found, cache)
            if known is not None and facts:
                _ = known.facts
        except Damaged:
            known = None
        return known or _whole(found, cache)


def _whole(found: Repository, cache: Cache | None) -> History:
    stretch, line = _stretch(found, None, Standing())
    if cache is not None:
        cache.write(stretch, alone=True)
    oldest = line[0].arrived if found.shallow and line else None
    return History(found.head, (stretch,), oldest)


def _resumed(found: Repository, cache: Cache) -> History | None:
    """From the nearest commit that was audited before; None where there is none on the line."""
    for base in _nearest(found, cache.heads()):
        before = cache.stretches(base)
        if before is None:
            continue
        if base == found.head:
            return History(found.head, tuple(before), resumed=len(before))
        try:
            stretch, _ = _stretch(found, base, before[-1].standing)
        except (OffTheLine, Failed):
            continue
        whole = History(found.head, (*before, stretch), resumed=len(before))
        return _kept(whole, stretch, cache)
    return None


def _nearest(found: Repository, heads: list[str]) -> Iterator[str]:
    """Commits that were audited: the one that was audited last, and then those on the line."""
    if not heads:
        return
    yield heads[0]
    others = set(heads[1:])
    if others:
        line = found.start("rev-list", "--first-parent", found.head).said().decode().split()
        yield from (name for name in line if name in others)


def _kept(whole: History, new: Stretch, cache: Cache) -> History:
    """Keep the new stretch; when there are many, write all of them anew as one."""
    if len(whole.stretches) <= STRETCHES:
        cache.write(new, alone=False)
        return whole
    one = Stretch(
        new.head,
        None,
        new.standing,
        whole.commits,
        whole.changes,
        tuple(whole.remarks),
        whole.facts,
    )
    cache.write(one, alone=True)
    return History(whole.head, (one,), resumed=whole.resumed)


def _stretch(found: Repository, base: str | None, begin: Standing) -> tuple[Stretch, list[Step]]:
    line, blobs = read_steps(found, base, begin)
    where = Whereabouts(partial(_listed, found, base), line)
    ledger = audit(begin, line, blobs.versions.get, blobs.contents.get, where)
    return Stretch.of(found.head, base, ledger), line


def _listed(found: Repository, base: str | None) -> Iterator[str]:
    """The files of ideas at a commit."""
    if base is not None:
        words = ("ls-tree", "-r", "-z", "--name-only", base, "--", f"{IDEAS}/")
        raw = found.start(*words).said()
        yield from (path.decode(errors="surrogateescape") for path in raw.split(b"\0"))
