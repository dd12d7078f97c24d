"""Real histories of states under a pipeline: the odd moves in them, with their commits."""

import json
from collections import Counter
from pathlib import Path

import pytest

from hero.process.audit.transitions import Odd, Transition, odd
from hero.registry.parse import parse
from hero.registry.pipeline import Pipeline

HERE = Path(__file__).parent
#: Older words for a state, by corpus; a misspelt one has no place here.
OLD = {
    "eip": {
        "abandoned": "withdrawn",
        "active": "living",
        "deferred": "stagnant",
        "replaced": "superseded",
    },
    "pep": {
        "approved": "accepted",
        "complete": "final",
        "finished": "final",
        "incomplete": "draft",
        "postponed": "deferred",
        "replaced": "superseded",
        "withdrawal": "withdrawn",
    },
}


def pipeline(name: str) -> Pipeline:
    return Pipeline.model_validate(parse("", (HERE / f"{name}.yml").read_bytes()).data)


def found(corpus: Path, name: str) -> list[Odd]:
    """The odd changes of a corpus, in its order."""
    changes = []
    for line in (corpus / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        for each in item["transitions"]:
            start, end = (_stage(name, each[side]) for side in ("from", "to"))
            known = (item["key"], each["at"][:10], each["commit"], each["by"])
            changes.append(Transition(*known, start, end or ""))
    return list(odd(pipeline(name), changes))


def _stage(name: str, state: str | None) -> str | None:
    word = None if state is None else state.lower().replace(" ", "-")
    return OLD[name].get(word, word) if word is not None else None


def counts(each: list[Odd]) -> dict[str, int]:
    return dict(Counter(why for _, why in each))


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        (None, "draft", None),
        ("draft", "review", None),
        ("draft", "draft", None),
        (None, "final", "entered"),
        ("final", "draft", "reopened"),
        ("withdrawn", "draft", "reopened"),
        ("review", "draft", "back"),
        ("draft", "final", "skipped"),
        ("draft", "last-call", "skipped"),
        ("accepted", "withdrawn", "unlawful"),
        ("accepted", "stagnant", "unlawful"),
        ("draft", "finale", "unknown"),
        ("", "draft", "unknown"),
    ],
)
def test_why_a_change_is_odd(start: str | None, end: str, why: str | None) -> None:
    change = Transition("x", "2026-01-01", "abc", "somebody", start, end)
    assert [each.why for each in odd(pipeline("eip"), [change])] == ([why] if why else [])


#: What the corpora hold, looked at by eye; a state may come in anywhere where a history begins.
COUNTS = {
    "eip": {"entered": 36, "reopened": 12, "skipped": 32, "back": 11},
    "pep": {
        **{"entered": 82, "reopened": 47, "skipped": 83, "back": 6},
        **{"unknown": 3, "unlawful": 2},
    },
}
#: Some of them, as anyone can look them up.
SEEN = {
    "eip": [
        # Final in all but name, then not: the forks changed their minds.
        ("eip-145", "12c3d61aef58", "final", "accepted", "reopened"),
        ("eip-1108", "2f768fca4d44", "final", "last-call", "reopened"),
        # What can no longer be resurrected was, twice.
        ("eip-2315", "ff1f8e8d16dc", "withdrawn", "review", "reopened"),
        ("eip-2780", "2737b7c86d0d", "withdrawn", "draft", "reopened"),
        ("eip-615", "f69654a0e079", "last-call", "draft", "back"),
    ],
    "pep": [
        ("pep-0308", "14e9b49d96e5", "rejected", "accepted", "reopened"),
        ("pep-0314", "b6b83b5e63fc", "final", "draft", "reopened"),
        # One slip of the keyboard, mended on the same day.
        ("pep-0561", "bb9ca321dcf9", "draft", "acepted", "unknown"),
        ("pep-0561", "524b9463dd33", "acepted", "accepted", "unknown"),
        ("pep-0343", "28b01bed0efe", "accepted", "draft", "back"),
    ],
}


@pytest.mark.corpus
@pytest.mark.parametrize("name", OLD)
def test_the_odd_changes_of_a_real_history_are_listed_with_their_commits(
    corpus: Path, name: str
) -> None:
    told = found(corpus, name)
    assert counts(told) == COUNTS[name]
    rows = [(c.slug, c.commit, c.start, c.end, why) for c, why in told]
    assert set(SEEN[name]) <= set(rows)
    assert all(change.commit and change.at for change, _ in told)
