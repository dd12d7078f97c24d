"""Asking GitHub: each call answered whole, in its shape, within the budget, or refused."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from hero.reconcile.forge import ForgeRefused
from hero.technology.github.answer import Answer, Unanswered, Wire
from hero.technology.github.budget import Budget
from hero.technology.github.refused import graph_refusal, parsed, refusal
from hero.technology.github.shape import many

#: How often something is asked before it is given up, with a pause of 1, 2, 4 seconds between.
TRIES = 4
#: As many pages of a list as are read; GitHub itself ends most lists before.
PAGES = 100


def path(*parts: str | int) -> str:
    """A path of these parts, each of them as one part whatever it holds."""
    return "".join(f"/{quote(str(part), safe='')}" for part in parts)


@dataclass(slots=True)
class Calls:
    """Calls over a wire. `graphql` is the whole address at which GraphQL answers."""

    wire: Wire = field(repr=False)
    graphql: str
    budget: Budget

    def read(self, asked: str, where: str, **query: str | int) -> Any:
        """The JSON at a path. `asked` says what is asked, for a refusal."""
        return parsed(self._again(asked, "GET", _with(where, query)).text)

    def ask(self, asked: str, where: str) -> None:
        """Ask whether something is there, where the answer is a status alone."""
        self._again(asked, "GET", where)

    def pages(self, asked: str, where: str, *key: str, **query: str | int) -> Iterator[Any]:
        """Each of a list, from all of its pages; `key` is where a page holds it."""
        there = dict(query, per_page=100, page=1)
        for _ in range(PAGES):
            answer = self._again(asked, "GET", _with(where, there))
            rows = many(parsed(answer.text), *key)
            yield from rows
            following = _following(answer, there, len(rows))
            if following is None:
                return
            there = following
        raise ForgeRefused("broken", f"{asked}: the list does not end.")

    def query(
        self, asked: str, document: str, variables: Mapping[str, Any], tries: int = TRIES
    ) -> Any:
        """What GraphQL answers to a query; any error in it refuses it whole."""
        body = {"query": document, "variables": dict(variables)}
        return self._again(asked, "POST", self.graphql, body, graph=True, tries=tries)["data"]

    def change(
        self, asked: str, verb: str, where: str, body: Any = None, again: bool = True
    ) -> Any:
        """Write. `again` says that doing it twice comes to the same as doing it once.

        Returns the JSON of the answer, None where there is none. A refusal of the kind `broken`
        leaves open whether it was done.
        """
        answer = self._again(asked, verb, where, body, write=True, again=again)
        return parsed(answer.text)

    def mutate(self, asked: str, document: str, variables: Mapping[str, Any]) -> Any:
        """What GraphQL answers to a mutation; after the refusal `broken` it may have been done."""
        body = {"query": document, "variables": dict(variables)}
        found = self._again(asked, "POST", self.graphql, body, write=True, again=False, graph=True)
        return found["data"]

    def _again(
        self,
        asked: str,
        verb: str,
        where: str,
        body: Any = None,
        *,
        write: bool = False,
        again: bool = True,
        graph: bool = False,
        tries: int = TRIES,
    ) -> Any:
        """Send, and send again as often as that may help and may be done."""
        for tried in range(tries):
            try:
                answer = self._send(asked, verb, where, body, write)
                return _graph(asked, answer) if graph else answer
            except ForgeRefused as refused:
                pause = _pause(refused, tried, again)
                if pause is None or tried == tries - 1 or not self.budget.may_wait(pause):
                    raise
            self.budget.wait(pause)
        raise AssertionError("unreachable")

    def _send(self, asked: str, verb: str, where: str, body: Any, write: bool) -> Answer:
        kind = "graphql" if where == self.graphql else "core"
        self.budget.spend(kind, write)
        try:
            answer = self.wire(verb, where, body)
        except Unanswered as lost:
            words = f"{asked}: GitHub gave no answer, or half of one ({lost})."
            raise ForgeRefused("broken", words) from lost
        self.budget.saw(kind, answer)
        if not 200 <= answer.status < 300:
            raise refusal(asked, answer, self.budget.clock.now())
        if answer.status == 202 or (answer.status != 204 and parsed(answer.text) is None):
            words = f"{asked}: the answer is not GitHub's ({_start(answer)})."
            raise ForgeRefused("broken", words)
        return answer


def _pause(refused: ForgeRefused, tried: int, again: bool) -> float | None:
    """Seconds after which to ask again; None where that would not help, or might do it twice."""
    if refused.kind == "rate" and refused.wait is not None:
        return max(refused.wait, 2.0**tried)
    return 2.0**tried if refused.kind == "broken" and again else None


def _graph(asked: str, answer: Answer) -> dict[str, Any]:
    found = parsed(answer.text)
    if isinstance(found, dict) and found.get("errors"):
        errors = found["errors"]
        raise graph_refusal(asked, errors if isinstance(errors, list) else [errors])
    if not isinstance(found, dict) or not isinstance(found.get("data"), dict):
        raise ForgeRefused("broken", f"{asked}: the answer is not GitHub's ({_start(answer)}).")
    return found


def _start(answer: Answer) -> str:
    return json.dumps(" ".join(answer.text[:40].split())) if answer.text else str(answer.status)


def _with(where: str, query: Mapping[str, str | int]) -> str:
    return f"{where}?{urlencode(query)}" if query else where


def _following(
    answer: Answer, there: Mapping[str, str | int], rows: int
) -> dict[str, str | int] | None:
    """The query of the page after this one; None at the end.

    A full page without any links may have lost them to a proxy, so the next one is asked for.
    """
    links = answer.headers.get("link", "")
    if not links:
        full = rows >= int(there["per_page"])
        return {**there, "page": int(there["page"]) + 1} if full else None
    for link in links.split(","):
        address, _, about = link.partition(";")
        if 'rel="next"' in about.replace(" ", "").replace("'", '"'):
            query = dict(parse_qsl(urlsplit(address.strip(" <>")).query))
            return {**there, **query}
    return None
