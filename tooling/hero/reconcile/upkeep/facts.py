"""What anyone could compute again and the files do not say yet: as files, the same everywhere."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hero.process.change import UPKEEP_BRANCH, Change, Pull
from hero.process.edits import Edit, Step, edited, put
from hero.reconcile.commands.agreed import agreed
from hero.reconcile.overlay import Overlay
from hero.reconcile.seen import Observed
from hero.reconcile.upkeep.pulled import approvers, came_in, merged_pull
from hero.reconcile.upkeep.seated import Seated
from hero.reconcile.upkeep.witness import open_decisions, sound
from hero.registry.conditions.case import Facts
from hero.registry.diagnostic import Severity
from hero.registry.registry import Registry
from hero.rules import check

#: So many ideas in one pull; the others come with the next. More than a hundred files of a pull
#: are not told in one answer.
MOST = 80


@dataclass(frozen=True)
class Kept:
    """The files as they should be, by path, and a line in words for each idea, by slug.

    `refused` are the ideas whose file would break a rule with it, and so stay as they are.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Names all the bytes."""
        told = repr(sorted(self.files.items())).encode()
        return hashlib.sha256(told).hexdigest()[:16]


def kept(base: Registry, observed: Observed, today: dt.date, seats: Seated) -> Kept:
    """What upkeep would write; `seats` are the advocates to record. Nothing without a witness."""
    if observed.witness is None:
        return Kept()
    edits: dict[str, Edit] = {}
    lines: dict[str, str] = {}
    for slug in base.ideas:
        steps = list(_of_idea(base, observed, slug, today, seats)) if sound(base, slug) else []
        edit = edited(base, slug, [step for step, _ in steps]) if steps else None
        if isinstance(edit, Edit) and edit.before != edit.after:
            edits[slug] = edit
            lines[slug] = ", ".join(dict.fromkeys(words for _, words in steps))
        if len(edits) == MOST:
            break
    wrong = _faults(base, observed, edits, today)
    good = {slug: edit for slug, edit in edits.items() if slug not in wrong}
    files = {edit.path: edit.after for edit in good.values()}
    return Kept(files, {slug: lines[slug] for slug in good}, tuple(sorted(wrong)))


def _of_idea(
    base: Registry, observed: Observed, slug: str, today: dt.date, seats: Seated
) -> Iterator[tuple[Step, str]]:
    """The steps for one idea, each with what it fills in."""
    idea, witness = base.ideas[slug], observed.witness
    brought = witness.added.get(slug) if witness else None
    if idea.proposed_on is None and brought is not None:
        pull = merged_pull(observed, slug, brought)
        yield put(("proposed_on",), came_in(idea, brought, pull)), "the day it came in"
    if idea.stage is None:
        stage = idea.decisions[-1].to if idea.decisions else base.pipeline.initial.id
        yield put(("stage",), stage), "its stage"
    if seats.get(slug, idea.advocates) != idea.advocates:
        yield put(("advocates",), list(seats[slug])), "its advocates"
    yield from _decided(base, observed, slug)


def _decided(base: Registry, observed: Observed, slug: str) -> Iterator[tuple[Step, str]]:
    idea, witness = base.ideas[slug], observed.witness
    for place in open_decisions(base, slug):
        brought = witness.decided.get((slug, place)) if witness else None
        pull = merged_pull(observed, slug, brought)
        if pull is None or brought is None:
            continue
        made = idea.decisions[place]
        yes = approvers(pull, idea, base.roster, made.date, agreed(observed, slug, pull))
        if yes and not made.approved_by:
            yield put(("decisions", place, "approved_by"), list(yes)), "who approved a move"
        yield put(("decisions", place, "pull"), pull.number), "the pull of a move"


def _faults(
    base: Registry, observed: Observed, edits: Mapping[str, Edit], today: dt.date
) -> frozenset[str]:
    """The ideas in whose files the rules find a fault that was not there before."""
    files = {edit.path: edit.after for edit in edits.values()}
    if not files:
        return frozenset()
    head = Registry.read(Overlay(base.source, files), only=files.__contains__)
    me = observed.place.me.login
    change = Change(base, Facts(today), frozenset(files), Pull(UPKEEP_BRANCH, me, me, files))
    wrong = {
        found.place.path
        for found in check(head, change)
        if found.severity is Severity.ERROR and found.place.path not in base.flawed
    }
    return frozenset(slug for slug, edit in edits.items() if edit.path in wrong)


def blob_name(raw: bytes, like: str) -> str:
    """Git's name of these bytes, in a repository whose names are as long as this one."""
    kind = "sha256" if len(like) == 64 else "sha1"
    told = hashlib.new(kind, b"blob %d\0" % len(raw), usedforsecurity=False)
    told.update(raw)
    return told.hexdigest()
