"""Pictures of numbers: what is drawn is as long, as high and as large as its number."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from hero.site.charts.ages import DOT, STEPS, WIDEST, ages
from hero.site.charts.area import area
from hero.site.charts.columns import YOUNG, grouped, stacked
from hero.site.charts.drawing import WIDTH, mark, room, words
from hero.site.charts.letters import fitted, wide, wrapped
from hero.site.charts.lines import lines
from hero.site.charts.parts import NUMBERS, parts, shown
from hero.site.charts.ranges import ranges
from hero.site.charts.scale import Plot, ticks
from hero.site.charts.series import Part, Range, Series

HOSTILE = '"><script>alert(1)</script>&'
QUARTERS = [("Q1", "2026"), ("Q2", ""), ("Q3", "")]


def drawn(picture: Markup) -> ET.Element:
    """The picture as a tree; it has to be well-formed for that."""
    return ET.fromstring(str(picture))  # noqa: S314 (because: it was made here)


def looking(picture: Markup, look: str, kind: str = "rect") -> list[dict[str, float]]:
    """The numbers of every element of this look behind the legend."""
    found = [
        {name: float(value) for name, value in each.attrib.items() if name != "class"}
        for each in drawn(picture).iter(kind)
        if look in each.attrib.get("class", "").split()
    ]
    return found[1:]


def texts(picture: Markup) -> list[str]:
    return [each.text or "" for each in drawn(picture).iter("text")]


@pytest.mark.parametrize(
    ("most", "wanted"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (7, (0, 2, 4, 6, 8)),
        (20, (0, 5, 10, 15, 20)),
        (21, (0, 10, 20, 30)),
        (1234, (0, 500, 1000, 1500)),
    ],
)
def test_axes_have_round_steps(most: int, wanted: tuple[int, ...]) -> None:
    assert ticks(most) == wanted


@given(st.integers(0, 10**9))
def test_an_axis_reaches_its_most_in_few_even_steps(most: int) -> None:
    steps = ticks(most)
    assert steps[-1] >= most
    assert 2 <= len(steps) <= 6
    assert len({b - a for a, b in pairwise(steps)}) == 1
    assert ticks(steps[-1]) == steps


def test_what_stands_in_a_part_is_escaped() -> None:
    made = mark("rect", words(1, 2.25, HOSTILE), class_=HOSTILE, x=1.04, text_anchor="end")
    assert "<script" not in made
    root = ET.fromstring(made)  # noqa: S314 (because: it was made here)
    assert root.attrib == {"class": HOSTILE, "x": "1", "text-anchor": "end"}
    assert root[0].text == HOSTILE


def test_a_plot_turns_numbers_into_places() -> None:
    plot = Plot(10, 20, 110, 220, 50)
    assert [plot.y(0), plot.y(25), plot.y(50)] == [220, 120, 20]
    assert [plot.x(0), plot.x(10)] == [10, 30]
    assert [plot.band(0, 4), plot.band(3, 4)] == [22.5, 97.5]


def test_piled_columns_stand_on_one_another() -> None:
    series = [Series("a", "one", [2, 0, 1]), Series("b", "two", [1, 3, 0])]
    made = stacked("x", "T", "S", QUARTERS, series, Series("c", "dot", [4, None, 0]))
    low, high = looking(made, "one"), looking(made, "two")
    assert [each["height"] for each in low] == [75, 37.5]
    assert [each["height"] for each in high] == [37.5, 112.5]
    assert high[0]["y"] + high[0]["height"] == pytest.approx(low[0]["y"])
    floor = low[1]["y"] + low[1]["height"]
    assert high[1]["y"] + high[1]["height"] == pytest.approx(floor)
    assert [floor - each["cy"] for each in looking(made, "dot", "circle")] == [150, 0]


def test_columns_side_by_side_share_a_floor_and_never_meet() -> None:
    series = [Series("all", "one", [4, 2, 0]), Series("some", "two", [2, 2, 0])]
    made = grouped("x", "T", "S", QUARTERS, series, [False, True, True])
    first, second = looking(made, "one"), looking(made, "two")
    assert [each["height"] for each in first] == [150, 75]
    assert [each["height"] for each in second] == [75, 75]
    assert {each["y"] + each["height"] for each in (*first, *second)} == {first[0]["y"] + 150}
    for one, two in zip(first, second, strict=True):
        assert one["x"] + one["width"] == pytest.approx(two["x"], abs=0.2)
    assert second[0]["x"] + second[0]["width"] < first[1]["x"]
    # Two columns of the second quarter and the legend's own; without young ones there is none.
    assert str(made).count("hero-young") == 3
    assert YOUNG in texts(made)
    assert YOUNG not in texts(grouped("x", "T", "S", QUARTERS, series, [False] * 3))


def test_areas_add_up_and_end_with_their_names() -> None:
    series = [Series("done", "one", [0, 1, 2]), Series("open", "two", [1, 1, 2])]
    made = area("x", "T", "S", 3, [(0.5, "Mar", "2026")], series)
    paths = {
        each.attrib["class"]: [float(n) for n in re.findall(r"[\d.]+", each.attrib["d"])]
        for each in drawn(made).iter("path")
    }
    ys = {name: numbers[1::2] for name, numbers in paths.items() if name in ("one", "two")}
    # 4 is the most, so one idea is 47.5 units of 190 high; the floor is at 204.
    assert ys["one"] == [204, 156.5, 109, 204, 204, 204]
    assert ys["two"] == [156.5, 109, 14, 109, 156.5, 204]
    assert {"done 2", "open 2", "Mar", "2026"} <= set(texts(made))
    assert paths["hero-chart__tick"][0] == paths["one"][2]


def test_a_line_has_a_gap_where_there_is_no_number() -> None:
    series = [Series("a", "one", [1, None, 2]), Series("b", "two", [2, 1, None])]
    made = lines("x", "T", "S", QUARTERS, series)
    assert len(looking(made, "one", "circle")) == 2
    assert len(looking(made, "two", "rect")) == 2
    assert str(made).count("hero-line") == 3
    assert looking(made, "two", "rect")[0]["y"] < looking(made, "two", "rect")[1]["y"]


def test_a_range_runs_from_the_median_to_the_p90() -> None:
    rows = [Range("one", "bar", 10, 30, 40), Range("two", "bar", None, None, None)]
    made = ranges("x", "T", "S", "days", rows)
    (bar,) = [each.attrib for each in drawn(made).iter("rect") if each.attrib["class"] == "bar"]
    (dot,), (ring,) = (looking(made, each, "circle") for each in ("hero-dot", "hero-ring"))
    assert float(bar["x"]) == dot["cx"]
    # Twice as far from the median to the p90 as from it to the ring.
    assert float(bar["width"]) == pytest.approx(
        2 * (ring["cx"] - dot["cx"] - float(bar["width"])), abs=0.3
    )


def test_a_part_is_as_long_as_its_share() -> None:
    made = parts("x", "T", "S", [Part("a", "one", 1, 4), Part("b", "one", 0, 3)])
    (bar,) = [each.attrib for each in drawn(made).iter("rect") if each.attrib["class"] == "one"]
    assert float(bar["width"]) == (WIDTH - NUMBERS) / 4
    assert {"1 of 4, 25 %", "0 of 3, 0 %"} <= set(texts(made))
    assert shown(0, 0) == "0 of 0"


def test_each_that_waits_is_a_dot_until_there_are_too_many() -> None:
    few = ages("x", "T", "S", [("a", "one", [2, 3, 90], 50), ("b", "two", [], None)])
    (first, second, alone) = [each.attrib for each in drawn(few).iter("circle")]
    assert float(first["cy"]) == float(second["cy"]) > float(alone["cy"])
    assert float(second["cx"]) - float(first["cx"]) == pytest.approx(2 * (DOT + 1), abs=0.1)
    # One of them is the legend's.
    assert str(few).count("hero-usual") == 2
    assert "hero-usual" not in ages("x", "T", "S", [("a", "one", [2, 3, 90], None)])


def test_many_that_wait_are_bars_as_long_as_they_are_many() -> None:
    crowd = ages("x", "T", "S", [("a", "one", [*[0] * 10, *[500] * 40, 999], None)])
    assert not list(drawn(crowd).iter("circle"))
    bars = re.compile(r"h([\d.]+)v")
    wide = [float(each) for each in bars.findall(crowd)]
    longest = (WIDTH - 4 - room([1000])) * WIDEST
    assert wide == pytest.approx([longest / 4, longest, longest / 40], abs=0.1)
    many = ages("x", "T", "S", [("a", "one", range(10_000), None)])
    assert 1 < len(bars.findall(many)) <= STEPS


@given(st.text(), st.floats(2, 30))
def test_words_fit_where_they_are_put(text: str, room: float) -> None:
    assert wide(fitted(text, room)) <= room
    assert all(wide(line) <= room for line in wrapped(text, room))
    if wide(text) <= room:
        assert fitted(text, room) == " ".join(text.split())


@pytest.mark.parametrize("length", [0, 1, 3])
def test_whatever_it_is_called_a_picture_is_one_tree_and_does_nothing(length: int) -> None:
    labels = [(HOSTILE, HOSTILE)] * length
    series = [Series(HOSTILE, "one", [5] * length)]
    made = [
        stacked("x", HOSTILE, HOSTILE, labels, series, series[0]),
        grouped("x", HOSTILE, HOSTILE, labels, series, [True] * length),
        area("x", HOSTILE, HOSTILE, length, [(0.5, HOSTILE, HOSTILE)] * length, series),
        lines("x", HOSTILE, HOSTILE, labels, series),
        ranges("x", HOSTILE, HOSTILE, HOSTILE, [Range(HOSTILE, "one", 1, 2, 3)] * length),
        parts("x", HOSTILE, HOSTILE, [Part(HOSTILE, "one", 1, 2)] * length),
        ages("x", HOSTILE, HOSTILE, [(HOSTILE, "one", [1, 2], 3)] * length),
    ]
    for picture in made:
        root = drawn(picture)
        assert not list(root.iter("script"))
        assert {each.tag for each in root.iter()} <= {
            "svg", "title", "desc", "path", "rect", "circle", "text",
        }  # fmt: skip
        assert root.attrib["role"] == "img"
        named = root.attrib["aria-labelledby"].split()
        assert [root.find(f"*[@id='{each}']") is not None for each in named] == [True, True]


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=12))
def test_nothing_is_drawn_outside_the_picture(values: list[int]) -> None:
    labels = [(f"Q{n}", "") for n in range(len(values))]
    series = [Series("a", "one", values), Series("b", "two", values[::-1])]
    for picture in (
        stacked("x", "T", "S", labels, series, series[0]),
        lines("x", "T", "S", labels, series),
        grouped("x", "T", "S", labels, series, [False] * len(values)),
    ):
        root = drawn(picture)
        height = float(root.attrib["viewBox"].split()[3])
        for rect in root.iter("rect"):
            x, y, wide, high = (float(rect.attrib[each]) for each in ("x", "y", "width", "height"))
            assert 0 <= x <= x + wide <= WIDTH
            assert 0 <= y <= y + high <= height
