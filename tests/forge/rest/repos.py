"""Repositories, branches, commits and what stands at a path."""

from typing import Any

from tests.forge import differing, objects, store
from tests.forge.call import Answer, Call, page
from tests.forge.router import route
from tests.forge.shown import git
from tests.forge.shown.pull import simple
from tests.forge.shown.repository import repository
from tests.forge.wrongs import NOT_INTEGRATION, Refused, gone, invalid

ROOT = "/repos/{owner}/{repo}"


@route("GET", ROOT)
def one(call: Call) -> Any:
    return _whole(call)


def _whole(call: Call) -> dict[str, Any]:
    repo = call.repo
    reader = call.token.user if call.token else None
    shown = repository(call.site, repo, reader)
    parent = call.world.repositories.get(repo.parent) if repo.parent else None
    more = {"network_count": 0, "subscribers_count": 0}
    if parent is None:
        return {**shown, **more}
    seen = repository(call.site, parent)
    return {**shown, **more, "parent": seen, "source": seen}


@route("PATCH", ROOT, scope="administration", role="admin")
def change(call: Call) -> Any:
    """Rename, archive, hide, or switch on and off."""
    repo, asked = call.repo, call.asked
    if "name" in asked and asked["name"] != repo.name:
        call.world.moved[repo.full_name.casefold()] = repo.id
        repo.name = str(asked["name"])
    repo.archived = bool(asked.get("archived", repo.archived))
    repo.private = bool(asked.get("private", repo.private))
    repo.settings.issues = bool(asked.get("has_issues", repo.settings.issues))
    repo.branch = str(asked.get("default_branch", repo.branch))
    repo.description = asked.get("description", repo.description)
    return _whole(call)


@route("DELETE", ROOT, scope="administration", role="admin", status=204)
def delete(call: Call) -> None:
    """Take a repository away; pulls from it lose their source."""
    del call.world.repositories[call.repo.id]
    for each in call.world.repositories.values():
        for pull in (issue.pull for issue in each.pulls()):
            if pull and pull.source == call.repo.id:
                pull.source = None


@route("POST", ROOT + "/forks", status=202)
def fork(call: Call) -> Any:
    """Make a fork in the name of who asks; it shares git's objects."""
    world, source, owner = call.world, call.repo, call.user
    if call.token and call.token.permissions is not None:
        raise Refused(403, NOT_INTEGRATION)
    name = str(call.body.get("name") or source.name) if isinstance(call.body, dict) else source.name
    found = world.named(f"{owner.login}/{name}")
    if found is None:
        number = world.number()
        kept = store.fork(source.store, world.folder / f"{number}.git")
        found = type(source)(number, owner, name, kept, world.now(), source.branch)
        found.parent, found.private = source.id, source.private
        world.repositories[number] = found
    call.found = found
    return _whole(call)


@route("GET", ROOT + "/branches")
def branches(call: Call) -> Answer:
    found = call.repo.store.refs("refs/heads/")
    return page(call, list(found.items()), lambda pair: _branch(call, *pair))


def _branch(call: Call, name: str, sha: str) -> dict[str, Any]:
    short = name.removeprefix("refs/heads/")
    url = f"{call.site.api}/repos/{call.repo.full_name}/commits/{sha}"
    guarded = short in call.repo.settings.protected
    return {"name": short, "commit": {"sha": sha, "url": url}, "protected": guarded}


@route("GET", ROOT + "/branches/{branch}", scope="contents")
def branch(call: Call) -> Any:
    name = call.params["branch"]
    sha = call.repo.store.ref(f"refs/heads/{name}")
    if sha is None:
        raise Refused(404, "Branch not found")
    url = f"{call.site.api}/repos/{call.repo.full_name}/branches/{name}"
    links = {"self": url, "html": f"{call.site.html}/{call.repo.full_name}/tree/{name}"}
    commit = git.commit(call.world, call.site, call.repo, sha)
    shown = _branch(call, f"refs/heads/{name}", sha)
    rest = {"protection": {"enabled": shown["protected"]}, "protection_url": f"{url}/protection"}
    return {**shown, "commit": commit, "_links": links, **rest}


@route("GET", ROOT + "/commits", scope="contents")
def commits(call: Call) -> Answer:
    """List the commits of a branch, the newest first; `path` keeps those that change it."""
    at = call.repo.store.resolve(call.query.get("sha") or call.repo.branch)
    if at is None:
        raise gone()
    path = [call.query["path"]] if "path" in call.query else []
    found = call.repo.store.text("rev-list", at, "--", *path).split()
    return page(call, found, lambda sha: git.commit(call.world, call.site, call.repo, sha))


@route("GET", ROOT + "/commits/{ref}", scope="contents")
def commit(call: Call) -> Any:
    return git.whole_commit(call.world, call.site, call.repo, resolved(call, call.params["ref"]))


def resolved(call: Call, revision: str) -> str:
    """Return the commit that a revision means; GitHub's 422 where it means none."""
    sha = call.repo.store.resolve(revision)
    if sha is None:
        raise Refused(422, f"No commit found for SHA: {revision}")
    return sha


@route("GET", ROOT + "/commits/{commit_sha}/pulls", scope="contents|pull_requests")
def pulls_of(call: Call) -> Answer:
    """List the pulls whose head is a commit, or whose merge made it."""
    sha = resolved(call, call.params["commit_sha"])
    found = [each for each in call.repo.pulls() if each.pull]
    found = [
        each for each in found if each.pull and sha in (each.pull.head, each.pull.merge_commit)
    ]
    return page(call, found, lambda each: simple(call.world, call.site, call.repo, each))


@route("GET", ROOT + "/compare/{basehead}", scope="contents")
def compare(call: Call) -> Any:
    """Answer what one commit has that another lacks."""
    repo, (base, _, head) = call.repo, call.params["basehead"].partition("...")
    first, last = repo.store.resolve(base), repo.store.resolve(head)
    middle = first and last and repo.store.merge_base(first, last)
    if not (first and last and middle):
        raise gone()
    ahead = differing.between(repo.store, first, last)
    behind = differing.between(repo.store, last, first)
    words = {(False, False): "identical", (True, False): "ahead", (False, True): "behind"}
    html = f"{call.site.html}/{repo.full_name}/compare/{base}...{head}"
    changes = differing.changes(repo.store, middle, last)
    return {
        "url": f"{call.site.api}{call.path}",
        "html_url": html,
        "permalink_url": html,
        "diff_url": f"{html}.diff",
        "patch_url": f"{html}.patch",
        "base_commit": git.commit(call.world, call.site, repo, first),
        "merge_base_commit": git.commit(call.world, call.site, repo, middle),
        "status": words.get((bool(ahead), bool(behind)), "diverged"),
        "ahead_by": len(ahead),
        "behind_by": len(behind),
        "total_commits": len(ahead),
        "commits": [git.commit(call.world, call.site, repo, sha) for sha in ahead[:250]],
        "files": [git.changed(call.site, repo, last, each) for each in changes[:300]],
    }


@route("GET", ROOT + "/contents/{path}", scope="contents")
def contents(call: Call) -> Any:
    """Answer a file with its bytes, or what a folder holds, at `ref`."""
    repo, path = call.repo, call.params["path"].strip("/")
    at = call.query.get("ref") or repo.branch
    sha = repo.store.resolve(at)
    if sha is None:
        raise Refused(404, f"No commit found for the ref {at}")
    if not path or ".." in path.split("/"):
        raise invalid("Content", "path")
    entry = objects.at(repo.store, sha, path)
    if entry is None:
        raise gone()
    if entry.kind != "tree":
        data = objects.blob(repo.store, entry.sha) if entry.kind == "blob" else None
        if data is not None and "raw" in call.accept:
            return Answer(200, raw=data, type="application/vnd.github.raw; charset=utf-8")
        return git.content(call.site, repo, at, entry, data)
    below = objects.tree(repo.store, entry.sha)
    full = [type(e)(e.mode, e.kind, e.sha, e.size, f"{path}/{e.path}") for e in below]
    return [git.content(call.site, repo, at, each, None) for each in full[:1000]]
