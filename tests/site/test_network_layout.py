"""Where things stand in the picture of the network: nothing meets, all is inside."""

from itertools import combinations, pairwise
from math import dist

from hypothesis import given
from hypothesis import strategies as st

from hero.site.network_group import short
from hero.site.network_layout import COLUMN, GAP, MARGIN, WIDTH, Field, columns, sunflower


@given(st.lists(st.integers(30, 400), min_size=1, max_size=14))
def test_groups_stand_in_two_even_columns(heights: list[int]) -> None:
    blocks, height = columns(heights)
    assert [each.height for each in blocks] == heights
    for one, two in pairwise(blocks):
        assert one.left >= two.left
        if one.left == two.left:
            assert two.y == one.y + one.height + GAP
    assert all(MARGIN <= each.y <= each.y + each.height <= height - MARGIN for each in blocks)
    ends = [max([0, *(b.y + b.height for b in blocks if b.left is left)]) for left in (True, False)]
    # Either the columns are even, or one more would make the other the higher one.
    assert height - 2 * MARGIN <= sum(heights) / 2 + max(heights) + GAP * len(heights)
    assert max(ends) <= height


@given(st.lists(st.lists(st.tuples(st.sampled_from([60, 420]), st.integers(0, 300)), min_size=1)))
def test_marks_never_meet_and_stand_between_the_columns(ends: list[list[tuple[int, int]]]) -> None:
    found = Field(320, (17, 17)).place(ends[:60])
    assert len(set(found)) == len(ends[:60])
    for one, two in combinations(found, 2):
        assert max(abs(one[0] - two[0]), abs(one[1] - two[1])) >= 17
    assert all(COLUMN < x < WIDTH - COLUMN and 0 < y < 320 for x, y in found)


def test_a_mark_is_near_those_who_work_on_it() -> None:
    left, right = (60, 100), (420, 100)
    one, both, other = Field(320, (17, 17)).place([[left], [left, right], [right, right]])
    assert one[0] < both[0] < other[0]
    assert abs(both[0] - WIDTH / 2) < 17


@given(st.integers(2, 150))
def test_people_stand_apart_in_their_disc(size: int) -> None:
    places = sunflower(200, 200, 52, size)
    assert all(dist(place, (200, 200)) <= 52 for place in places)
    assert len(set(places)) == size


def test_people_of_one_first_name_are_told_apart() -> None:
    names = ["Ada Byron", "Ada King", "Cem", "", "A" * 40]
    found = short(names, 100)
    assert [found[each] for each in names[:4]] == ["Ada B.", "Ada K.", "Cem", ""]
    assert 4 < len(found["A" * 40]) <= 12
