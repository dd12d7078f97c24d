"""What git knows of ideas whose files lack something: which commits brought them."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from hero.process.audit.ledger import Facts
from hero.process.witness import day_of
from hero.reconcile.upkeep.told import WEEK
from hero.reconcile.upkeep.witness import Brought, Witness, lacking, open_decisions
from hero.registry.failure import Failed
from hero.registry.registry import Registry
from hero.registry.slug import slug_of
from hero.technology.history import history
from hero.technology.history_git import Repository, repository

#: A commit, its time and its subject, a stranger's words; then its files. Each is ended by a zero
#: byte, which no subject and no name of a file can hold.
_LINE = "--format=%H%x1f%ct%x1f%s%x00"
_HEAD = re.compile(r"\n?[0-9a-f]{40,64}\x1f(\d+)\x1f(.*)", re.DOTALL)


def witness(root: Path, base: Registry, today: dt.date) -> Witness | None:
    """The commits that brought what lacks a fact, and the pulls that were merged of late.

    None where git does not have all of history.
    """
    try:
        found = repository(root)
    except Failed:
        return None
    if found.shallow:
        return None
    slugs, recent = lacking(base), _recent(found, today)
    if not slugs:
        return Witness(recent=recent)
    added = _added(found, slugs)
    wanted = {slug: places for slug in slugs if (places := open_decisions(base, slug))}
    facts = history(root, facts=True).facts if wanted else {}
    commits = {
        (slug, place): commit
        for slug, places in wanted.items()
        for place in places
        if (commit := _commit(base, slug, place, facts))
    }
    said = _subjects(found, sorted(set(commits.values())))
    decided = {key: said[commit] for key, commit in commits.items() if commit in said}
    return Witness(added, decided, recent)


def _recent(found: Repository, today: dt.date) -> frozenset[int]:
    """The pulls that commits of the days name in which calls are counted."""
    since = f"--since={today - dt.timedelta(WEEK)}T00:00:00Z"
    out = found.start("log", "--first-parent", since, "-z", "--format=%s", "HEAD").said()
    said = (Brought(line, today).pull for line in out.decode(errors="replace").split("\0"))
    return frozenset(number for number in said if number is not None)


def _added(found: Repository, slugs: Mapping[str, str]) -> dict[str, Brought]:
    """By slug the first commit of the line that brought a file of its name."""
    asked = ("log", "--first-parent", "--diff-merges=first-parent", "--diff-filter=A", "-M")
    out = found.start(*asked, "--name-only", "-z", _LINE, "HEAD", "--", "ideas/").said()
    brought: dict[str, Brought] = {}
    for told, path in _commits(out):
        if slug_of(path) in slugs:
            brought[slug_of(path)] = told
    return brought


def _commit(base: Registry, slug: str, place: int, facts: Mapping[str, Facts]) -> str | None:
    """The last commit that brought a decision of this day, between these stages, by this person."""
    made = base.ideas[slug].decisions[place]
    key = (made.date.isoformat(), made.from_, made.to, made.by)
    rows = facts[slug].added if slug in facts else []
    return next((row[4] for row in reversed(rows) if tuple(row[:4]) == key), None)


def _subjects(found: Repository, commits: list[str]) -> dict[str, Brought]:
    if not commits:
        return {}
    asked = ("log", "--no-walk=unsorted", "-z", "--format=%H%x1f%ct%x1f%s", "--stdin")
    running = found.start(*asked)
    running.input.write("\n".join(commits).encode())
    out = running.said().decode(errors="replace")
    rows = (line.split("\x1f", 2) for line in out.split("\0") if line)
    return {name: Brought(subject, day_of(int(when))) for name, when, subject in rows}


def _commits(out: bytes) -> Iterator[tuple[Brought, str]]:
    told: Brought | None = None
    for each in out.decode(errors="replace").split("\0"):
        head = _HEAD.fullmatch(each)
        if head is not None:
            told = Brought(head[2], day_of(int(head[1])))
        elif told is not None and each.strip():
            yield told, each.strip("\n")
