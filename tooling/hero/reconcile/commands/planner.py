"""What commands ask for, less what was done: pulls of ours, and an answer to each comment."""

from collections.abc import Iterator

from hero.reconcile.actions import Action, Unsay
from hero.reconcile.commands import sentences
from hero.reconcile.commands.actions import Answer, ClosePull
from hero.reconcile.commands.carry import Deed, carry_out
from hero.reconcile.commands.effects import No
from hero.reconcile.commands.hearing import Saying, Thread
from hero.reconcile.commands.marks import answer_mark, branch_of, is_for_commands
from hero.reconcile.commands.own import Own
from hero.reconcile.commands.pulls import proposed, put_for, reworded
from hero.reconcile.commands.said_back import Outcome, answer, body_of
from hero.reconcile.own_pulls import Retire
from hero.reconcile.ready import Ready, ready
from hero.reconcile.scene import Scene

#: So many pulls of one person that change no stage may wait on one idea.
WAITING = 3


def on_commands(scene: Scene) -> Iterator[Action]:
    """Answers first: nothing is merged that was not answered."""
    taken: set[str] = set()
    for thread in scene.talk.threads:
        for saying in thread.sayings:
            if thread.answer(saying) is None:
                yield from _new(scene, thread, saying, taken)
    for own in scene.talk.owns:
        if own.branch not in taken:
            yield from _kept(scene, own)
    for number in sorted(scene.talk.recorded):
        yield ClosePull(number)
    for thread in scene.talk.threads:
        yield from (Unsay(thread.number, each.id) for each in thread.copies)


def _new(scene: Scene, thread: Thread, saying: Saying, taken: set[str]) -> Iterator[Action]:
    """Something that nobody has answered yet."""
    own = next((each for each in scene.talk.owns if each.saying is saying), None)
    if own is not None and own.pull is not None and own.deed is not None:
        if own.stands and own.is_current:
            came = Outcome(own.deed, own.pull.number, _standing(scene, own.pull.number))
            yield from answer(scene.base, scene.observed, thread, saying, came)
        elif not own.stands:
            yield from answer(scene.base, scene.observed, thread, saying, Outcome(own.deed))
        return
    deed = carry_out(scene.base, thread, saying)
    if not deed.done:
        yield from answer(scene.base, scene.observed, thread, saying, Outcome(deed))
        return
    yield from _opened(scene, thread, saying, deed, taken)


def _opened(
    scene: Scene, thread: Thread, saying: Saying, deed: Deed, taken: set[str]
) -> Iterator[Action]:
    """A pull for what was said; or the one that there is, which it joins or waits for."""
    branch = branch_of(thread.slug, saying.key, deed.to is not None)
    own = scene.talk.own_of(branch)
    if branch in taken or (own and own.pull and own.thread and not own.stands):
        return  # In the next pass the branch is free, or can be told of.
    if own is None or own.pull is None:
        if deed.to is None and (full := _full(scene, thread, saying)):
            yield from _instead(scene, thread, saying, deed, full)
            return
        taken.add(branch)
        yield proposed(scene, thread, saying, deed, branch)
        return
    if own.saying is not None and own.saying.by.id == saying.by.id:
        taken.add(branch)
        yield put_for(scene, thread, saying, deed, branch, own.pull.number)
        yield reworded(scene, thread, saying, deed, own.pull.number)
    elif own.deed is not None and own.deed.to == deed.to:
        words = sentences.counts_there(saying.commands[0], own.pull.number)
        yield from _instead(scene, thread, saying, deed, words)
    else:
        does = own.deed.done[0].words if own.deed and own.deed.done else "moves it"
        words = sentences.one_at_a_time(saying.commands[0], own.pull.number, does)
        yield from _instead(scene, thread, saying, deed, words)


def _instead(
    scene: Scene, thread: Thread, saying: Saying, deed: Deed, words: No | str
) -> Iterator[Action]:
    came = Outcome(deed, instead=words)
    yield from answer(scene.base, scene.observed, thread, saying, came)


def _full(scene: Scene, thread: Thread, saying: Saying) -> No | None:
    """Has somebody enough open on this idea already?"""
    theirs = [
        each
        for each in scene.talk.owns
        if each.pull and each.saying and each.thread and each.thread.slug == thread.slug
        and each.saying.by.id == saying.by.id and each.deed and each.deed.to is None
    ]  # fmt: skip
    return sentences.enough_open(len(theirs)) if len(theirs) >= WAITING else None


def _kept(scene: Scene, own: Own) -> Iterator[Action]:
    """A branch of ours: as its command comes to now, or gone."""
    if own.pull is None:
        if _is_over(scene, own):
            yield Retire(own.branch)
        return
    if own.thread is None:
        return
    if own.saying is None or own.deed is None or not own.stands:
        yield Retire(own.branch, own.pull.number)
        yield from _corrected(scene, own)
    elif not own.is_current:
        yield put_for(scene, own.thread, own.saying, own.deed, own.branch, own.pull.number)


def _is_over(scene: Scene, own: Own) -> bool:
    """Is nothing left to be done with a branch that has no pull?"""
    if own.thread is not None:
        answered = own.saying is not None and own.thread.answer(own.saying) is not None
        return not own.stands or (answered and not own.by_hand)
    idea = scene.base.ideas.get(own.branch.split("/")[2])
    moved = idea is not None and scene.base.stage(idea).id != own.carries.stage
    return is_for_commands(own.branch) and moved


def _corrected(scene: Scene, own: Own) -> Iterator[Action]:
    """Our answer, where it promised a pull that is closed now."""
    mark = answer_mark(own.carries.key)
    ours = [each for each in (own.thread.ours if own.thread else ()) if mark in each.body]
    if not ours or own.thread is None or own.pull is None:
        return
    if not own.by_hand and f"#{own.pull.number} " not in ours[0].body:
        return  # It promised another pull: this one was left by two runs at once.
    effects = own.deed.effects if own.deed else ()
    why = [sentences.refused(command, no) for command, no in effects if isinstance(no, No)]
    words = sentences.changed_since() if own.saying is None else sentences.overtaken(why)
    body = body_of(mark, [words], scene.base)
    if ours[0].body.replace("\r\n", "\n").strip() != body.strip():
        yield Answer(own.thread.number, body, mark, "as it has changed", comment=ours[0].id)


def _standing(scene: Scene, number: int) -> Ready | None:
    """How the pull that carries something out stands."""
    read = next((each for each in scene.read if each.pull.number == number), None)
    return ready(read) if read else None
