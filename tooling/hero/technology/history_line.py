"""The first-parent line of a branch, and who wrote on the side what came in by its merges."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from hero.process.audit.policies import WATCHED
from hero.process.witness import Author, Step, Touch
from hero.registry.reading import IDEAS
from hero.registry.slug import is_slug, slug_of
from hero.technology.history_log import Commit, Entry


class OffTheLine(Exception):
    """The commits do not join the one they were asked to follow."""


def steps(commits: Mapping[str, Commit], head: str, after: str | None) -> list[Step]:
    """The steps of the line that ends in `head`, oldest first, from behind `after` if given.

    Raises OffTheLine where the line does not come by `after`.
    """
    line: list[Commit] = []
    at: str | None = head
    while at is not None and at != after and at in commits:
        line.append(commits[at])
        at = line[-1].parents[0] if line[-1].parents else None
    if at != after:
        raise OffTheLine(after)
    line.reverse()
    known = {commit.name for commit in line}
    return [_step(commit, _side(commits, commit, known)) for commit in line]


@lru_cache(maxsize=1 << 17)
def idea_of(path: str) -> str | None:
    """The slug of the idea that a file would hold, if it is where ideas are."""
    if not path.startswith(f"{IDEAS}/") or not path.endswith(".yml"):
        return None
    slug = slug_of(path)
    hidden = "/." in path
    return slug if is_slug(slug) and not hidden else None


def _step(commit: Commit, side: list[Commit]) -> Step:
    wrote = [each for each in side if len(each.parents) < 2]
    return Step(
        commit=commit.name,
        author=commit.authors[0],
        written=min([commit.written, *(each.written for each in wrote)]),
        arrived=commit.arrived,
        touches=tuple(_touches(commit, wrote)),
        policies=tuple((e.path, e.after) for e in commit.entries if e.path in WATCHED),
    )


def _touches(commit: Commit, wrote: list[Commit]) -> Iterator[Touch]:
    writers: dict[str, dict[Author, None]] = {}
    for each in wrote:
        for slug, _ in _ideas(each.entries):
            writers.setdefault(slug, {}).update(dict.fromkeys(each.authors))
    for slug, entry in _ideas(commit.entries):
        who = tuple(writers[slug]) if slug in writers else commit.authors
        yield Touch(slug, entry.path, entry.before, entry.after, who)


def _ideas(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    for entry in entries:
        slug = idea_of(entry.path)
        if slug is not None:
            yield slug, entry


def _side(commits: Mapping[str, Commit], merge: Commit, known: set[str]) -> list[Commit]:
    """The commits that a merge brought in, oldest first; they are known from then on."""
    if len(merge.parents) < 2:
        return []
    found: list[Commit] = []
    pending = list(merge.parents[1:])
    while pending:
        name = pending.pop()
        if name in known or name not in commits:
            continue
        known.add(name)
        found.append(commits[name])
        pending.extend(commits[name].parents)
    return sorted(found, key=lambda each: (each.written, each.name))
