"""`hero new`: start a new idea, by questions at a terminal or by options elsewhere."""

import sys
from pathlib import Path
from typing import Any

import click

from hero.cli.registry import read, root_option
from hero.registry.registry import Registry


@click.command("new")
@click.argument("title", required=False)
@root_option
@click.option("--theme", help="The field of work; `unsure` is fine.")
@click.option("--problem", help="What is wrong today, and for whom.")
@click.option("--proposal", help="What to do about it.")
@click.option("--benefit", help="Who gains, and how we would notice.")
@click.option("--proposer", "proposers", multiple=True, metavar="LOGIN", help="Whose idea it is.")
@click.option("--challenge", help="The challenge that it answers.")
@click.option("--slug", help="The file name, if not made from the title.")
def command(title: str | None, root: Path, slug: str | None, **given: Any) -> None:
    """Start a new idea.

    At a terminal, what is not given is asked for; the texts may wait for your editor. Elsewhere
    the options say everything, and `--theme` is `unsure` unless given.

    \b
    Example:
      hero new "Quarantine flaky tests automatically" --theme delivery
    """
    from hero.registry.schema import fit
    from hero.registry.template import idea_template
    from hero.technology.clock import today

    registry = read(root)
    known = {name: value for name, value in given.items() if value}
    if title:
        known["title"] = title
    known |= _asked(registry, known) if sys.stdin.isatty() else _assumed(known)
    known["proposers"] = [
        login.removeprefix("@") for login in known.get("proposers") or _proposers(root)
    ]
    known = {name: value for name, value in known.items() if value}
    path = _path(registry, slug, known["title"], today().year)
    text = idea_template(path, known)
    _refuse_faults(registry, path, text, fit)
    if challenge := known.get("challenge"):
        _say_when(registry, challenge)
    _show_similar(root, known)
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    click.echo(path)
    left = [name for name in ("problem", "proposal", "benefit") if name not in known]
    then = f"Fill in {_and(left)}, then run" if left else "Now run"
    click.echo(f"{then}: hero check {path}", err=True)


def _asked(registry: Registry, known: dict[str, Any]) -> dict[str, Any]:
    """The answers to what was not given."""
    from hero.registry.template import QUESTIONS

    answers: dict[str, Any] = {}
    if "title" not in known:
        answers["title"] = click.prompt("Title (at most 80 characters)", err=True)
    if "theme" not in known:
        for theme in registry.themes.themes:
            click.echo(f"  {theme.id:<24} {theme.about}", err=True)
        words = [*(theme.id for theme in registry.themes.themes), "unsure"]
        answers["theme"] = click.prompt(
            "Theme", type=click.Choice(words), default="unsure", show_choices=False, err=True
        )
    click.echo("One sentence each is enough; leave it empty to write it in your editor.", err=True)
    for name, question in QUESTIONS.items():
        if name not in known:
            answers[name] = click.prompt(question, default="", show_default=False, err=True)
    return answers


def _assumed(known: dict[str, Any]) -> dict[str, Any]:
    """Without a terminal nobody can be asked: a title is needed, a theme can wait."""
    if "title" not in known:
        raise click.UsageError('A title is needed: hero new "What it is, in a few words"')
    return {} if "theme" in known else {"theme": "unsure"}


def _proposers(root: Path) -> list[str]:
    from hero.technology.identity import login

    found = login(root)
    if found is None and sys.stdin.isatty():
        found = click.prompt("Your GitHub login", err=True)
    if not found:
        raise click.UsageError(
            "Whose idea is it? Say --proposer LOGIN, or once: git config github.user LOGIN"
        )
    return [found]


def _path(registry: Registry, slug: str | None, title: str, year: int) -> str:
    """Where the idea goes. Raises a usage error where the name is taken or no good."""
    from hero.registry.slug import is_slug, slug_from

    name = slug or slug_from(title)
    if not is_slug(name):
        raise click.UsageError(
            f"{name!r} is no good file name: lower-case words joined by hyphens. Say --slug NAME."
        )
    if path := registry.where(name):
        raise click.UsageError(f"There is an idea of that name in {path}. Say --slug NAME.")
    return f"ideas/{year}/{name}.yml"


def _refuse_faults(registry: Registry, path: str, text: str, fit: Any) -> None:
    """What was given must be right before it is written; texts may still be missing."""
    from hero.registry.document import Document
    from hero.registry.idea import Idea

    data = Document.read(path, text.encode()).data
    _, problems = fit(path, Idea, data)
    for problem in problems:
        name, value = str(problem.route[0]), problem.detail["value"]
        if problem.kind != "field-empty":
            about = Idea.model_fields[name].description
            raise click.UsageError(f"{name} cannot be {value!r}. {about}")
    themes = {theme.id for theme in registry.themes.themes} | {"unsure"}
    if themes != {"unsure"} and data["theme"] not in themes:
        from hero.rules.wording import suggestion

        help_lines = "; ".join(suggestion(data["theme"], themes))
        raise click.UsageError(f"There is no theme {data['theme']!r}: {help_lines}.")
    if data.get("challenge") and data["challenge"] not in registry.challenges:
        known = ", ".join(registry.challenges) or "none yet"
        raise click.UsageError(f"There is no challenge {data['challenge']!r}; there are: {known}.")


def _say_when(registry: Registry, challenge: str) -> None:
    """Say how long a challenge is open, or that it is not: the idea is welcome all the same."""
    from hero.culture.challenges import standing
    from hero.technology.clock import today

    asked = registry.challenges[challenge]
    at = standing(asked, registry.network.as_of or today())
    if at.phase == "open":
        click.echo(f"{challenge} is open until {asked.closes}.", err=True)
    elif at.phase == "ahead":
        click.echo(f"{challenge} opens on {asked.opens}; until then it may wait.", err=True)
    else:
        click.echo(
            f"{challenge} closed on {asked.closes}, so this will be shown as a late answer. "
            "Without `challenge` it is an idea like any other.",
            err=True,
        )


def _show_similar(root: Path, known: dict[str, Any]) -> None:
    """Say which ideas this one may repeat; at a terminal, whether to go on is asked."""
    from hero.cli.similar import Query, found, lines
    from hero.registry.similarity.texts import texts_of
    from hero.registry.similarity.words import terms
    from hero.technology.folder import Folder

    query = Query(texts_of(known))
    if not terms(query.texts["title"]):
        return
    source = Folder(root)
    if not (near := found(source, query)):
        return
    click.echo("Somebody may have had this idea already:", err=True)
    for line in lines(source, near):
        click.echo(line, err=True)
    if sys.stdin.isatty():
        click.confirm("Is yours another one, so go on?", default=True, abort=True, err=True)


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
