"""How many come, how many leave, how far they get, and how many there are."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from hero.process.flow.ages import ages
from hero.process.flow.course import Course
from hero.process.flow.figure import FEWEST, Figure, Metric, Value, count
from hero.process.flow.quarter import last_day, quarter, quarters
from hero.process.flow.scene import Scene
from hero.process.flow.times import time_to_end


def arrivals(scene: Scene) -> Iterator[Figure]:
    """What came in: one figure of all, and one a quarter."""
    came = [each for each in scene.courses if not each.imported and scene.counts(each.proposed)]
    found = Counter(quarter(each.proposed) for each in came if each.proposed)
    joined = Counter(quarter(each.proposed) for each in came if each.proposed and each.duplicate)
    yield count("", len(came), duplicates=sum(joined.values()))
    for name in quarters(scene.since, scene.day):
        yield count(name, found[name], duplicates=joined[name])


def throughput(scene: Scene) -> Iterator[Figure]:
    """Final decisions, also second ones of ideas that came back: of all, and a quarter each."""
    ends: list[tuple[dt.date, bool]] = []
    finals = {stage.id: stage for stage in scene.pipeline.stages if stage.kind == "final"}
    for each in scene.courses:
        for made in () if each.duplicate else each.idea.decisions:
            stage = finals.get(made.to)
            if stage is not None and not made.imported and scene.counts(made.date):
                ends.append((made.date, stage.outcome == "good"))
    used = Counter(quarter(day) for day, good in ends if good)
    every = Counter(quarter(day) for day, _ in ends)
    yield count("", len(ends), in_use=sum(used.values()))
    for name in quarters(scene.since, scene.day):
        yield count(name, every[name], in_use=used[name])


def conversion(scene: Scene) -> Iterator[Figure]:
    """How far ideas got: one figure of all mature cohorts, and one a cohort with its age."""
    cohorts: dict[str, list[Course]] = {}
    for each in scene.own:
        if each.proposed is not None and scene.counts(each.proposed):
            cohorts.setdefault(quarter(each.proposed), []).append(each)
    usual = time_to_end(scene)
    old = {name for name in cohorts if _is_old(name, usual, scene.day)}
    mature = [each for name in old for each in cohorts[name]]
    yield _reached(scene, "mature cohorts", mature, young=False)
    for name in sorted(cohorts):
        yield _reached(scene, name, cohorts[name], young=name not in old)


def _is_old(name: str, usual: int | None, day: dt.date) -> bool:
    return usual is not None and (day - last_day(name)).days >= usual


def _reached(scene: Scene, of: str, cohort: list[Course], young: bool) -> Figure:
    values: dict[str, Value] = {}
    reached = Counter(stage for each in cohort for stage in each.reached())
    for stage in scene.pipeline.stages[1:]:
        if stage.kind == "active" or (stage.kind == "final" and stage.outcome == "good"):
            part = reached[stage.id]
            values[stage.id] = part
            values[f"{stage.id}_share"] = part / len(cohort) if len(cohort) >= FEWEST else None
    values["ended"] = sum(not each.running and not each.used for each in cohort)
    values["open"] = sum(each.running for each in cohort)
    return Figure(of, len(cohort), values | {"young": int(young)})


def in_progress(scene: Scene) -> Iterator[Figure]:
    """What is in each stage that is not final, and for how long it has been there."""
    for each in ages(scene):
        stage = scene.pipeline.stage(each.stage)
        yield Figure(
            each.stage,
            each.count,
            {
                "count": each.count,
                "limit": stage.limit if stage else None,
                "median_age": each.days[(len(each.days) - 1) // 2] if each.days else None,
                "oldest": each.days[-1] if each.days else None,
                "usual": each.usual,
                "aging": each.long,
            },
        )


COUNTS = (
    Metric(
        "arrivals",
        "Arrivals",
        "count",
        "ideas",
        "Ideas that were proposed, by quarter, those among them that turned out to repeat another "
        "counted beside. Imported ideas are left out.",
        "Idea quota of German suggestion schemes (Neckel), without the head count.",
        arrivals,
    ),
    Metric(
        "throughput",
        "Throughput",
        "count",
        "decisions",
        "Decisions that led to a final stage, by quarter, and those among them that led into use. "
        "Duplicates and imported decisions are left out.",
        "Throughput as in Little's law (Operations Research 9, 1961).",
        throughput,
    ),
    Metric(
        "conversion",
        "Conversion",
        "count",
        "ideas",
        "Of the ideas proposed in a quarter, how many have ever reached each stage, have ended "
        "another way, or are open. Without imports and duplicates. A quarter is young until the "
        "days have passed since its end within which nine in ten ideas get a final decision: its "
        "numbers still grow.",
        "Cohorts in place of a ratio of this year's exits to this year's entries.",
        conversion,
    ),
    Metric(
        "in-progress",
        "In progress",
        "count",
        "ideas",
        "Ideas in each stage that is not final, with the limit that the pipeline sets, the median "
        "and the greatest age in days since they entered it, and how many have been there longer "
        "than nine in ten of those that left it (the p90).",
        "Work in progress and its age, as in Little's law (Operations Research 9, 1961).",
        in_progress,
    ),
)
