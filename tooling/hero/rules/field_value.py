"""A value is one that its field can have.

Some fields take one of a few words, a number within bounds, or a word of a certain form (a login,
a slug, a web address). Anything else would lead nowhere.

**Instead:** take the nearest valid value; the help names it.
"""

from collections.abc import Iterator

from hero.process.change import Change
from hero.registry.diagnostic import Diagnostic, Place, dotted
from hero.registry.fix import Fix
from hero.registry.problem import Problem
from hero.registry.registry import Registry
from hero.rules.expectation import described, wanted
from hero.rules.meant import Vocabulary
from hero.rules.mending import Mender
from hero.rules.repair import Better, better, repaired
from hero.rules.rule import rule_id
from hero.rules.wording import shown

GROUP = "Fields"
RULE = rule_id(__name__)


def check(registry: Registry, change: Change | None) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each."""
    mender, vocabulary = Mender(registry), Vocabulary(registry)
    for problem in registry.problems_of(RULE):
        name, about = described(problem)
        words = vocabulary.at(problem.path, problem.route)
        found = better(problem, words)
        if words and words.names:
            about = (*about[:1], words.listed())
        yield Diagnostic(
            RULE,
            f"{name} has to be {wanted(problem)}, and is {shown(problem.detail['value'])}",
            Place(problem.path, problem.route),
            help=(*repaired(problem, found), *about),
            fix=_fix(mender, problem, found),
        )


def _fix(mender: Mender, problem: Problem, found: Better | None) -> Fix | None:
    if found is None:
        return None
    about = f"write `{dotted(problem.route)}` as {shown(found.value)}"
    return mender.set(problem.path, problem.route, found.value, about, found.safe)
