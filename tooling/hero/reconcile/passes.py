"""Several passes in one run, so that what a comment asks for is done by the end of it.

A command becomes a pull in one pass, and the pull is answered and merged in the next. After a
merge the folder is a commit behind what is true, so the run ends there: the next begins anew.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hero.reconcile.actions import Action, Merge
from hero.reconcile.apply import Outcome, apply
from hero.reconcile.forge import Forge
from hero.reconcile.own_pulls import Propose, Put, Retire
from hero.reconcile.plan import Plan

#: So often it is looked at in one run: to open a pull, to answer and merge it, and once more
#: where something was in the way of the first.
PASSES = 3


@dataclass(frozen=True, slots=True)
class Run:
    """A run: all that was planned in its passes, in order, and what became of it."""

    plan: Plan
    outcomes: tuple[Outcome, ...] = ()


def passes(look: Callable[[], Plan], forge: Forge, limit: int) -> Run:
    """Look, plan and do, until a pass leaves nothing for another; at most `limit` writes in all.

    `look` observes and plans. Raises ForgeRefused as observing does.
    """
    planned: list[Action] = []
    outcomes: list[Outcome] = []
    notes: tuple[str, ...] = ()
    for _ in range(PASSES):
        made = look()
        done = apply(made.actions, forge, limit - _done(outcomes))
        planned += made.actions
        outcomes += done
        notes = made.notes
        if not is_worth_another(done):
            break
    return Run(Plan(tuple(planned), notes), tuple(outcomes))


def is_worth_another(done: Iterable[Outcome]) -> bool:
    """Was a pull of ours put, opened or closed, and nothing merged, left or refused?"""
    outcomes = list(done)
    if any(each.fate != "done" or isinstance(each.action, Merge) for each in outcomes):
        return False
    return any(isinstance(each.action, Propose | Put | Retire) for each in outcomes)


def _done(outcomes: list[Outcome]) -> int:
    return sum(each.fate == "done" for each in outcomes)
