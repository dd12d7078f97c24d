"""Check runs and commit statuses: written once, whole or told as unfinished."""

from dataclasses import dataclass
from typing import Any

from hero.reconcile.forge import Annotation, CheckText
from hero.technology.github.calls import Calls, path
from hero.technology.github.once import write_once
from hero.technology.github.pulls import batches
from hero.technology.github.shape import at, number, word

#: GitHub takes so many annotations in one request, and so many characters of a status.
ANNOTATIONS, ABOUT = 50, 140


@dataclass(frozen=True, slots=True)
class Checks:
    """Writing on the commits of a repository (OWNER/NAME); `app` is the slug of ours."""

    calls: Calls
    repository: str
    app: str | None

    def _at(self, *parts: str | int) -> str:
        return path("repos", *self.repository.split("/"), *parts)

    def check(self, head: str, name: str, text: CheckText) -> None:
        """Write a check run. The digest is given last: a half-written run is not it."""
        first, *rest = list(batches(text.annotations, ANNOTATIONS)) or [[]]
        begun = self._begun(head, name, text, first, whole=not rest)
        if begun is None:
            return
        for n, batch in enumerate(rest):
            last = n == len(rest) - 1
            body = self._body(text, batch) | (_ended(text) if last else {})
            self._go_on(begun, body, ANNOTATIONS * (n + 1))

    def _body(self, text: CheckText, batch: list[Annotation]) -> dict[str, Any]:
        rows = [_row(each) for each in batch]
        return {"output": {"title": text.title, "summary": text.summary, "annotations": rows}}

    def _begun(
        self, head: str, name: str, text: CheckText, first: list[Annotation], *, whole: bool
    ) -> int | None:
        """The id of a run with its first annotations; None where it is all there already."""
        unfinished = f"unfinished {text.digest}"
        mark = text.digest if whole else unfinished
        started = {"status": "in_progress", "external_id": unfinished}
        body = {
            "name": name,
            "head_sha": head,
            **(_ended(text) if whole else started),
            **self._body(text, first),
        }
        if self._find(head, name, text.digest) is not None:
            return None
        where = self._at("check-runs")
        made = write_once(
            lambda: self._find(head, name, mark),
            lambda: number(self.calls.change("writing a check", "POST", where, body, False), "id"),
            self.calls.budget,
            before=False,
        )
        return None if whole else made

    def _find(self, head: str, name: str, mark: str) -> int | None:
        where = self._at("commits", head, "check-runs")
        rows = self.calls.pages("reading checks", where, "check_runs", check_name=name)
        for row in rows:
            app = at(row, "app")
            ours = app is not None and at(app, "slug") == self.app
            if ours and at(row, "external_id") == mark:
                return number(row, "id")
        return None

    def _go_on(self, run: int, body: dict[str, Any], before: int) -> None:
        """Add annotations, which are added again when sent again: so they are counted first."""
        where = self._at("check-runs", run)

        def find() -> int | None:
            there = self.calls.read("reading a check", where)
            return run if number(there, "output", "annotations_count") > before else None

        def create() -> int:
            return number(self.calls.change("writing a check", "PATCH", where, body, False), "id")

        write_once(find, create, self.calls.budget, before=False)

    def status(self, head: str, name: str, state: str, about: str) -> None:
        """Write a commit status, unless the newest of that name says just this."""
        told = about if len(about) <= ABOUT else about[: ABOUT - 1] + "…"
        body = {"state": state, "context": name, "description": told}

        def find() -> bool | None:
            rows = self.calls.pages("reading statuses", self._at("commits", head, "statuses"))
            last = next((row for row in rows if word(row, "context") == name), None)
            same = last is not None and (last.get("state"), last.get("description"))
            return True if same == (state, told) else None

        def create() -> bool:
            where = self._at("statuses", head)
            number(self.calls.change("writing a status", "POST", where, body, False), "id")
            return True

        write_once(find, create, self.calls.budget)


def _ended(text: CheckText) -> dict[str, Any]:
    return {"status": "completed", "conclusion": text.conclusion, "external_id": text.digest}


def _row(each: Annotation) -> dict[str, Any]:
    return {
        "path": each.path,
        "start_line": max(1, each.first),
        "end_line": max(1, each.first, each.last),
        "annotation_level": each.level,
        "title": each.title[:255],
        "message": each.message,
    }
