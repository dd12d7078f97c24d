"""GitHub Apps: who they are, where they are installed, their tokens of one hour."""

import secrets
from typing import Any

import jwt

from tests.forge.call import Call
from tests.forge.clock import written
from tests.forge.people import App
from tests.forge.router import route
from tests.forge.shown.people import app, user
from tests.forge.wrongs import Refused, gone


def _itself(call: Call) -> App:
    """Return the app that signed this request; an installation's token will not do."""
    text = call.token.text if call.token else ""
    for each in call.world.apps.values():
        if each.key and text.count(".") == 2:
            try:
                claims = jwt.decode(text, each.key, algorithms=["RS256"])
            except jwt.PyJWTError:
                continue
            if str(claims.get("iss")) == str(each.id):
                return each
    raise Refused(401, "A JSON web token could not be decoded")


def _installation(call: Call, one: App) -> dict[str, Any]:
    root, now = f"{call.site.api}/app/installations/{one.id}", written(one.created)
    return {
        "id": one.id,
        "account": user(call.site, one.owner),
        "access_tokens_url": f"{root}/access_tokens",
        "repositories_url": f"{call.site.api}/installation/repositories",
        "html_url": f"{call.site.html}/settings/installations/{one.id}",
        "app_id": one.id,
        "app_slug": one.slug,
        "client_id": f"Iv1.{one.id:016x}",
        "target_id": one.owner.id,
        "target_type": one.owner.kind,
        "permissions": {"metadata": "read", **one.permissions},
        "events": [],
        "created_at": now,
        "updated_at": now,
        "single_file_name": None,
        "has_multiple_single_files": False,
        "single_file_paths": [],
        "repository_selection": "all",
        "suspended_by": None,
        "suspended_at": None,
    }


@route("GET", "/app")
def itself(call: Call) -> Any:
    return {**app(call.site, _itself(call)), "installations_count": 1}


@route("GET", "/apps/{app_slug}")
def by_slug(call: Call) -> Any:
    every = call.world.apps.values()
    found = next((each for each in every if each.slug == call.params["app_slug"]), None)
    if found is None:
        raise gone()
    return app(call.site, found)


@route("GET", "/app/installations")
def installations(call: Call) -> Any:
    return [_installation(call, _itself(call))]


@route("GET", "/app/installations/{installation_id}")
def installation(call: Call) -> Any:
    one = _itself(call)
    if call.number("installation_id") != one.id:
        raise gone()
    return _installation(call, one)


@route("POST", "/app/installations/{installation_id}/access_tokens", status=201)
def access_token(call: Call) -> Any:
    """Make a token for an hour, with all permissions of the app or fewer."""
    one = _itself(call)
    if call.number("installation_id") != one.id:
        raise gone()
    wanted = (call.body.get("permissions") if isinstance(call.body, dict) else None) or {}
    if any(one.permissions.get(key) not in (level, "write") for key, level in wanted.items()):
        raise Refused(422, "The permissions requested are not granted to this installation.")
    text = f"ghs_{secrets.token_hex(18)}"
    allowed = dict(wanted or one.permissions)
    call.world.token(text, one.bot, permissions=allowed, app=one)
    call.world.clock.advance(seconds=1)
    later = call.world.later(hours=1)
    shown = {"metadata": "read", **allowed}
    return {
        "token": text,
        "expires_at": written(later),
        "permissions": shown,
        "repository_selection": "all",
    }


@route("GET", "/repos/{owner}/{repo}/installation")
def of_repository(call: Call) -> Any:
    return _installation(call, _itself(call))
