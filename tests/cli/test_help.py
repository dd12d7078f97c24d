"""Help is grouped, true, and quick because it imports next to nothing."""

import json
import subprocess
import sys
from importlib import import_module

import click
import pytest

from hero.cli import VERBS
from hero.cli.schema import KINDS
from hero.registry import json_schema
from tests.cli.conftest import Run


@pytest.mark.parametrize("verb", VERBS)
def test_the_list_of_verbs_says_what_each_verb_says_of_itself(verb: str) -> None:
    _, module, about = VERBS[verb]
    command: click.Command = import_module(f"hero.cli.{module}").command
    assert command.name == verb
    assert (command.help or "").startswith(about.removesuffix("."))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_has_help(verb: str) -> None:
    command: click.Command = import_module(f"hero.cli.{VERBS[verb][1]}").command
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert command.help
    for option in options:
        assert option.help or option.name == "form", option.name


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, json; from hero.cli import run; run(['--help']);"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stderr))
    assert not loaded & {"pydantic", "yaml", "mkdocs", "git", "rich", "jinja2", "cmarkgfm"}


def test_help_is_grouped_by_who_one_is(hero: Run) -> None:
    done = hero("--help")
    places = [done.stdout.index(who) for who, _, _ in VERBS.values()]
    assert done.returncode == 0
    assert places == sorted(places)


def test_an_unknown_verb_gets_the_nearest_one(hero: Run) -> None:
    done = hero("chekc")
    assert done.returncode == 2
    assert "hero check" in done.stderr


def test_the_kinds_of_schema_are_the_models() -> None:
    assert tuple(json_schema.KINDS) == KINDS
