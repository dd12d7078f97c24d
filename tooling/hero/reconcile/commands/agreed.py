"""Who agreed to a move by a command, told again from our own answers once its pull is merged."""

import re
from collections.abc import Iterator, Sequence

from hero.reconcile.commands.hearing import Saying, sayings_in, sayings_of
from hero.reconcile.commands.marks import MOVES, answer_mark
from hero.reconcile.seen import Account, Comment, Observed, PullSeen
from hero.reconcile.threads import threads

#: An answer which says that a pull carries the command out, or does so already. A refusal has no
#: such line, nor has an answer that was corrected since.
_COUNTS = re.compile(r"<p><code>/[a-z-]+</code>: #(\d+) ")


def agreed(observed: Observed, slug: str, pull: PullSeen) -> tuple[Account, ...]:
    """Whose command a pull of ours carried out, or who asked for the same: each once, in order.

    Only commands that were never edited count, and that were answered so by us.
    """
    here = (pull.head_repository or "").lower() == observed.place.name.lower()
    if not here or pull.branch != f"{MOVES}{slug}":
        return ()
    found = {saying.by.id: saying.by for saying in _counted(observed, slug, pull)}
    return tuple(found.values())


def _counted(observed: Observed, slug: str, pull: PullSeen) -> Iterator[Saying]:
    me = observed.place.me
    yield from _answered(sayings_of(pull, me), pull.comments, pull.number, me)
    for issues in (observed.issues, observed.settled):
        issue = threads(issues, me).get(slug)
        if issue is not None:
            yield from _answered(sayings_in(issue, me), issue.comments, pull.number, me)


def _answered(
    sayings: Sequence[Saying], comments: Sequence[Comment], pull: int, me: Account
) -> Iterator[Saying]:
    ours = [each.body for each in comments if each.by.id == me.id]
    for saying in sayings:
        mark = answer_mark(saying.key)
        told = next((body for body in ours if body.startswith(mark)), "")
        if str(pull) in _COUNTS.findall(told):
            yield saying
