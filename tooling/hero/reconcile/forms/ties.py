"""Which issue of the form has become the issue of a recorded idea."""

from collections.abc import Iterator, Mapping

from hero.reconcile.forms.memory import Memory, form_of, memory
from hero.reconcile.overlay import is_idea
from hero.reconcile.seen import IssueSeen, Observed, PullSeen
from hero.reconcile.threads import slug_of_issue
from hero.registry.conditions.case import same
from hero.registry.registry import Registry
from hero.registry.slug import slug_of


def tied(base: Registry, observed: Observed) -> Iterator[tuple[IssueSeen, str, Memory]]:
    """Issues whose pull has been merged, with the slug, and what our comment there remembers.

    Our comment does not say so yet: it still tells of the pull.
    """
    me, open_ = observed.place.me, pulls_of(observed)
    for issue in (*observed.issues, *observed.settled):
        if slug_of_issue(issue, me) is not None:
            continue
        known = memory(issue, me)
        if known.slug and is_recorded(base, observed, issue, known.slug, open_.get(issue.number)):
            yield issue, known.slug, known


def pulls_of(observed: Observed) -> Mapping[int, PullSeen]:
    """The open pulls that came by the form, by the number of their issue; the newest of several."""
    found = {}
    for pull in sorted(observed.pulls, key=lambda each: each.number):
        issue = form_of(pull, observed.place.name)
        if issue is not None and pull.state == "open":
            found[issue] = pull
    return found


def past_pulls(observed: Observed) -> set[int]:
    """The numbers of pulls that our comments remember and that are open no more."""
    me, open_ = observed.place.me, {each.number for each in observed.pulls}
    found = {memory(each, me).pull for each in observed.issues if not slug_of_issue(each, me)}
    return {number for number in found if number is not None} - open_


def is_recorded(
    base: Registry, observed: Observed, issue: IssueSeen, slug: str, pull: PullSeen | None
) -> bool:
    """Is there an idea of this slug, and is it the one of this issue?

    Another's pull may have taken the name in between. While the issue's own pull is open, only
    the very same bytes are the same idea.
    """
    if not base.knows(slug):
        return False
    if pull is None:
        idea = base.ideas.get(slug)
        return idea is None or same(issue.author.login) in map(same, idea.proposers)
    blobs = [file.blob for file in pull.files if is_idea(file.path) and slug_of(file.path) == slug]
    return any(observed.texts.get(blob or "") == base.raw(base.where(slug) or "") for blob in blobs)
