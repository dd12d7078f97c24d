"""The questions of `hero evaluate`, with the words of each number."""

import click

from hero.cli.report import printable
from hero.registry.scales import SCALES, Scale

#: What each scale asks.
QUESTIONS: dict[Scale, str] = {
    "value": "How much is gained, if it works?",
    "effort": "How long would it take, with everyone who must be drawn in?",
    "confidence": "How sure are you of the two?",
}


def ask(title: str, given: dict[str, int], note: str | None) -> tuple[dict[str, int], str | None]:
    """The three numbers and the note; what is given is not asked again."""
    click.echo(printable(title), err=True)
    numbers: dict[str, int] = {scale: given.get(scale) or _number(scale) for scale in SCALES}
    if note is None:
        note = click.prompt(
            "What stands behind it (may be empty)", default="", err=True, show_default=False
        )
    return numbers, (note or "").strip() or None


def _number(scale: Scale) -> int:
    click.echo(f"\n{QUESTIONS[scale]}", err=True)
    for number, words in enumerate(SCALES[scale], 1):
        click.echo(f"  {number}  {words}", err=True)
    answer: int = click.prompt(scale.capitalize(), type=click.IntRange(1, 5), err=True)
    return answer
