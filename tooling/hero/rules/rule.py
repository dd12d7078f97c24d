"""What a rule is: a module with a docstring for people and a function that finds diagnostics."""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import cleandoc
from types import ModuleType
from typing import Protocol

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic
from hero.registry.registry import Registry
from hero.rules.examples import Example, examples


class Check(Protocol):
    """Holds a registry, and what it was before where that is known, against one rule."""

    def __call__(self, registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
        """Yield what is wrong, in any order; the places need no spans."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `page` is Markdown: its first line says what holds, the rest why and how."""

    id: str
    group: str
    page: str
    check: Check

    @property
    def title(self) -> str:
        """What holds, in one sentence."""
        return self.page.partition("\n")[0]

    @property
    def example(self) -> Example | None:
        """What it says of a bad file, and a good one."""
        return examples().get(self.id)


def rule_from(module: ModuleType) -> Rule:
    """The rule that a module holds: named by its file, explained by its docstring."""
    return Rule(
        rule_id(module.__name__), module.GROUP, cleandoc(module.__doc__ or ""), module.check
    )


def rule_id(module_name: str) -> str:
    """`hero.rules.field_unknown` holds the rule `field-unknown`."""
    return module_name.rpartition(".")[2].replace("_", "-")
