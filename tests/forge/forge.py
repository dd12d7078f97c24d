"""The stand-in as a test holds it: a world, a server on loopback, and hands for its people."""

import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.forge import merging, objects, store
from tests.forge.clock import Clock
from tests.forge.entry import Entry, Request
from tests.forge.faults import Faults
from tests.forge.happened import Happened
from tests.forge.people import App, Token, User
from tests.forge.repository import Repository
from tests.forge.server import Server
from tests.forge.world import World

JOB = {"contents": "read", "metadata": "read"}


class Forge:
    """A GitHub of one's own; as a context it serves on 127.0.0.1 until it is left.

    `url` is where its API answers, `log` holds the requests, `events` what webhooks were told,
    `faults` what is to go wrong. What broke in the stand-in itself is raised when it is left.
    """

    def __init__(self, folder: Path, clock: Clock | None = None, port: int = 0) -> None:
        self.world = World(folder, clock or Clock())
        self.entry = Entry(self.world, "")
        self.server = Server(port, self.entry)
        self.url = self.entry.host = f"http://127.0.0.1:{self.server.server_address[1]}"
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> "Forge":
        """Start to serve."""
        self._thread.start()
        return self

    def __exit__(self, kind: object, wrong: object, trace: object) -> None:
        """Stop; raise what broke inside, unless the test failed already."""
        self.server.stopping.set()
        self.server.shutdown()
        self.server.server_close()
        if kind is None and self.server.broken:
            raise self.server.broken[0]

    @property
    def log(self) -> list[Any]:
        """Return the requests so far."""
        return self.entry.log

    @property
    def faults(self) -> Faults:
        """Return the plan of what goes wrong."""
        return self.entry.faults

    @property
    def events(self) -> list[Happened]:
        """Return what webhooks were told so far."""
        return self.world.events

    def differences(self) -> list[str]:
        """Return what GitHub's description says against all that was asked, answered and told."""
        from tests.forge.descriptions import contract

        found = [each for pair in self.entry.exchanges for each in contract.of_exchange(*pair)]
        return list(
            dict.fromkeys([*found, *(w for e in self.events for w in contract.of_event(e))])
        )

    def writes(self) -> list[Any]:
        """Return the requests that changed something."""
        return [each for each in self.log if each.wrote]

    def user(self, login: str, token: str | None = None, kind: str = "User") -> User:
        """Make an account with a token of its own (`token-LOGIN`)."""
        made = self.world.user(login, kind)
        self.world.token(token or f"token-{login}", made)
        return made

    def repository(
        self, name: str, files: Mapping[str, str | bytes] | None = None, **roles: str
    ) -> Repository:
        """Make a repository with a first commit; `ada="write"` lets somebody in."""
        owner, short = name.split("/")
        who = self.world.find(owner) or self.user(owner, kind="Organization")
        number = self.world.number()
        kept = store.create(self.world.folder / f"{number}.git")
        repo = Repository(number, who, short, kept, self.world.now())
        self.world.repositories[number] = repo
        self.commit(repo, {"README.md": f"# {short}\n", **(files or {})}, "Begin", who)
        for login, role in roles.items():
            self.let_in(repo, login, role)
        return repo

    def let_in(self, repo: Repository, login: str, role: str) -> User:
        """Give somebody a role; `member` is of the organisation alone."""
        who = self.world.find(login) or self.user(login)
        if role == "member":
            repo.members.add(who.id)
        else:
            repo.roles[who.id] = role
        return who

    def commit(
        self, repo: Repository, files: Mapping[str, str | bytes | None], message: str, by: User
    ) -> str:
        """Commit files onto the default branch, as a push by somebody long ago."""
        ref = f"refs/heads/{repo.branch}"
        tip, changes = repo.store.ref(ref), {}
        for path, data in files.items():
            raw = data.encode() if isinstance(data, str) else data
            kept = None if raw is None else ("100644", objects.write_blob(repo.store, raw))
            changes[path] = kept
        tree = objects.write_tree(repo.store, tip, changes)
        person = merging.mailed(self.world, by)
        sha = objects.write_commit(
            repo.store, tree, [tip] if tip else [], message, (person, person)
        )
        repo.store.move(ref, sha, tip)
        return sha

    def job(self, permissions: Mapping[str, str], text: str = "") -> str:
        """Give a workflow's job a token with these permissions alone."""
        text = text or f"ghs_job{self.world.number()}"
        app = self.world.actions
        self.world.token(text, app.bot, permissions=dict(permissions), app=app, job=True)
        return text

    def app(self, slug: str, permissions: Mapping[str, str], key: str = "") -> tuple[App, str]:
        """Make a GitHub App, installed everywhere, with a token of its installation."""
        made = self.world.app(slug, dict(permissions))
        made.key = key
        token = self.world.token(f"ghs_{slug}", made.bot, permissions=dict(permissions), app=made)
        return made, token.text

    def token(self, login: str) -> Token:
        """Return somebody's token."""
        return self.world.tokens[f"token-{login}"]

    def git_url(self, repo: Repository, login: str) -> str:
        """Return where somebody clones a repository and pushes to it."""
        host = self.url.removeprefix("http://")
        return f"http://{login}:{self.token(login).text}@{host}/{repo.full_name}.git"

    def ask(self, login: str, method: str, path: str, body: Any = None) -> Any:
        """Let somebody act, without a socket; the JSON of the answer. Raises what was refused."""
        data = b"" if body is None else json.dumps(body).encode()
        held = {"authorization": f"token {self.token(login).text}", "accept": "*/*"}
        with self.server.one:
            answer, _ = self.entry.take(Request(method, path, held, data))
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {answer.body}")
        return answer.body
