"""What should be true of the issues of ideas, less what is true already. Pure.

An issue that a person has closed is left alone, and so is one that a person opened again after its
idea had ended: our own text tells which of the two it was, by a marker that is set as we close it.
"""

from collections.abc import Iterator, Mapping

from hero.reconcile.actions import Action, MakeLabel, Unsay
from hero.reconcile.forms.memory import STICKY
from hero.reconcile.issue_actions import OpenIssue, RelabelIssue, Reply
from hero.reconcile.labels import IDEA, Label, idea_label, is_ours
from hero.reconcile.scene import Scene
from hero.reconcile.threads import MARK
from hero.reconcile.tracking import sentences
from hero.reconcile.tracking.acts import Begin, End, Fold, Revive, Text
from hero.reconcile.tracking.text import MOVE, Words
from hero.reconcile.tracking.thread import Thread, same_lines, threads_of
from hero.reconcile.tracking.wanted import lacking, told


def on_issues(scene: Scene) -> Iterator[Action]:
    """What people wait for first: posts of moves, then new issues; the silent upkeep last."""
    place = scene.observed.place
    if not place.issues:
        return
    words = Words(scene.base)
    found, copies = threads_of(scene)
    open_ = [each for each in found.values() if each.issue.state == "open"]
    again = [each for each in found.values() if _comes_back(each, words)]
    fresh = [slug for slug in lacking(scene.base, scene.observed) if slug not in found]
    named = [each.slug for each in (*open_, *again)] + fresh
    yield from _labels_made(words, named, place.labels)
    for thread in open_:
        yield from _spoken(thread, words)
    for thread in again:
        posts = tuple(_posts(thread, words))
        yield Revive(thread.issue.number, posts, _text(thread, words))
        yield from _relabelled(thread, words)
    for slug in fresh:
        yield _begun(slug, words)
    for thread in open_:
        yield from _kept(thread, words)
    for copy, first in copies:
        body = f"<p>{sentences.copied(first.issue.number)}</p>"
        yield Fold(Text(copy.issue.number, copy.issue.title, body))


def _spoken(thread: Thread, words: Words) -> Iterator[Action]:
    """The posts that are missing; with them the end of an issue whose idea has ended."""
    posts = tuple(_posts(thread, words))
    if _alive(thread, words) or thread.closed_by_us:
        yield from posts
        return
    stage = words.registry.stage(words.registry.ideas[thread.slug])
    text = _text(thread, words, closed=True)
    yield End(thread.issue.number, stage.outcome == "good", posts, text)


def _posts(thread: Thread, words: Words) -> Iterator[Reply]:
    if thread.issue.locked:
        return
    idea = words.registry.ideas[thread.slug]
    for number, decision in told(words.registry, idea):
        marker = MOVE.format(thread.slug, number)
        if not thread.says(marker):
            body = words.post(thread.slug, number, decision)
            about = f"tell of the move to {decision.to}"
            yield Reply(thread.issue.number, body, marker, about)


def _kept(thread: Thread, words: Words) -> Iterator[Action]:
    """The text and the labels, and no second copies of what we said."""
    alive = _alive(thread, words)
    if alive or thread.closed_by_us:
        text = _text(thread, words, closed=not alive)
        if same_lines(text.body) != thread.text or (thread.own and text.title != _title(thread)):
            yield text
    yield from _relabelled(thread, words)
    idea = words.registry.ideas[thread.slug]
    markers = [MOVE.format(thread.slug, number) for number, _ in told(words.registry, idea)]
    for marker in (STICKY, *markers):
        for copy in thread.says(marker)[1:]:
            yield Unsay(thread.issue.number, copy.id)


def _relabelled(thread: Thread, words: Words) -> Iterator[RelabelIssue]:
    has = {name for name in thread.issue.labels if is_ours(name) or name == IDEA}
    wanted = set(words.labels(thread.slug))
    if wanted != has:
        yield RelabelIssue(thread.issue.number, frozenset(wanted - has), frozenset(has - wanted))


def _text(thread: Thread, words: Words, closed: bool = False) -> Text:
    body = words.text(thread.slug, thread.own, closed)
    number = thread.issue.number
    if thread.comment is not None:
        return Text(number, "", f"{STICKY}\n{body}", thread.comment.id)
    return Text(number, words.title(thread.slug), body)


def _begun(slug: str, words: Words) -> Begin:
    labels = frozenset(words.labels(slug))
    opened = OpenIssue(words.title(slug), words.text(slug), MARK.format(slug), labels)
    idea = words.registry.ideas[slug]
    posts = ((n, words.post(slug, n, each)) for n, each in told(words.registry, idea))
    return Begin(opened, tuple((body, MOVE.format(slug, n)) for n, body in posts))


def _labels_made(words: Words, slugs: list[str], there: frozenset[str]) -> Iterator[MakeLabel]:
    """The form can only give its label where there is one, so that one is made in any case."""
    lives = words.registry.network.audit_from is not None
    wanted: Mapping[str, Label] = {IDEA: idea_label()} if lives else {}
    for slug in slugs:
        wanted = {**wanted, **words.labels(slug)}
    known = {name.lower() for name in there}
    for name in sorted(wanted):
        if name.lower() not in known:
            yield MakeLabel(name, wanted[name].colour, wanted[name].about)


def _comes_back(thread: Thread, words: Words) -> bool:
    """Had we closed it, and is its idea active again?"""
    return thread.issue.state == "closed" and thread.closed_by_us and _alive(thread, words)


def _alive(thread: Thread, words: Words) -> bool:
    registry = words.registry
    return registry.stage(registry.ideas[thread.slug]).kind != "final"


def _title(thread: Thread) -> str:
    return " ".join(thread.issue.title.split())
