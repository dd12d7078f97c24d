"""Reading CSV, JSON Lines and JSON into rows."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.importing.rows import RowsRefused, read_rows


def test_csv_with_quotes_line_feeds_and_a_byte_order_mark() -> None:
    raw = b'\xef\xbb\xbfid,title\r\n1,"A ""quoted"", one"\r\n\r\n2,"two\r\nlines"\r\n'
    rows = read_rows("jobs.csv", raw)
    assert [(row.number, dict(row.values)) for row in rows] == [
        (2, {"id": "1", "title": 'A "quoted", one'}),
        (4, {"id": "2", "title": "two\r\nlines"}),
    ]


def test_csv_with_other_separators() -> None:
    assert read_rows("jobs.csv", b"id;title\n1;A, b\n", ";")[0].values["title"] == "A, b"
    assert read_rows("JOBS.TSV", b"id\ttitle\n1\tA, b\n")[0].values["title"] == "A, b"


def test_csv_rows_that_are_too_short_or_too_long() -> None:
    short, long, padded = read_rows("jobs.csv", b"id,title\n1\n2,b,lost\n3,c,,\n")
    assert (dict(short.values), short.fault) == ({"id": "1"}, None)
    assert long.fault == "it has 3 cells, and the header names 2 columns"
    assert padded.fault is None


def test_csv_cells_larger_than_the_module_allows() -> None:
    assert len(read_rows("jobs.csv", b"id\n" + b"x" * 300_000)[0].values["id"]) == 300_000


def test_json_lines_count_lines_and_keep_faults_to_their_row() -> None:
    raw = b'{"id": 1}\n\n{"id": \n[1]\n{"id": 2, "id": 3}\n{"id": 4, "a": [{"b": 1, "b": 2}]}\n'
    rows = read_rows("jobs.jsonl", raw)
    assert [row.number for row in rows] == [1, 3, 4, 5, 6]
    assert rows[0].fault is None
    assert "JSON cannot be read" in str(rows[1].fault)
    assert rows[2].fault == "it has to be an object, and is a list"
    assert rows[3].fault == "the key 'id' stands in it twice"
    assert rows[4].fault == "the key 'b' stands in it twice"


def test_json_is_a_list_of_objects() -> None:
    rows = read_rows("jobs.json", b'[{"id": 1}, null, "x"]')
    assert [(row.number, row.fault) for row in rows] == [
        (1, None),
        (2, "it has to be an object, and is null"),
        (3, "it has to be an object, and is text"),
    ]


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("jobs.xlsx", b"", "has to end in"),
        ("jobs", b"", "has to end in"),
        ("jobs.csv", b"", "no header"),
        ("jobs.csv", b"id,id\n1,2\n", "the column 'id' twice"),
        ("jobs.csv", b"id,,\n", "without a name"),
        ("jobs.csv", b'id\n"open\n', "do not fit together"),
        ("jobs.csv", b"id\nfine\ncaf\xe9\n", "line 3 has a byte that is no UTF-8"),
        ("jobs.csv", b"\xff\xfei\x00d\x00", "UTF-16"),
        ("jobs.json", b'{"rows": []}', "has to be a list of objects, and is an object"),
        ("jobs.json", b"[" * 100_000, "nested too deep"),
        ("jobs.json", b"[1" + b"0" * 5_000 + b"]", "cannot be read"),
    ],
)
def test_files_that_cannot_be_read_say_why(name: str, raw: bytes, words: str) -> None:
    with pytest.raises(RowsRefused, match=words):
        read_rows(name, raw)


@given(st.binary(), st.sampled_from(["a.csv", "a.tsv", "a.jsonl", "a.json"]))
def test_any_bytes_give_rows_or_a_reason(raw: bytes, name: str) -> None:
    try:
        rows = read_rows(name, raw)
    except RowsRefused:
        return
    numbers = [row.number for row in rows]
    assert numbers == sorted(set(numbers))


def test_rows_of_json_and_of_json_lines_are_the_same() -> None:
    values = [{"id": 1, "deep": {"list": [True, None, 1.5, "\u2028"]}}, {"id": 2}]
    lines = "\n".join(map(json.dumps, values)).encode()
    whole = read_rows("a.json", json.dumps(values).encode())
    assert [row.values for row in read_rows("a.jsonl", lines)] == [row.values for row in whole]
