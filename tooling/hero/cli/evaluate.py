"""`hero evaluate`: judge an idea on three scales, and see where people stand apart."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hero.cli.registry import idea_slug, read, root_option
from hero.cli.since import day

if TYPE_CHECKING:
    from hero.process.evaluating import Judgement
    from hero.registry.registry import Registry
    from hero.registry.scales import Scale

Parse = Callable[[click.Context, click.Parameter, str | None], Any]


def _number(scale: "Scale") -> Parse:
    """What reads a number of this scale. Raises a usage error that shows the scale."""

    def parse(_ctx: click.Context, _param: click.Parameter, value: str | None) -> int | None:
        from hero.registry.scales import described

        if value is None or value in ("1", "2", "3", "4", "5"):
            return None if value is None else int(value)
        raise click.BadParameter(f"{value!r} is no number of this scale. {described(scale)}")

    return parse


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> dt.date | None:
    return None if value is None else day(value)


@click.command("evaluate")
@click.argument("idea", metavar="SLUG|PATH")
@root_option
@click.option(
    "--value", metavar="1-5", callback=_number("value"), help="From nice to have to all gain."
)
@click.option("--effort", metavar="1-5", callback=_number("effort"), help="From days to quarters.")
@click.option(
    "--confidence",
    metavar="1-5",
    callback=_number("confidence"),
    help="From a guess to measured here.",
)
@click.option("--note", metavar="TEXT", help="What stands behind the numbers, in one line.")
@click.option("--by", metavar="LOGIN", help="Who judges; else you, as git and gh know you.")
@click.option("--date", metavar="DATE", callback=_day, help="The day of the judgement; else today.")
@click.option("--show", is_flag=True, help="Only show what people judged so far.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def command(
    idea: str,
    root: Path,
    by: str | None,
    date: dt.date | None,
    show: bool,
    dry_run: bool,
    note: str | None,
    **given: int | None,
) -> int:
    """Judge an idea on three scales of 1 to 5, and see how far people are apart.

    At a terminal, what is not given is asked for, with the words of each number. What others say
    is shown after you have said yours. Where people stand far apart, they should talk first: a
    mean would hide it. Whoever judges again adds to the record, and their last judgement counts.

    \b
    Examples:
      hero evaluate depot-simulator
      hero evaluate depot-simulator --value 4 --effort 5 --confidence 2 --note "Seen at a fair."
      hero evaluate depot-simulator --show
    """
    from hero.cli.evaluate_shown import table
    from hero.cli.move_asked import at_terminal

    registry = read(root)
    slug = idea_slug(registry, idea)
    numbers = {scale: number for scale, number in given.items() if number is not None}
    if show or (not numbers and not at_terminal()):
        table(registry.ideas[slug])
        return 0
    if len(numbers) < len(given) and not at_terminal():
        lacking = " and ".join(f"--{scale}" for scale in given if scale not in numbers)
        raise click.UsageError(f"All three numbers are needed: say {lacking} as well.")
    return _judged(root, registry, slug, (by, date, note), numbers, dry_run)


def _judged(
    root: Path,
    registry: "Registry",
    slug: str,
    given: tuple[str | None, dt.date | None, str | None],
    numbers: dict[str, int],
    dry_run: bool,
) -> int:
    """Ask for what is not given, hold it against the rules, and write it."""
    from hero.cli.changed import standing_day
    from hero.cli.evaluate_asked import ask
    from hero.cli.move_asked import person, say_the_clock
    from hero.process.evaluating import Judgement
    from hero.registry.scales import SCALES

    by, date, note = given
    who = person(registry, root, registry.ideas[slug], by, "judges")
    say_the_clock(registry, date)
    when, whole = date or standing_day(registry), len(numbers) == len(SCALES)
    if not whole:
        # Whoever may not judge this is told so before they are asked.
        tried = Judgement(slug, who, when, 3, 3, 3)
        if _refused(root, registry, tried):
            return 1
        numbers, note = ask(registry.ideas[slug].title, numbers, note)
    figures = (numbers["value"], numbers["effort"], numbers["confidence"])
    judgement = Judgement(slug, who, when, *figures, note)
    return (
        1 if _refused(root, registry, judgement) else _written(root, registry, judgement, dry_run)
    )


def _refused(root: Path, registry: "Registry", judgement: "Judgement") -> bool:
    """Say why a judgement cannot be written, if it cannot."""
    from hero.cli.evaluate_shown import why_not

    lines = why_not(root, registry, judgement)
    for line in lines:
        click.echo(line)
    return bool(lines)


def _written(root: Path, registry: "Registry", judgement: "Judgement", dry_run: bool) -> int:
    from hero.cli.evaluate_shown import finish

    return finish(root, registry, judgement, dry_run)
