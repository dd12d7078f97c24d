"""The source fields that a mapping names: one that no row has is most likely misspelt."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from hero.registry.importing.mapping import History, ImportMapping
from hero.registry.importing.rows import Row


def misspelt(mapping: ImportMapping, rows: Iterable[Row]) -> tuple[str, ...]:
    """The names that the mapping uses and no row has, each once; none where there are no rows."""
    rows = list(rows)
    known = {name for row in rows for name in row.values}
    return tuple(dict.fromkeys(n for n in _named(mapping) if n not in known)) if known else ()


def _named(model: BaseModel) -> Iterator[str]:
    if isinstance(model, History):
        # Its other names are fields of one change, not of the row.
        yield model.changes
        return
    for name, value in model:
        if name in ("key", "first_of", "all_of") and isinstance(value, tuple):
            yield from value
        elif isinstance(value, BaseModel):
            yield from _named(value)
