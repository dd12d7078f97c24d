"""Git's own objects and refs: read, and written without a clone."""

import base64
import binascii
from typing import Any

from tests.forge import merging, objects, pulls
from tests.forge.call import Answer, Call, page
from tests.forge.objects import Signature
from tests.forge.router import route
from tests.forge.shown import git
from tests.forge.store import GitFailed
from tests.forge.wrongs import Refused, gone

ROOT = "/repos/{owner}/{repo}/git"
MODES = {"100644", "100755", "040000", "160000", "120000"}
# Above this GitHub answers 403 for a blob.
LARGEST = 100_000_000


def _there(call: Call, sha: str, *kinds: str) -> str:
    """Return the object's name, or refuse where there is none of these kinds."""
    if objects.kind(call.repo.store, sha) not in kinds:
        raise gone()
    return sha


@route("GET", ROOT + "/blobs/{file_sha}", scope="contents")
def blob(call: Call) -> Any:
    sha = _there(call, call.params["file_sha"], "blob")
    data = objects.blob(call.repo.store, sha)
    if len(data) > LARGEST:
        error = {"code": "too_large", "field": "data", "resource": "Blob"}
        raise Refused(403, "This API returns blobs up to 100 MB in size.", [error])
    if "raw" in call.accept:
        return Answer(200, raw=data, type="application/vnd.github.raw; charset=utf-8")
    return git.blob(call.site, call.repo, sha, data)


@route("POST", ROOT + "/blobs", scope="contents", role="write", status=201)
def make_blob(call: Call) -> Any:
    content = str(call.asked.get("content", ""))
    try:
        encoded = call.asked.get("encoding") == "base64"
        data = base64.b64decode(content, validate=False) if encoded else content.encode()
    except (binascii.Error, UnicodeEncodeError):
        raise Refused(422, "content is not valid Base64") from None
    sha = objects.write_blob(call.repo.store, data)
    return {"sha": sha, "url": f"{call.site.api}/repos/{call.repo.full_name}/git/blobs/{sha}"}


@route("GET", ROOT + "/trees/{tree_sha}", scope="contents")
def tree(call: Call) -> Any:
    store = call.repo.store
    name = call.params["tree_sha"]
    sha = store.resolve(name)
    found = objects.commit(store, sha).tree if sha else _there(call, name, "tree")
    return git.tree(
        call.site, call.repo, found, objects.tree(store, found, "recursive" in call.query)
    )


@route("POST", ROOT + "/trees", scope="contents", role="write", status=201)
def make_tree(call: Call) -> Any:
    """Write a tree; an entry whose `sha` is null is taken out."""
    store, changes = call.repo.store, {}
    base = call.asked.get("base_tree")
    if base is not None:
        _there(call, str(base), "tree", "commit")
    for each in call.asked.get("tree") or []:
        changes[str(each["path"])] = _entry(call, each)
    try:
        sha = objects.write_tree(store, base, changes)
    except GitFailed as wrong:
        raise Refused(422, f"GitRPC::BadObjectState: {wrong}") from wrong
    return git.tree(call.site, call.repo, sha, objects.tree(store, sha))


def _entry(call: Call, each: dict[str, Any]) -> tuple[str, str] | None:
    if each.get("mode", "100644") not in MODES:
        raise Refused(422, "tree.mode must be one of " + ", ".join(sorted(MODES)))
    if "content" in each:
        data = str(each["content"]).encode()
        return str(each.get("mode", "100644")), objects.write_blob(call.repo.store, data)
    if each.get("sha") is None:
        return None
    if objects.kind(call.repo.store, str(each["sha"])) is None:
        raise Refused(422, f"tree.sha {each['sha']} is not a valid blob")
    return str(each.get("mode", "100644")), str(each["sha"])


@route("GET", ROOT + "/commits/{commit_sha}", scope="contents")
def commit(call: Call) -> Any:
    sha = _there(call, call.params["commit_sha"], "commit")
    return git.commit_object(call.site, call.repo, objects.commit(call.repo.store, sha))


@route("POST", ROOT + "/commits", scope="contents", role="write", status=201)
def make_commit(call: Call) -> Any:
    asked, store = call.asked, call.repo.store
    parents = [str(each) for each in asked.get("parents") or []]
    for sha in parents:
        if objects.kind(store, sha) != "commit":
            raise Refused(422, "Parent SHA does not exist or is not a commit object")
    if objects.kind(store, str(asked.get("tree"))) != "tree":
        raise Refused(422, "Tree SHA does not exist")
    me = merging.mailed(call.world, call.user)
    author = _person(asked.get("author"), me)
    people = (author, _person(asked.get("committer"), author))
    sha = objects.write_commit(
        store, str(asked["tree"]), parents, call.text("message", "Commit"), people
    )
    return git.commit_object(call.site, call.repo, objects.commit(store, sha))


def _person(given: Any, otherwise: Signature) -> Signature:
    if not isinstance(given, dict):
        return otherwise
    return Signature(str(given["name"]), str(given["email"]), otherwise.on)


@route("GET", ROOT + "/ref/{ref}", scope="contents")
def ref(call: Call) -> Any:
    name = f"refs/{call.params['ref']}"
    sha = call.repo.store.ref(name)
    if sha is None:
        raise gone()
    return git.ref(call.site, call.repo, name, sha)


@route("GET", ROOT + "/matching-refs/{ref}", scope="contents")
def matching(call: Call) -> Answer:
    found = call.repo.store.refs(f"refs/{call.params['ref']}")
    return page(call, list(found.items()), lambda pair: git.ref(call.site, call.repo, *pair))


@route("POST", ROOT + "/refs", scope="contents", role="write", status=201)
def make_ref(call: Call) -> Any:
    name, sha = call.text("ref", "Reference"), call.text("sha", "Reference")
    if not name.startswith("refs/") or name.count("/") < 2:
        raise Refused(
            422, "Reference name must start with 'refs/' and contain at least two slashes."
        )
    if objects.kind(call.repo.store, sha) is None:
        raise Refused(422, "Object does not exist")
    if call.repo.store.ref(name):
        raise Refused(422, "Reference already exists")
    if not call.repo.store.move(name, sha, None):
        raise Refused(422, "Reference name is not valid")
    pulls.moved(call, call.repo, name, None, sha)
    return git.ref(call.site, call.repo, name, sha)


def guard(call: Call, name: str) -> None:
    """Refuse to move a branch that moves through pulls alone."""
    if name.removeprefix("refs/heads/") in call.repo.settings.protected:
        words = (
            "Repository rule violations found\n\nChanges must be made through a pull request.\n\n"
        )
        raise Refused(422, words)


@route("PATCH", ROOT + "/refs/{ref}", scope="contents", role="write")
def move_ref(call: Call) -> Any:
    """Move a ref, forwards alone unless `force`."""
    repo, name = call.repo, f"refs/{call.params['ref']}"
    new, old = call.text("sha", "Reference"), repo.store.ref(name)
    if old is None:
        raise Refused(422, "Reference does not exist")
    guard(call, name)
    if objects.kind(repo.store, new) is None:
        raise Refused(422, "Object does not exist")
    if not call.asked.get("force") and not repo.store.is_ancestor(old, new):
        raise Refused(422, "Update is not a fast forward")
    if not repo.store.move(name, new, old):
        raise Refused(409, "Reference cannot be updated")
    if new != old:
        pulls.moved(call, repo, name, old, new)
    return git.ref(call.site, repo, name, new)


@route("DELETE", ROOT + "/refs/{ref}", scope="contents", role="write", status=204)
def delete_ref(call: Call) -> None:
    name = f"refs/{call.params['ref']}"
    old = call.repo.store.ref(name)
    if old is None:
        raise Refused(422, "Reference does not exist")
    guard(call, name)
    call.repo.store.move(name, None, old)
    pulls.moved(call, call.repo, name, old, None)
