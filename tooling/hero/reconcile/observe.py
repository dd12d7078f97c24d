"""Looking at the forge: all that a plan needs, in few requests, and nothing that it does not."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace

from hero.reconcile.forge import Forge, ForgeRefused
from hero.reconcile.forms.ties import past_pulls
from hero.reconcile.labels import IDEA
from hero.reconcile.overlay import is_idea
from hero.reconcile.scene import is_ours_to_answer
from hero.reconcile.seen import Observed, PullSeen
from hero.reconcile.tracking.wanted import lacking
from hero.reconcile.upkeep.witness import Witness
from hero.registry.conditions.case import serves
from hero.registry.reading import IDEA_BYTES
from hero.registry.registry import Registry


def observe(
    forge: Forge,
    base: Registry,
    today: dt.date,
    numbers: Collection[int] | None = None,
    witness: Witness | None = None,
) -> Observed:
    """What is seen of the pulls of these numbers, or of all open ones. Raises ForgeRefused.

    With a `witness`, the pulls that it names are looked at as well, for upkeep.
    All open pulls are looked at even where one is asked for: who is free depends on the others.
    """
    place = forge.place()
    pulls = tuple(forge.pulls(None))
    missing = set(numbers or ()) - {pull.number for pull in pulls}
    pulls += tuple(forge.pulls(missing)) if missing else ()
    ours = [pull for pull in pulls if is_ours_to_answer(pull)]
    blobs = {file.blob for pull in ours for file in pull.files if is_idea(file.path) and file.blob}
    # One byte more than is allowed, so that a file just over the limit is told from one far over.
    texts = forge.texts(blobs, IDEA_BYTES + 1) if blobs else {}
    logins = [row.login for row in base.roster.advocates if serves(row, today)] if ours else []
    requestable = forge.requestable(logins) if logins else frozenset()
    rest = [login for login in logins if login.lower() not in requestable]
    assignable = forge.assignable(rest) if rest else frozenset()
    issues = tuple(forge.issues(IDEA, "open")) if place.issues else ()
    seen = Observed(place, pulls, texts, requestable, assignable, issues)
    if past := past_pulls(seen):
        seen = replace(seen, pulls=(*pulls, *_named(forge, past)))
    # An active idea without an open issue may have had one that was closed.
    settles = place.issues and not base.network.example and any(lacking(base, seen))
    if settles or (witness is not None and place.issues):
        seen = replace(seen, settled=tuple(forge.issues(IDEA, "closed")))
    if witness is None:
        return seen
    return replace(seen, witness=witness, merged=tuple(_named(forge, witness.pulls)))


def _named(forge: Forge, numbers: Collection[int]) -> Iterator[PullSeen]:
    """The pulls that commits name, one by one where a commit names what is none."""
    try:
        yield from forge.pulls(numbers) if numbers else ()
    except ForgeRefused as refused:
        if refused.kind != "gone":
            raise
        if len(numbers) > 1:
            for number in sorted(numbers):
                yield from _named(forge, {number})
