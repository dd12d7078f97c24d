"""What the playbooks name exists: verbs and options, commands, fields, rules, facts, gates."""

import re
import shlex

import click
import pytest

from hero.cli import VERBS
from hero.culture.scorecard.check import parse
from hero.reconcile.commands.verbs import VERBS as COMMANDS
from hero.registry.json_schema import KINDS
from hero.registry.registry import Registry
from hero.registry.schema import fields_at
from hero.rules import RULES
from hero.site.directives import directive
from hero.technology.folder import Folder
from tests.docs.verbs_page import command_of
from tests.playbooks.pages import GENERATED, PAGES, ROOT, commands, comments, inline

#: Written with a slash or an underscore, and none of ours.
NO_COMMANDS = {"/advnace", "/usr/bin"}
CALLS = sorted(set(commands()))
PIPELINE = Registry.read(Folder(ROOT)).pipeline


def options(verb: str) -> set[str]:
    """Every option of a verb, with those that all have."""
    params = [each for each in command_of(verb).params if isinstance(each, click.Option)]
    return {name for each in params for name in (*each.opts, *each.secondary_opts)} | {"--help"}


def wrong(call: str) -> str:
    """What of a call of `hero` does not exist; empty where all does."""
    verb, *rest = shlex.split(call.replace("…", "x"), comments=True)
    if verb in ("--help", "--version", "VERB"):
        return ""
    if verb not in VERBS:
        return f"verb {verb}"
    asked = {word.split("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
    return " ".join(sorted(asked - options(verb)))


@pytest.mark.parametrize(("page", "call"), CALLS)
def test_a_call_of_hero_names_verbs_and_options_that_exist(page: str, call: str) -> None:
    assert wrong(call) == ""


@pytest.mark.parametrize("call", ["dance", "due --soon", "move x y --because='z' --loud"])
def test_a_call_of_what_does_not_exist_is_seen(call: str) -> None:
    assert wrong(call)


def test_every_verb_is_named_where_people_are_told_to_use_it() -> None:
    text = "".join(PAGES[page] for page in PAGES.keys() - GENERATED)
    text += (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [verb for verb in VERBS if not re.search(rf"hero {verb}\b", text)]
    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_a_command_in_a_comment_is_one(page: str) -> None:
    said = {text.split()[0] for text in inline(page) if re.match(r"/[a-z]", text)}
    assert {word for word in said if word.count("/") == 1} <= {
        *(f"/{name}" for name in COMMANDS),
        *NO_COMMANDS,
    }


def test_every_command_is_named() -> None:
    said = " ".join(text for page in PAGES for text in inline(page))
    assert [name for name in COMMANDS if f"/{name}" not in said] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_word_with_an_underscore_is_a_field(page: str) -> None:
    known = {name for kind in KINDS.values() for name in every_field(kind)}
    said = {text for text in inline(page) if re.fullmatch(r"[a-z]+(_[a-z]+)+", text)}
    assert said - known <= {"pull_request_target", "pull_request", "workflow_run"}


def every_field(model: object) -> set[str]:
    """The fields of a model and of the models in it."""
    text = str(model.model_json_schema(by_alias=True))  # type: ignore[attr-defined]
    inner = set(re.findall(r"'([a-z]+(?:_[a-z]+)+)': \{", text))
    return {*fields_at(model), *inner}  # type: ignore[arg-type]


@pytest.mark.parametrize("page", PAGES)
def test_a_rule_that_is_linked_is_one(page: str) -> None:
    linked = set(re.findall(r"rules/([a-z-]+)\.md", PAGES[page])) - {"index"}
    assert linked <= {rule.id for rule in RULES}


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_asks_hero_for_is_known(page: str) -> None:
    for asked in comments(page):
        word, _, rest = asked.partition(" ")
        assert directive(asked) is not None, asked
        if word == "check":
            assert parse(rest).written == rest, "write it as `hero scorecard --check` does"
        if word == "gate":
            start, to = rest.split()
            assert any(start in move.from_ and to == move.to for move in PIPELINE.moves), asked
        if word == "promises" and rest:
            stage = PIPELINE.stage(rest)
            assert stage is not None, asked
            assert stage.deadlines, asked
