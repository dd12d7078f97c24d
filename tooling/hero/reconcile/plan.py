"""The plan: what should be true of every open pull, less what is true already. Pure."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hero.advocates.assignment import Assignment
from hero.reconcile.actions import (
    Action,
    Ask,
    Assign,
    MakeLabel,
    Merge,
    Publish,
    Relabel,
    Say,
    Unsay,
    WriteCheck,
)
from hero.reconcile.checking import CHECK, check_text, is_written
from hero.reconcile.comment import MARKER, comment
from hero.reconcile.labels import Label, is_ours, labels
from hero.reconcile.overlay import is_idea
from hero.reconcile.reading import Reading, paths_of, reading
from hero.reconcile.ready import Ready, ready
from hero.reconcile.seats import Seats, seats
from hero.reconcile.seen import Observed, PullSeen
from hero.reconcile.sentences import headline
from hero.registry.registry import Registry
from hero.registry.similar import Similar, similar
from hero.registry.similarity.texts import texts_of

#: The workflow that publishes the site. A merge by a job's own token starts no workflow.
PUBLISH = "publish.yml"
#: The account of a job's own token, as GitHub calls its app.
JOBS_APP = "github-actions"


@dataclass(frozen=True)
class Plan:
    """What to do, in order; and what a maintainer should know though nothing is to be done."""

    actions: tuple[Action, ...]
    notes: tuple[str, ...] = ()


def is_ours_to_answer(pull: PullSeen) -> bool:
    """Is this an open pull that touches an idea? All others are none of Hero's business."""
    return pull.state == "open" and (not pull.whole or any(map(is_idea, paths_of(pull))))


def plan(base: Registry, observed: Observed, today: dt.date) -> Plan:
    """Compare what is with what should be. The same facts give the same plan; done, it is empty."""
    place = observed.place
    if base.network.example:
        return Plan((), ("this registry is an example: nothing is ever written to a forge",))
    if place.archived:
        return Plan((), (f"{place.name} is archived: nothing can be written there",))
    pulls = [pull for pull in observed.pulls if is_ours_to_answer(pull)]
    read = [reading(base, place, pull, observed.texts, today) for pull in pulls]
    chosen = seats(base, read, place.me, today)
    found: list[Action] = []
    merges = False
    for each in read:
        stands = ready(each)
        found.extend(_of_pull(each, stands, chosen, observed))
        merges = merges or stands.state == "ready"
    if merges and place.app == JOBS_APP:
        found.append(Publish(PUBLISH, place.branch))
    missing = dict.fromkeys(_missing_labels(read, observed))
    return Plan((*missing, *found), tuple(_notes(base, observed, chosen)))


def only(whole: Plan, pull: int) -> Plan:
    """The part of a plan that concerns one pull, with the labels that it needs."""
    chosen = [each for each in whole.actions if getattr(each, "pull", None) == pull]
    names = {name for each in chosen if isinstance(each, Relabel) for name in each.add}
    made = [each for each in whole.actions if isinstance(each, MakeLabel) and each.name in names]
    merged = any(isinstance(each, Merge) for each in chosen)
    then = [each for each in whole.actions if isinstance(each, Publish) and merged]
    return Plan((*made, *chosen, *then), whole.notes)


def _of_pull(each: Reading, stands: Ready, chosen: Seats, observed: Observed) -> Iterator[Action]:
    pull, place = each.pull, observed.place
    assignment = chosen.by_pull.get(pull.number)
    text = check_text(each, stands, headline(each, stands))
    as_status = place.app is None
    if not is_written(pull, text, place.app):
        yield WriteCheck(pull.number, pull.head, CHECK, text, as_status)
    yield from _labels(each, stands)
    if assignment is not None and stands.state != "faults":
        yield from _asks(pull, assignment, observed)
    body = comment(each, stands, assignment, chosen.why(each, place.me), _alike(each))
    yield from _says(pull, body, place.me.login)
    if stands.state == "ready":
        slug = each.slug or ""
        verb = {"new": "Record", "move": "Move"}.get(each.kind, "Revise")
        yield Merge(pull.number, pull.head, f"{verb} {slug} (#{pull.number})", "")


def _says(pull: PullSeen, body: str, me: str) -> Iterator[Action]:
    """One comment: the oldest of ours counts, and copies that a race left are removed."""
    if pull.locked:
        return
    ours = sorted(
        (each for each in pull.comments if each.by.login == me and MARKER in each.body),
        key=lambda each: each.id,
    )
    if not ours:
        yield Say(pull.number, body, MARKER)
    elif ours[0].body.replace("\r\n", "\n").strip() != body.strip():
        yield Say(pull.number, body, MARKER, ours[0].id)
    for copy in ours[1:]:
        yield Unsay(pull.number, copy.id)


def _labels(each: Reading, stands: Ready) -> Iterator[Action]:
    wanted, has = set(labels(each, stands)), {n for n in each.pull.labels if is_ours(n)}
    if wanted != has:
        yield Relabel(each.pull.number, frozenset(wanted - has), frozenset(has - wanted))


def _missing_labels(read: Sequence[Reading], observed: Observed) -> Iterator[MakeLabel]:
    there = {name.lower() for name in observed.place.labels}
    wanted: dict[str, Label] = {}
    for each in read:
        wanted |= labels(each, ready(each))
    for name in sorted(wanted):
        if name.lower() not in there:
            yield MakeLabel(name, wanted[name].colour, wanted[name].about)


def _asks(pull: PullSeen, assignment: Assignment, observed: Observed) -> Iterator[Action]:
    """Ask those who were not asked yet: for a review, or by assigning them, or else by name."""
    asked = {account.login.lower() for account in (*pull.requested, *pull.assigned)}
    asked |= {review.by.login.lower() for review in pull.reviews} | {pull.author.login.lower()}
    logins = [seat.candidate.login for seat in assignment.seats]
    fresh = [login for login in logins if login.lower() not in asked]
    requested = tuple(login for login in fresh if login.lower() in observed.requestable)
    rest = (login for login in fresh if login.lower() not in observed.requestable)
    assigned = tuple(login for login in rest if login.lower() in observed.assignable)
    if requested:
        yield Ask(pull.number, requested)
    if assigned:
        yield Assign(pull.number, assigned)


def _alike(each: Reading) -> Sequence[Similar]:
    """Ideas that a new one may repeat."""
    if each.kind != "new" or each.idea is None:
        return ()
    own = each.head.paths[each.slug or ""]
    texts = texts_of(each.idea.model_dump(mode="json"))
    return similar(texts, each.change.base.source, leave_out=own.__eq__)


def _notes(base: Registry, observed: Observed, chosen: Seats) -> Iterator[str]:
    if observed.place.name.lower() != base.network.repository.lower():
        yield (
            f"the repository is called {observed.place.name} now, and network.yml says "
            f"{base.network.repository}"
        )
    for name in chosen.refused:
        yield f"nobody is assigned: {name}.yml has faults; `hero check` says which"
