"""Rows as lines with their columns aligned, for pipes and for figures."""

from collections.abc import Iterator, Sequence

from hero.cli.source_line import width

Row = tuple[str, ...]


def aligned(rows: Sequence[Row], left: frozenset[int]) -> Iterator[str]:
    """Rows of the same length as lines; columns in `left` begin together, the others end so."""
    every = list(zip(*(map(width, row) for row in rows), strict=True))
    widths = [max(column) for column in every]
    for row in rows:
        cells = [
            cell + " " * (wide - width(cell)) if at in left else " " * (wide - width(cell)) + cell
            for at, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
