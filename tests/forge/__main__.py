"""Serve a GitHub of one's own on this machine, over a real git repository.

python -m tests.forge --port 4100 --repo octo/ideas --user ada:secret:write --user eve:other

Point programs at http://127.0.0.1:PORT (GITHUB_API_URL), git at the same address with
/OWNER/NAME.git and a token as password. Nothing is kept once it ends, unless --folder names a
place. A user without a role is a stranger, who forks and proposes.
"""

import argparse
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.forge.people import ROLES

USER = "LOGIN:TOKEN[:role]"


class Real(Clock):
    """The real time."""

    def __init__(self) -> None:
        super().__init__(None)


def arguments(words: list[str] | None = None) -> argparse.Namespace:
    """Read the command line."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "python -m tests.forge", description=__doc__, formatter_class=form
    )
    parser.add_argument(
        "--port", type=int, default=0, help="port on 127.0.0.1; without one any free"
    )
    parser.add_argument(
        "--repo", required=True, metavar="OWNER/NAME", help="the repository to make"
    )
    parser.add_argument("--private", action="store_true", help="hide it from strangers")
    parser.add_argument(
        "--from", dest="source", type=Path, metavar="DIR", help="files it starts with"
    )
    parser.add_argument("--folder", type=Path, help="where its git repositories are kept")
    about = f"somebody with a token; role is one of {', '.join((*ROLES, 'member'))}"
    parser.add_argument("--user", action="append", default=[], metavar=USER, help=about)
    found = parser.parse_args(words)
    wrong = next(mistakes(found), None)
    if wrong:
        parser.error(wrong)
    return found


def mistakes(found: argparse.Namespace) -> Iterator[str]:
    """Yield what cannot be meant so."""
    if found.repo.count("/") != 1 or not all(found.repo.split("/")):
        yield "--repo: write OWNER/NAME"
    if not 0 <= found.port < 65536:
        yield "--port: write a number up to 65535"
    if found.source and not found.source.is_dir():
        yield f"--from: {found.source} is no folder"
    if found.folder and found.folder.is_dir() and any(found.folder.iterdir()):
        yield f"--folder: {found.folder} is not empty"
    tokens = []
    for each in found.user:
        login, _, rest = each.partition(":")
        token, _, role = rest.partition(":")
        if not login or not token or role not in ("", "member", *ROLES):
            yield f"--user {login}: write {USER}"
        tokens.append(token)
    if len(set(tokens)) < len(tokens):
        yield "--user: each needs a token of their own"


def made(folder: Path, asked: argparse.Namespace) -> Forge:
    """Make the forge that the command line describes."""
    forge = Forge(folder, Real(), asked.port)
    source = asked.source
    paths = sorted(source.rglob("*")) if source else []
    files = {
        each.relative_to(source).as_posix(): each.read_bytes()
        for each in paths
        if each.is_file() and ".git" not in each.parts
    }
    for each in asked.user:
        login, token, *_ = each.split(":")
        forge.user(login, token)
    repo = forge.repository(asked.repo, files)
    repo.private = asked.private
    for each in asked.user:
        login, _, *role = each.split(":")
        if role and role[0]:
            forge.let_in(repo, login, role[0])
    return forge


def main(words: list[str] | None = None) -> int:
    """Serve until somebody stops it; 130 then, and 3 where the port is taken."""
    asked = arguments(words)
    stop = threading.Event()
    # Set here, since a program that was started in the background does not get the interrupt.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: stop.set())
    with tempfile.TemporaryDirectory() as kept:
        try:
            served = made(asked.folder or Path(kept), asked)
        except OSError as wrong:
            sys.stderr.write(f"Cannot serve on port {asked.port}: {wrong.strerror}\n")
            return 3
        with served as forge:
            sys.stdout.write(f"{forge.url}  git: {forge.url}/{asked.repo}.git  stop with Ctrl-C\n")
            sys.stdout.flush()
            stop.wait()
    return 130


if __name__ == "__main__":
    sys.exit(main())
