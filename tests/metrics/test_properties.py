"""What holds of the figures of any registry."""

import datetime as dt
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from hero.process.flow.course import courses
from hero.process.flow.figure import Figure
from hero.process.flow.past import past
from hero.process.metrics import Report, measure
from hero.registry.registry import Registry
from tests.metrics.made import FIRST, registries, registry

TODAY = dt.date(2026, 12, 31)
DAYS = st.dates(FIRST, TODAY)


def every(report: Report) -> Iterator[tuple[str, Figure]]:
    for metric, those in (report.whole.figures or {}).items():
        yield from ((metric, each) for each in those)


@given(registries(), st.randoms(use_true_random=False), st.sampled_from(["theme", "unit"]))
def test_the_order_of_files_does_not_matter(found: Registry, chance: object, by: str) -> None:
    slugs = list(found.ideas)
    chance.shuffle(slugs)  # type: ignore[attr-defined]  # because: hypothesis hides its Random
    other = registry({slug: found.ideas[slug] for slug in slugs})
    one, two = (
        measure(each, TODAY, by=by)  # type: ignore[arg-type]  # because: drawn from two of them
        for each in (found, other)
    )
    assert one == two


@given(registries(), DAYS, st.one_of(st.none(), DAYS))
def test_parts_are_no_more_than_the_whole(
    found: Registry, day: dt.date, since: dt.date | None
) -> None:
    for metric, each in every(measure(found, day, since)):
        assert each.n >= 0, metric
        part, share = each.values.get("part"), each.values.get("share")
        assert part is None or 0 <= part <= each.n
        assert share is None or 0 <= share <= 1
        median, p90 = each.values.get("median"), each.values.get("p90")
        assert median is None or (p90 is not None and 0 <= median <= p90)


@given(registries(), DAYS)
def test_stages_hold_all_ideas_and_cohorts_those_whose_times_count(
    found: Registry, day: dt.date
) -> None:
    report = measure(found, day)
    then = past(found, day)
    figures = report.whole.figures
    assert figures is not None
    active = [each for each in courses(then) if each.running]
    assert sum(each.n for each in figures["in-progress"]) == len(active)
    own = [
        each
        for each in courses(then)
        if not each.imported and not each.duplicate and each.proposed is not None
    ]
    mature, *cohorts = figures["conversion"]
    assert sum(each.n for each in cohorts) == len(own)
    assert mature.n == sum(each.n for each in cohorts if not each.values["young"])
    assert report.duplicates + report.imported + len(own) <= 2 * report.whole.n


@given(registries(), DAYS, st.integers(0, 400))
def test_what_comes_later_changes_no_figure(found: Registry, day: dt.date, later: int) -> None:
    """Measured of the files of a later day, a day has the figures that it had."""
    then = past(found, day + dt.timedelta(later))
    assert measure(found, day) == measure(then, day)


@given(registries(), DAYS)
def test_since_the_beginning_is_always(found: Registry, day: dt.date) -> None:
    one, two = measure(found, day), measure(found, day, dt.date(2024, 1, 1))
    series = ("arrivals", "throughput")  # They show more quarters.
    assert one.whole.figures is not None
    assert two.whole.figures is not None
    for metric, those in one.whole.figures.items():
        if metric not in series:
            assert those == two.whole.figures[metric]
        else:
            assert those[0] == two.whole.figures[metric][0]
