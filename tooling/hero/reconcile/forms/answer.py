"""The one comment on an issue of the form, from its first reading until the idea is recorded."""

from urllib.parse import quote

from hero.reconcile.forms import sentences
from hero.reconcile.forms.candidate import Candidate
from hero.reconcile.forms.memory import BY_HAND, STICKY, branch_of, remembering
from hero.reconcile.forms.submit import SLOT
from hero.reconcile.forms.wording import faults
from hero.reconcile.inert import titled
from hero.reconcile.ready import UNREAD_FOR
from hero.registry.secrets import masked


def unmended(made: Candidate) -> str:
    """There is no pull yet: this has to be mended first."""
    return _comment(STICKY, _thanks(made), *_faults(made, None))


def in_pull(made: Candidate, pull: int | None, others: bool = False) -> str:
    """It is in a pull, None for one that is about to be opened. `others` have changed it there."""
    mark = STICKY + remembering(made.slug, pull or SLOT)
    if others:
        lines = [sentences.in_pull(f"#{pull}"), sentences.others()]
    elif made.read.errors:
        lines = list(_faults(made, pull))
    else:
        where = sentences.in_pull(f"#{pull or SLOT}")
        lines = [where, sentences.then(UNREAD_FOR), sentences.to_change()]
    return _comment(mark, _thanks(made), *lines)


def by_hand(made: Candidate) -> str:
    """A person has to open the pull."""
    network = made.read.world.network
    ends = f"{quote(network.branch)}...{branch_of(made.issue.number)}"
    where = f"{network.forge.rstrip('/')}/{network.repository}/compare/{ends}?expand=1"
    mark = STICKY + remembering(made.slug, BY_HAND)
    lines = (sentences.by_hand(where), sentences.then(UNREAD_FOR), sentences.to_change())
    return _comment(mark, _thanks(made), *lines)


def closed(made: Candidate, slug: str, pull: int) -> str:
    """The pull was closed by a person."""
    mark = STICKY + remembering(slug, pull)
    return _comment(mark, _thanks(made), sentences.closed(pull))


def pull_title(made: Candidate) -> str:
    """What the pull is called."""
    return titled(f"Idea: {masked(made.title)}")


def pull_body(made: Candidate) -> str:
    """What the pull says of itself: it links the issue and closes nothing."""
    lines = sentences.about_pull(made.issue.number, made.issue.author.login)
    return "\n\n".join(f"<p>{line}</p>" for line in lines)


def _thanks(made: Candidate) -> str:
    return sentences.thanks(made.issue.author.login, masked(made.title))


def _faults(made: Candidate, pull: int | None) -> tuple[str, ...]:
    found = list(faults(made.read))
    listed = f"<ul>{sentences.items(found)}</ul>"
    return (sentences.to_mend(len(found), pull), listed, sentences.how_to_mend())


def _comment(marks: str, *lines: str) -> str:
    blocks = (line if line.startswith("<ul>") else f"<p>{line}</p>" for line in lines)
    return "\n\n".join([marks, *blocks])
