"""Accounts in GraphQL. A bot goes without the ending `[bot]` that REST shows."""

import datetime as dt
from typing import Any

from tests.forge.call import Call
from tests.forge.clock import written
from tests.forge.graph.fields import Node, Wrong, actor, field, plain
from tests.forge.people import User


def _login(user: User) -> str:
    return user.login.removesuffix("[bot]") if user.kind == "Bot" else user.login


for _kind in ("User", "Bot", "Organization", "Mannequin"):
    plain(
        _kind,
        login=_login,
        databaseId=lambda user: user.id,
        id=lambda user: f"U_{user.id}",
        name=lambda user: None,
    )
plain("GitActor", name=lambda one: one.name, email=lambda one: one.email)
plain("App", slug=lambda one: one.slug, databaseId=lambda one: one.id, name=lambda one: one.slug)


@field("Query", "viewer")
def viewer(_: Any, call: Call) -> Node | None:
    """Resolve who asks. It is a user to the schema, and a bot keeps its ending here."""
    found = actor(call.user)
    return Node("Viewer", None, found.it) if found else None


plain("Viewer", login=lambda user: user.login, databaseId=lambda user: user.id)


@field("Query", "user")
def user(_: Any, call: Call, login: str) -> Node | None:
    found = call.world.find(login)
    if found is None or found.kind != "User":
        raise Wrong("NOT_FOUND", f"Could not resolve to a User with the login of '{login}'.")
    return actor(found)


@field("Query", "rateLimit")
def rate_limit(_: Any, call: Call, **__: Any) -> Any:
    shown = call.world.limits.shown(call.token)
    reset = dt.datetime.fromtimestamp(shown["reset"], dt.UTC)
    return {**shown, "cost": 1, "nodeCount": 0, "resetAt": written(reset)}
