"""The rules, the kinds of problems and the models fit together, and every page says enough."""

import importlib
import pkgutil
import re
from itertools import groupby
from pathlib import Path

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

import hero.registry
import hero.rules
from hero.registry.schema import _KINDS, fields_at
from hero.rules import RULES, Rule
from hero.rules.wording import example_value
from tests.rules.models import every_model

IDS = {rule.id for rule in RULES}
MODULES = {module.name for module in pkgutil.iter_modules(hero.rules.__path__)}
#: A kind of problem as the registry's modules write it: a rule's id in quotes.
KIND = re.compile(r'(?:Problem|SourceRefused|\.problem)\(\s*"([a-z-]+)"')


def each(rule: Rule) -> str:
    return rule.id


def test_every_rule_has_an_id_of_its_own() -> None:
    assert len(IDS) == len(RULES)


def test_every_module_that_calls_itself_a_rule_is_listed() -> None:
    modules = {name: importlib.import_module(f"hero.rules.{name}") for name in MODULES}
    assert {name.replace("_", "-") for name in modules if hasattr(modules[name], "RULE")} == IDS


@pytest.mark.parametrize("rule", RULES, ids=each)
def test_a_page_says_what_holds_why_and_what_to_write_instead(rule: Rule) -> None:
    what, _, rest = rule.page.partition("\n\n")
    why, mark, instead = rest.partition("**Instead:**")
    assert re.fullmatch(r"[A-Z][^\n]*\.", what)
    assert rule.title == what
    assert len(why.split()) > 10
    assert mark
    assert len(instead.split()) > 3


def test_groups_stand_together() -> None:
    assert len(list(groupby(RULES, key=lambda rule: rule.group))) == len({r.group for r in RULES})


def made() -> set[str]:
    """The kinds of problems that reading makes; `field-type` is what a fault of a field is else."""
    rooms = [Path(hero.registry.__path__[0]), Path(hero.rules.__path__[0]).parent / "technology"]
    texts = [path.read_text(encoding="utf-8") for room in rooms for path in room.rglob("*.py")]
    return {kind for text in texts for kind in KIND.findall(text)} | {
        *_KINDS.values(),
        "field-type",
    }


def explained() -> set[str]:
    """The kinds of problems that rules put into words."""
    texts = [(Path(hero.rules.__path__[0]) / f"{name}.py").read_text() for name in MODULES]
    return {
        name.replace("_", "-")
        for name, text in zip(MODULES, texts, strict=True)
        if "registry.problems_of(RULE)" in text
    }


def test_every_kind_of_problem_is_explained_by_a_rule_and_every_such_rule_is_needed() -> None:
    assert made() == explained()


FIELDS = [
    pytest.param(model, name, field, id=f"{model.__name__}-{name}")
    for model in every_model()
    for name, field in fields_at(model).items()
]


@pytest.mark.parametrize(("model", "name", "field"), FIELDS)
def test_a_field_is_described_and_its_example_is_valid(
    model: type[BaseModel], name: str, field: FieldInfo
) -> None:
    asked = {key: each for key, each in fields_at(model).items() if each.is_required()}
    data = {key: example_value(each) for key, each in asked.items()}
    model.model_validate({**data, name: example_value(field)})
    assert name == "needs" or field.description
