"""Which function answers which request, and what it takes to be let in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from tests.forge.call import Answer, Call
from tests.forge.people import at_least
from tests.forge.wrongs import NOT_INTEGRATION, NOT_TOKEN, Refused, gone

# A branch, a ref or a path may hold slashes.
LONG = {"ref", "path", "branch", "basehead"}
ARCHIVED = "Repository was archived so is read-only."
Handler = Callable[[Call], Any]


@dataclass(frozen=True)
class Route:
    """A method and a path as GitHub's description writes it.

    `scope` names the permission that a job's or an app's token needs, or several of which one is
    enough (`issues|pull_requests`); `role` what a person needs. `status` is that of success.
    """

    method: str
    template: str
    pattern: re.Pattern[str]
    handler: Handler
    scope: str
    role: str
    status: int

    @property
    def weight(self) -> tuple[int, int]:
        """Return what sorts the more exact routes first."""
        names = re.findall(r"\{(\w+)\}", self.template)
        return sum(name in LONG for name in names), -len(re.sub(r"\{\w+\}", "", self.template))


ROUTES: list[Route] = []


def route(
    method: str, template: str, scope: str = "metadata", role: str = "read", status: int = 200
) -> Callable[[Handler], Handler]:
    """Let a function answer a route."""

    def keep(handler: Handler) -> Handler:
        ROUTES.append(Route(method, template, _pattern(template), handler, scope, role, status))
        ROUTES.sort(key=lambda each: each.weight)
        return handler

    return keep


def _pattern(template: str) -> re.Pattern[str]:
    def group(found: re.Match[str]) -> str:
        return f"(?P<{found[1]}>{'.+' if found[1] in LONG else '[^/]+'})"

    return re.compile(re.sub(r"\{(\w+)\}", group, template.replace(".", r"\.")) + r"/?")


def match(method: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """Find the route of a request, and what its path names."""
    for each in ROUTES:
        found = each.pattern.fullmatch(path) if each.method == method else None
        if found:
            return each, {key: unquote(value) for key, value in found.groupdict().items()}
    return None


def answer(call: Call) -> Answer:
    """Let a request in, or refuse it, and answer it. Raises Refused."""
    found = match(call.method, call.path)
    if found is None:
        raise gone()
    chosen, call.params = found
    call.template = chosen.template
    if "{repo}" in chosen.template:
        _enter(call, chosen)
    elif call.method != "GET":
        _ = call.user
    given = chosen.handler(call)
    return given if isinstance(given, Answer) else Answer(chosen.status, given)


def _enter(call: Call, chosen: Route) -> None:
    name = f"{call.params['owner']}/{call.params['repo']}"
    call.found = call.world.named(name)
    if call.found is None:
        raise _moved(call, name)
    permit(call, chosen.scope, "read" if call.method == "GET" else "write", chosen.role)


def _moved(call: Call, name: str) -> Refused:
    now = call.world.moved.get(name.casefold())
    if now is None:
        return gone()
    rest = call.path.split("/", 4)[4:]
    url = "/".join([f"{call.site.api}/repositories/{now}", *rest])
    status = 301 if call.method == "GET" else 307
    wrong = Refused(status, "Moved Permanently", None, {"Location": url})
    wrong.url = url
    return wrong


def permit(call: Call, scope: str, level: str, role: str = "read") -> None:
    """Refuse who may not read the repository, or may not write this to it."""
    repo, token = call.repo, call.token
    if repo.role(token.user if token else None) is None and not _installed(call):
        raise gone()
    if level == "write":
        _ = call.user
    if token and token.permissions is not None:
        if not any(token.may(each, level) for each in scope.split("|")):
            raise Refused(403, NOT_INTEGRATION)
    elif level == "write" and not at_least(repo.role(call.user), role):
        raise Refused(403, NOT_TOKEN)
    if level == "write" and repo.archived:
        raise Refused(403, ARCHIVED)


def _installed(call: Call) -> bool:
    """Say whether the token is a job's or an app's: those are let in by their permissions."""
    return call.token is not None and call.token.permissions is not None
