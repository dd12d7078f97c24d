"""Clone, fetch and push over smart HTTP, through git's own `http-backend`."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

from tests.forge import pulls
from tests.forge.call import Answer, Call
from tests.forge.people import at_least
from tests.forge.repository import Repository
from tests.forge.store import QUIET
from tests.forge.wrongs import NOT_INTEGRATION, Refused, gone

SERVICES = ("/info/refs", "/git-upload-pack", "/git-receive-pack")


@dataclass(frozen=True)
class Sent:
    """What git sent beside its address."""

    query: str
    headers: Mapping[str, str]
    data: bytes


def split(path: str) -> tuple[str, str] | None:
    """Return the repository's name and the service, where a path is one of git's."""
    for each in SERVICES:
        if path.endswith(each):
            return path.removesuffix(each).strip("/").removesuffix(".git"), each
    return None


def serve(call: Call, name: str, service: str, sent: Sent) -> Answer:
    """Let git in and answer it; a push moves pulls and is told to webhooks."""
    found = call.world.named(name)
    number = call.world.moved.get(name.casefold())
    repo = found or (call.world.repositories.get(number) if number else None)
    pushes = "git-receive-pack" in service + sent.query
    call.found = repo
    _permit(call, repo, pushes)
    if repo is None:
        raise gone()
    before = repo.store.refs("refs/")
    if service.endswith("receive-pack"):
        _guard(repo, sent.data)
    given = _backend(repo, call.method, service, sent)
    after = repo.store.refs("refs/")
    for ref in sorted(before.keys() | after.keys()):
        if before.get(ref) != after.get(ref):
            pulls.moved(call, repo, ref, before.get(ref), after.get(ref))
    call.wrote = before != after
    return given


def _permit(call: Call, repo: Repository | None, pushes: bool) -> None:
    ask = {"WWW-Authenticate": 'Basic realm="GitHub"'}
    token = call.token
    seen = repo is not None and repo.role(token.user if token else None) is not None
    bound = token is not None and token.permissions is not None
    if token is None and (pushes or not seen):
        raise Refused(401, "Requires authentication", None, ask)
    if repo is None or not (seen or bound):
        raise gone()
    if token and bound and not token.may("contents", "write" if pushes else "read"):
        raise Refused(403, NOT_INTEGRATION)
    if pushes and not bound and not at_least(repo.role(call.user), "write"):
        raise Refused(403, f"Permission to {repo.full_name}.git denied to {call.user.login}.")
    if pushes and repo.archived:
        raise Refused(403, "This repository was archived so it is read-only.")


def _guard(repo: Repository, data: bytes) -> None:
    """Refuse a push to a protected branch. GitHub says so within git's own protocol."""
    commands = data.partition(b"0000")[0].decode(errors="replace")
    for name in repo.settings.protected:
        if f" refs/heads/{name}\0" in commands or f" refs/heads/{name}\n" in commands:
            raise Refused(403, f"GH006: Protected branch update failed for refs/heads/{name}.")


def _backend(repo: Repository, method: str, service: str, sent: Sent) -> Answer:
    env = {
        **os.environ,
        **QUIET,
        "GIT_PROJECT_ROOT": str(repo.store.path.parent),
        "GIT_HTTP_EXPORT_ALL": "1",
        "PATH_INFO": f"/{repo.store.path.name}{service}",
        "QUERY_STRING": sent.query,
        "REQUEST_METHOD": method,
        "REMOTE_USER": "somebody",
        "CONTENT_TYPE": sent.headers.get("content-type", ""),
        "CONTENT_LENGTH": str(len(sent.data)),
        "HTTP_CONTENT_ENCODING": sent.headers.get("content-encoding", ""),
        "GIT_PROTOCOL": sent.headers.get("git-protocol", ""),
    }
    done = subprocess.run(
        ["git", "http-backend"], input=sent.data, capture_output=True, check=True, env=env
    )
    head, _, body = done.stdout.partition(b"\r\n\r\n")
    lines = (line.split(": ", 1) for line in head.decode().split("\r\n"))
    headers = dict(each for each in lines if len(each) == 2)
    status = int(headers.pop("Status", "200").split()[0])
    kind = headers.pop("Content-Type", "text/plain")
    return Answer(status, headers=headers, raw=body, type=kind)
