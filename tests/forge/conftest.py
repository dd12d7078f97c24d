"""What tests of the stand-in share: a forge, and people in it."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.forge.fixture import descriptions, forge
from tests.forge.forge import Forge
from tests.forge.repository import Repository

__all__ = ["descriptions", "forge"]
Asked = Callable[..., requests.Response]


@pytest.fixture
def ideas(forge: Forge) -> Repository:
    """A repository: ada may write, grace reads, tim is of the organisation, eve is a stranger."""
    made = forge.repository(
        "octo/ideas",
        {"ideas/a.yml": "a: 1\n"},
        ada="write",
        grace="read",
        tim="member",
        root="admin",
    )
    forge.user("eve")
    return made


@pytest.fixture
def ask(forge: Forge) -> Asked:
    """Ask over HTTP as somebody, or with a token; redirects are not followed."""

    def send(who: str | None, method: str, path: str, body: Any = None, **headers: str) -> Any:
        token = f"token-{who}" if forge.world.find(who or "") else who
        held = {"Authorization": f"token {token}"} if token else {}
        return requests.request(
            method,
            forge.url + path,
            json=body,
            headers={**held, **headers},
            timeout=10,
            allow_redirects=False,
        )

    return send


@pytest.fixture
def clone(forge: Forge, tmp_path: Path) -> Callable[[Repository, str], Path]:
    """Clone a repository as somebody."""

    def make(repo: Repository, login: str) -> Path:
        folder = tmp_path / f"clone-{login}"
        run(tmp_path, "clone", "--quiet", forge.git_url(repo, login), str(folder))
        run(folder, "config", "user.name", login)
        run(folder, "config", "user.email", f"{login}@users.noreply.github.com")
        return folder

    return make


@pytest.fixture
def query(ask: Asked) -> Callable[..., Any]:
    """Ask in GraphQL as somebody; the whole answer, which is 200 whatever is in it."""

    def send(who: str, text: str, **variables: Any) -> Any:
        answer = ask(who, "POST", "/graphql", {"query": text, "variables": variables})
        assert answer.status_code == 200
        return answer.json()

    return send


def run(folder: Path, *words: str) -> str:
    """Run git in a folder; its output. Raises what git refused."""
    done = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout.strip()


def put(folder: Path, branch: str, files: dict[str, str], message: str = "Change") -> str:
    """Commit files on a branch, made where it is not there, and push it; the commit."""
    known = run(folder, "branch", "--list", branch)
    run(folder, "checkout", "--quiet", *([] if known else ["-b"]), branch)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    run(folder, "add", ".")
    run(folder, "commit", "--quiet", "--message", message)
    run(folder, "push", "--quiet", "origin", branch)
    return run(folder, "rev-parse", "HEAD")


@pytest.fixture
def pull(forge: Forge, ideas: Repository) -> int:
    """A pull of ada's that adds an idea, made without a clone."""
    branch(forge, ideas, "topic", {"ideas/b.yml": "b: 1\n"})
    asked = {"title": "Add b", "head": "topic", "base": "main"}
    number: int = forge.ask("ada", "POST", "/repos/octo/ideas/pulls", asked)["number"]
    return number


def branch(forge: Forge, repo: Repository, name: str, files: dict[str, str]) -> str:
    """Make a branch with one commit beyond the default branch, as ada; the commit."""
    root = f"/repos/{repo.full_name}/git"
    tip = repo.store.ref("refs/heads/main")
    tree = [
        {"path": path, "mode": "100644", "type": "blob", "content": text}
        for path, text in files.items()
    ]
    made = forge.ask("ada", "POST", f"{root}/trees", {"base_tree": tip, "tree": tree})
    asked = {"message": "Change", "tree": made["sha"], "parents": [tip]}
    sha: str = forge.ask("ada", "POST", f"{root}/commits", asked)["sha"]
    forge.ask("ada", "POST", f"{root}/refs", {"ref": f"refs/heads/{name}", "sha": sha})
    return sha
