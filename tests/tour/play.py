"""What people do on the stand-in, and the bot's runs until it has nothing left to do."""

from typing import Any

from tests.forge.issue import Issue
from tests.reconcile.forms.desk import filled
from tests.technology.test_git import git
from tests.tour.ground import ADA, NAME, Ground
from tests.tour.heard import Line, Watch

#: So many runs are enough for what people said in one scene; each but the last does something.
RUNS = 8


class Play:
    """People, the bot, and what was seen of them. `issue` is the idea's, once it has one."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.watch = Watch(ground.repo, "hero[bot]")
        self.lines: list[Line] = []
        self.issue = 0
        self.fork = ground.folder / "fork"

    # People

    def ask(self, login: str, method: str, path: str, body: Any = None) -> Any:
        """Let somebody ask the API."""
        self.ground.clock.advance(minutes=1)
        return self.ground.forge.ask(login, method, f"/repos/{NAME}{path}", body)

    def tells(self, who: str, where: str, words: str) -> None:
        """Note what somebody did, as others see it."""
        self.lines.append(Line(who, where, words))

    def fills_in_the_form(self, login: str, title: str, **answers: str) -> None:
        """Propose by the form."""
        said = {key.replace("_", " ").capitalize(): words for key, words in answers.items()}
        made = self.ask(login, "POST", "/issues", {"title": title, "body": filled(said)})
        self.issue = int(made["number"])
        self.ground.repo.issues[self.issue].labels.append("idea")
        self.tells(login, f"#{self.issue}", f"fills in the form: “{title}”")

    def edits_the_form(self, login: str, **answers: str) -> None:
        """Give other answers."""
        said = {key.replace("_", " ").capitalize(): words for key, words in answers.items()}
        self.ask(login, "PATCH", f"/issues/{self.issue}", {"body": filled(said)})
        changed = ", ".join(f"{key}: {words}" for key, words in said.items())
        self.tells(login, f"#{self.issue}", f"edits the form. {changed}")

    def says(self, login: str, words: str) -> None:
        """Comment on the idea's issue; then the bot runs."""
        self.ask(login, "POST", f"/issues/{self.issue}/comments", {"body": words})
        self.tells(login, f"#{self.issue}", words)
        self.rest()

    def approves(self, login: str, words: str) -> None:
        """Approve the one open pull; then the bot runs."""
        (pull,) = self.pulls()
        body = {"event": "APPROVE", "body": words}
        self.ask(login, "POST", f"/pulls/{pull.number}/reviews", body)
        self.tells(login, f"#{pull.number}", f"approves: {words}")
        self.rest()

    def pushes(self, login: str, branch: str, old: str, new: str, words: str) -> None:
        """Change the idea's file in a fork, push it with git, and open a pull; then the bot runs.

        An empty `old` is the end of the file.
        """
        self._clone(login)
        git(self.fork, "switch", "-qc", branch, "upstream/main")
        (path,) = self.fork.glob("ideas/2*/*.yml")
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")
        now = self.ground.clock.now().isoformat()
        git(self.fork, "commit", "-qam", words, on=now)
        git(self.fork, "push", "-q", "origin", branch)
        head = f"{login}:{branch}"
        made = self.ask(login, "POST", "/pulls", {"title": words, "head": head, "base": "main"})
        self.tells(login, f"#{made['number']}", f"pushes with git, and opens a pull: “{words}”")
        self.rest()

    def _clone(self, login: str) -> None:
        """Fork and clone, once; then fetch."""
        forge = self.ground.forge
        if not self.fork.exists():
            self.ask(login, "POST", "/forks", {})
            made = forge.world.named(f"{login}/ideas")
            assert made is not None
            git(self.fork.parent, "clone", "-q", forge.git_url(made, login), "fork")
            git(self.fork, "remote", "add", "upstream", forge.git_url(self.ground.repo, login))
        git(self.fork, "fetch", "-q", "upstream")

    # The bot

    def passes(self, days: int) -> None:
        """Let days go by."""
        self.ground.clock.advance(days=days)

    def rest(self) -> None:
        """Let the bot run until there is nothing to do; that last run writes nothing."""
        for _ in range(RUNS):
            self.ground.fetch()
            before = len(self.ground.forge.writes())
            code, said = self.ground.hero("reconcile", "--apply")
            assert code == 0, said
            if said == "Nothing to do.\n":
                assert len(self.ground.forge.writes()) == before
                self.lines += self.watch.news()
                return
        raise AssertionError(f"the bot finds no rest: {said}")

    # What there is

    def pulls(self) -> list[Issue]:
        """The open pulls."""
        return [each for each in self.ground.repo.pulls() if each.state == "open"]

    def heard(self, *words: str) -> bool:
        """Did somebody say all of this, in one go?"""
        return any(all(word in line.words for word in words) for line in self.lines)


__all__ = ["ADA", "Play"]
