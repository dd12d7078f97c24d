"""The file name of an idea is its id: lower-case words joined by hyphens, then `.yml`.

The name becomes the address of the page and the word by which ideas refer to this one, so
it has to work in every file system, address and shell. It says what the idea is about, and it
never changes. The same goes for the file of a challenge.

**Instead:** rename the file; `hero new` chooses a good name by itself.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place
from hero.registry.registry import CHALLENGES, Registry
from hero.registry.slug import slug_from
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "Identity"
RULE = rule_id(__name__)
_A = {"idea": "an", "challenge": "a"}


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    for problem in registry.problems_of(RULE):
        folder, name = problem.path.rsplit("/", 1)
        kind = "challenge" if folder.startswith(CHALLENGES) else "idea"
        good = slug_from(name.rsplit(".", 1)[0]) or "a-few-plain-words"
        others = registry.challenges if kind == "challenge" else registry.ideas
        taken = good in others or (good in registry.unread and name != f"{good}.yaml")
        yield Diagnostic(
            RULE,
            f"`{shown(name)}` is no good name for {_A[kind]} {kind}'s file",
            Place(problem.path),
            help=(
                f"`{good}` is another {kind}'s name: say in this one what is different about it"
                if taken
                else f"rename it to `{folder}/{good}.yml`",
                "lower-case letters, digits and single hyphens, at most 80 of them, then `.yml`",
            ),
        )
