"""The digest as an issue: one for each week, kept to what it says now; the last one is closed."""

import re
from collections.abc import Iterator, Sequence

from hero.culture.digest import Digest
from hero.culture.digest_text import Line, heading, opening, parts
from hero.reconcile.actions import Action, MakeLabel
from hero.reconcile.inert import said
from hero.reconcile.issue_actions import CloseIssue, EditIssue, OpenIssue
from hero.reconcile.labels import Label
from hero.reconcile.seen import IssueSeen, Place

DIGEST = "digest"
_MARK = "<!-- hero: digest {} -->"
_MARKED = re.compile(r"<!-- hero: digest (\d{4}-W\d{2}) -->")
_LABEL = Label(DIGEST, "5b4b8a", "What moved in a week, and what waits")


def post(told: Digest, place: Place, issues: Sequence[IssueSeen]) -> Iterator[Action]:
    """What to do so that the week has its issue; `issues` are those with the label, of any state.

    One that people have closed is edited and stays closed.
    """
    if told.empty or place.archived or not place.issues or told.registry.network.example:
        return
    mark = _MARK.format(told.week.name)
    ours = sorted(_ours(issues, place), key=lambda pair: pair[1].number)
    here = [issue for week, issue in ours if week == told.week.name]
    title, body = heading(told), f"{mark}\n{markdown(told)}"
    if DIGEST not in {name.lower() for name in place.labels}:
        yield MakeLabel(_LABEL.name, _LABEL.colour, _LABEL.about)
    if not here:
        yield OpenIssue(title, body, mark, frozenset({DIGEST}))
    elif (here[0].title, _lines(here[0].body)) != (title, _lines(body)):
        yield EditIssue(here[0].number, title, body)
    for week, issue in ours:
        if week < told.week.name and issue.state == "open":
            yield CloseIssue(issue.number, done=True)


def markdown(told: Digest) -> str:
    """The digest for a forge: nobody is called by it, and nothing is closed or linked to."""
    site = told.registry.network.site
    rows = [f"<p>{said(opening(told))}</p>"]
    for part in parts(told):
        items = "".join(f"<li>{_item(each, site)}</li>" for each in part.lines)
        items += f"<li>and {part.more} more</li>" if part.more else ""
        rows.append(f"<h4>{said(part.title)}</h4>\n<ul>{items}</ul>")
    return "\n\n".join(rows)


def _item(line: Line, site: str | None) -> str:
    title = f"<b>{said(line.title)}</b>"
    if site and line.path:
        title = f'<a href="{said(site.rstrip("/"))}/{said(line.path)}">{said(line.title)}</a>'
    return f"{title}: {said(line.words)}"


def _ours(issues: Sequence[IssueSeen], place: Place) -> Iterator[tuple[str, IssueSeen]]:
    for issue in issues:
        found = _MARKED.search(issue.body)
        if found and issue.author.id == place.me.id:
            yield found[1], issue


def _lines(body: str) -> str:
    return body.replace("\r\n", "\n").strip()
