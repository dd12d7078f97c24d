"""What people write as rows, and what is read out of it."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.advocates.backtest.names import logins
from hero.advocates.backtest.rows import read_rows

ROW = {
    "key": "1-faster", "title": "Faster builds", "authors": ["@ada"], "reviewers": ["@grace"],
    "approvers": ["linus"], "category": "sig-Build", "participating": ["sig-test"],
    "created": "2021-03-04", "abstract": "Builds are slow.",
}  # fmt: skip


def text(*rows: object) -> str:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


def faults(*rows: object) -> list[tuple[int, str]]:
    return [(fault.line, fault.why) for fault in read_rows(text(*rows))[1]]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("@Grace-H", ("grace-h",)),
        ("grace", ("grace",)),
        ("@grace - for the part about builds", ("grace",)),
        ("with input from @ada, @Linus and others", ("ada", "linus")),
        ("\u201c@mei\u201d", ("mei",)),
        (" @rafael ", ("rafael",)),
        ("@under_score", ("under_score",)),
        ("[@priya](https://github.com/priya)", ("priya",)),
        ("https://github.com/tim", ("tim",)),
        ("TBD", ()),
        ("@tbd", ()),
        ("n/a", ()),
        ("", ()),
        ("?", ()),
        ("Grace Hopper", ()),
        ("grace@example.org", ()),
        ("sig-node", ()),
        ("@kubernetes/sig-node", ()),
        ("@kubernetes/wg-component-standard", ()),
    ],
)
def test_people_are_found_in_whatever_was_written(entry: str, expected: tuple[str, ...]) -> None:
    assert logins([entry]) == expected


def test_one_person_counts_once() -> None:
    assert logins(["@Grace", "grace", "@ada"]) == ("grace", "ada")


def test_a_row_is_read_with_its_people_and_topics() -> None:
    (row,), wrong = read_rows(text(ROW))
    assert wrong == []
    assert row.real == ("@grace", "@linus")
    assert row.subject.authors == ("@ada",)
    assert row.subject.topics == (("sig-build", 1000), ("sig-test", 100))
    assert row.subject.date == dt.date(2021, 3, 4)
    assert "build" in row.subject.words


def test_rows_come_by_date_whatever_their_order() -> None:
    rows = [
        ROW | {"key": key, "created": created}
        for key, created in (("c", "2021-03-05"), ("b", "2021-03-04"), ("a", "2021-03-05"))
    ]
    assert [row.subject.key for row in read_rows(text(*rows))[0]] == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("{", "it is no JSON"),
        ("[]", "it is no JSON object"),
        ("[" * 100_000, "it is no JSON"),
        (ROW | {"key": ""}, "`key` is no text"),
        (ROW | {"key": 3}, "`key` is no text"),
        (ROW | {"created": "last year"}, "`created` is no date such as 2021-03-04"),
        (ROW | {"created": None}, "`created` is no date such as 2021-03-04"),
        (ROW | {"reviewers": "@grace"}, "`reviewers` is no list of texts"),
        (ROW | {"authors": [3]}, "`authors` is no list of texts"),
        (ROW | {"category": ["a"]}, "`category` is no text"),
        (ROW, "line 1 has the same key"),
    ],
)
def test_a_malformed_line_is_told_with_its_number_and_left_out(row: object, why: str) -> None:
    assert faults(ROW, "", row) == [(3, why)]


def test_what_may_be_missing_is_read_as_nothing() -> None:
    bare = {"key": "a", "created": "2021-03-04T10:00:00Z", "reviewers": None}
    (row,), wrong = read_rows(text(bare))
    assert wrong == []
    assert (row.real, row.group, row.subject.topics) == ((), "", ())


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["2021-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@given(st.lists(st.dictionaries(st.sampled_from(sorted(ROW)), VALUES), max_size=4), st.text())
def test_every_line_is_a_row_a_fault_or_blank(rows: list[dict[str, object]], junk: str) -> None:
    lines = [*map(json.dumps, rows), *junk.split("\n")]
    found, wrong = read_rows("\n".join(lines))
    numbers = sorted([row.line for row in found] + [fault.line for fault in wrong])
    assert numbers == [number for number, line in enumerate(lines, 1) if line.strip()]
