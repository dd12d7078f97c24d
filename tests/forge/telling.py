"""Tell webhooks and workflows what happened, with the payload that GitHub would send."""

from typing import Any

from tests.forge.call import Call
from tests.forge.happened import Happened
from tests.forge.issue import Issue
from tests.forge.people import Token, User
from tests.forge.repository import Repository
from tests.forge.shown.people import user
from tests.forge.shown.pull import whole
from tests.forge.shown.repository import repository

ALWAYS = ("workflow_dispatch", "repository_dispatch")


def tell(call: Call, event: str, repo: Repository, payload: dict[str, Any]) -> None:
    """Record an event of a repository, caused by who makes this call."""
    sender = call.user
    shown = {"repository": repository(call.site, repo), "sender": user(call.site, sender)}
    token = call.token or Token("", sender)
    whose = (
        {"installation": {"id": token.app.id, "node_id": f"MDIz{token.app.id}"}}
        if token.app
        else {}
    )
    payload = {**payload, **shown, **whose}
    starts = not token.job or event in ALWAYS
    delivery = f"{len(call.world.events) + 1:08x}-0000-4000-8000-000000000000"
    call.world.events.append(Happened(delivery, event, payload, starts))


def tell_pull(call: Call, repo: Repository, one: Issue, action: str, **more: Any) -> None:
    """Record what happened to a pull. A look at it for the payload is nobody's look."""
    looks = one.pull.looks if one.pull else 0
    shown = whole(call.world, call.site, repo, one)
    if one.pull:
        one.pull.looks = looks
    payload = {"action": action, "number": one.number, "pull_request": shown, **more}
    tell(call, "pull_request", repo, payload)


def somebody(call: Call, one: User) -> dict[str, Any]:
    """Return an account as payloads show it."""
    return user(call.site, one)
