"""The pulls that carry commands out: their commits, titles and texts."""

from typing import TYPE_CHECKING

from hero.reconcile.commands import sentences
from hero.reconcile.commands.carry import Deed
from hero.reconcile.commands.hearing import Saying, Thread
from hero.reconcile.commands.marks import Carried, answer_mark
from hero.reconcile.commands.people import speaker
from hero.reconcile.commands.reasons import credit
from hero.reconcile.commands.said_back import body_of
from hero.reconcile.own_pulls import Propose, Put, Reword

if TYPE_CHECKING:
    from hero.reconcile.scene import Scene


def proposed(scene: "Scene", thread: Thread, saying: Saying, deed: Deed, branch: str) -> Propose:
    """A new pull; or, where only people may open one, the page on which they do."""
    place, network = scene.observed.place, scene.base.network
    compare = f"{network.forge.rstrip('/')}/{place.name}/compare/{place.branch}...{branch}?expand=1"
    carried = [
        sentences.ready_to_open(command, effect.words)
        for command, effect in deed.effects
        if effect in deed.done
    ]
    mark = answer_mark(saying.key)
    instead = body_of(mark, [sentences.open_by_hand(compare, carried)], scene.base)
    put = put_for(scene, thread, saying, deed, branch)
    body = _body(scene, thread, saying, deed)
    return Propose(put, _title(thread, deed), body, thread.number, instead, mark)


def put_for(
    scene: "Scene",
    thread: Thread,
    saying: Saying,
    deed: Deed,
    branch: str,
    pull: int | None = None,
) -> Put:
    """The files on the tip of the default branch. The commit says nothing that strangers wrote."""
    by = speaker(scene.base, saying.by, saying.day)
    lines = [_title(thread, deed), "", f"Asked for by {by.login}.", ""]
    lines += [_marked(thread, saying, deed), *_credit(thread)]
    return Put(branch, scene.observed.place.tip, deed.files, "\n".join(lines), pull)


def reworded(scene: "Scene", thread: Thread, saying: Saying, deed: Deed, pull: int) -> Reword:
    """The pull, where its author has asked for something else since."""
    return Reword(pull, _title(thread, deed), _body(scene, thread, saying, deed))


def _title(thread: Thread, deed: Deed) -> str:
    if thread.is_intake:
        return f"Record {thread.slug} as {deed.to}"
    return f"Move {thread.slug} to {deed.to}" if deed.to else f"Revise {thread.slug}"


def _body(scene: "Scene", thread: Thread, saying: Saying, deed: Deed) -> str:
    by = speaker(scene.base, saying.by, saying.day)
    does = [each.words for each in deed.done]
    why = next((c.words for c, effect in deed.effects if effect in deed.done and c.words), "")
    told = sentences.pull_text(by.login, thread.number, does, why)
    return f"{told}\n\n<!-- {_marked(thread, saying, deed)} -->"


def _marked(thread: Thread, saying: Saying, deed: Deed) -> str:
    return Carried(thread.number, saying.key, deed.stage).words


def _credit(thread: Thread) -> list[str]:
    """Whoever wrote the idea is named by the commit that records it."""
    reading = thread.reading
    if not thread.is_intake or reading is None:
        return []
    wrote = {each.id: each for each in (reading.pull.author, *reading.pull.authors)}
    return [credit(who) for who in wrote.values() if who.id is not None and not who.bot]
