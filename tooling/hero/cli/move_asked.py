"""What `hero move` and `hero evaluate` are told, or ask for where somebody sits at a terminal."""

import datetime as dt
import re
import sys
from pathlib import Path

import click

from hero.cli.since import day
from hero.process.gate import moves
from hero.process.moving import spelt
from hero.registry.conditions.fields import IdeaFields
from hero.registry.conditions.links import LinkKinds
from hero.registry.idea import REOPENING, Idea
from hero.registry.pipeline import Stage
from hero.registry.registry import Registry

#: As `hero.registry.words.Login` has it; said here for a message of one's own.
_LOGIN = re.compile(r"[A-Za-z0-9]+([-_][A-Za-z0-9]+)*")

#: What stands below this line in the editor is not part of the reason.
_CUT = "# ------------------------ below this line nothing counts ------------------------"


def at_terminal() -> bool:
    """Is there somebody to ask?"""
    return sys.stdin.isatty()


def person(registry: Registry, root: Path, idea: Idea, by: str | None, does: str) -> str:
    """Who acts, as the registry writes them. Raises a usage error where nobody is known."""
    from hero.technology.identity import login

    found = by if by is not None else login(root)
    if not found and at_terminal():
        found = click.prompt("Your GitHub login", err=True)
    if not found:
        raise click.UsageError(f"Who {does}? Say --by LOGIN, or once: git config github.user LOGIN")
    name = found.strip().removeprefix("@")
    if len(name) > 39 or not _LOGIN.fullmatch(name):
        raise click.UsageError(f"{found!r} is no GitHub login.")
    return spelt(registry, idea, name)


def asked_by_gate(registry: Registry, start: str, end: str) -> set[str]:
    """The fields and links that the moves of a way ask for."""
    gates = [each for move in moves(registry.pipeline, start, end) for each in move.gate]
    asked: set[str] = set()
    for each in gates:
        if isinstance(each, IdeaFields):
            asked.update(each.fields)
        elif isinstance(each, LinkKinds):
            asked.update(each.kinds)
    return asked


def revisit(idea: Idea, asked: set[str], given: dt.date | None, today: dt.date) -> dt.date | None:
    """The day on which a parked idea is looked at again, asked for where the gate needs one."""
    lacks = idea.revisit_on is None or idea.revisit_on <= today
    if given is not None or "revisit_on" not in asked or not lacks or not at_terminal():
        return given
    answer: dt.date = click.prompt(
        "Looked at again on which day (like 2027-03-01)", value_proc=day, err=True
    )
    return answer


def other(idea: Idea, asked: set[str], given: str | None) -> str | None:
    """The idea that this one repeats, as typed, asked for where the gate needs one."""
    lacks = idea.links.duplicate_of is None
    if given is not None or "duplicate_of" not in asked or not lacks or not at_terminal():
        return given
    return str(click.prompt("Which idea does it repeat", err=True))


def reason(given: str | None, title: str) -> str:
    """The reason, tidied. Raises a usage error where there is none and nobody to ask."""
    if given == "-":
        said: str | None = sys.stdin.buffer.read().decode(errors="surrogateescape")
    elif given is None and at_terminal():
        said = _written(title)
    elif given is None:
        raise click.UsageError(
            "Every move has a reason, in words the proposer can use: say --because TEXT, "
            "or --because - to read it from stdin."
        )
    else:
        said = given
    tidy = tidied(said or "")
    if not _is_text(tidy):
        raise click.UsageError("The reason is not in UTF-8. Save it as UTF-8 and try again.")
    if not tidy:
        raise click.UsageError("The reason is empty. Say why, in words the proposer can use.")
    return tidy


def reopening(end: Stage | None, given: str | None) -> str | None:
    """What would reopen it, tidied. Raises a usage error where nothing is to be reopened."""
    if given is None:
        return None
    if end is None or not end.reopens:
        raise click.UsageError(
            f"Nothing is to be reopened in {end.id if end else 'this stage'}: say --reopen-when "
            "with a stage in which ideas end or rest."
        )
    tidy = tidied(given)
    if not _is_text(tidy):
        raise click.UsageError("--reopen-when is not in UTF-8.")
    if not tidy:
        raise click.UsageError(
            "--reopen-when is empty. Name an event or a number, or leave it out."
        )
    if len(tidy) > REOPENING:
        raise click.UsageError(
            f"--reopen-when has {len(tidy):,} characters, and {REOPENING} fit: "
            "keep one or two sentences; the rest belongs into the reason."
        )
    return tidy


def still_reopening(end: Stage | None, said: str | None) -> str | None:
    """What would reopen it, asked for at the terminal where it was not said."""
    if said is not None or end is None or not end.reopens:
        return said
    # What does not fit is told and asked again, so that no reason is lost for it.
    answer: str | None = click.prompt(
        "What would reopen it (empty: nothing named)",
        default="",
        err=True,
        show_default=False,
        value_proc=lambda typed: reopening(end, typed) if typed.strip() else None,
    )
    return answer


def tidied(text: str) -> str:
    """A text without blanks at the ends of its lines, and without empty lines around it."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(lines).strip()


def _is_text(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _written(title: str) -> str | None:
    """The reason as written at the terminal; an empty line leads into the editor."""
    said = str(
        click.prompt(
            "Why (empty: write it in your editor)", default="", err=True, show_default=False
        )
    )
    if said.strip():
        return said
    about = f"\n\n{_CUT}\n# Why does “{title}” move? Its proposers and everyone later read this.\n"
    text = click.edit(about, extension=".md")
    return text.split(_CUT)[0] if text else None


def say_the_clock(registry: Registry, given: dt.date | None) -> None:
    """Say which day it is in an example, whose clock stands still, unless a day was given."""
    network = registry.network
    if given is None and network.example and network.as_of:
        click.echo(f"This registry is an example: its clock stands at {network.as_of}.", err=True)
