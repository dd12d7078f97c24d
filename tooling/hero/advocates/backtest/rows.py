"""The rows of a back-test: proposals with their dates and their real reviewers."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hero.advocates.backtest.names import logins
from hero.advocates.past import Helped
from hero.advocates.person import folded, person_key
from hero.advocates.subject import WHOLE, Subject, topics_of, words_of

#: What a group that takes part counts, where the owning group counts `WHOLE`.
TAKES_PART = 100

_LISTS = ("authors", "reviewers", "approvers", "participating")


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal: what is chosen for, its owning group, and whom people chose."""

    line: int
    group: str
    subject: Subject
    real: tuple[str, ...]

    @property
    def helped(self) -> Helped:
        """The same as something of the past."""
        subject = self.subject
        return Helped(
            subject.key, subject.date, subject.topics, subject.words, subject.authors, self.real
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that was left out, and why."""

    line: int
    why: str


def read_rows(text: str) -> tuple[list[Row], list[Fault]]:
    """The rows of a JSON Lines text, in order of date and key, and the lines that are none."""
    rows: dict[str, Row] = {}
    faults: list[Fault] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        found = _row(number, line)
        if isinstance(found, Row) and found.subject.key in rows:
            found = Fault(number, f"line {rows[found.subject.key].line} has the same key")
        if isinstance(found, Fault):
            faults.append(found)
        else:
            rows[found.subject.key] = found
    return sorted(rows.values(), key=lambda row: (row.subject.date, row.subject.key)), faults


def _row(number: int, line: str) -> Row | Fault:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return Fault(number, "it is no JSON")
    wrong = next(_wrong(data), None) if isinstance(data, dict) else "it is no JSON object"
    return Fault(number, wrong) if wrong else _made(number, data)


def _wrong(data: dict[str, Any]) -> Iterator[str]:
    """What keeps an object from being a row."""
    if not isinstance(data.get("key"), str) or not data["key"].strip():
        yield "`key` is no text"
    if _date(data.get("created")) is None:
        yield "`created` is no date such as 2021-03-04"
    for name in _LISTS:
        value = data.get(name) or []
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            yield f"`{name}` is no list of texts"
    for name in ("category", "title", "abstract"):
        if not isinstance(data.get(name) or "", str):
            yield f"`{name}` is no text"


def _date(value: object) -> dt.date | None:
    """A day, of which a time of day is left out."""
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _made(number: int, data: dict[str, Any]) -> Row:
    lists = {name: data.get(name) or [] for name in _LISTS}
    group = folded(data.get("category") or "")
    own = [(group, WHOLE)] if group else []
    beside = ((name, TAKES_PART) for name in lists["participating"])
    subject = Subject(
        key=data["key"].strip(),
        date=dt.date.fromisoformat(str(data["created"])[:10]),
        topics=topics_of([*own, *beside]),
        words=words_of((data.get("title") or "", data.get("abstract") or "")),
        authors=_keys(lists["authors"]),
    )
    return Row(number, group, subject, _keys([*lists["reviewers"], *lists["approvers"]]))


def _keys(entries: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(person_key, logins(entries)))
