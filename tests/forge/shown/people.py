"""Accounts, apps and tokens' installations as JSON."""

from typing import Any
from urllib.parse import quote

from tests.forge.call import Site
from tests.forge.clock import written
from tests.forge.people import App, User
from tests.forge.world import GHOST, World

Json = dict[str, Any]
BELOW = {
    "followers_url": "/followers",
    "following_url": "/following{/other_user}",
    "gists_url": "/gists{/gist_id}",
    "starred_url": "/starred{/owner}{/repo}",
    "subscriptions_url": "/subscriptions",
    "organizations_url": "/orgs",
    "repos_url": "/repos",
    "events_url": "/events{/privacy}",
    "received_events_url": "/received_events",
}


def user(site: Site, one: User) -> Json:
    """Return an account as GitHub's simple user."""
    login = quote(one.login)
    url = f"{site.api}/users/{login}"
    return {
        "login": one.login,
        "id": one.id,
        "node_id": f"U_{one.id}",
        "avatar_url": f"{site.html}/avatars/{one.id}",
        "gravatar_id": "",
        "url": url,
        "html_url": f"{site.html}/{login}",
        **{key: url + rest for key, rest in BELOW.items()},
        "type": one.kind,
        "user_view_type": "public",
        "site_admin": False,
    }


def user_or_none(site: Site, one: User | None) -> Json | None:
    """Return an account, and nothing for one that is gone."""
    return None if one is None or one.gone else user(site, one)


def user_or_ghost(world: World, site: Site, one: User) -> Json:
    """Return an account, and the ghost for one that is gone."""
    return user(site, world.users[GHOST] if one.gone else one)


def profile(site: Site, one: User) -> Json:
    """Return an account with what its page shows."""
    empty = ("name", "company", "location", "email", "hireable", "bio")
    counts = ("public_repos", "public_gists", "followers", "following")
    return {
        **user(site, one),
        **dict.fromkeys(empty),
        "blog": "",
        **dict.fromkeys(counts, 0),
        "created_at": written(one.created),
        "updated_at": written(one.created),
    }


def app(site: Site, one: App) -> Json:
    """Return a GitHub App."""
    return {
        "id": one.id,
        "slug": one.slug,
        "node_id": f"A_{one.id}",
        "client_id": f"Iv1.{one.id:016x}",
        "owner": user(site, one.owner),
        "name": one.slug,
        "description": "",
        "external_url": site.html,
        "html_url": f"{site.html}/apps/{one.slug}",
        "created_at": written(one.created),
        "updated_at": written(one.created),
        "permissions": {"metadata": "read", **one.permissions},
        "events": [],
    }
