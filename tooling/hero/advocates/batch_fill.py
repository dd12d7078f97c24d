"""Which subjects get somebody at all, where there is not room for all: those who waited longest."""

from collections.abc import Sequence


def fillable(wanted: Sequence[Sequence[int]], room: Sequence[int]) -> list[int]:
    """The rows that can all be served together, the earlier ones first; in their order.

    `wanted` has, for each row in order of precedence, the columns that would do; `room` how many
    rows each column takes. Sets of rows that can be served together form a matroid (Edmonds and
    Fulkerson 1965), so taking each row that still fits also serves as many rows as can be.
    """
    served: list[list[int]] = [[] for _ in room]
    closed: set[int] = set()
    return [row for row in range(len(wanted)) if _placed(row, wanted, room, served, closed)]


def _placed(
    row: int,
    wanted: Sequence[Sequence[int]],
    room: Sequence[int],
    served: list[list[int]],
    closed: set[int],
) -> bool:
    """Find the row a column, moving others where that makes room. False where none can be found.

    Columns that a vain search has seen stay `closed`: those who are served there fit nowhere
    else, and nothing that is placed later changes that.
    """
    came: dict[int, tuple[int, int]] = {}
    pending = [(row, -1)]
    for mover, source in pending:
        for column in wanted[mover]:
            if column in came or column in closed:
                continue
            came[column] = (mover, source)
            if len(served[column]) < room[column]:
                _shift(column, came, served)
                return True
            pending += [(other, column) for other in served[column]]
    closed.update(came)
    return False


def _shift(column: int, came: dict[int, tuple[int, int]], served: list[list[int]]) -> None:
    """Move everybody on the way one column on, beginning at its end."""
    while column != -1:
        mover, source = came[column]
        served[column].append(mover)
        if source != -1:
            served[source].remove(mover)
        column = source
