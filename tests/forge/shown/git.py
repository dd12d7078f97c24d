"""Commits, trees, refs and changed files as JSON."""

import base64
from typing import Any
from urllib.parse import quote

from tests.forge import differing, objects
from tests.forge.call import Site
from tests.forge.clock import written
from tests.forge.objects import Commit, Entry, Signature
from tests.forge.people import User
from tests.forge.repository import Repository
from tests.forge.shown.people import user
from tests.forge.world import World

Json = dict[str, Any]
UNSIGNED = {
    "verified": False,
    "reason": "unsigned",
    "signature": None,
    "payload": None,
    "verified_at": None,
}


def _signature(one: Signature) -> Json:
    return {"name": one.name, "email": one.email, "date": written(one.on)}


def account(world: World, one: Signature) -> User | None:
    """Return whose commit it is: GitHub tells by the mail address alone."""
    name, _, host = one.email.partition("@")
    return world.find(name.split("+")[-1]) if host == "users.noreply.github.com" else None


def commit_object(site: Site, repo: Repository, one: Commit) -> Json:
    """Return a commit as git has it."""
    root = f"{site.api}/repos/{repo.full_name}/git"
    html = f"{site.html}/{repo.full_name}/commit"
    parents = [
        {"sha": each, "url": f"{root}/commits/{each}", "html_url": f"{html}/{each}"}
        for each in one.parents
    ]
    return {
        "sha": one.sha,
        "node_id": f"C_{one.sha}",
        "url": f"{root}/commits/{one.sha}",
        "html_url": f"{html}/{one.sha}",
        "author": _signature(one.author),
        "committer": _signature(one.committer),
        "message": one.message,
        "tree": {"sha": one.tree, "url": f"{root}/trees/{one.tree}"},
        "parents": parents,
        "verification": UNSIGNED,
    }


def commit(world: World, site: Site, repo: Repository, sha: str) -> Json:
    """Return a commit with the accounts behind it."""
    one = objects.commit(repo.store, sha)
    plain = commit_object(site, repo, one)
    url = f"{site.api}/repos/{repo.full_name}/commits/{sha}"
    inner = {key: plain[key] for key in ("author", "committer", "message", "tree", "verification")}
    parents = [{**each, "url": each["url"].replace("/git/", "/")} for each in plain["parents"]]
    by, through = account(world, one.author), account(world, one.committer)
    return {
        "url": url,
        "sha": sha,
        "node_id": plain["node_id"],
        "html_url": plain["html_url"],
        "comments_url": f"{url}/comments",
        "commit": {**inner, "url": plain["url"], "comment_count": 0},
        "author": user(site, by) if by else None,
        "committer": user(site, through) if through else None,
        "parents": parents,
    }


def whole_commit(world: World, site: Site, repo: Repository, sha: str) -> Json:
    """Return a commit with what it changed."""
    parents = objects.commit(repo.store, sha).parents
    changes = differing.changes(repo.store, parents[0] if parents else None, sha)
    added, deleted = (sum(getattr(c, key) for c in changes) for key in ("additions", "deletions"))
    stats = {"additions": added, "deletions": deleted, "total": added + deleted}
    files = [changed(site, repo, sha, each) for each in changes]
    return {**commit(world, site, repo, sha), "stats": stats, "files": files}


def changed(site: Site, repo: Repository, sha: str, one: differing.Changed) -> Json:
    """Return a changed file."""
    name, root = quote(one.path), f"{site.html}/{repo.full_name}"
    shown: Json = {
        "sha": one.sha,
        "filename": one.path,
        "status": one.status,
        "additions": one.additions,
        "deletions": one.deletions,
        "changes": one.additions + one.deletions,
        "blob_url": f"{root}/blob/{sha}/{name}",
        "raw_url": f"{root}/raw/{sha}/{name}",
        "contents_url": f"{site.api}/repos/{repo.full_name}/contents/{name}?ref={sha}",
    }
    if one.patch is not None:
        shown["patch"] = one.patch
    return {**shown, "previous_filename": one.before} if one.before else shown


def ref(site: Site, repo: Repository, name: str, sha: str) -> Json:
    """Return a ref."""
    root = f"{site.api}/repos/{repo.full_name}/git"
    return {
        "ref": name,
        "node_id": f"REF_{quote(name, safe='')}",
        "url": f"{root}/{name}",
        "object": {"sha": sha, "type": "commit", "url": f"{root}/commits/{sha}"},
    }


def tree(site: Site, repo: Repository, sha: str, entries: list[Entry]) -> Json:
    """Return a tree."""
    root = f"{site.api}/repos/{repo.full_name}/git"
    shown = []
    for each in entries:
        one: Json = {"path": each.path, "mode": each.mode, "type": each.kind, "sha": each.sha}
        if each.size is not None:
            one["size"] = each.size
        if each.kind != "commit":
            one["url"] = f"{root}/{each.kind}s/{each.sha}"
        shown.append(one)
    return {"sha": sha, "url": f"{root}/trees/{sha}", "tree": shown, "truncated": False}


def blob(site: Site, repo: Repository, sha: str, data: bytes) -> Json:
    """Return a blob in base64."""
    return {
        "sha": sha,
        "node_id": f"B_{sha}",
        "size": len(data),
        "url": f"{site.api}/repos/{repo.full_name}/git/blobs/{sha}",
        "content": base64.encodebytes(data).decode(),
        "encoding": "base64",
    }


def content(site: Site, repo: Repository, at: str, one: Entry, data: bytes | None) -> Json:
    """Return what stands at a path; with its bytes where they are given."""
    name, kinds = quote(one.path), {"tree": "dir", "commit": "submodule"}
    html = f"{site.html}/{repo.full_name}"
    url = f"{site.api}/repos/{repo.full_name}/contents/{name}?ref={at}"
    plural = "trees" if one.kind == "tree" else "blobs"
    objects_url = f"{site.api}/repos/{repo.full_name}/git/{plural}/{one.sha}"
    page = f"{html}/{'tree' if one.kind == 'tree' else 'blob'}/{at}/{name}"
    shown: Json = {
        "name": one.path.rsplit("/", 1)[-1],
        "path": one.path,
        "sha": one.sha,
        "size": one.size or 0,
        "url": url,
        "html_url": page,
        "git_url": None if one.kind == "commit" else objects_url,
        "download_url": f"{html}/raw/{at}/{name}" if one.kind == "blob" else None,
        "type": "symlink" if one.mode == "120000" else kinds.get(one.kind, "file"),
        "_links": {"self": url, "git": objects_url, "html": page},
    }
    if data is None:
        return shown
    if shown["type"] == "symlink":
        return {**shown, "target": data.decode(errors="replace")}
    # Above one megabyte GitHub says only that there is something.
    if len(data) > 1_000_000:
        return {**shown, "content": "", "encoding": "none"}
    return {**shown, "content": base64.encodebytes(data).decode(), "encoding": "base64"}
