"""Votes and talk on the forge, counted for the site."""

import datetime as dt
from collections import defaultdict
from urllib.parse import quote

from hero.reconcile.forms.ties import tied
from hero.reconcile.overlay import is_idea
from hero.reconcile.seen import IssueSeen, Observed
from hero.reconcile.threads import threads
from hero.registry.registry import Registry
from hero.registry.signals import Proposed, Signals, Talk
from hero.registry.slug import slug_of

#: A pull's title on the site has room for so many characters.
TITLE = 120


def counted(base: Registry, observed: Observed, today: dt.date) -> Signals:
    """What is said of each idea that has an issue or an open change, closed issues included."""
    place = observed.place
    root = f"{base.network.forge.rstrip('/')}/{quote(place.name)}"
    pulls = _pulls(base, observed, root)
    issues = dict(threads((*observed.issues, *observed.settled), place.me))
    for issue, slug, _ in tied(base, observed):
        issues.setdefault(slug, issue)
    found = {
        slug: _talk(issues.get(slug), tuple(pulls.get(slug, ())), root)
        for slug in sorted(issues.keys() | pulls.keys())
        if slug in base.ideas
    }
    return Signals(
        repository=place.name,
        read_on=today,
        private=place.private,
        issues=place.issues,
        ideas=found,
    )


def _talk(issue: IssueSeen | None, pulls: tuple[Proposed, ...], root: str) -> Talk:
    if issue is None:
        return Talk(pulls=pulls)
    said = sum(not each.by.bot for each in issue.comments)
    where = f"{root}/issues/{issue.number}"
    return Talk(issue=issue.number, url=where, votes=issue.votes, comments=said, pulls=pulls)


def _pulls(base: Registry, observed: Observed, root: str) -> dict[str, list[Proposed]]:
    """The open pulls that change an idea which is there already, by its slug."""
    found: defaultdict[str, list[Proposed]] = defaultdict(list)
    for pull in observed.pulls:
        paths = {file.path for file in pull.files if is_idea(file.path)}
        slugs = {slug_of(path) for path in paths} if pull.state == "open" else set()
        title = " ".join(pull.title.split())[:TITLE] or f"#{pull.number}"
        made = Proposed(number=pull.number, url=f"{root}/pull/{pull.number}", title=title)
        for slug in slugs & base.ideas.keys():
            found[slug].append(made)
    return dict(found)
