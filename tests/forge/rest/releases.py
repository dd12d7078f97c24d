"""The newest release of a repository."""

from typing import Any

from tests.forge.call import Call
from tests.forge.clock import written
from tests.forge.router import route
from tests.forge.shown.people import user
from tests.forge.wrongs import gone


@route("GET", "/repos/{owner}/{repo}/releases/latest", scope="contents")
def latest(call: Call) -> Any:
    """Answer the newest release; 404 where there has been none."""
    held, repo = call.repo.settings.release, call.repo
    if held is None:
        raise gone()
    tag, words = held
    root, page = f"{call.site.api}/repos/{repo.full_name}", f"{call.site.html}/{repo.full_name}"
    now = written(repo.created)
    return {
        "id": 1,
        "node_id": "RE_1",
        "url": f"{root}/releases/1",
        "assets_url": f"{root}/releases/1/assets",
        "upload_url": f"{root}/releases/1/assets{{?name,label}}",
        "html_url": f"{page}/releases/tag/{tag}",
        "tarball_url": f"{root}/tarball/{tag}",
        "zipball_url": f"{root}/zipball/{tag}",
        "tag_name": tag,
        "target_commitish": repo.branch,
        "name": tag,
        "body": words,
        "draft": False,
        "prerelease": False,
        "created_at": now,
        "published_at": now,
        "author": user(call.site, repo.owner),
        "assets": [],
    }
