"""Rows out of a file: CSV, JSON Lines, or JSON with a list of objects."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

#: The most bytes of one cell; the csv module's own bound is for all readers at once.
_CELL = 10_000_000


class RowsRefused(Exception):
    """The file as a whole cannot be read; the words say why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as an editor or a spreadsheet shows it, its values, or what is wrong.

    `number` is the line in JSON Lines, the position from 1 in JSON, and in CSV the position with
    the header as 1.
    """

    number: int
    values: Mapping[str, Any]
    fault: str | None = None


def read_rows(name: str, raw: bytes, delimiter: str = ",") -> list[Row]:
    """All rows of a file; the ending of its name says what kind it is.

    Raises RowsRefused where no row can be told from the next.
    """
    reader = _READERS.get(name.rpartition(".")[2].lower())
    if reader is None:
        raise RowsRefused("the name has to end in .csv, .tsv, .jsonl, .ndjson or .json")
    return list(reader(_decoded(raw), "\t" if name.lower().endswith(".tsv") else delimiter))


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RowsRefused("it is UTF-16; save it as UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise RowsRefused(
            f"line {line} has a byte that is no UTF-8 (0x{raw[error.start]:02x}); save it as UTF-8"
        ) from error


def _csv(text: str, delimiter: str) -> Iterator[Row]:
    records = _records(text, delimiter)
    header = [cell.strip() for cell in next(records, [])]
    if not any(header):
        raise RowsRefused("it has no header: the first line names the columns")
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise RowsRefused(f"its header names the column {twice[0] or 'without a name'!r} twice")
    for number, cells in enumerate(records, 2):
        if any(cells):
            yield _cells(number, header, cells)


def _cells(number: int, header: list[str], cells: list[str]) -> Row:
    values = dict(zip(header, cells, strict=False))
    if len(cells) > len(header) and any(cells[len(header) :]):
        fault = f"it has {len(cells)} cells, and the header names {len(header)} columns"
        return Row(number, values, fault)
    return Row(number, values)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    limit = csv.field_size_limit(_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise RowsRefused(f"its quotes or cells do not fit together: {error}") from error
    finally:
        csv.field_size_limit(limit)


def _json_lines(text: str, _: str) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _parsed_row(number, line)


def _parsed_row(number: int, line: str) -> Row:
    try:
        return _row(number, _load(line))
    except RowsRefused as refused:
        return Row(number, {}, str(refused))


def _json(text: str, _: str) -> Iterator[Row]:
    data = _load(text)
    if not isinstance(data, list):
        raise RowsRefused(f"it has to be a list of objects, and is {_called(data)}")
    yield from (_row(number, each) for number, each in enumerate(data, 1))


def _load(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object)
    except RecursionError as error:
        raise RowsRefused("its JSON is nested too deep") from error
    except ValueError as error:
        raise RowsRefused(f"its JSON cannot be read: {error}") from error


class _Doubled(dict[str, Any]):
    """An object in which one key stands twice, so that one of two values would be lost."""

    name = ""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    doubled, names = _Doubled(values), [name for name, _ in pairs]
    doubled.name = next(name for name in names if names.count(name) > 1)
    return doubled


def _row(number: int, data: Any) -> Row:
    if not isinstance(data, dict):
        return Row(number, {}, f"it has to be an object, and is {_called(data)}")
    doubled = _doubled(data)
    if doubled is not None:
        return Row(number, data, f"the key {doubled!r} stands in it twice")
    return Row(number, data)


def _doubled(data: Any) -> str | None:
    """A key that stands twice anywhere inside, however deep."""
    left = [data]
    while left:
        each = left.pop()
        if isinstance(each, _Doubled):
            return each.name
        if isinstance(each, dict | list):
            left.extend(each.values() if isinstance(each, dict) else each)
    return None


def _called(data: Any) -> str:
    kinds: tuple[tuple[Any, str], ...] = (
        (dict, "an object"),
        (list, "a list"),
        (str, "text"),
        (bool, "true or false"),
        (int | float, "a number"),
    )
    return next((words for kind, words in kinds if isinstance(data, kind)), "null")


_READERS: Mapping[str, Callable[[str, str], Iterator[Row]]] = {
    "csv": _csv,
    "tsv": _csv,
    "jsonl": _json_lines,
    "ndjson": _json_lines,
    "json": _json,
}
