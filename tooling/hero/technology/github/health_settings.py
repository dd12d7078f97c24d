"""What a repository's owners have set: Actions, environments, rules, Pages, code owners."""

from collections.abc import Callable
from typing import Any, TypeVar

from hero.reconcile.doctor.health import Environment, Home, Policy, Rules, Seen, Site, Unseen
from hero.reconcile.doctor.rights import ENVIRONMENT, KEY, VARIABLE
from hero.reconcile.forge import ForgeRefused
from hero.technology.github.calls import Calls, path
from hero.technology.github.loose import facts, maybe, part, rows
from hero.technology.github.shape import number, truth, word

T = TypeVar("T")


def asked(ask: Callable[[], T]) -> Seen[T]:
    """What an answer tells, or why it tells nothing."""
    try:
        return ask()
    except ForgeRefused as refused:
        return Unseen(refused.words.rstrip("."), refused.kind)


def or_none(ask: Callable[[], T]) -> T | None:
    """What an answer tells; None for what is not there. Raises ForgeRefused."""
    try:
        return ask()
    except ForgeRefused as refused:
        if refused.kind == "gone":
            return None
        raise


def settings(calls: Calls, home: Home) -> dict[str, Any]:
    """The settings, by their names in Health."""
    where = path("repos", *home.name.split("/"))
    return {
        "app": asked(lambda: _app(calls, where, home)),
        "environment": asked(lambda: or_none(lambda: _environment(calls, where))),
        "policy": asked(lambda: _policy(calls, f"{where}/actions/permissions")),
        "may_open_pulls": asked(lambda: _may_open(calls, f"{where}/actions/permissions/workflow")),
        "site": asked(lambda: or_none(lambda: _site(calls, f"{where}/pages"))),
        "rules": asked(lambda: _rules(calls, where, home.branch)),
        "owner_errors": asked(lambda: or_none(lambda: _owners(calls, where))),
    }


def _app(calls: Calls, where: str, home: Home) -> str | None:
    """The App that writes, by the variable that says so. Who may not write, may not see it."""
    asks = "looking at the variable that chooses the mode"
    found = or_none(lambda: facts(calls, asks, f"{where}/actions/variables/{VARIABLE}"))
    if found is None and not home.rights & {"push", "maintain", "admin"}:
        raise ForgeRefused("permission", f"{asks}: only who may write sees it")
    return (word(found, "value").strip() or None) if found else None


def _environment(calls: Calls, where: str) -> Environment:
    place = f"{where}/environments/{ENVIRONMENT}"
    about = facts(calls, f"looking at the environment {ENVIRONMENT}", place)
    policy = part(about, "deployment_branch_policy")
    branches: tuple[str, ...] | None = None
    if policy.get("protected_branches") is True:
        branches = ("protected branches",)
    elif policy:
        held = facts(calls, "looking at its branches", f"{place}/deployment-branch-policies")
        branches = tuple(word(each, "name") for each in rows(held, "branch_policies"))
    return Environment(branches, asked(lambda: _key(calls, place)))


def _key(calls: Calls, place: str) -> bool:
    asks = f"looking whether {KEY} is there"
    return or_none(lambda: facts(calls, asks, f"{place}/secrets/{KEY}")) is not None


def _policy(calls: Calls, where: str) -> Policy:
    about = facts(calls, "looking at the policy of Actions", where)
    allowed = maybe(about, "allowed_actions") or "all"
    if allowed != "selected":
        return Policy(truth(about, "enabled"), allowed)
    some = facts(calls, "looking at the actions that may run", f"{where}/selected-actions")
    patterns = some.get("patterns_allowed")
    named = tuple(map(str, patterns)) if isinstance(patterns, list) else ()
    by_github = some.get("github_owned_allowed") is True
    return Policy(truth(about, "enabled"), allowed, by_github, named)


def _may_open(calls: Calls, where: str) -> bool:
    about = facts(calls, "looking at what jobs may do", where)
    return truth(about, "can_approve_pull_request_reviews")


def _site(calls: Calls, where: str) -> Site:
    about = facts(calls, "looking at GitHub Pages", where)
    return Site(maybe(about, "build_type"), maybe(about, "html_url"))


def _rules(calls: Calls, where: str, branch: str) -> Rules:
    """What rulesets ask of the branch, and, where none does, what its protection asks."""
    asks = f"looking at the rules of {branch}"
    pulls, owners, checks = False, False, dict[str, int | None]()
    for each in calls.pages(asks, f"{where}/rules/branches{path(branch)}"):
        held = part(each, "parameters")
        pulls |= word(each, "type") == "pull_request"
        owners |= held.get("require_code_owner_review") is True
        checks |= _checks(held, "required_status_checks", "integration_id")
    older = None
    if not pulls:
        older = or_none(lambda: _protection(calls, f"{where}/branches{path(branch)}"))
    return older or Rules(pulls, owners, checks)


def _checks(held: dict[str, Any], key: str, app: str) -> dict[str, int | None]:
    """The checks under a key, and the number of the app that each has to come from."""
    return {
        word(row, "context"): number(row, app) if row.get(app) is not None else None
        for row in rows(held, key)
    }


def _protection(calls: Calls, where: str) -> Rules | None:
    """The older way to guard a branch; its details are for administrators."""
    if not truth(facts(calls, "looking at the branch", where), "protected"):
        return None
    about = facts(calls, "looking at the branch's protection", f"{where}/protection")
    reviews = part(about, "required_pull_request_reviews")
    checks = _checks(part(about, "required_status_checks"), "checks", "app_id")
    owned = reviews.get("require_code_owner_reviews") is True
    return Rules("required_pull_request_reviews" in about, owned, checks)


def _owners(calls: Calls, where: str) -> tuple[str, ...]:
    found = facts(calls, "looking at CODEOWNERS", f"{where}/codeowners/errors")
    return tuple(_owner_error(each) for each in rows(found, "errors"))


def _owner_error(row: dict[str, Any]) -> str:
    said = maybe(row, "suggestion") or word(row, "kind")
    return f"line {number(row, 'line')} of CODEOWNERS: {' '.join(said.split())}"
