"""What should be true of each open pull that touches ideas, less what is true already. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence

from hero.advocates.assignment import Assignment
from hero.reconcile.actions import (
    Action,
    Ask,
    Assign,
    MakeLabel,
    Merge,
    Relabel,
    Say,
    Unsay,
    WriteCheck,
)
from hero.reconcile.checking import CHECK, check_text, is_written
from hero.reconcile.commands.reasons import merge_text
from hero.reconcile.comment import MARKER, comment
from hero.reconcile.credit import credited
from hero.reconcile.labels import Label, is_ours, labels
from hero.reconcile.reading import Reading, paths_of
from hero.reconcile.ready import Ready, ready
from hero.reconcile.scene import Scene
from hero.reconcile.seats import Seats
from hero.reconcile.seen import Observed, PullSeen
from hero.reconcile.sentences import headline
from hero.registry.similar import Similar, similar
from hero.registry.similarity.texts import texts_of


def on_pulls(scene: Scene) -> Iterator[Action]:
    """The check, labels, the comment, advocates and the merge of each pull, in that order."""
    talk = scene.talk
    # What a command is about to change or to close is looked at once that is done.
    read = _in_turn([each for each in scene.read if each.pull.number not in talk.elsewhere])
    quiet = {each.pull.number for each in read if is_at_once(each)}
    loud = [each for each in read if each.pull.number not in quiet]
    yield from dict.fromkeys(_missing_labels(loud, scene.observed))
    merged: set[str] = set()
    for each in read:
        again = each.pull.number in talk.again
        yield from _check(each, ready(each), scene.observed, again)
        if each.pull.number not in quiet:
            yield from _of_pull(each, ready(each), scene.seats, scene.observed)
        # One merge can change what the next pull of the same idea comes to: that is looked at then.
        if merged.isdisjoint(paths_of(each.pull)) and ready(each).state == "ready":
            merged |= paths_of(each.pull)
            yield _merge(each)


def _in_turn(read: Sequence[Reading]) -> list[Reading]:
    """People in turn, each with their oldest pull first: a run has so many writes and no more, and
    somebody who opens a hundred pulls must not keep all others waiting. Our own come first.
    """
    seen: Counter[object] = Counter()
    places = []
    for each in read:
        author = each.pull.author
        whose = author.id or author.login.lower()
        seen[whose] += 1
        places.append((0 if each.is_ours else seen[whose], each.pull.number))
    return [each for _, each in sorted(zip(places, read, strict=True), key=lambda pair: pair[0])]


def is_at_once(reading: Reading) -> bool:
    """Is this a pull of ours whose gate holds, so that nobody is told of what is merged by then?"""
    return reading.is_ours and ready(reading).state == "ready"


def _check(each: Reading, stands: Ready, observed: Observed, again: bool) -> Iterator[Action]:
    pull, app = each.pull, observed.place.app
    text = check_text(each, stands, headline(each, stands))
    if again or not is_written(pull, text, app):
        yield WriteCheck(pull.number, pull.head, CHECK, text, app is None)


def _merge(each: Reading) -> Merge:
    verb = {"new": "Record", "move": "Move"}.get(each.kind, "Revise")
    number, head = each.pull.number, each.pull.head
    title = f"{verb} {each.slug or ''} (#{number})"
    text = credited(merge_text(each), each.pull, each.world.network)
    return Merge(number, head, title, text, each.pull.reviews)


def _of_pull(each: Reading, stands: Ready, chosen: Seats, observed: Observed) -> Iterator[Action]:
    pull, place = each.pull, observed.place
    assignment = chosen.by_pull.get(pull.number)
    yield from _labels(each, stands)
    body = comment(each, stands, assignment, chosen.why(each, place.me), _alike(each))
    # The comment remembers who was chosen and why: without it, those who are asked look as if
    # people had chosen them.
    yield from _says(pull, body, place.me.login)
    if assignment is not None and stands.state != "faults" and not pull.draft:
        yield from _asks(each, assignment, observed)


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


def _asks(each: Reading, assignment: Assignment, observed: Observed) -> Iterator[Action]:
    """Ask those who were not asked yet: for a review, or by assigning them, or else by name."""
    pull = each.pull
    asked = {account.login.lower() for account in (*pull.requested, *pull.assigned)}
    asked |= {review.by.login.lower() for review in pull.reviews} | {pull.author.login.lower()}
    asked |= {approval.login.lower() for approval in each.change.facts.approvals or ()}
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
