"""Accounts by login: their numbers, which outlive a rename. Anybody may ask GitHub for these."""

from collections.abc import Collection, Mapping

from hero.reconcile.forge import ForgeRefused
from hero.reconcile.seen import Account
from hero.technology.github.asking import API, REQUESTS
from hero.technology.github.budget import Budget
from hero.technology.github.calls import Calls, path
from hero.technology.github.shape import at, number, word
from hero.technology.github.wire import requester, wire

#: Where GitHub's own site is; other forges answer below their own address.
GITHUB = "https://github.com"


def api_of(forge: str, environ: Mapping[str, str]) -> str:
    """Where the API of a forge answers: what GITHUB_API_URL says, or else what GitHub documents.

    A number of an account means something on its own forge alone, so no other is ever asked.
    """
    usual = API if forge.rstrip("/") == GITHUB else f"{forge.rstrip('/')}/api/v3"
    return environ.get("GITHUB_API_URL") or usual


def anybody(forge: str, environ: Mapping[str, str]) -> Calls:
    """Calls with the token that the environment has, or as nobody where it has none."""
    from github import Auth

    token = environ.get("HERO_TOKEN") or environ.get("GITHUB_TOKEN")
    api = api_of(forge, environ)
    through = requester(Auth.Token(token) if token else None, api)
    return Calls(wire(through), f"{api}/graphql", Budget(requests=REQUESTS, writes=0))


def account(calls: Calls, login: str) -> Account | None:
    """Somebody's account, their login as GitHub writes it; None for no such person.

    Raises ForgeRefused where GitHub could not be asked.
    """
    try:
        found = calls.read(f"looking {login} up", path("users", login))
    except ForgeRefused as refused:
        if refused.kind == "gone":
            return None
        raise
    return Account(word(found, "login"), number(found, "id"), at(found, "type") == "Bot")


def accounts(calls: Calls, logins: Collection[str]) -> dict[str, Account | None]:
    """The accounts of these logins, each as it was asked for."""
    return {login: account(calls, login) for login in logins}
