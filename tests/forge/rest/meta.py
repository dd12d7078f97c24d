"""Rate limits, and whether a repository has pages."""

from typing import Any

from tests.forge.call import Call
from tests.forge.router import route
from tests.forge.wrongs import gone


@route("GET", "/rate_limit")
def rate_limit(call: Call) -> Any:
    """Answer what is left; asking costs nothing."""
    rate = call.world.limits.shown(call.token)
    resources = dict.fromkeys(("core", "search", "graphql"), rate)
    return {"resources": resources, "rate": rate}


@route("GET", "/repos/{owner}/{repo}/pages", scope="pages")
def pages(call: Call) -> Any:
    """Answer where the site is and who may read it."""
    held = call.repo.settings.pages
    if held is None:
        raise gone()
    url = f"{call.site.api}{call.path}"
    standing = {"url": url, "status": "built", "cname": None, "custom_404": False, "public": True}
    page = f"{call.site.html}/pages/{call.repo.full_name}/"
    return {**standing, "html_url": page, "build_type": "workflow", **held}
