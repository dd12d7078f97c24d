"""What `hero evaluate` prints, and the last step: writing, or saying why not."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from hero.cli.changed import standing_day
from hero.cli.checklist import WIDTH, heading
from hero.cli.move_trial import diff, told, trial, write
from hero.cli.paint import colour, paint
from hero.cli.report import printable
from hero.process.edits import Refused
from hero.process.evaluating import Judgement, evaluated
from hero.process.evaluations import counting, of_person, spread_of
from hero.registry.conditions.case import Facts
from hero.registry.idea import Evaluation, Idea
from hero.registry.phrases import both, counted
from hero.registry.registry import Registry
from hero.registry.scales import SCALES, words


def table(idea: Idea) -> None:
    """What people judged so far, how far they are apart, and what stands behind it."""
    click.echo(heading(idea.title), color=colour())
    judged = counting(idea)
    if not judged:
        click.echo("Nobody has evaluated it yet.")
        return
    for line in (*_rows(judged), *_apart(judged)):
        click.echo(line, color=colour())


def _rows(judged: tuple[Evaluation, ...]) -> Iterator[str]:
    """One line for each person, with a note below it, and one with the spread."""
    cells = [["", *SCALES]]
    for each in judged:
        numbers = [(scale, getattr(each, scale)) for scale in SCALES]
        cells.append([each.by, *(f"{number} {words(scale, number)}" for scale, number in numbers)])
    spread = spread_of(judged)
    if spread:
        ranges = [
            f"{each.lowest} to {each.highest}" if each.apart else f"all say {each.lowest}"
            for each in spread
        ]
        cells.append(["together", *ranges])
    widths = [max(len(row[column]) for row in cells) + 2 for column in range(len(cells[0]))]
    for number, row in enumerate(cells):
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "".join(padded).rstrip()
        note = judged[number - 1].note if 0 < number <= len(judged) else None
        if note:
            lines = textwrap.wrap(printable(note), WIDTH - 4, break_on_hyphens=False)
            yield from (f"    {line}" for line in lines)


def _apart(judged: tuple[Evaluation, ...]) -> Iterator[str]:
    far = [each for each in spread_of(judged) if each.talk_first]
    if far:
        said = both([f"{each.scale} by {each.apart}" for each in far])
        yield (
            f"{paint('Far apart', 'warning')}: {said}. Talk first, then evaluate again; "
            "a mean would hide what you do not agree on."
        )


def why_not(root: Path, registry: Registry, judgement: Judgement) -> list[str]:
    """Why a judgement cannot be written; nothing where it can."""
    made = evaluated(registry, judgement, standing_day(registry))
    if isinstance(made, Refused):
        lines = [f"{paint('error', 'error')}: {printable(made.words)}"]
        lines += [f"  = help: {printable(each)}" for each in made.help]
    else:
        held = trial(root, registry, [made], Facts(standing_day(registry)))
        lines = list(told(held.errors, paint))
    return [*lines, "Not evaluated. Nothing was written."] if lines else []


def finish(root: Path, registry: Registry, judgement: Judgement, dry_run: bool) -> int:
    """Write the judgement, or only show how, and then what everybody says."""
    made = evaluated(registry, judgement, standing_day(registry))
    if isinstance(made, Refused):
        return 1
    if dry_run:
        for line in diff([made]):
            click.echo(line)
        click.echo("Nothing was written: this was a dry run.", err=True)
        return 0
    write(root, [made])
    table(made.idea)
    times = len(of_person(made.idea.evaluations, judgement.by))
    if times > 1:
        earlier = counted(times - 1, "earlier judgement stays", "earlier judgements stay")
        click.echo(f"{judgement.by}'s last judgement counts; {earlier} on record.")
    click.echo(f"Written: {printable(made.path)}")
    branch, message = f"evaluate/{judgement.slug}", f"Evaluate {judgement.slug}"
    click.echo(f'Next: git switch -c {branch} && git commit -m "{message}" {made.path}', err=True)
    click.echo("Then open a pull.", err=True)
    return 0
