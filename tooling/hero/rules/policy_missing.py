"""A registry has its policies.

The pipeline, the themes, the roster and the network's own facts are files beside the playbooks.
Without them ideas can be read, but nobody can say what a stage means or whose turn it is.

**Instead:** add the file; the playbook beside it says what it is for. Is this the right folder?
`--root DIR` names another one.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import Registry
from hero.rules.rule import rule_id

GROUP = "Policy"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        yield Diagnostic(
            RULE,
            "this registry has no such file, and needs it",
            Place(problem.path),
            help=(
                "add it under exactly this name, or name the registry's folder with `--root DIR`",
            ),
        )
