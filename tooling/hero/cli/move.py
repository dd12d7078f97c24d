"""`hero move`: decide that an idea goes to another stage, and write that down."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hero.cli.registry import idea_slug, read, root_option
from hero.cli.since import day

if TYPE_CHECKING:
    from hero.process.moving import Wish
    from hero.registry.conditions.case import Facts
    from hero.registry.registry import Registry


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> dt.date | None:
    return None if value is None else day(value)


@click.command("move")
@click.argument("idea", metavar="SLUG|PATH")
@click.argument("stage", required=False, metavar="[STAGE]")
@root_option
@click.option(
    "--because",
    metavar="TEXT",
    help="The reason, in words the proposer can use; `-` reads it from stdin.",
)
@click.option(
    "--reopen-when",
    metavar="TEXT",
    help="What would have an idea that ends or rests looked at again, in a sentence or two.",
)
@click.option("--by", metavar="LOGIN", help="Who decides; else you, as git and gh know you.")
@click.option("--date", metavar="DATE", callback=_day, help="The day of the decision; else today.")
@click.option(
    "--revisit-on", metavar="DATE", callback=_day, help="When a parked idea is looked at again."
)
@click.option("--of", metavar="SLUG", help="The idea that a duplicate repeats.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def command(
    idea: str, stage: str | None, root: Path, because: str | None, dry_run: bool, **given: Any
) -> int:
    """Move an idea to another stage: the decision with its reason, and the stage, in one go.

    The gate is shown first, as a list: what holds (✓), what is missing (✗), and what the pull must
    still show (?), such as approvals. Where something is missing, nothing is written. Without a
    STAGE, all ways out of where the idea stands are shown.

    \b
    Examples:
      hero move quarantine-flaky-tests
      hero move quarantine-flaky-tests exploring --because "Two teams will try it."
      hero move quarantine-flaky-tests parked --revisit-on 2027-03-01 --because - <reason.txt
      hero move cache-tariff-lookups declined --because "3.8 % repeat." \\
        --reopen-when "A carrier starts to price by weight band."
      hero move retry-flaky-tests duplicate --of quarantine-flaky-tests --dry-run
    """
    from hero.cli.changed import standing_day
    from hero.cli.move_asked import say_the_clock
    from hero.cli.move_shown import ways
    from hero.registry.conditions.case import Facts

    registry = read(root)
    slug = idea_slug(registry, idea)
    facts = Facts(standing_day(registry))
    if stage is None:
        return ways(registry, slug, facts)
    end = _stage(registry, slug, stage)
    say_the_clock(registry, given["date"])
    wish = _wish(root, registry, (slug, end), facts.today, given)
    return _moved(root, registry, wish, facts, because, dry_run)


def _wish(
    root: Path,
    registry: "Registry",
    way: tuple[str, str],
    today: dt.date,
    given: dict[str, Any],
) -> "Wish":
    """What is asked for, but for the reason; what the gate needs and nobody gave is asked."""
    from hero.cli import move_asked as asked
    from hero.process.moving import Wish

    slug, end = way
    idea, date = registry.ideas[slug], given["date"] or today
    gate = asked.asked_by_gate(registry, registry.stage(idea).id, end)
    return Wish(
        slug=slug,
        to=end,
        by=asked.person(registry, root, idea, given["by"], "decides"),
        because="",
        date=date,
        revisit_on=asked.revisit(idea, gate, given["revisit_on"], date),
        of=_other(registry, slug, asked.other(idea, gate, given["of"])),
        reopen_when=asked.reopening(registry.pipeline.stage(end), given["reopen_when"]),
    )


def _moved(
    root: Path,
    registry: "Registry",
    wish: "Wish",
    facts: "Facts",
    because: str | None,
    dry_run: bool,
) -> int:
    """Show the gate; where nothing is missing, ask for the reason and write."""
    from hero.cli import move_shown as shown
    from hero.cli.move_asked import at_terminal, reason, still_reopening

    title, end = registry.ideas[wish.slug].title, registry.pipeline.stage(wish.to)
    # At a terminal the gate comes before the question: nobody writes a reason for nothing.
    late = because is None and at_terminal()
    first = "(to be written)" if late else reason(because, title)
    attempt = shown.attempt(root, registry, replace(wish, because=first), facts)
    shown.show(registry, attempt)
    if late and attempt.fine:
        said = reason(None, title)
        again = still_reopening(end, wish.reopen_when)
        wish = replace(wish, because=said, reopen_when=again)
        attempt = shown.attempt(root, registry, wish, facts)
    return shown.finish(root, attempt, dry_run)


def _stage(registry: "Registry", slug: str, word: str) -> str:
    """The stage that somebody means. Raises a usage error for one that there is not."""
    from hero.process.gate import lawful
    from hero.registry.phrases import either
    from hero.rules.wording import nearest

    stages = registry.pipeline.stages
    for stage in stages:
        if word.lower() in (stage.id, stage.name.lower()):
            return stage.id
    near = nearest(word.lower(), [stage.id for stage in stages])
    ends = lawful(registry.pipeline, registry.stage(registry.ideas[slug]).id)
    can = f" {slug} can go to {either(ends)}." if ends else ""
    hint = f" Did you mean {near!r}?" if near else ""
    raise click.UsageError(f"There is no stage {word!r}.{hint}{can}")


def _other(registry: "Registry", slug: str, word: str | None) -> str | None:
    """The slug of the idea that this one repeats. Raises a usage error for none, and for itself."""
    if word is None:
        return None
    found = idea_slug(registry, word)
    if found == slug:
        raise click.UsageError(
            f"{slug} cannot be a duplicate of itself: --of names the other idea."
        )
    return found
