"""The one pull of upkeep: made, kept to the bytes that are computed now, merged, taken away."""

import hashlib
from collections.abc import Iterator

from hero.process.change import UPKEEP_BRANCH
from hero.reconcile.actions import Action, Merge, WriteCheck
from hero.reconcile.checking import CHECK, is_written
from hero.reconcile.forge import CheckText
from hero.reconcile.own_pulls import Propose, Put, Retire, Reword
from hero.reconcile.seen import Observed, PullSeen
from hero.reconcile.upkeep import sentences
from hero.reconcile.upkeep.direct import Keep
from hero.reconcile.upkeep.facts import Kept, blob_name
from hero.reconcile.upkeep.pulled import is_upkeep_pull
from hero.registry.policies import Network

#: On the thread where a person is asked to open the pull.
ASKED = "<!-- hero: upkeep {} -->"


def on_facts(kept: Kept, observed: Observed, network: Network) -> Iterator[Action]:
    """What to do about the pull of upkeep, its branch, and what it would hold."""
    place = observed.place
    there = [pull for pull in observed.pulls if is_upkeep_pull(pull, place)]
    pull = there[0] if there else None
    branch = place.branches.get(UPKEEP_BRANCH)
    if not kept.files or network.writes == "direct":
        if kept.files:
            yield Keep(place.branch, place.tip, kept.files, _message(kept))
        if pull is not None or branch is not None:
            yield Retire(UPKEEP_BRANCH, pull.number if pull else None)
        return
    put = Put(UPKEEP_BRANCH, place.tip, kept.files, _message(kept), pull.number if pull else None)
    body = sentences.pull_text(kept.lines)
    if pull is not None:
        yield from _kept_up(pull, put, kept, body, place.app)
    elif not _is_asked(kept, observed):
        yield _proposed(put, kept, body, observed, network)


def _kept_up(pull: PullSeen, put: Put, kept: Kept, body: str, app: str | None) -> Iterator[Action]:
    """Only the bytes count, not who opened the pull or pushed to its branch."""
    if not _holds(pull, kept) or pull.mergeable is False:
        yield put
        return
    if (pull.title, pull.body.replace("\r\n", "\n").strip()) != (sentences.TITLE, body.strip()):
        yield Reword(pull.number, sentences.TITLE, body)
    text = _check(kept)
    if not is_written(pull, text, app):
        yield WriteCheck(pull.number, pull.head, CHECK, text, app is None)
    if not pull.draft:
        yield Merge(pull.number, pull.head, f"{sentences.TITLE} (#{pull.number})", "")


def _holds(pull: PullSeen, kept: Kept) -> bool:
    wanted = {path: blob_name(raw, pull.head) for path, raw in kept.files.items()}
    plain = all(each.mode in (None, "100644") and each.before is None for each in pull.files)
    return pull.whole and plain and {each.path: each.blob for each in pull.files} == wanted


def _proposed(put: Put, kept: Kept, body: str, observed: Observed, network: Network) -> Propose:
    thread = _thread(observed)
    place = observed.place
    where = f"{network.forge.rstrip('/')}/{place.name}/compare/{place.branch}...{UPKEEP_BRANCH}"
    marker = ASKED.format(kept.digest)
    instead = f"{marker}\n{sentences.open_it(f'{where}?expand=1')}"
    return Propose(put, sentences.TITLE, body, thread, instead, marker)


def _thread(observed: Observed) -> int | None:
    """Where a person would be asked: in the last pull that was merged and wants a fact."""
    lacked = observed.witness.lacked if observed.witness else ()
    open_ = (pull.number for pull in observed.merged if not pull.locked)
    return max((number for number in open_ if number in lacked), default=None)


def _is_asked(kept: Kept, observed: Observed) -> bool:
    """Has a person been asked already to open just this?"""
    me = observed.place.me
    marker = ASKED.format(kept.digest)
    ours = (each for pull in observed.merged for each in pull.comments if each.by.id == me.id)
    return UPKEEP_BRANCH in observed.place.branches and any(marker in each.body for each in ours)


def _message(kept: Kept) -> str:
    lines = "\n".join(f"{slug}: {what}" for slug, what in kept.lines.items())
    return f"{sentences.TITLE}\n\n{lines}"


def _check(kept: Kept) -> CheckText:
    title = sentences.check_title(len(kept.files))
    digest = hashlib.sha256(f"{title}{kept.digest}".encode()).hexdigest()[:40]
    return CheckText("success", title, f"{title}.", (), digest)
