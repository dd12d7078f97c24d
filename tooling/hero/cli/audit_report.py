"""What `hero audit` found, in words and as plain data."""

import datetime as dt
import textwrap
from collections.abc import Iterator
from typing import Any

from hero.cli.report import printable
from hero.process.audit.ledger import Facts
from hero.process.audit.remark import KINDS, Remark
from hero.process.witness import day_of
from hero.registry.policies import Network
from hero.registry.registry import Registry
from hero.technology.history import History


def remarks(found: list[Remark], alone: bool) -> Iterator[str]:
    """What does not fit, one after the other; `alone`: all of it on one idea."""
    for each in found:
        what = each.kind if alone else f"{each.slug}  {each.kind}"
        yield f"{each.date}  {what}  in {each.commit[:10]} by {' and '.join(each.who)}"
        yield from _indented(each.words)


def _indented(words: str) -> Iterator[str]:

    # Made printable first: what a terminal would obey has no width to be wrapped by.
    indent = " " * 12
    yield from textwrap.wrap(printable(words), 100, initial_indent=indent, subsequent_indent=indent)


def of_idea(registry: Registry, slug: str, facts: Facts | None) -> Iterator[str]:
    """What only git knows of one idea."""

    idea = registry.ideas[slug]
    yield from (idea.title, "")
    if facts is None:
        yield from ("Git has not seen this idea yet: it is in no commit.", "")
        return
    times = {0: "has not been revised", 1: "has been revised once"}
    revised = times.get(facts.revisions, f"has been revised {facts.revisions} times")
    yield f"Its text {revised}. Written by {', '.join(facts.writers) or 'nobody known'}."
    yield f"The file was last changed on {day_of(facts.last[1])}, in {facts.last[0][:10]}."
    yield ""
    brought = {row[:4]: row[4:] for row in facts.added}
    for made in idea.decisions:
        key = (str(made.date), made.from_, made.to, made.by)
        yield f"{made.date}  {made.from_} -> {made.to} by {made.by}"
        if key in brought:
            commit, when, who = brought[key]
            told = f"written by {' and '.join(who)}, committed on {day_of(when)} in {commit[:10]}"
            yield from _indented(told)
        else:
            yield from _indented("in no commit yet")
    yield from ("",) if idea.decisions else ()


def summary(
    whole: History, found: list[Remark], begin: dt.date | None, network: Network
) -> Iterator[str]:
    """What the kinds of remarks mean, how many there are, and out of how much."""
    if found:
        yield ""
        for kind in KINDS:
            if any(each.kind == kind for each in found):
                yield f"{kind}: {KINDS[kind]}"
        yield ""
    what = "1 thing does" if len(found) == 1 else f"{len(found):,} things do"
    since = f", from {begin} on" if begin else ""
    yield f"{what} not fit{since}." if found else f"Everything fits{since}."
    held = f"{_many(whole.commits, 'commit')}, {_many(whole.changes, 'change')} of ideas"
    yield f"Git at {whole.head[:10]}: {held}."
    if network.audit_from is None:
        yield "network.yml names no `audit_from`: everything since the registry began was audited."


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"


def plain(
    whole: History, found: list[Remark], slug: str | None, begin: dt.date | None
) -> dict[str, Any]:
    """The audit for programs."""
    facts = {name: each for name, each in whole.facts.items() if slug in (None, name)}
    return {
        "commit": whole.head,
        "from": str(begin) if begin else None,
        "commits": whole.commits,
        "changes": whole.changes,
        "remarks": [
            {name: value for name, value in each.plain().items() if name != "reached"}
            for each in found
        ],
        "ideas": {name: _facts(each) for name, each in facts.items()},
    }


def _facts(facts: Facts) -> dict[str, Any]:

    return {
        "revisions": facts.revisions,
        "writers": list(facts.writers),
        "last": {"commit": facts.last[0], "date": str(day_of(facts.last[1]))},
        "decisions": [
            {
                **dict(zip(("date", "from", "to", "by", "commit"), row[:5], strict=True)),
                "committed_on": str(day_of(row[5])),
                "written_by": list(row[6]),
            }
            for row in facts.added
        ],
    }
