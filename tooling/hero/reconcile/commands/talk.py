"""All commands of a moment: where they were given, what carries them out, and whose word counts."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hero.reconcile.commands.carry import carry_out
from hero.reconcile.commands.door import given
from hero.reconcile.commands.hearing import Saying, Thread, heard
from hero.reconcile.commands.own import Own, owns_of
from hero.reconcile.commands.people import Speaker, speaker
from hero.reconcile.commands.verbs import VERBS
from hero.reconcile.reading import Reading
from hero.reconcile.seen import Observed
from hero.reconcile.voices import last_words
from hero.registry.conditions.case import Approval, same
from hero.registry.registry import Registry


@dataclass(frozen=True)
class Talk:
    """The threads, the branches that carry commands out, and what was said that counts on pulls.

    `spoken` has approvals by the number of the pull, `own_word` who asked for what it does, as
    logins in small letters; `willing` who offered to build or sponsor an idea, by slug. `recorded`
    are pulls by which an idea came that is recorded now, with a decision that was asked for there;
    `again` those whose check is asked for; `decided` those by which an idea comes, and on which a
    pull of ours is about to decide.
    """

    threads: tuple[Thread, ...] = ()
    owns: tuple[Own, ...] = ()
    spoken: Mapping[int, tuple[Approval, ...]] = field(default_factory=dict)
    own_word: Mapping[int, frozenset[str]] = field(default_factory=dict)
    willing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    recorded: frozenset[int] = frozenset()
    again: frozenset[int] = frozenset()
    decided: frozenset[int] = frozenset()

    @property
    def pulls(self) -> frozenset[int]:
        """The pulls that carry commands out."""
        return frozenset(each.pull.number for each in self.owns if each.pull)

    @property
    def elsewhere(self) -> frozenset[int]:
        """The pulls that are left alone for now, since something else is about to settle them."""
        return self.unsettled | self.recorded | self.decided

    @property
    def unsettled(self) -> frozenset[int]:
        """Those of them that are put anew or closed before anybody looks at them."""
        return frozenset(
            each.pull.number
            for each in self.owns
            if each.pull and each.thread and not (each.stands and each.is_current)
        )

    def own_of(self, branch: str) -> Own | None:
        """The branch of this name, if it is there."""
        return next((each for each in self.owns if each.branch == branch), None)


def talk(base: Registry, observed: Observed, read: Sequence[Reading]) -> Talk:
    """Listen to everything that is seen. Pure."""
    threads = heard(observed, read)
    owns = tuple(owns_of(base, observed, threads))
    said = {
        own.pull.number: (own.pull.head, tuple(_speakers(base, own, threads)))
        for own in owns
        if own.pull and own.stands and own.is_current
    }
    spoken = {
        number: tuple(Approval(by.login, head, by.id) for by in people if by.advocate)
        for number, (head, people) in said.items()
    }
    own_word = {
        number: frozenset(same(by.login) for by in people if by.known)
        for number, (_, people) in said.items()
    }
    recorded = frozenset(_recorded(base, each, threads) for each in threads) - {0}
    again = frozenset(each.number for each in threads if _is_asked_again(base, each))
    decided = frozenset(_decided(base, each, owns) for each in threads) - {0}
    willing = _willing(base, threads)
    return Talk(threads, owns, spoken, own_word, willing, recorded, again, decided)


def listened(read: Sequence[Reading], said: Talk) -> tuple[Reading, ...]:
    """The pulls with what was said elsewhere that counts on them."""
    return tuple(
        each.with_voices(
            said.spoken.get(each.pull.number, ()),
            said.willing.get(each.slug or "", frozenset())
            | said.own_word.get(each.pull.number, frozenset()),
        )
        for each in read
    )


def _speakers(base: Registry, own: Own, threads: Sequence[Thread]) -> Iterator[Speaker]:
    """Whoever gave the command approves what it comes to; so does who asks for the same move.

    An approval of the pull stays when we bring it up to date: it holds what the command comes to,
    then as now.
    """
    if own.saying is None or own.pull is None:
        return
    for saying in (own.saying, *joining(base, own, threads)):
        yield speaker(base, saying.by, saying.day)
    for review in last_words(own.pull):
        if review.verdict == "approved" and review.commit != own.pull.head:
            yield speaker(base, review.by, review.on.astimezone(dt.UTC).date())


def joining(base: Registry, own: Own, threads: Sequence[Thread]) -> Iterator[Saying]:
    """What others said that asks for the move of a pull as well, once it was asked for."""
    if own.saying is None or own.thread is None or own.deed is None or own.deed.to is None:
        return
    for thread in threads:
        if thread.slug != own.thread.slug or thread.is_intake != own.thread.is_intake:
            continue
        for saying in thread.sayings:
            later = saying.on >= own.saying.on and saying.by.id != own.saying.by.id
            if later and is_move(saying) and carry_out(base, thread, saying).to == own.deed.to:
                yield saying


def is_move(saying: Saying) -> bool:
    """Is there a command in it that leads to another stage?"""
    return any(each.known and VERBS[each.verb].moves for each in saying.commands)


def _willing(base: Registry, threads: Sequence[Thread]) -> Mapping[str, frozenset[str]]:
    """Who said that they would build or sponsor an idea that names them."""
    found: dict[str, set[str]] = {}
    for thread in threads:
        idea = base.ideas.get(thread.slug)
        named = {same(login) for login in (idea.builder, idea.sponsor) if login} if idea else set()
        for saying in thread.sayings:
            by = speaker(base, saying.by, saying.day)
            offers = given(saying, "build") or given(saying, "sponsor")
            if offers and by.known and same(by.login) in named:
                found.setdefault(thread.slug, set()).add(same(by.login))
    return {slug: frozenset(logins) for slug, logins in found.items()}


def _recorded(base: Registry, thread: Thread, threads: Sequence[Thread]) -> int:
    """The pull, if a decision that people asked for has recorded its idea meanwhile; else 0."""
    reading, idea = thread.reading, base.ideas.get(thread.slug)
    if reading is None or idea is None or reading.is_ours or len(idea.decisions) != 1:
        return 0
    made, path = idea.decisions[0], base.paths[thread.slug]
    if not any((each.path, each.status) == (path, "added") for each in reading.pull.files):
        return 0
    told = [each for each in threads if each.slug == thread.slug]
    asked = [said for each in told for said in each.sayings if each.answer(said) and is_move(said)]
    matches = any(
        (same(speaker(base, each.by, each.day).login), each.day) == (same(made.by), made.date)
        for each in asked
    )
    return reading.pull.number if matches else 0


def _decided(base: Registry, thread: Thread, owns: Sequence[Own]) -> int:
    """The pull of a new idea, if a decision on it is under way or about to be; else 0."""
    if not thread.is_intake or thread.reading is None or thread.reading.is_ours:
        return 0
    number = thread.reading.pull.number
    if any(own.pull and own.stands and own.thread is thread for own in owns):
        return number
    fresh = (each for each in thread.sayings if is_move(each) and thread.answer(each) is None)
    return number if any(carry_out(base, thread, each).done for each in fresh) else 0


def _is_asked_again(base: Registry, thread: Thread) -> bool:
    """Has somebody who may asked for the check, and was not answered yet?"""
    reading = thread.reading
    return (
        reading is not None
        and thread.is_pull
        and any(
            given(each, "rerun")
            and thread.answer(each) is None
            and (speaker(base, each.by, each.day).advocate or each.by.id == reading.pull.author.id)
            for each in thread.sayings
        )
    )
