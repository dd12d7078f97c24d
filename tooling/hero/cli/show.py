"""`hero show`: one idea, as people read it or for programs."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from hero.cli.registry import idea_slug, read, root_option
from hero.registry.registry import Registry


@click.command("show")
@click.argument("idea", metavar="SLUG|PATH")
@root_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(idea: str, root: Path, form: str) -> None:
    """Show one idea: where it stands and what that means, its texts, people and decisions."""
    registry = read(root)
    slug = idea_slug(registry, idea)
    if form == "json":
        data = registry.ideas[slug].model_dump(mode="json", by_alias=True, exclude_none=True)
        click.echo(json.dumps({"slug": slug, "path": registry.paths[slug]} | data, indent=2))
        return
    from hero.cli.report import printable

    for line in "\n".join(_lines(registry, slug)).split("\n"):
        click.echo(printable(line))


def _lines(registry: Registry, slug: str) -> Iterator[str]:
    idea = registry.ideas[slug]
    stage = registry.stage(idea)
    yield from (idea.title, "=" * len(idea.title), "")
    yield f"{stage.name}: {stage.means}"
    yield from _turn(registry, slug)
    yield f"Theme: {idea.theme}" + (f"   Challenge: {idea.challenge}" if idea.challenge else "")
    for role, logins in _people(registry, slug).items():
        yield f"{role}: {', '.join(logins)}"
    yield f"File: {registry.paths[slug]}"
    texts = ("summary", "problem", "proposal", "benefit", "first_step")
    for name in texts:
        if text := getattr(idea, name):
            yield from ("", name.replace("_", " ").upper(), text.rstrip())
    if idea.evidence:
        yield from ("", "EVIDENCE")
        for each in idea.evidence:
            ways = [("from", each.baseline), ("to", each.target), ("found", each.result)]
            said = ", ".join(f"{word} {value}" for word, value in ways if value is not None)
            yield f"- {each.metric}" + (f": {said}" if said else "")
    if idea.decisions:
        yield from ("", "DECISIONS")
        for decision in idea.decisions:
            yield f"- {decision.date} {decision.from_} -> {decision.to} by {decision.by}"
            yield from (f"  {line}" for line in decision.because.rstrip().split("\n"))
            if decision.reopen_when is not None:
                again = f"Would be looked at again: {decision.reopen_when.rstrip()}"
                yield from (f"  {line}" for line in again.split("\n"))


def _turn(registry: Registry, slug: str) -> Iterator[str]:
    """Whose turn it is, and what is due on which day."""
    from hero.process.deadlines import Deadlines
    from hero.process.turn import turn
    from hero.technology.clock import now

    idea, stage = registry.ideas[slug], registry.stage(registry.ideas[slug])
    dues = Deadlines(registry).dues(slug, registry.network.as_of or now())
    found = turn(idea, stage, dues)
    if found.role is not None:
        who = ", ".join(found.who) or "nobody yet"
        yield f"Waits on: {found.role}" + (f" ({who})" if found.role != "registry" else "")
    if stage.kind == "paused":
        yield found.because
    yield from (f"Due: {due.sentence}" for due in found.due)


def _people(registry: Registry, slug: str) -> dict[str, tuple[str, ...]]:
    idea = registry.ideas[slug]
    roles = {
        "Proposed by": idea.proposers,
        "Advocates": idea.advocates,
        "Builder": (idea.builder,) if idea.builder else (),
        "Sponsor": (idea.sponsor,) if idea.sponsor else (),
    }
    return {role: logins for role, logins in roles.items() if logins}
