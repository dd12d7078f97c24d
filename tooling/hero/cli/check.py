"""`hero check`: hold the registry against every rule."""

import os
from pathlib import Path

import click

from hero.cli import report
from hero.cli.registry import read, root_option
from hero.registry.diagnostic import Diagnostic, Severity

_STYLES = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan"},
    "good": {"fg": "green"},
    "place": {"bold": True},
}


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@root_option
@click.option("--base", metavar="REV", help="Also check what changed since this git revision.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    help="How to print diagnostics; in GitHub Actions `github`, else `text`.",
)
def command(paths: tuple[Path, ...], root: Path, base: str | None, form: str | None) -> int:
    """Hold the registry against every rule.

    With PATHs, only what stands in these files and folders is shown; the rules still see the
    whole registry. Every diagnostic says where, what, why, and what to write instead.

    \b
    Examples:
      hero check
      hero check ideas/2026/quarantine-flaky-tests.yml
      hero check --base origin/main
    """
    from hero.rules import check

    wanted = _relative(paths, root)
    registry = read(root)
    found = check(registry, read(root, base) if base else None)
    found = [each for each in found if not wanted or _inside(each, wanted)]
    form = form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if form == "json":
        click.echo(report.as_json(registry, found), nl=False)
    elif form == "github":
        click.echo(report.github(registry, found), nl=False)
        click.echo(report.summary(registry, found))
    else:
        click.echo(report.text(registry, found, _paint), nl=False, color=_colour())
    return int(any(each.severity is Severity.ERROR for each in found))


def _relative(paths: tuple[Path, ...], root: Path) -> list[str]:
    """The paths as the registry names them. Raises a usage error for one that is not in it."""
    names = []
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise click.UsageError(f"There is no file or folder {str(path)!r}.")
        try:
            # The path itself counts, not what a link leads to.
            whole = path.parent.resolve() / path.name if path.name else path.resolve()
            names.append(whole.relative_to(root.resolve()).as_posix())
        except ValueError as error:
            raise click.UsageError(f"{path} is not in the registry in {root}.") from error
    return names


def _inside(diagnostic: Diagnostic, wanted: list[str]) -> bool:
    path = diagnostic.place.path
    return any(name == "." or path == name or path.startswith(f"{name}/") for name in wanted)


def _paint(words: str, style: str) -> str:
    return click.style(words, **_STYLES[style])  # type: ignore[arg-type]  # because: a mixed table


def _colour() -> bool | None:
    """No colours where NO_COLOR says so; else click decides by whether this is a terminal."""
    return False if os.environ.get("NO_COLOR") else None
