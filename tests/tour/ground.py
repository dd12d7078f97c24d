"""A registry of one's own, as `hero init` makes it of a fresh copy, on the stand-in for GitHub."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from io import StringIO
from pathlib import Path
from unittest import mock

from hero import cli
from hero.registry.idea import Idea
from hero.registry.registry import Registry
from hero.technology.folder import Folder
from hero.technology.github.budget import Budget
from hero.technology.github.connect import RIGHTS
from tests.forge.clock import Clock
from tests.forge.forge import Forge
from tests.technology.test_git import git

ROOT = Path(__file__).parents[2]
NAME, TEAM = "octo/ideas", "Octo"
ADA, GRACE, LINUS = "example-ada", "example-grace", "example-linus"
PARTS, FILES = ("ideas", "playbooks", ".github"), ("mkdocs.yml", "README.md")


class Ground:
    """The stand-in with the registry in it, and the verbs of `hero` as its workflows run them.

    The clock of the stand-in is the clock of everything: no verb sees another day.
    """

    def __init__(self, forge: Forge, folder: Path) -> None:
        self.forge, self.folder = forge, folder
        for login in (ADA, GRACE, LINUS):
            forge.user(login)
        self.repo = forge.repository(NAME, self._begun(), **{GRACE: "write", LINUS: "write"})
        self.token = forge.app("hero", RIGHTS)[1]
        self.default = folder / "default"
        git(folder, "clone", "-q", f"{forge.url}/{NAME}.git", "default")

    @property
    def clock(self) -> Clock:
        """The clock of the stand-in."""
        return self.forge.world.clock

    def hero(self, *words: str, on: Path | None = None) -> tuple[int, str]:
        """Run a verb on the default branch, or on another folder: its code and what it printed."""
        out = StringIO()
        with self._as_in_a_job(), redirect_stdout(out), redirect_stderr(out):
            code = cli.run([words[0], "--root", str(on or self.default), *words[1:]])
        return code, out.getvalue()

    def idea(self) -> Idea | None:
        """The idea of the story, as the default branch has it; None while it has none."""
        self.fetch()
        return next(iter(Registry.read(Folder(self.default)).ideas.values()), None)

    def fetch(self) -> None:
        """Bring the clone to where the default branch is."""
        git(self.default, "fetch", "-q", "--prune")
        git(self.default, "checkout", "-q", "--detach", "origin/main")

    @contextmanager
    def _as_in_a_job(self) -> Iterator[None]:
        """The environment and the day of a job; nobody has to be spared, so it never pauses."""
        environment = {"HERO_TOKEN": self.token, "GITHUB_API_URL": self.forge.url}
        environment |= {"GITHUB_REPOSITORY": NAME}
        hasty = partial(Budget, gap=0)
        with ExitStack() as stack:
            stack.enter_context(mock.patch.dict("os.environ", environment))
            stack.enter_context(mock.patch("hero.technology.github.budget.Budget", hasty))
            for place in ("clock.today", "mkdocs_edition.today"):
                today = self.clock.now().date()
                patch = mock.patch(f"hero.technology.{place}", return_value=today)
                stack.enter_context(patch)
            stack.enter_context(mock.patch("hero.technology.clock.now", self.clock.now))
            yield

    def _begun(self) -> Mapping[str, bytes]:
        """The files after `hero init`."""
        own = self.folder / "own"
        own.mkdir()
        for part in PARTS:
            shutil.copytree(ROOT / part, own / part, ignore=shutil.ignore_patterns("pictures"))
        for name in FILES:
            shutil.copy(ROOT / name, own / name)
        git(own, "init", "-q", "--initial-branch=main")
        git(own, "add", "--all")
        git(own, "commit", "-qm", "Copy the example")
        self.token = ""
        helps = [f"{login}/{TEAM.lower()}#{self._id(login)}" for login in (GRACE, LINUS)]
        code, said = self.hero(
            *("init", "--name", f"{TEAM} Ideas", "--organisation", TEAM, "--repository", NAME),
            *("--forge", self.forge.url, "--site", "https://ideas.example.org/"),
            *("--theme", "Reliability: what keeps it running", "--theme", "Working together"),
            *("--advocate", f"{helps[0]}:reliability", "--advocate", helps[1]),
            *("--owner", GRACE, "--apply"),
            on=own,
        )
        assert code == 0, said
        paths = (each for each in sorted(own.rglob("*")) if each.is_file())
        kept = (each for each in paths if ".git" not in each.relative_to(own).parts)
        return {each.relative_to(own).as_posix(): each.read_bytes() for each in kept}

    def _id(self, login: str) -> int:
        found = self.forge.world.find(login)
        assert found is not None
        return found.id
