"""Pulls: made, listed, changed, merged."""

from typing import Any

from tests.forge import differing, held, pulls
from tests.forge.call import Answer, Call, page
from tests.forge.issue import Issue, Pull
from tests.forge.people import at_least
from tests.forge.router import route
from tests.forge.shown import git
from tests.forge.shown.pull import of, simple, whole
from tests.forge.telling import tell_pull
from tests.forge.wrongs import NOT_INTEGRATION, Refused, gone, invalid

ROOT = "/repos/{owner}/{repo}/pulls"
ONE = ROOT + "/{pull_number}"
MOST_FILES = 3000
MOST_COMMITS = 250
NO_PULLS = "GitHub Actions is not permitted to create or approve pull requests."


def found(call: Call) -> Issue:
    """Return the pull that the path names."""
    one = call.repo.issues.get(call.number("pull_number"))
    if one is None or one.pull is None:
        raise gone()
    return one


@route("GET", ROOT, scope="pull_requests")
def listed(call: Call) -> Answer:
    """List pulls by state, head and base; the newest first unless `direction=asc`."""
    state, head, base = (call.query.get(key) for key in ("state", "head", "base"))
    every = [
        each for each in call.repo.pulls() if state == "all" or each.state == (state or "open")
    ]
    every = [each for each in every if base in (None, of(each).base_ref)]
    if head and ":" in head:
        every = [each for each in every if _label(of(each)) == head.casefold()]
    by_change = call.query.get("sort") == "updated"
    every.sort(key=lambda one: (one.updated if by_change else one.created, one.number))
    if call.query.get("direction", "desc" if "sort" not in call.query else "asc") == "desc":
        every.reverse()
    return page(call, every, lambda one: simple(call.world, call.site, call.repo, one))


def _label(pull: Pull) -> str:
    return f"{pull.owner.login}:{pull.head_ref}".casefold()


@route("POST", ROOT, scope="pull_requests", status=201)
def make(call: Call) -> Any:
    """Open a pull; whoever may push to its head may, and workflows where they are let."""
    repo, asked = call.repo, call.asked
    if call.token and call.token.job and not repo.settings.workflows_open_pulls:
        raise Refused(403, NO_PULLS)
    title, head, base = (call.text(key, "PullRequest") for key in ("title", "head", "base"))
    where, branch = pulls.source(call, repo, head)
    tip, start = where.store.ref(f"refs/heads/{branch}"), repo.store.ref(f"refs/heads/{base}")
    if tip is None:
        raise invalid("PullRequest", "head")
    if start is None:
        raise invalid("PullRequest", "base")
    if (
        call.token
        and call.token.permissions is None
        and not at_least(where.role(call.user), "write")
    ):
        raise Refused(422, "Validation Failed", ["must be a collaborator"])
    pulls.bring(call.world, repo, where, tip, "refs/hidden/arriving")
    pull = Pull(where.id, where.owner, branch, tip, base, start, call.world.number())
    pull.draft = bool(asked.get("draft"))
    pull.maintainers_may_push = bool(asked.get("maintainer_can_modify", where is not repo))
    pulls.check_new(call, repo, pull)
    one = pulls.opened(call, repo, title, asked.get("body"), pull)
    return whole(call.world, call.site, repo, one)


@route("GET", ONE, scope="pull_requests")
def shown(call: Call) -> Any:
    return whole(call.world, call.site, call.repo, found(call))


@route("PATCH", ONE, scope="pull_requests")
def change(call: Call) -> Any:
    """Change title, text, base or state; who wrote it or may triage."""
    one, repo, asked = found(call), call.repo, call.asked
    personal = call.token is not None and call.token.permissions is None
    if personal and one.by is not call.user and not at_least(repo.role(call.user), "write"):
        raise Refused(403, NOT_INTEGRATION)
    if asked.get("title") or "body" in asked:
        one.title, one.body = str(asked.get("title") or one.title), asked.get("body", one.body)
        pulls.note(call.world, one, call.user, "renamed")
        tell_pull(call, repo, one, "edited", changes={})
    if asked.get("base"):
        _rebase(call, one, str(asked["base"]))
    if asked.get("state") == "closed" and one.state == "open":
        pulls.close(call, repo, one)
    if asked.get("state") == "open" and one.state == "closed":
        _reopen(call, one)
    return whole(call.world, call.site, repo, one)


def _rebase(call: Call, one: Issue, base: str) -> None:
    tip = call.repo.store.ref(f"refs/heads/{base}")
    if tip is None:
        raise invalid("PullRequest", "base")
    of(one).base_ref, of(one).base = base, tip
    pulls.follow(call.world, call.repo, one)


def _reopen(call: Call, one: Issue) -> None:
    pull, repo = of(one), call.repo
    where = call.world.repositories.get(pull.source) if pull.source else None
    tip = where.store.ref(f"refs/heads/{pull.head_ref}") if where else None
    if pull.merged or tip is None:
        raise invalid("PullRequest", "state", words="state cannot be changed.")
    pull.head, one.state, one.closed, one.closed_by = tip, "open", None, None
    pulls.note(call.world, one, call.user, "reopened")
    pulls.follow(call.world, repo, one)
    tell_pull(call, repo, one, "reopened")
    held.start(call, repo, one)


@route("GET", ONE + "/files", scope="pull_requests")
def files(call: Call) -> Answer:
    """List the changed files, three thousand at most."""
    pull, store = of(found(call)), call.repo.store
    changes = differing.changes(store, store.merge_base(pull.base, pull.head), pull.head)
    return page(
        call, changes[:MOST_FILES], lambda one: git.changed(call.site, call.repo, pull.head, one)
    )


@route("GET", ONE + "/commits", scope="pull_requests")
def commits(call: Call) -> Answer:
    """List the commits, oldest first, 250 at most."""
    pull = of(found(call))
    every = differing.between(call.repo.store, pull.base, pull.head)[:MOST_COMMITS]
    return page(call, every, lambda sha: git.commit(call.world, call.site, call.repo, sha))
