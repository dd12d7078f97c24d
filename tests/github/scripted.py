"""A GitHub on this machine that answers by a script, for answers that no good server gives."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

from hero.technology.github.budget import Budget, Clock
from hero.technology.github.connect import connect
from hero.technology.github.forge import GitHub

TOKEN = "ghp_" + "0a1B" * 9
HTML = "<html><body>Unicorn!</body></html>"

Fate = Literal["whole", "cut", "dropped"]


@dataclass(frozen=True)
class Said:
    """An answer of the script: a value as JSON or words as they are; or half of it, or none."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    fate: Fate = "whole"

    def text(self) -> bytes:
        if self.body is None:
            return b""
        told = self.body if isinstance(self.body, str) else json.dumps(self.body)
        return told.encode()


@dataclass(frozen=True)
class Heard:
    """A request as it came."""

    verb: str
    path: str
    headers: dict[str, str]
    body: Any

    @property
    def operation(self) -> str:
        """The name of a GraphQL operation, or the verb and the path."""
        if isinstance(self.body, dict) and "query" in self.body:
            return str(self.body["query"]).split("(")[0].split("{")[0].split()[1]
        return f"{self.verb} {self.path}"


PLACE = {
    "viewer": {"login": "hero[bot]", "databaseId": 9},
    "repository": {
        "nameWithOwner": "example/ideas",
        "isPrivate": False,
        "isArchived": False,
        "hasIssuesEnabled": True,
        "refs": {"pageInfo": {"hasNextPage": False, "endCursor": None}, "nodes": []},
        "squashMergeAllowed": True,
        "mergeCommitAllowed": True,
        "rebaseMergeAllowed": False,
        "defaultBranchRef": {"name": "main", "target": {"oid": "b" * 40}},
        "labels": {"pageInfo": {"hasNextPage": False, "endCursor": None}, "nodes": []},
    },
}


@dataclass
class Script:
    """What is answered in turn, and what was heard. Being asked for the place needs no line."""

    lines: list[Said]
    heard: list[Heard] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    address: str = ""
    time: float = 1_000_000.0

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def answer(self, heard: Heard) -> Said:
        if heard.operation == "Place":
            return Said(200, {"data": PLACE})
        self.heard.append(heard)
        return self.lines.pop(0) if self.lines else Said(500, {"message": "the script has ended"})

    @property
    def operations(self) -> list[str]:
        return [each.operation for each in self.heard]

    def budget(self, **bounds: Any) -> Budget:
        return Budget(clock=Clock(lambda: self.time, self.sleep), **bounds)

    def forge(self, **bounds: Any) -> GitHub:
        return connect(TOKEN, "example/ideas", self.address, budget=self.budget(**bounds))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    script: Script

    def _serve(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        headers = {name.lower(): value for name, value in self.headers.items()}
        said = self.script.answer(Heard(self.command, self.path, headers, body))
        if said.fate == "dropped":
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
            return
        text = said.text()
        self.send_response(said.status)
        for name, value in said.headers.items():
            self.send_header(name, value.replace("ADDRESS", self.script.address))
        if said.status != 204:
            self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text if said.fate == "whole" else text[: len(text) // 2])
        self.close_connection = said.fate == "cut"

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _serve

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what was heard is kept."""


@contextmanager
def scripted(*lines: Said) -> Iterator[Script]:
    """A server on the loopback address that answers by these lines."""
    script = Script(list(lines))
    handler = type("Handler", (_Handler,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    script.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
