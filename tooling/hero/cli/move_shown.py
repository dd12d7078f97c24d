"""What `hero move` prints, and the last step: writing, or saying why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from hero.cli.checklist import awaited, checklist, heading, missing
from hero.cli.move_trial import advice, diff, notes, told, trial, write
from hero.cli.paint import colour, paint
from hero.cli.report import printable
from hero.process.edits import Refused
from hero.process.gate import judge, lawful
from hero.process.moving import Moved, Wish, moved
from hero.registry.conditions.case import Facts, same
from hero.registry.diagnostic import Diagnostic
from hero.registry.phrases import counted, either
from hero.registry.registry import Registry
from hero.rules.trial import Trial

#: What a checklist shows already; the rules would say it once more.
_SHOWN = ("move-gate", "move-person")


@dataclass(frozen=True, slots=True)
class Attempt:
    """A move that was tried out on values: what would be written, and what the rules say."""

    wish: Wish
    made: Moved | Refused
    trial: Trial | None

    @property
    def fine(self) -> bool:
        """Is nothing missing?"""
        return isinstance(self.made, Moved) and not self.errors and not self.lacking

    @property
    def errors(self) -> list[Diagnostic]:
        """What the rules say, beside what the checklist shows."""
        found = self.trial.errors if self.trial else ()
        return [each for each in found if each.rule not in _SHOWN]

    @property
    def lacking(self) -> int:
        """How many conditions are missing."""
        verdict = self.made.verdict if isinstance(self.made, Moved) else None
        return len(missing(verdict)) if verdict else 0


def attempt(root: Path, registry: Registry, wish: Wish, facts: Facts) -> Attempt:
    """Try a move out; nothing is written."""
    made = moved(registry, wish, facts)
    held = trial(root, registry, made.files, facts) if isinstance(made, Moved) else None
    return Attempt(wish, made, held)


def show(registry: Registry, attempt: Attempt) -> None:
    """The idea, the way, and the gate as a checklist."""
    wish, idea = attempt.wish, registry.ideas[attempt.wish.slug]
    click.echo(heading(idea.title), color=colour())
    click.echo(f"{registry.stage(idea).id} -> {wish.to}")
    verdict = attempt.made.verdict if isinstance(attempt.made, Moved) else None
    for line in checklist(verdict.findings, paint) if verdict else ():
        click.echo(line, color=colour())


def finish(root: Path, attempt: Attempt, dry_run: bool) -> int:
    """Write what was tried, or say why not; the exit code."""
    made = attempt.made
    if isinstance(made, Refused) or not attempt.fine:
        for line in _why_not(attempt):
            click.echo(line, color=colour())
        return 1
    if attempt.trial:
        number = len(made.files[-1].idea.decisions) - 1
        for line in told(advice(attempt.trial.found, "decisions", number), paint):
            click.echo(line, color=colour())
    if dry_run:
        click.echo()
        for line in diff(made.files):
            click.echo(line)
        click.echo("Nothing was written: this was a dry run.", err=True)
        return 0
    write(root, made.files)
    click.echo()
    for line in _done(attempt.wish, made):
        click.echo(line)
    for line in (*_next(attempt.wish, made), *(notes(attempt.trial) if attempt.trial else ())):
        click.echo(line, err=True)
    return 0


def _why_not(attempt: Attempt) -> Iterator[str]:
    made, wish = attempt.made, attempt.wish
    if isinstance(made, Refused):
        yield f"{paint('error', 'error')}: {printable(made.words)}"
        yield from (f"  = help: {printable(words)}" for words in made.help)
    yield from told(attempt.errors, paint)
    if attempt.lacking:
        yield from _ways_to_mend(attempt)
        many = counted(attempt.lacking, "condition is missing", "conditions are missing")
        yield f"Not moved: {many}. Nothing was written."
    else:
        yield f"Not moved to {wish.to}. Nothing was written."


def _ways_to_mend(attempt: Attempt) -> Iterator[str]:
    """The options that would bring what is missing."""
    verdict = attempt.made.verdict if isinstance(attempt.made, Moved) else None
    lacking = " ".join(each.needed for each in missing(verdict)) if verdict else ""
    if "revisit_on" in lacking:
        yield "  = help: --revisit-on DATE sets it in the same go"
    if "duplicate_of" in lacking:
        yield "  = help: --of SLUG sets it in the same go"


def _done(wish: Wish, made: Moved) -> Iterator[str]:
    *others, moving = made.files
    yield f"Moved to {wish.to} by {wish.by} on {wish.date}: {printable(moving.path)}"
    for each in others:
        yield f"{each.slug} gained its proposers: {printable(each.path)}"


def _next(wish: Wish, made: Moved) -> Iterator[str]:
    paths = " ".join(each.path for each in made.files)
    branch = f"move/{wish.slug}-to-{wish.to}"
    yield f'Next: git switch -c {branch} && git commit -m "Move {wish.slug} to {wish.to}" {paths}'
    still = [_awaited(each.needed) for each in awaited(made.verdict)] if made.verdict else []
    if not still:
        yield "Then open a pull; nobody else has to agree."
        return
    yield f"Then open a pull. Still to come there: {'; '.join(still)}."
    idea = made.files[-1].idea
    own = {same(login) for login in (*idea.proposers, wish.by)}
    helping = [login for login in idea.advocates if same(login) not in own]
    if helping:
        yield f"Whom to ask: {either(helping)} helps this idea as an advocate."


def _awaited(needed: str) -> str:
    return printable(needed).replace(" in the pull, on its last commit", " on its last commit")


def ways(registry: Registry, slug: str, facts: Facts) -> int:
    """Show where an idea can go, and how each gate stands."""
    idea = registry.ideas[slug]
    stage = registry.stage(idea)
    click.echo(heading(idea.title), color=colour())
    click.echo(f"{stage.id}: {printable(stage.means)}")
    ends = lawful(registry.pipeline, stage.id)
    for end in ends:
        verdict = judge(registry, idea, (stage.id, end), facts)
        if verdict is None:
            continue
        click.echo(f"\n{stage.id} -> {end}: {verdict.person.asks}")
        if verdict.move.note:
            click.echo(f"  {printable(verdict.move.note)}")
        for line in checklist(verdict.gate, paint):
            click.echo(line, color=colour())
    if ends:
        click.echo(f"\nNext: hero move {slug} STAGE --because TEXT", err=True)
    else:
        click.echo(f"No move leads out of {stage.id}.")
    return 0
