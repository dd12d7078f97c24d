"""What an audit knows of a stretch of history, so that the next one can go on from there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hero.process.audit.remark import Remark


@dataclass(slots=True)
class Facts:
    """What only git knows of one idea, in a stretch of history.

    `revisions` counts the versions of its text after the first, `writers` are those who wrote
    them, in the order of their first. `last` is the last commit that changed the file and its
    time. `added` has, for each decision that came, its day, from, to and by, the commit that
    brought it, that commit's time, and who wrote it there.
    """

    revisions: int = 0
    writers: dict[str, None] = field(default_factory=dict)
    last: tuple[str, int] = ("", 0)
    added: list[tuple[str, str, str, str, str, int, tuple[str, ...]]] = field(default_factory=list)

    def then(self, later: "Facts") -> "Facts":
        """These and what came after."""
        return Facts(
            self.revisions + later.revisions,
            {**self.writers, **later.writers},
            later.last if later.last[0] else self.last,
            [*self.added, *later.added],
        )

    def plain(self) -> list[Any]:
        """The facts as plain data."""
        return [self.revisions, [*self.writers], self.last, self.added]

    @classmethod
    def of(cls, data: Any) -> "Facts":
        """The facts again. Raises on data that is of none."""
        revisions, writers, (commit, when), added = data
        rows = [(*map(str, row[:5]), int(row[5]), tuple(row[6])) for row in added]
        return cls(revisions, dict.fromkeys(writers), (commit, when), rows)  # type: ignore[arg-type]  # because: five strings by the line above


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a stretch of history ended, for the next one to begin.

    `reached` is the time that the line had come to. `policies` are the names of the contents of
    each watched policy, `left` those of the last version that could be read of each idea whose
    file is gone or cannot be read.
    """

    reached: int = 0
    policies: Mapping[str, str] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ledger:
    """A stretch of history, audited: where it ended, how much it held, what does not fit, and the
    facts of each idea in it."""

    standing: Standing
    commits: int
    changes: int
    remarks: tuple[Remark, ...]
    facts: Mapping[str, Facts]


def facts_of(stretches: Iterable[Mapping[str, Facts]]) -> dict[str, Facts]:
    """The facts of each idea over several stretches, the earliest first; ideas in order."""
    whole: dict[str, Facts] = {}
    for stretch in stretches:
        for slug, facts in stretch.items():
            whole[slug] = whole[slug].then(facts) if slug in whole else facts
    return dict(sorted(whole.items()))


def chosen(remarks: Iterable[Remark], slug: str | None, since: Any) -> Iterator[Remark]:
    """The remarks on one idea, or on all, that the line reached on this day or later."""
    for remark in remarks:
        if (slug is None or remark.slug == slug) and (since is None or remark.reached >= since):
            yield remark
