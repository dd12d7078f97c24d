"""The page of the command line's verbs, made of click's own help."""

import re
from collections.abc import Iterator
from importlib import import_module
from inspect import cleandoc
from itertools import groupby

import click

from hero.cli import VERBS

HEAD = """# The command line

Every verb of `hero`, in the words of its own help: `hero VERB --help` says the same. This page is
generated; a test holds it equal to the program. Run `hero` in a registry's folder, or name one with
`--root DIR`.

A verb ends with 0 when all is clean, 1 when it has something to tell, 2 when it was called wrongly,
3 when it could not finish, and 130 when you stopped it. Verbs that write to the forge show what
they would do, and do it with `--apply` only.
"""
TAIL = """**Next:** run `hero due` in your registry, and see who is waiting for whom.
"""


#: Help's examples name somebody of the example. The page is for every registry.
SOMEBODY = "example-grace"


def page() -> str:
    """The whole page as Markdown."""
    grouped = groupby(VERBS, key=lambda verb: VERBS[verb][0])
    parts = [f"## {who}\n\n" + "\n".join(map(_verb, verbs)) for who, verbs in grouped]
    return "\n".join([HEAD, *parts, TAIL]).replace(SOMEBODY, "your-login")


def command_of(verb: str) -> click.Command:
    """The click command of a verb."""
    command: click.Command = import_module(f"hero.cli.{VERBS[verb][1]}").command
    return command


def _verb(verb: str) -> str:
    command = command_of(verb)
    context = click.Context(command, info_name=f"hero {verb}")
    usage = " ".join(command.collect_usage_pieces(context))
    parts = [f"### {verb}\n", f"`hero {verb} {usage}`\n", *_help(command.help or "")]
    rows = [f"| `{name}` | {_cell(about)} |" for name, about in _options(command, context)]
    return "\n".join(
        [*parts, *(["| Option | What it does |\n|---|---|", *rows, ""] if rows else [])]
    )


def _options(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    shown = [each for each in command.params if isinstance(each, click.Option)]
    for param in shown:
        if param.name == "root":
            continue
        record = param.get_help_record(context)
        if record is not None:
            yield record


def _help(text: str) -> Iterator[str]:
    """The paragraphs; what is indented, or kept as it is, becomes a block."""
    for part in re.split(r"\n\s*\n", cleandoc(text.replace("\f", ""))):
        kept = part.startswith("\b\n")
        lines = part.removeprefix("\b\n").splitlines()
        if not kept:
            yield _plain(" ".join(lines)) + "\n"
            continue
        if lines[0].endswith(":") and not lines[0].startswith(" "):
            yield f"{_plain(lines.pop(0))}\n"
        yield "\n".join(["```text", *cleandoc("\n" + "\n".join(lines)).splitlines(), "```\n"])


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")


def _plain(text: str) -> str:
    """Help's words, in which Markdown finds no emphasis and no tag outside of code."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(
        each if each.startswith("`") else re.sub(r"([*_\[])", r"\\\1", each).replace("<", "&lt;")
        for each in parts
    )
