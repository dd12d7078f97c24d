"""`hero assign SLUG|PATH` and `--all`: the plan, and writing it down."""

import datetime as dt
import json
from dataclasses import dataclass, replace
from pathlib import Path

import click

from hero.advocates.batch_plan import Plan, plan
from hero.cli import assign_data, assign_shown, assign_written, report
from hero.cli.assign_rosters import refused, set_up, standing
from hero.cli.changed import standing_day
from hero.cli.paint import colour, paint
from hero.cli.registry import idea_slug
from hero.registry.diagnostic import dotted
from hero.registry.reading import IDEA_BYTES, IDEAS, load
from hero.registry.registry import Registry
from hero.registry.slug import is_slug, slug_of


@dataclass(frozen=True, slots=True)
class Asked:
    """How a plan is asked for: the day (None: today's), in full, to be written, as what."""

    date: dt.date | None
    explain: bool
    write: bool
    form: str


def run(root: Path, word: str | None, asked: Asked) -> int:
    """Print the plan for one idea, or for all (None), and record it where that is asked for.

    1 where something is at fault: a policy, the idea, or a file that cannot be written.
    """
    registry, day = standing(root, asked.date)
    if asked.write and day < standing_day(registry):
        raise click.UsageError("--write records what holds now; leave out --date.")
    if refused(registry):
        return 1
    slug = None
    if word is not None:
        found = _meant(root, registry, word, asked)
        if found is None:
            return 1
        registry, slug = found
        if registry.paths[slug] in registry.flawed:
            return _faulty(registry, slug)
    on = set_up(root, registry, day)
    made = plan(registry, on, None if slug is None else [slug])
    _print(registry, made, slug, asked)
    if asked.write:
        return assign_written.write(root, registry, made, told=asked.form == "text")
    return int(bool(made.faulty))


def _print(registry: Registry, made: Plan, slug: str | None, asked: Asked) -> None:
    if asked.form == "json":
        data = assign_data.of_plan(registry, made, slug, asked.explain)
        click.echo(json.dumps(data, indent=2))
        return
    shown = assign_shown.Shown(registry, made, asked.explain, asked.write)
    lines = shown.everything() if slug is None else shown.alone(slug)
    for line in lines:
        click.echo(line, color=colour())


def _meant(root: Path, registry: Registry, word: str, asked: Asked) -> tuple[Registry, str] | None:
    """The idea that is meant, with the registry that has it; None where its file has faults."""
    path = Path(word)
    inside = (root / IDEAS).resolve()
    if not _is_file(path) or (path.parent.resolve() / path.name).is_relative_to(inside):
        return registry, _known(registry, word, asked)
    if asked.write:
        raise click.UsageError(f"{word} is not in the registry in {root}: it is not written to.")
    return _brought(registry, path)


def _known(registry: Registry, word: str, asked: Asked) -> str:
    """The slug of an idea. Raises a usage error for none, which says of which day it speaks."""
    try:
        return idea_slug(registry, word)
    except click.UsageError as error:
        if asked.date is None:
            raise
        raise click.UsageError(f"On {asked.date}: {error.message}") from error


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _brought(registry: Registry, path: Path) -> tuple[Registry, str] | None:
    """The registry with an idea that a pull would bring in."""
    from hero.registry.idea import Idea
    from hero.technology.folder import Folder

    slug = slug_of(path.name)
    if not is_slug(slug):
        raise click.UsageError(f"{str(path)!r} is no idea: {slug!r} is no slug.")
    idea, problems = load(Folder(path.parent), path.name, IDEA_BYTES, Idea)
    if problems or idea is None:
        for each in problems:
            where = f" at {dotted(each.route)}" if each.route else ""
            click.echo(report.printable(f"{path}: {each.kind}{where}"))
        ask = f"Nobody was chosen: mend these first; `hero explain {problems[0].kind}` says how."
        click.echo(ask, err=True)
        return None
    ideas = {**registry.ideas, slug: idea}
    return replace(registry, ideas=ideas, paths={**registry.paths, slug: str(path)}), slug


def _faulty(registry: Registry, slug: str) -> int:
    """Say what is wrong with an idea whose file does not say all that a choice needs."""
    from hero.rules import check

    path = registry.paths[slug]
    found = [each for each in check(registry) if each.place.path == path]
    click.echo(report.text(registry, found, paint), nl=False, color=colour())
    click.echo("Nobody was chosen: the file has to be mended first.", err=True)
    return 1
