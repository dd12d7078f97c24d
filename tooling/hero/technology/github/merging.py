"""Merging a pull, and starting a workflow: looked at again where it is not known what happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hero.reconcile.forge import ForgeRefused
from hero.technology.github.calls import Calls, path
from hero.technology.github.once import write_once
from hero.technology.github.shape import many, number, truth, word

#: How pulls are merged, by liking: one commit for each idea first.
METHODS = ("squash", "merge", "rebase")


@dataclass(frozen=True, slots=True)
class Merging:
    """Merging in a repository (OWNER/NAME) that allows some methods."""

    calls: Calls
    repository: str
    methods: Sequence[str]

    def _at(self, *parts: str | int) -> str:
        return path("repos", *self.repository.split("/"), *parts)

    def merge(self, pull: int, head: str, title: str, text: str) -> str:
        """Merge a pull whose head is this commit; the commit that came of it."""
        asked, where = f"merging #{pull}", self._at("pulls", pull, "merge")
        method = next((each for each in METHODS if each in self.methods), "merge")
        words = {} if method == "rebase" else {"commit_title": title, "commit_message": text}
        body = {"sha": head, "merge_method": method, **words}

        def create() -> str:
            try:
                return word(self.calls.change(asked, "PUT", where, body, False), "sha")
            except ForgeRefused as refused:
                # What is merged already cannot be merged, and an earlier try may have done it.
                merged = self._merged(pull, head) if refused.kind == "conflict" else None
                if merged is None:
                    raise
                return merged

        return write_once(lambda: self._merged(pull, head), create, self.calls.budget, before=False)

    def _merged(self, pull: int, head: str) -> str | None:
        """The commit that a pull of this head was merged as; None where it is not merged."""
        there = self.calls.read(f"reading #{pull}", self._at("pulls", pull))
        if not truth(there, "merged") or word(there, "head", "sha") != head:
            return None
        return word(there, "merge_commit_sha")

    def dispatch(self, workflow: str, branch: str, inputs: Mapping[str, str]) -> None:
        """Start a workflow, once."""
        asked = f"starting {workflow}"
        where = self._at("actions", "workflows", workflow, "dispatches")
        body = {"ref": branch, "inputs": dict(inputs)}
        known = self._runs(workflow)

        def create() -> int:
            self.calls.change(asked, "POST", where, body, False)
            return 0

        def find() -> int | None:
            return max(self._runs(workflow) - known, default=None)

        write_once(find, create, self.calls.budget, before=False)

    def _runs(self, workflow: str) -> frozenset[int]:
        """The newest runs that were asked for by hand or by us."""
        where = self._at("actions", "workflows", workflow, "runs")
        found = self.calls.read(
            f"reading the runs of {workflow}", where, event="workflow_dispatch", per_page=30
        )
        return frozenset(number(row, "id") for row in many(found, "workflow_runs"))
