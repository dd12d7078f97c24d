"""The command `hero`: verbs that parse, call, print and exit, grouped by who one is."""

import os
import sys
import traceback
from importlib import import_module
from typing import Any

import click

from hero import __version__
from hero.registry.failure import Failed

#: Exit codes, the same in every format (click itself uses 2 for usage).
CLEAN, DIAGNOSTICS, USAGE, UNFINISHED, INTERRUPTED = 0, 1, 2, 3, 130

#: Every verb: who it is for, the module that holds it, and what it does in a few words. It is
#: said here so that help needs no verb's imports; a test holds it against the verbs themselves.
VERBS: dict[str, tuple[str, str, str]] = {
    "new": ("For proposers", "new", "Start a new idea."),
    "check": ("For proposers", "check", "Hold the registry against every rule."),
    "similar": ("For proposers", "similar", "Show ideas that a text may repeat."),
    "list": ("For advocates", "list_", "List ideas."),
    "show": ("For advocates", "show", "Show one idea."),
    "move": ("For advocates", "move", "Move an idea to another stage."),
    "evaluate": ("For advocates", "evaluate", "Judge an idea on three scales."),
    "assign": ("For advocates", "assign", "Choose advocates for ideas."),
    "advocates": (
        "For advocates",
        "advocates",
        "Show who helps, what waits on them, and where the network is thin.",
    ),
    "due": ("For advocates", "due", "Show what is overdue and what is due next, and from whom."),
    "metrics": (
        "For everyone curious",
        "metrics",
        "Show how well ideas flow, in figures that anybody can recompute.",
    ),
    "replay": (
        "For everyone curious",
        "replay",
        "Run the recorded decisions under another pipeline, and say what would differ.",
    ),
    "scorecard": (
        "For everyone curious",
        "scorecard",
        "Show how mature the four letters of PACT are, each level a fact.",
    ),
    "timeline": (
        "For everyone curious",
        "timeline",
        "Tell what happened when, to one idea or to all.",
    ),
    "audit": ("For everyone curious", "audit", "Hold the files against git."),
    "explain": ("For everyone curious", "explain", "Explain a rule."),
    "init": ("For maintainers", "init", "Make a fresh copy of the example a registry of your own."),
    "reconcile": (
        "For maintainers",
        "reconcile",
        "Say what should be true of the open pulls and is not; with --apply, make it true.",
    ),
    "doctor": (
        "For maintainers",
        "doctor",
        "Look whether everything is set up, and say what to do where it is not.",
    ),
    "upgrade": (
        "For maintainers",
        "upgrade",
        "Bring the registry's files into the form of this version of Hero.",
    ),
    "import": (
        "For maintainers",
        "import_",
        "Turn the rows of FILE (CSV, JSON Lines, JSON) into idea files.",
    ),
    "signals": (
        "For maintainers",
        "signals",
        "Count votes and comments on the issues of ideas, and the pulls that would change them.",
    ),
    "digest": (
        "For maintainers",
        "digest",
        "Tell what moved and why, what is new, what waits on whom, what closes soon; with thanks.",
    ),
    "pages": ("For maintainers", "pages", "Write the site's pages as plain Markdown."),
    "build": ("For maintainers", "build", "Build the site."),
    "audience": (
        "For maintainers",
        "audience",
        "Ask GitHub who could read the site, and hold it against network.yml.",
    ),
    "watch": ("For maintainers", "watch", "Say which scheduled workflows GitHub has stopped."),
    "serve": ("For maintainers", "serve", "Serve the site on this machine while you edit."),
    "schema": ("For maintainers", "schema", "Print the JSON Schema of a kind of file."),
}


class Verbs(click.Group):
    """A group that imports a verb only when it is called, and lists verbs by audience."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order in which help shows them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, imported now; None where there is no such verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"hero.cli.{VERBS[cmd_name][1]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest verb where there is none of that name."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from hero.rules.wording import nearest

            near = nearest(args[0], VERBS)
            hint = f" Did you mean `hero {near}`?" if near else " `hero --help` lists them."
            raise click.UsageError(f"There is no verb {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One section for each audience."""
        for audience in dict.fromkeys(who for who, _, _ in VERBS.values()):
            rows = [(name, about) for name, (who, _, about) in VERBS.items() if who == audience]
            with formatter.section(audience):
                formatter.write_dl(rows)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="hero %(version)s")
def cli() -> None:
    """Hero keeps a social innovation network in git: ideas as files, checked, moved by rules
    that anyone can read, and published as a site.

    Every verb works on the registry in this folder, or in `--root DIR`.

    Exit codes: 0 clean, 1 diagnostics, 2 usage, 3 could not finish, 130 interrupted.
    """


def main() -> None:
    """Run the command line and exit with the code that says how it went."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code."""
    try:
        result: Any = cli.main(arguments, prog_name="hero", standalone_mode=False)
        sys.stdout.flush()
        return int(result or CLEAN)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except Failed as failure:
        click.echo(f"Could not finish: {failure.words}.", err=True)
        if failure.mend:
            click.echo(f"  = help: {failure.mend}", err=True)
        return UNFINISHED
    except BrokenPipeError:
        # Whoever read our output has had enough (`hero list | head`); that is no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except OSError as error:
        click.echo(f"Could not finish: {error}.", err=True)
        return UNFINISHED
    except Exception:
        traceback.print_exc()
        click.echo("Could not finish: this is a defect in Hero. Please report it.", err=True)
        return UNFINISHED
