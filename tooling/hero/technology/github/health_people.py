"""The advocates' accounts: who they are by login, who has their numbers, who may be asked."""

from collections.abc import Iterable
from typing import Any

from hero.reconcile.doctor.health import Unseen
from hero.reconcile.seen import Account
from hero.technology.github.accounts import account
from hero.technology.github.calls import Calls, path
from hero.technology.github.health_settings import asked, or_none
from hero.technology.github.shape import number, word


def people(calls: Calls, repository: str, roster: Iterable[tuple[str, int]]) -> dict[str, Any]:
    """The facts about people, by their names in Health. `roster`: logins and their numbers."""
    every = list(roster)
    let_in = asked(lambda: _collaborators(calls, repository))
    known = {} if isinstance(let_in, Unseen) else let_in
    accounts = asked(lambda: _accounts(calls, [login for login, _ in every], known))
    if isinstance(accounts, Unseen):
        return {"accounts": accounts, "holders": accounts, "requestable": _requestable(let_in)}
    odd = [held for login, held in every if _number(accounts.get(login)) != held]
    return {
        "accounts": accounts,
        "holders": asked(lambda: {held: _holder(calls, held) for held in odd}),
        "requestable": _requestable(let_in),
    }


def _requestable(let_in: Any) -> Any:
    return let_in if isinstance(let_in, Unseen) else frozenset(let_in)


def _number(found: Account | None) -> int | None:
    return found.id if found else None


def _collaborators(calls: Calls, repository: str) -> dict[str, Account]:
    """Whom the repository lets in by name, by login in lower case."""
    where = path("repos", *repository.split("/"), "collaborators")
    rows = calls.pages("reading whom the repository lets in", where)
    return {
        word(each, "login").lower(): Account(word(each, "login"), number(each, "id"))
        for each in rows
    }


def _accounts(
    calls: Calls, logins: list[str], known: dict[str, Account]
) -> dict[str, Account | None]:
    return {login: known.get(login.lower()) or account(calls, login) for login in logins}


def _holder(calls: Calls, held: int) -> str | None:
    """The login of the account with this number; None where there is none any more."""
    found = or_none(lambda: calls.read("looking an account up", path("user", held)))
    return word(found, "login") if found else None
