"""What people do to pulls on the stand-in, and what the law says of a pull there."""

import re

from hero.reconcile.seen import Account, PullSeen, Review, Verdict
from tests.forge import merging, objects
from tests.forge.issue import Issue, Pull
from tests.forge.people import User
from tests.reconcile.machine_law import BAD, Law
from tests.reconcile.machine_world import NAME, Stage
from tests.reconcile.town import IDEA

MOVED = "ideas/2026/quarantine-flaky-tests.yml"
MOVE = """stage: exploring
advocates: [example-grace, example-linus]
decisions:
  - {date: 2026-11-19, from: proposed, to: exploring, by: example-grace, because: Both agreed.}
"""
#: The pulls there may be, by branch: who opens them, and which file they change.
PULLS = {
    "rig": ("example-ada", "ideas/2026/rig.yml"),
    "own": ("example-grace", "ideas/2026/own.yml"),
    "move": ("example-grace", MOVED),
}
VERDICTS: dict[str, Verdict] = {
    "APPROVED": "approved",
    "CHANGES_REQUESTED": "changes_requested",
    "COMMENTED": "commented",
    "DISMISSED": "dismissed",
}


def text_of(stage: Stage, which: str, word: str = "hour", bad: bool = False) -> str:
    """What the file of a pull says; `word` makes one version differ from another."""
    if which == "move":
        there = objects.at(stage.repo.store, "main", MOVED)
        assert there is not None
        old = objects.blob(stage.repo.store, there.sha).decode().partition("stage:")[0]
        text = re.sub(r"Thirty \S+", f"Thirty {word}s", old) + MOVE
    else:
        who, _ = PULLS[which]
        text = IDEA.replace("example-ada", who).replace("the test rig", f"the {which} bench")
        text = text.replace("hour", word)
    return text + BAD * bad


def number_of(stage: Stage, which: str) -> int | None:
    """The number of the newest pull from a branch."""
    found = [one.number for one in stage.repo.pulls() if one.pull and one.pull.head_ref == which]
    return max(found, default=None)


def is_open(stage: Stage, which: str) -> bool:
    """Is there an open pull from a branch?"""
    number = number_of(stage, which)
    return number is not None and stage.repo.issues[number].state == "open"


def opens(stage: Stage, which: str, bad: bool = False) -> None:
    """Somebody opens a pull, unless it was there before."""
    login, path = PULLS[which]
    if number_of(stage, which) is None:
        stage.open(login, which, {path: text_of(stage, which, bad=bad)})


def pushes(stage: Stage, which: str, word: str, bad: bool, force: bool) -> None:
    """Its author pushes another version, on top or by force from the default branch."""
    login, path = PULLS[which]
    if number_of(stage, which) is not None:
        stage.push(login, which, {path: text_of(stage, which, word, bad)}, force)


def turns(stage: Stage, which: str, draft: bool) -> None:
    """Its author makes it a draft, or ready for review."""
    number = number_of(stage, which)
    if number is None:
        return
    one, pull = stage.pull(number)
    verb = "convertPullRequestToDraft" if draft else "markPullRequestReadyForReview"
    asked = f'{verb}(input: {{pullRequestId: "PR_{pull.id}"}})'
    query = f"mutation {{ {asked} {{ pullRequest {{ id }} }} }}"
    stage.forge.ask(one.by.login, "POST", "/graphql", {"query": query})


def reviews(stage: Stage, which: str, login: str, event: str, old: bool = False) -> None:
    """Somebody reviews it, at its head or at the commit before."""
    number = number_of(stage, which)
    if number is None or not is_open(stage, which):
        return
    _, pull = stage.pull(number)
    parent = objects.commit(stage.repo.store, pull.head).parents[0]
    stage.review(login, number, event, parent if old else None)


def dismisses(stage: Stage, which: str, login: str) -> None:
    """Somebody's last review is dismissed."""
    number = number_of(stage, which)
    _, pull = stage.pull(number) if number else (None, None)
    for each in [r for r in pull.reviews if r.by.login == login][-1:] if pull else []:
        where = f"/pulls/{number}/reviews/{each.id}/dismissals"
        stage.act("example-linus", "PUT", where, {"message": "It is mended."})


def takes_back(stage: Stage, which: str, by: str, login: str) -> None:
    """Somebody passes, or another takes the request for their review back."""
    number = number_of(stage, which)
    if number is not None and any(login == r.login for r in stage.pull(number)[1].requested):
        where = f"/pulls/{number}/requested_reviewers"
        stage.act(by, "DELETE", where, {"reviewers": [login]})


def closes(stage: Stage, which: str, state: str) -> None:
    """Its author closes it, or opens it again."""
    if (number := number_of(stage, which)) is not None:
        stage.act(PULLS[which][0], "PATCH", f"/pulls/{number}", {"state": state})


def lands(stage: Stage, which: str, word: str) -> None:
    """Somebody else's version of the same file is merged first."""
    text = text_of(stage, which, word)
    stage.land({PULLS[which][1]: text.replace(MOVE, "")})


def relabels(stage: Stage, which: str, add: bool, name: str) -> None:
    """Somebody puts a label on by hand, or takes it off."""
    if (number := number_of(stage, which)) is None:
        return
    where = f"/issues/{number}/labels"
    if add:
        stage.act("example-linus", "POST", where, {"labels": [name]})
    else:
        stage.act("example-linus", "DELETE", f"{where}/{name.replace(' ', '%20')}")


def spoils(stage: Stage, which: str, how: str) -> None:
    """Somebody with rights removes our comment, edits it, or copies it in their own name."""
    number = number_of(stage, which)
    for each in stage.ours(stage.pull(number)[0]) if number else []:
        where = f"/issues/comments/{each.id}"
        if how == "delete":
            stage.act("example-linus", "DELETE", where)
        elif how == "edit":
            stage.act("example-linus", "PATCH", where, {"body": f"Changed. {each.body}"})
        else:
            where = f"/issues/{number}/comments"
            stage.act("example-ada", "POST", where, {"body": each.body})


def law_of(stage: Stage, one: Issue, pull: Pull) -> Law:
    """What the law makes of a pull as it is now."""
    login, path = PULLS[pull.head_ref]
    store = stage.repo.store
    here = objects.at(store, pull.head, path)
    sound = here is not None and BAD.encode() not in objects.blob(store, here.sha)
    reviews = tuple(
        Review(each.id, account(each.by), VERDICTS[each.state], each.commit, each.on)
        for each in pull.reviews
        if each.on
    )
    seen = PullSeen(
        one.number, one.title, account(one.by), pull.head, pull.head_ref, NAME, "main",
        one.created, draft=pull.draft, reviews=reviews,
        mergeable=merging.mergeable(stage.forge.world, stage.repo, one, look=False),
    )  # fmt: skip
    who = {"example-grace", "example-linus", "example-mei"}
    ids = frozenset(stage.forge.world.account(each).id for each in who)
    proposers = frozenset({"example-ada" if moves_an_idea(pull) else login})
    return Law(seen, sound, proposers, stage.today, ids, not moves_an_idea(pull))


def moves_an_idea(pull: Pull) -> bool:
    """Does this pull move an idea?"""
    return pull.head_ref == "move"


def account(user: User) -> Account:
    """Somebody as reconcile sees them."""
    return Account(user.login, user.id, user.kind == "Bot")
