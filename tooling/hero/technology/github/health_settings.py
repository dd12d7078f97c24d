"""What a repository's owners have set: Actions, environments, rules, Pages, code owners."""

from collections.abc import Callable
from typing import Any, TypeVar

from hero.reconcile.doctor.health import Environment, Home, Policy, Rules, Seen, Site, Unseen
from hero.reconcile.doctor.rights import ENVIRONMENT, KEY, VARIABLE
from hero.reconcile.forge import ForgeRefused
from hero.technology.github.calls import Calls, path
from hero.technology.github.shape import at, many, number, truth, word

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
    found = or_none(lambda: calls.read(asks, f"{where}/actions/variables/{VARIABLE}"))
    if found is None and not home.rights & {"push", "maintain", "admin"}:
        raise ForgeRefused("permission", f"{asks}: only who may write sees it")
    return (word(found, "value").strip() or None) if found else None


def _environment(calls: Calls, where: str) -> Environment:
    place = f"{where}/environments/{ENVIRONMENT}"
    about = calls.read(f"looking at the environment {ENVIRONMENT}", place)
    policy = about.get("deployment_branch_policy")
    branches: tuple[str, ...] | None = None
    if policy and policy.get("protected_branches"):
        branches = ("protected branches",)
    elif policy:
        rows = many(
            calls.read("looking at its branches", f"{place}/deployment-branch-policies"),
            "branch_policies",
        )
        branches = tuple(word(each, "name") for each in rows)
    return Environment(branches, asked(lambda: _key(calls, place)))


def _key(calls: Calls, place: str) -> bool:
    asks = f"looking whether {KEY} is there"
    return or_none(lambda: calls.read(asks, f"{place}/secrets/{KEY}")) is not None


def _policy(calls: Calls, where: str) -> Policy:
    about = calls.read("looking at the policy of Actions", where)
    allowed = about.get("allowed_actions") or "all"
    if allowed != "selected":
        return Policy(truth(about, "enabled"), allowed)
    some = calls.read("looking at the actions that may run", f"{where}/selected-actions")
    patterns = tuple(map(str, some.get("patterns_allowed") or ()))
    by_github = some.get("github_owned_allowed") is True
    return Policy(truth(about, "enabled"), allowed, by_github, patterns)


def _may_open(calls: Calls, where: str) -> bool:
    about = calls.read("looking at what jobs may do", where)
    return truth(about, "can_approve_pull_request_reviews")


def _site(calls: Calls, where: str) -> Site:
    about = calls.read("looking at GitHub Pages", where)
    return Site(about.get("build_type"), about.get("html_url"))


def _rules(calls: Calls, where: str, branch: str) -> Rules:
    """What rulesets ask of the branch, and, where none does, what its protection asks."""
    rows = list(
        calls.pages(f"looking at the rules of {branch}", f"{where}/rules/branches{path(branch)}")
    )
    pulls, owners, checks = False, False, dict[str, int | None]()
    for each in rows:
        held = each.get("parameters") or {}
        pulls |= word(each, "type") == "pull_request"
        owners |= held.get("require_code_owner_review") is True
        for row in held.get("required_status_checks") or ():
            checks[word(row, "context")] = row.get("integration_id")
    if pulls:
        return Rules(pulls, owners, checks)
    older = or_none(lambda: _protection(calls, f"{where}/branches{path(branch)}"))
    return older or Rules(pulls, owners, checks)


def _protection(calls: Calls, where: str) -> Rules | None:
    """The older way to guard a branch; its details are for administrators."""
    if not truth(calls.read("looking at the branch", where), "protected"):
        return None
    about = calls.read("looking at the branch's protection", f"{where}/protection")
    reviews, checks = (
        about.get("required_pull_request_reviews"),
        about.get("required_status_checks"),
    )
    rows = (checks or {}).get("checks") or ()
    held = {word(row, "context"): at(row, "app_id") for row in rows}
    owned = bool(reviews and reviews.get("require_code_owner_reviews"))
    return Rules(reviews is not None, owned, held)


def _owners(calls: Calls, where: str) -> tuple[str, ...]:
    rows = many(calls.read("looking at CODEOWNERS", f"{where}/codeowners/errors"), "errors")
    return tuple(_owner_error(each) for each in rows)


def _owner_error(row: Any) -> str:
    said = row.get("suggestion") or word(row, "kind")
    return f"line {number(row, 'line')} of CODEOWNERS: {' '.join(str(said).split())}"
