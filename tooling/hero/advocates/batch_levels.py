"""Minimum-cost assignment over several costs, one after the other: the first counts above all.

A cost is minimised with scipy's solver (Jonker and Volgenant, without initialisation); then only
the pairs are left that some optimum uses, and the next cost decides among those. Which pairs these
are, the duals say (complementary slackness): a full assignment is optimal if, and only if, it uses
tight pairs alone and fills each column whose dual is below nothing. So no cost has to be blown up
to outweigh the next, and whole numbers stay exact: they are below 2^53, in which doubles are.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Costs = NDArray[np.float64]
    Mask = NDArray[np.bool_]
    #: Makes a cost for the pairs that are left; what it says of others does not count.
    Cost = Callable[[Mask], Costs]

#: The whole numbers that a double holds, every one of them.
EXACT = 2**53


def assign(allowed: "Mask", costs: "Iterable[Cost]") -> list[int]:
    """The column of each row, at the least first cost, among those at the least second, and so on.

    `allowed` (rows x columns) says which pairs may be; every cost has its shape and holds whole
    numbers. There must be an assignment of all rows, else ValueError. OverflowError for costs
    that doubles cannot add up exactly.
    """
    import numpy as np

    found = np.zeros(allowed.shape[0], dtype=np.intp)
    needed = np.zeros(allowed.shape[1], dtype=np.bool_)
    for cost in costs:
        found, allowed, needed = _narrowed(cost(allowed), allowed, needed)
    return [int(column) for column in found]


def _narrowed(
    cost: "Costs", allowed: "Mask", needed: "Mask"
) -> "tuple[NDArray[np.intp], Mask, Mask]":
    """An optimum, the pairs that optima use, and the columns that all of them fill.

    `needed` columns are filled in every assignment that counts: a bonus sees to it.
    """
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    rows = len(cost)
    used = cost[allowed]
    spread = float(used.max() - used.min()) if used.size else 0.0
    bonus = rows * spread + 1
    if bonus * rows * 4 >= EXACT:
        raise OverflowError("the weights are too large to be added up exactly")
    whole = np.where(allowed, cost - (used.min() if used.size else 0), np.inf)
    whole -= np.where(needed, bonus, 0.0)
    _, columns = linear_sum_assignment(whole)
    taken = whole[np.arange(rows), columns]
    duals = _duals(whole, columns, taken)
    tight = whole - (taken - duals[columns])[:, None] - duals[None, :] == 0
    return columns, tight, duals < 0


def _duals(whole: "Costs", columns: "NDArray[np.intp]", taken: "Costs") -> "Costs":
    """The columns' duals at an optimum: none above 0, and 0 for those that are free.

    They are shortest distances: to move a row from its column to another one costs the
    difference. An optimum has no cycle of negative length, so this ends.
    """
    import numpy as np

    duals = np.zeros(whole.shape[1])
    while True:
        moved = (whole - (taken - duals[columns])[:, None]).min(axis=0)
        closer = np.minimum(duals, moved)
        if np.array_equal(closer, duals):
            return duals
        duals = closer
