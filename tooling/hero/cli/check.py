"""`hero check`: hold the registry against every rule."""

import os
from functools import partial
from pathlib import Path

import click

from hero.cli import report
from hero.cli.changed import change_since
from hero.cli.next_step import Asked
from hero.cli.paint import colour, paint
from hero.cli.registry import read, read_from, root_option
from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.registry import Registry


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@root_option
@click.option("--base", metavar="REV", help="Also check what changed since this git revision.")
@click.option("--head", metavar="REV", help="Check this git revision instead of the folder.")
@click.option(
    "--facts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What the forge knows of the change, as JSON: approvals, authors.",
)
@click.option("--importing", is_flag=True, help="The change brings in ideas with their history.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    help="How to print diagnostics; in GitHub Actions `github`, else `text`.",
)
@click.option("--fix", is_flag=True, help="Mend what is beyond doubt, and say what was mended.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
def command(
    paths: tuple[Path, ...],
    root: Path,
    base: str | None,
    head: str | None,
    facts: Path | None,
    importing: bool,
    form: str | None,
    fix: bool,
    diff: bool,
) -> int:
    """Hold the registry against every rule.

    With PATHs, only what stands in these files and folders is shown; the rules still see all.
    Every diagnostic says where, what, why, and what to write instead.

    \b
    Examples:
      hero check
      hero check ideas/2026/quarantine-flaky-tests.yml
      hero check --fix ideas/2026/quarantine-flaky-tests.yml
      hero check --base main --head their-branch
    """
    from hero.rules import check

    if (facts or importing) and base is None:
        raise click.UsageError("--facts and --importing need --base.")
    wanted = _relative(paths, root, there=head is None)
    form = form or _usual_form()
    change = change_since(root, base, head, facts, importing) if base else None
    if fix or diff:
        if head or (fix and diff):
            raise click.UsageError("Give just one of --fix, --diff and --head.")
        return _mended(root, change, wanted, form, fix)
    # A change is judged among all ideas: how many there are in a stage, what was taken out.
    only = partial(_inside, wanted=wanted) if wanted and change is None else None
    registry = read(root, head, only)
    found = [each for each in check(registry, change) if _inside(each.place.path, wanted)]
    _print(registry, found, form, Asked(wanted))
    return _code(found)


def _mended(root: Path, change: Change | None, wanted: list[str], form: str, write: bool) -> int:
    """Make the safe fixes, or only show them, and print what is left."""
    from hero.cli import fixes
    from hero.rules import check
    from hero.rules.rounds import mend
    from hero.technology.folder import Folder

    mending = mend(
        Folder(root), read_from, lambda it: check(it, change), lambda path: _inside(path, wanted)
    )
    found = [each for each in mending.found if _inside(each.place.path, wanted)]
    if write:
        fixes.write(root, mending)
    if form == "json":
        click.echo(fixes.as_json(mending, report.as_json(mending.registry, found)), nl=False)
        return _code(found)
    said = fixes.told(mending, paint) if write else fixes.diff(mending)
    click.echo(said + "\n" * bool(said and found), nl=False, color=colour())
    _print(mending.registry, found, form, Asked(wanted, fixing=True))
    return _code(found)


def _usual_form() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _code(found: list[Diagnostic]) -> int:
    return int(any(each.severity is Severity.ERROR for each in found))


def _print(registry: Registry, found: list[Diagnostic], form: str, asked: Asked) -> None:
    if form == "json":
        click.echo(report.as_json(registry, found), nl=False)
    elif form == "github":
        click.echo(report.github(registry, found), nl=False)
        click.echo(report.summary(registry, found))
    else:
        click.echo(report.text(registry, found, paint, asked), nl=False, color=colour())


def _relative(paths: tuple[Path, ...], root: Path, there: bool) -> list[str]:
    """The paths as the registry names them. Raises a usage error for one that is not in it."""
    names = []
    for path in paths:
        if there and not path.exists() and not path.is_symlink():
            raise click.UsageError(f"There is no file or folder {str(path)!r}.")
        try:
            # The path itself counts, not what a link leads to.
            whole = path.parent.resolve() / path.name if path.name else path.resolve()
            names.append(whole.relative_to(root.resolve()).as_posix())
        except ValueError as error:
            raise click.UsageError(f"{path} is not in the registry in {root}.") from error
    return names


def _inside(path: str, wanted: list[str]) -> bool:
    """Is this file among those that were asked for? All are if none were named."""
    return not wanted or any(
        name == "." or path == name or path.startswith(f"{name}/") for name in wanted
    )
