"""Each merge that the stand-in makes, held against the law when it is made."""

from typing import Any

from tests.forge.entry import Entry, Request
from tests.reconcile import machine_people as people
from tests.reconcile.machine_world import Stage


class Watched:
    """Notes each merge that the stand-in is asked for and makes, with what the law said of it."""

    def __init__(self, stage: Stage, entry: Entry) -> None:
        self.stage, self.take = stage, entry.take
        self.wrong: list[str] = []
        entry.take = self  # type: ignore[method-assign]

    def __call__(self, request: Request) -> Any:
        asked = request.path.split("/")
        laws = {}
        if request.method == "PUT" and asked[-1] == "merge":
            one, pull = self.stage.pull(int(asked[-2]))
            if pull.head_ref in people.PULLS:
                laws[one.number] = people.law_of(self.stage, one, pull), pull.merged
        answer, fault = self.take(request)
        for number, (law, before) in laws.items():
            if answer.status == 200 and (before or law.waits_on != "nobody"):
                self.wrong.append(f"#{number} was merged: {law}, before: {before}")
        return answer, fault
