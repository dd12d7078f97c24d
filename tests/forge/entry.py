"""Answer a request: who asks, what is refused, what goes wrong on purpose, what is written down."""

import base64
import binascii
import copy
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.forge import gitweb, rest, router  # noqa: F401 - rest makes the routes known
from tests.forge.call import Answer, Call, Site
from tests.forge.faults import Fault, Faults
from tests.forge.people import Token
from tests.forge.world import World
from tests.forge.wrongs import Refused

PREFIX = "/api/v3"


@dataclass(frozen=True)
class Request:
    """A request as it came; header names are small."""

    method: str
    target: str
    headers: Mapping[str, str]
    data: bytes = b""

    @property
    def path(self) -> str:
        """Return the path alone."""
        return urlsplit(self.target).path


@dataclass(frozen=True)
class Logged:
    """A line of the log: `wrote` says whether the request changed anything here."""

    method: str
    path: str
    query: str
    login: str | None
    status: int
    wrote: bool
    fault: str | None
    template: str = ""
    asked: Any = None


@dataclass
class Entry:
    """The way in. `exchanges` holds what a contract is held against: call, request, answer."""

    world: World
    host: str
    faults: Faults = field(default_factory=Faults)
    log: list[Logged] = field(default_factory=list)
    exchanges: list[tuple[Call, Answer]] = field(default_factory=list)
    past: World | None = None

    def take(self, request: Request) -> tuple[Answer, Fault | None]:
        """Answer one request, and say what is to go wrong with the answer."""
        fault = self.faults.meet(request.method, request.path)
        call = Call(self.world, self._site(request), request.method, "", {}, None, None)
        if fault and not fault.done:
            call.wrote, answer = False, Answer(fault.status)
        else:
            answer = self._answered(call, request, fault)
        if request.method == "GET":
            call.wrote = False
        self._note(call, request, answer, fault)
        return answer, fault

    def _site(self, request: Request) -> Site:
        prefix = PREFIX if request.target.startswith("/api/") else ""
        return Site(self.host + prefix, self.host)

    def _answered(self, call: Call, request: Request, fault: Fault | None) -> Answer:
        try:
            self._fill(call, request)
            asks_git = gitweb.split(request.path)
            reads = request.method == "GET" or request.path.endswith("graphql")
            if fault and fault.kind == "stale" and reads and self.past:
                call.world = self.past
            elif self.faults.wants_past and not reads:
                self.past = snapshot(self.world)
            if asks_git:
                sent = gitweb.Sent(urlsplit(request.target).query, request.headers, request.data)
                return gitweb.serve(call, *asks_git, sent)
            answer = self._routed(call)
            self.exchanges.append((call, answer))
        except Refused as refused:
            call.wrote = False
            answer = Answer(refused.status, refused.body(), refused.headers)
            if call.path and not gitweb.split(request.path):
                found = router.match(call.method, call.path)
                call.template = call.template or (found[0].template if found else "")
                self.exchanges.append((call, answer))
        answer.headers.update(self.world.limits.headers(call.token))
        return _tagged(request, answer) if request.method == "GET" else answer

    def _routed(self, call: Call) -> Answer:
        writes = call.method != "GET" and not call.path.endswith("graphql")
        if call.path != "/rate_limit":
            self.world.limits.count(call.token, writes)
        answer = _graphql(call) if call.path == "/graphql" else router.answer(call)
        if call.wrote and call.method != "GET":
            self.world.clock.advance(seconds=1)
        return answer

    def _fill(self, call: Call, request: Request) -> None:
        parts = urlsplit(request.target)
        path = parts.path.removeprefix(PREFIX)
        call.path = "/graphql" if path in ("/graphql", "/api/graphql") else self._named(path)
        call.query = dict(parse_qsl(parts.query, keep_blank_values=True))
        call.accept = request.headers.get("accept", "")
        call.token = token_of(self.world, request.headers.get("authorization", ""))
        if request.data and "json" in request.headers.get("content-type", "json"):
            try:
                call.body = json.loads(request.data)
            except ValueError:
                raise Refused(400, "Problems parsing JSON") from None

    def _named(self, path: str) -> str:
        """Return the path with a repository's name, where it has its number."""
        _, kind, number, *more = (*path.split("/", 3), "", "")
        repo = self.world.repositories.get(int(number)) if number.isdigit() else None
        if kind != "repositories" or repo is None:
            return path
        return "/".join(["/repos", repo.full_name, *filter(None, more)])

    def _note(self, call: Call, request: Request, answer: Answer, fault: Fault | None) -> None:
        parts, user = urlsplit(request.target), call.token.user.login if call.token else None
        spoilt = {"error_after": fault.status} if fault else {}
        status = spoilt.get(fault.kind, answer.status) if fault else answer.status
        kind = fault.kind if fault else None
        line = (request.method, parts.path, parts.query, user, status, call.wrote, kind)
        self.log.append(Logged(*line, call.template, call.body))


def _graphql(call: Call) -> Answer:
    """Answer GraphQL, whose library is loaded for who asks in it alone."""
    from tests.forge import graph  # noqa: F401 - makes the fields known
    from tests.forge.graph import asking

    return asking.answer(call)


def snapshot(world: World) -> World:
    """Return the world as it is now, for an answer that comes too late."""
    kept = copy.deepcopy(world)
    for number, repo in kept.repositories.items():
        repo.store.frozen = world.repositories[number].store.refs()
    return kept


def token_of(world: World, header: str) -> Token | None:
    """Return whose token a header holds: `token X`, `Bearer X` or Basic with it as password."""
    kind, _, text = header.partition(" ")
    if kind.casefold() == "basic":
        try:
            text = base64.b64decode(text).decode().rpartition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            text = "?"
    if not text:
        return None
    if text.count(".") == 2:
        return Token(text, world.actions.bot, {})
    found = world.tokens.get(text)
    if found is None or found.user.gone:
        raise Refused(401, "Bad credentials")
    return found


def _tagged(request: Request, answer: Answer) -> Answer:
    """Give an answer its tag, or say that it is what the reader has already."""
    if answer.status != 200 or answer.raw is not None:
        return answer
    data = json.dumps(answer.body, sort_keys=True).encode()
    tag = f'W/"{hashlib.sha256(data).hexdigest()}"'
    answer.headers["ETag"] = tag
    if request.headers.get("if-none-match") == tag:
        return Answer(304, None, answer.headers)
    return answer
