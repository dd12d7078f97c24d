"""`hero timeline`: what happened when, to one idea or to all, as the files tell it."""

import datetime as dt
import json
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hero.cli.registry import idea_slug, read, root_option
from hero.cli.since import since_option

if TYPE_CHECKING:
    from hero.process.timeline import Event
    from hero.registry.registry import Registry

#: The most columns of a line, so that texts read well and are the same everywhere.
WIDTH = 100


@click.command("timeline")
@click.argument("idea", metavar="[SLUG|PATH]", required=False)
@root_option
@since_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(idea: str | None, root: Path, since: dt.date | None, form: str) -> None:
    """Tell what happened when, to one idea or to all, and what lies ahead.

    The files give the dates; `hero audit` holds them against git.

    \b
    Examples:
      hero timeline quarantine-flaky-tests
      hero timeline --since 2026-11-01
      hero timeline --format json
    """
    from hero.process.timeline import timeline, timelines

    registry = read(root)
    slug = idea_slug(registry, idea) if idea else None
    events = timeline(registry, slug) if slug else timelines(registry)
    chosen = [each for each in events if since is None or (each.date and each.date >= since)]
    if form == "json":
        click.echo(json.dumps([_object(each) for each in chosen], indent=2))
        return
    _print(_one(registry, slug, chosen) if slug else _all(registry, chosen))
    if not slug and registry.unread:
        few = "file" if len(registry.unread) == 1 else "files"
        said = f"{len(registry.unread):,} {few} could not be read; `hero check` says why."
        click.echo(said, err=True)


def _print(lines: Iterator[str]) -> None:
    from hero.cli.report import printable

    for line in lines:
        click.echo(printable(line))


def _one(registry: "Registry", slug: str, events: "list[Event]") -> Iterator[str]:
    idea = registry.ideas[slug]
    stage = registry.stage(idea)
    yield from (idea.title, f"{stage.name}: {stage.means}", "")
    if not events:
        yield "Nothing happened in this time."
    for event in (each for each in events if not each.ahead):
        yield f"{_day(event)}  {_sentence(event)}"
        yield from _reason(event)
    ahead = [each for each in events if each.ahead]
    yield from ("", "STILL TO COME") if ahead else ()
    yield from (f"{_day(each)}  {_sentence(each)}{_late(registry, each)}" for each in ahead)


def _all(registry: "Registry", events: "list[Event]") -> Iterator[str]:
    if not events:
        click.echo("Nothing happened in this time.", err=True)
    for event in events:
        yield f"{_day(event)}  {event.slug}: {_sentence(event)}{_late(registry, event)}"


def _day(event: "Event") -> str:
    return str(event.date) if event.date else "not dated "


def _sentence(event: "Event") -> str:
    """What happened, in one line."""
    from hero.registry.summary import clipped

    who = " and ".join(event.who)
    by = f" by {who}" if who else ""
    if event.decision:
        return _decided(event, by)
    if event.evaluation:
        judged = event.evaluation
        scales = f"value {judged.value}, effort {judged.effort}, confidence {judged.confidence}"
        return f"evaluated{by}: {scales}"
    if event.evidence:
        found = event.evidence
        target = f" (target {found.target})" if found.target is not None else ""
        told = f"result read: {found.result}" if found.result is not None else "result awaited"
        return clipped(f"{told}{target}: {found.metric}", WIDTH)
    if event.kind == "revisit":
        return "to be looked at again"
    return f"{event.kind}{by}" + (f", {event.words}" if event.words else "")


def _decided(event: "Event", by: str) -> str:
    made = event.decision
    if made is None:
        return ""
    parts = [f"{made.from_} -> {made.to}{by}"]
    others = [login for login in made.approved_by if login.lower() != made.by.lower()]
    if others:
        parts.append(f"with {' and '.join(others)}")
    if event.days is not None:
        parts.append(f"after {event.days} day{'s' * (event.days != 1)}")
    if made.pull is not None:
        parts.append(f"pull {made.pull}")
    if made.imported is not None:
        parts.append("imported")
    return ", ".join(parts)


def _reason(event: "Event") -> Iterator[str]:
    """The reason of a decision or the note of a judgement, set below it."""
    from hero.cli.report import printable

    if event.decision or event.evaluation:
        words = event.words.rstrip()
        if event.decision and event.decision.reopen_when is not None:
            words += f"\nWould be looked at again: {event.decision.reopen_when.rstrip()}"
        for line in words.split("\n"):
            indent = " " * 12
            yield from textwrap.wrap(
                printable(line), WIDTH, initial_indent=indent, subsequent_indent=indent
            )


def _late(registry: "Registry", event: "Event") -> str:
    from hero.technology.clock import today

    now = registry.network.as_of or today()
    if not event.ahead or event.date is None or event.date >= now:
        return ""
    days = (now - event.date).days
    return f" ({days} day{'s' * (days != 1)} late)"


def _object(event: "Event") -> dict[str, Any]:
    """The event for programs; each kind has its own part, the others are null."""
    parts = {
        name: part.model_dump(mode="json", by_alias=True) if part else None
        for name, part in (
            ("decision", event.decision),
            ("evaluation", event.evaluation),
            ("evidence", event.evidence),
        )
    }
    return {
        "slug": event.slug,
        "date": str(event.date) if event.date else None,
        "kind": event.kind,
        "ahead": event.ahead,
        "who": list(event.who),
        "words": event.words,
        "days": event.days,
    } | parts
