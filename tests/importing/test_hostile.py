"""Any row of any values gives a file that the rules accept, or a refusal with a reason."""

import operator
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hero.registry.importing.account import Account, Outcome
from hero.registry.importing.ideas import Surroundings, ideas_from
from hero.registry.importing.rows import Row
from hero.registry.slug import skeleton
from tests.importing.small import MAPPING, checked, mapping

PATH = re.compile(r"(\d{4}|undated)/[a-z0-9]+(-[a-z0-9]+)*\.yml")

#: Every character there is, halves of surrogate pairs included, and those that do harm oftener.
CHARACTERS = st.one_of(
    st.characters(exclude_categories=()),
    st.sampled_from("\x00\r\n\t\x85\u2028\ufeff\u202e:#-'\"{}[]&*!|>%@`/.\\ "),
)
TEXT = st.text(CHARACTERS, max_size=40)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3)
)
#: Values that get far, so that what comes after reading is tried as well.
DAYS = st.dates().map(str) | st.sampled_from(["5 July 2001", "2020-01-01", "2021-01-01"])
STAGES = st.sampled_from([*MAPPING["stage"]["table"], "Limbo"])
CHANGES = st.fixed_dictionaries(
    {}, optional={"at": DAYS, "from": STAGES | st.none(), "to": STAGES, "by": TEXT, "x": ANYTHING}
)
KEYS = st.sampled_from(["1", "2", "l", "a-b", "../x", "CON"])
LIKELY = {
    "id": KEYS,
    "title": TEXT,
    "why": st.text(CHARACTERS, max_size=300),
    "created": DAYS,
    "status": STAGES,
    "changes": st.lists(CHANGES, max_size=5),
    "needs": st.lists(KEYS, max_size=3),
    "same": KEYS,
    "who": TEXT,
    "pull": TEXT,
}
FIELDS = ["id", "title", "short", "why", "what", "how", "gain", "who", "area", "labels", "created"]
FIELDS += ["metric", "before", "chart", "status", "closed", "changes", "needs", "same", "pull"]
NAMES = st.sampled_from(FIELDS) | TEXT
NAMED = st.fixed_dictionaries({}, optional={"id": TEXT, "title": TEXT})


def rows_of(values: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(values, max_size=4)


def holds(values: list[dict[str, Any]]) -> None:
    """Each row is accounted for, and what was made of it passes every rule."""
    rows = [Row(number, each) for number, each in enumerate(values, 1)]
    results = ideas_from(rows, mapping(), "jobs.json", Surroundings(alike=skeleton))
    assert [one.row for one in results] == [row.number for row in rows]
    for one in results:
        assert one.refused or PATH.fullmatch(one.path), one
        assert bool(one.refused) != bool(one.text)
    assert checked(results) == []
    outcomes = [Outcome(one.row, one.key, "written", one.path, "", one.notes) for one in results]
    said = Account("jobs.json", tuple(outcomes)).as_text()
    assert all(char.isprintable() or char == "\n" for char in said)


@given(rows_of(st.builds(operator.or_, NAMED, st.dictionaries(NAMES, ANYTHING, max_size=12))))
def test_any_values_at_all(values: list[dict[str, Any]]) -> None:
    holds(values)


@given(rows_of(st.fixed_dictionaries(LIKELY)))
def test_values_that_get_far(values: list[dict[str, Any]]) -> None:
    holds(values)
