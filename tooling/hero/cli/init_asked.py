"""What `hero init` is told: by options, by git, by questions at a terminal, by GitHub."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
from pydantic import BaseModel, ValidationError

from hero.registry.beginning.own import (
    GITHUB,
    Asked,
    NotMeant,
    Own,
    advocate_from,
    place_of,
    site_of,
    theme_from,
)
from hero.registry.failure import Failed
from hero.registry.policies import Advocate, Network, Theme
from hero.registry.slug import slug_from

Model = TypeVar("Model", bound=BaseModel)


def own_from(root: Path, given: dict[str, Any]) -> Own:
    """The facts of the registry that begins. Raises a usage error for what makes no sense."""
    from hero.technology.clock import today

    forge, repository = _place(root, given)
    owner = repository.partition("/")[0]
    organisation = given["organisation"] or _ask("Whose network is it?", "--organisation", owner)
    name = given["name"] or _ask("What is it called?", "--name", f"{organisation} Hero Network")
    themes = _themes(given["themes"])
    advocates = _advocates(
        given["advocates"], themes, slug_from(organisation) or "everybody", forge
    )
    _fit(
        Network,
        {"name": name, "organisation": organisation, "repository": repository, "forge": forge},
    )
    site = given["site"] or site_of(forge, repository)
    return Own(
        name=name,
        organisation=organisation,
        repository=repository,
        branch=given["branch"],
        forge=forge,
        site=site if site.endswith("/") else f"{site}/",
        audience=given["audience"],
        themes=themes,
        advocates=advocates,
        owners=tuple(f"@{each.lstrip('@')}" for each in given["owners"]) or _first(advocates),
        holidays=tuple(given["holidays"]),
        today=today(),
    )


def _place(root: Path, given: dict[str, Any]) -> tuple[str, str]:
    """The forge and the repository on it."""
    from hero.technology.git import configured

    forge, repository = place_of(configured(root, "remote.origin.url") or "") or (GITHUB, "")
    forge = (given["forge"] or forge).rstrip("/")
    return forge, given["repository"] or repository or _ask("OWNER/NAME on GitHub", "--repository")


def _ask(question: str, option: str, default: str | None = None) -> str:
    """An answer from a terminal; elsewhere the default, or a usage error for want of one."""
    if sys.stdin.isatty():
        return str(click.prompt(question, default=default, err=True))
    if default:
        return default
    raise click.UsageError(f"{question}? Say {option}.")


def _themes(given: Iterable[str]) -> tuple[Theme, ...]:
    asked = "A theme, as NAME: what belongs there"
    words = list(given) or _several(asked, "--theme", theme_from)
    try:
        return tuple(_fit(Theme, theme_from(each).model_dump()) for each in words)
    except NotMeant as error:
        raise click.UsageError(f"{error}.") from error


def _several(question: str, option: str, reads: Callable[[str], object]) -> list[str]:
    """Answers until there is an empty one; at least one is needed.

    At a terminal, what `reads` cannot read is said and asked for again.
    """
    found: list[str] = []
    while True:
        words = _more() if found else _ask(question, option)
        if not words:
            return found
        try:
            reads(words)
        except NotMeant as error:
            click.echo(f"{error}.", err=True)
            continue
        found.append(words)
        if not sys.stdin.isatty():
            return found


def _more() -> str:
    """One more answer, or none."""
    asked = click.prompt("Another (empty: no more)", default="", show_default=False, err=True)
    return str(asked).strip()


def _advocates(
    given: Iterable[str], themes: tuple[Theme, ...], unit: str, forge: str
) -> tuple[Advocate, ...]:
    question = "An advocate, as LOGIN or LOGIN:theme,theme"
    words = list(given) or _several(question, "--advocate", advocate_from)
    try:
        asked = [advocate_from(each) for each in words]
    except NotMeant as error:
        raise click.UsageError(f"{error}.") from error
    every = tuple(each.id for each in themes)
    return tuple(_advocate(each, unit, every) for each in _known(asked, forge))


def _advocate(asked: Asked, unit: str, every: tuple[str, ...]) -> Advocate:
    from hero.technology.clock import today

    said = {"login": asked.login, "id": asked.id, "unit": asked.unit or unit}
    return _fit(Advocate, {**said, "expertise": asked.themes or every, "since": today()})


def _known(asked: list[Asked], forge: str) -> list[Asked]:
    """The same people with their numbers. Raises Failed where GitHub knows none of that name."""
    from dataclasses import replace

    from hero.cli.asking import failing
    from hero.technology.github.accounts import account, anybody

    if all(each.id for each in asked):
        return asked
    found = []
    calls = anybody(forge, os.environ)
    for each in asked:
        try:
            with failing():
                who = None if each.id else account(calls, each.login)
        except Failed as failure:
            mend = f"try again, or write the number yourself: --advocate {each.login}#NUMBER"
            raise Failed(failure.words, mend) from failure
        if who is None and not each.id:
            raise click.UsageError(f"GitHub knows nobody called {each.login!r}.")
        found.append(replace(each, login=who.login, id=who.id) if who else each)
    return found


def _first(advocates: tuple[Advocate, ...]) -> tuple[str, ...]:
    return tuple(f"@{each.login}" for each in advocates[:1])


def _fit(model: type[Model], said: dict[str, Any]) -> Model:
    """A model of what was said, or a usage error that says what it should be."""
    try:
        return model.model_validate(said)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        about = model.model_fields[field].description or ""
        raise click.UsageError(f"{field} cannot be {first['input']!r}. {about}") from error
