"""The stand-in's registry with a counter at which people hand their ideas in by the form."""

from collections.abc import Mapping
from typing import Any

from tests.reconcile.forms.desk import filled
from tests.reconcile.land import NAME, Land
from tests.reconcile.tracking.square import NETWORK, PIPELINE, SHIPPED, SINCE


class Counter(Land):
    """A land whose ideas have issues."""

    def files(self) -> dict[str, str]:
        """The small registry, in its own time, with the shipped pipeline."""
        found = super().files()
        found.pop("ideas/2026/quarantine-flaky-tests.yml", None)
        found[NETWORK] += f"audit_from: {SINCE}\nsite: https://ideas.example.org/\n"
        return found | {PIPELINE: (SHIPPED / PIPELINE).read_text(encoding="utf-8")}

    def hand_in(self, login: str, changes: Mapping[str, str | None] | None = None) -> int:
        """Fill in the form; it gives the label where there is one. Returns the issue's number."""
        body = {"title": "Share the test rig", "body": filled(changes)}
        number = int(self.say(login, "POST", f"/repos/{NAME}/issues", body)["number"])
        if self.repo.label("idea"):
            self.repo.issues[number].labels.append("idea")
        return number

    def calm(self) -> list[str]:
        """Reconcile until nothing is left, which is soon; one more run writes nothing."""
        done: list[str] = []
        for _ in range(5):
            actions = self.run()
            assert {each.fate for each in actions} <= {"done"}, actions
            done += [type(each.action).__name__ for each in actions]
            if not actions:
                break
        before = len(self.forge.writes())
        assert self.run() == []
        assert len(self.forge.writes()) == before
        return done

    def edit(self, number: int, **fields: str) -> None:
        """Let Ada edit her issue, close it, or open it again."""
        self.say("example-ada", "PATCH", f"/repos/{NAME}/issues/{number}", fields)

    def issue(self, number: int) -> Any:
        """An issue as GitHub tells it."""
        return self.say("example-ada", "GET", f"/repos/{NAME}/issues/{number}")

    def told(self, number: int) -> list[str]:
        """What is written below an issue or a pull."""
        found = self.say("example-ada", "GET", f"/repos/{NAME}/issues/{number}/comments")
        return [each["body"] for each in found]

    def pulls(self) -> list[Any]:
        """The open pulls."""
        found: list[Any] = self.say("example-ada", "GET", f"/repos/{NAME}/pulls")
        return found

    def issues(self) -> list[Any]:
        """The open issues of ideas."""
        found = self.say("example-ada", "GET", f"/repos/{NAME}/issues?labels=idea")
        return [each for each in found if "pull_request" not in each]

    def approve(self, login: str, pull: int) -> None:
        """Approve a pull."""
        body = {"event": "APPROVE", "body": "Clear enough."}
        self.say(login, "POST", f"/repos/{NAME}/pulls/{pull}/reviews", body)
