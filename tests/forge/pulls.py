"""Pulls as git moves them: opened from a branch, followed as it is pushed to, closed."""

from collections.abc import Iterator

from tests.forge import differing, held, merging, objects
from tests.forge.call import Call
from tests.forge.issue import Issue, Pull, Step
from tests.forge.people import User
from tests.forge.repository import Repository
from tests.forge.telling import tell, tell_pull
from tests.forge.world import World
from tests.forge.wrongs import Refused, invalid


def next_number(repo: Repository) -> int:
    """Return the number that the next issue or pull gets."""
    return max(repo.issues, default=0) + 1


def note(world: World, one: Issue, by: User, event: str, **what: object) -> None:
    """Write a line of an issue's timeline, and that it was changed now."""
    step = Step(world.number(), event, by, world.now())
    for key, value in what.items():
        setattr(step, key, value)
    one.steps.append(step)
    one.updated = world.now()


def source(call: Call, repo: Repository, head: str) -> tuple[Repository, str]:
    """Return the repository and branch that `branch` or `owner:branch` names."""
    owner, colon, branch = head.rpartition(":")
    if not colon or owner.casefold() == repo.owner.login.casefold():
        return repo, branch
    network = {repo.id, repo.parent or repo.id}
    for each in call.world.repositories.values():
        related = each.id in network or each.parent in network
        if related and each.owner.login.casefold() == owner.casefold():
            return each, branch
    raise invalid("PullRequest", "head")


def opened(call: Call, repo: Repository, title: str, body: str | None, pull: Pull) -> Issue:
    """Keep a new pull, its refs and its runs, and tell of it."""
    world, now = call.world, call.world.now()
    number = next_number(repo)
    one = Issue(world.number(), number, title, body, call.user, now, now, pull=pull)
    one.app = call.token.app.id if call.token and call.token.app and not call.token.job else None
    repo.issues[number] = one
    follow(world, repo, one)
    tell_pull(call, repo, one, "opened")
    held.start(call, repo, one)
    return one


def check_new(call: Call, repo: Repository, pull: Pull) -> None:
    """Refuse a pull that is there already, or that brings nothing."""
    for each in repo.pulls():
        other = each.pull
        if other and each.state == "open" and _route(other) == _route(pull):
            words = f"A pull request already exists for {pull.owner.login}:{pull.head_ref}."
            wrong = {"resource": "PullRequest", "code": "custom", "message": words}
            raise Refused(422, "Validation Failed", [wrong])
    if not differing.between(repo.store, pull.base, pull.head):
        words = f"No commits between {pull.base_ref} and {pull.head_ref}"
        wrong = {"resource": "PullRequest", "code": "custom", "message": words}
        raise Refused(422, "Validation Failed", [wrong])


def _route(pull: Pull) -> tuple[int | None, str, str]:
    return pull.source, pull.head_ref, pull.base_ref


def bring(world: World, repo: Repository, where: Repository, sha: str, ref: str) -> None:
    """Bring a fork's commit into a repository under a ref."""
    if where is repo:
        old = repo.store.ref(ref)
        repo.store.move(ref, sha, old)
    else:
        repo.store.fetch(where.store.path, sha, ref)


def follow(world: World, repo: Repository, one: Issue) -> None:
    """Let refs/pull/N/head and /merge stand where they should."""
    pull = one.pull
    if pull is None:
        return
    where = world.repositories.get(pull.source) if pull.source else None
    bring(world, repo, where or repo, pull.head, f"refs/pull/{one.number}/head")
    ref = f"refs/pull/{one.number}/merge"
    old = repo.store.ref(ref)
    made = None
    if one.state == "open":
        made = merging.make(world, repo, one, one.by, f"Merge {pull.head}", "merge")
    if made or old:
        repo.store.move(ref, made, old)


def concerned(world: World, where: Repository, branch: str) -> Iterator[tuple[Repository, Issue]]:
    """Yield the open pulls whose head is a branch, with the repository each is in."""
    for repo in world.repositories.values():
        for one in repo.pulls():
            pull = one.pull
            if pull and one.state == "open" and (pull.source, pull.head_ref) == (where.id, branch):
                yield repo, one


def moved(call: Call, where: Repository, ref: str, old: str | None, new: str | None) -> None:
    """Do what GitHub does once a ref has moved: pulls follow, events are told."""
    world = call.world
    where.pushed = world.now()
    if not ref.startswith("refs/heads/"):
        return
    branch = ref.removeprefix("refs/heads/")
    _tell_push(call, where, ref, old, new)
    for repo, one in list(concerned(world, where, branch)):
        if new is None:
            close(call, repo, one)
        else:
            _synchronize(call, repo, one, new)
    for one in where.pulls():
        pull = one.pull
        if pull and one.state == "open" and pull.base_ref == branch and new:
            pull.base, pull.looks = new, 0
            follow(world, where, one)


def _synchronize(call: Call, repo: Repository, one: Issue, new: str) -> None:
    pull = one.pull
    if pull is None or pull.head == new:
        return
    before, pull.head, pull.looks = pull.head, new, 0
    follow(call.world, repo, one)
    if not repo.store.is_ancestor(before, new):
        note(call.world, one, call.user, "head_ref_force_pushed", sha=new)
    one.updated = call.world.now()
    tell_pull(call, repo, one, "synchronize", before=before, after=new)
    held.start(call, repo, one)


def close(call: Call, repo: Repository, one: Issue) -> None:
    """Close a pull and tell of it."""
    one.state, one.closed, one.closed_by = "closed", call.world.now(), call.user
    note(call.world, one, call.user, "closed")
    if one.pull:
        follow(call.world, repo, one)
    tell_pull(call, repo, one, "closed")


def _tell_push(call: Call, repo: Repository, ref: str, old: str | None, new: str | None) -> None:
    zero = "0" * 40
    head = None
    if new:
        one = objects.commit(repo.store, new)
        person = {"name": one.author.name, "email": one.author.email}
        head = {
            "id": new,
            "tree_id": one.tree,
            "distinct": True,
            "message": one.message,
            "timestamp": one.author.on.isoformat(),
            "url": f"{call.site.html}/{repo.full_name}/commit/{new}",
            "author": person,
            "committer": person,
            **{key: [] for key in ("added", "removed", "modified")},
        }
    tell(
        call,
        "push",
        repo,
        {
            "ref": ref,
            "before": old or zero,
            "after": new or zero,
            "created": old is None,
            "deleted": new is None,
            "forced": bool(old and new and not repo.store.is_ancestor(old, new)),
            "base_ref": None,
            "compare": f"{call.site.html}/{repo.full_name}/compare/{old}...{new}",
            "commits": [head] if head else [],
            "head_commit": head,
            "pusher": {"name": call.user.login, "email": None},
        },
    )
