"""Whether a pull may be merged, and the commit that comes of it."""

from tests.forge import differing, objects
from tests.forge.issue import Issue, Pull, Review
from tests.forge.objects import Signature
from tests.forge.people import User, at_least
from tests.forge.repository import Repository
from tests.forge.world import World


def mailed(world: World, one: User) -> Signature:
    """Return how GitHub signs a commit for somebody."""
    return Signature(one.login, f"{one.id}+{one.login}@users.noreply.github.com", world.now())


def committer(world: World) -> Signature:
    """Return who GitHub says committed what was made on its pages."""
    return Signature("GitHub", "noreply@github.com", world.now())


def mergeable(world: World, repo: Repository, one: Issue, look: bool = True) -> bool | None:
    """Say whether it merges cleanly; None while that is being worked out, or when it is merged."""
    pull = one.pull
    if pull is None or pull.merged or one.state != "open":
        return None
    if look and pull.looks < repo.settings.slow:
        pull.looks += 1
        return None
    tip = repo.store.ref(f"refs/heads/{pull.base_ref}")
    return bool(tip and differing.merged(repo.store, tip, pull.head).tree)


def trial_commit(world: World, repo: Repository, one: Issue) -> str | None:
    """Return the commit of refs/pull/N/merge, which GitHub keeps for an open pull that merges."""
    return repo.store.ref(f"refs/pull/{one.number}/merge")


def standing(pull: Pull) -> dict[int, Review]:
    """Return the last review of each person that approves or asks for changes."""
    decisive = ("APPROVED", "CHANGES_REQUESTED", "DISMISSED")
    return {each.by.id: each for each in pull.reviews if each.state in decisive}


def wanting(repo: Repository, one: Issue) -> str | None:
    """Return the rule that stands in a merge's way, in GitHub's words; None if none does."""
    pull, settings = one.pull, repo.settings
    if pull is None or pull.base_ref not in settings.protected:
        return None
    able = [each for each in standing(pull).values() if at_least(repo.role(each.by), "write")]
    if any(each.state == "CHANGES_REQUESTED" for each in able):
        return "Changes were requested by reviewers with write access."
    if sum(each.state == "APPROVED" for each in able) < settings.approvals:
        return "At least 1 approving review is required by reviewers with write access."
    for name, app in settings.required.items():
        if not succeeded(repo, pull.head, name, app):
            return f'Required status check "{name}" is expected.'
    return None


def succeeded(repo: Repository, sha: str, name: str, app: int | None) -> bool:
    """Say whether the newest check run of a name, or the status, is a success on a commit."""
    good = ("success", "neutral", "skipped")
    checks = [each for each in repo.checks if each.sha == sha and each.name == name]
    checks = [each for each in checks if app in (None, each.app)]
    if checks:
        return checks[-1].conclusion in good
    given = [each for each in repo.statuses if each.sha == sha and each.context == name]
    return app is None and bool(given) and given[-1].state == "success"


def state(world: World, repo: Repository, one: Issue, clean: bool | None) -> str:
    """Return GitHub's word for where the merge stands."""
    if clean is None:
        return "unknown"
    if not clean:
        return "dirty"
    if one.pull and one.pull.draft:
        return "draft"
    return "blocked" if wanting(repo, one) else "clean"


def make(
    world: World, repo: Repository, one: Issue, by: User, message: str, method: str
) -> str | None:
    """Write the commit of a merge without moving the branch; None where it is in conflict."""
    pull = one.pull
    tip = repo.store.ref(f"refs/heads/{pull.base_ref}") if pull else None
    if pull is None or tip is None:
        return None
    tree = differing.merged(repo.store, tip, pull.head).tree
    if tree is None:
        return None
    if method == "rebase":
        return _replayed(world, repo, pull, tip)
    parents = [tip] if method == "squash" else [tip, pull.head]
    people = (mailed(world, one.by if method == "squash" else by), committer(world))
    return objects.write_commit(repo.store, tree, parents, message, people)


def _replayed(world: World, repo: Repository, pull: Pull, tip: str) -> str | None:
    at = tip
    for sha in differing.between(repo.store, tip, pull.head):
        one = objects.commit(repo.store, sha)
        tree = differing.merged(repo.store, at, sha).tree
        if tree is None:
            return None
        people = (one.author, committer(world))
        at = objects.write_commit(repo.store, tree, [at], one.message, people)
    return at
