"""The rows of each table of figures: a heading, and what it came to, as words."""

from collections.abc import Iterator, Mapping, Sequence

from hero.cli.columns import Row
from hero.process.flow.figure import Figure, Value
from hero.registry.summary import clipped

#: The figures of a registry by their metric.
Figures = Mapping[str, Sequence[Figure]]
#: What stages are called, by id.
Names = Mapping[str, str]

#: How many cohorts are shown; the other formats have all of them.
COHORTS = 8
#: The most columns that a row's heading takes.
LONGEST = 44


def times(figures: Figures, names: Names) -> Iterator[Row]:
    """How long things take."""
    yield ("", "n", "median", "p90", "open", "oldest", "median with open")
    for metric, said in (
        ("first-reply", "First reply, working days"),
        ("first-decision", "First decision, working days"),
        ("cycle-time", "Final decision, days"),
        ("time-in-stage", ""),
    ):
        for each in figures[metric]:
            of = f"In “{names.get(each.of, each.of)}”, days" if not said else f"  {each.of}"
            # A reply may have come where no file shows it, so it took at most so long.
            sign = "≤ " * (metric == "first-reply")
            part = metric == "cycle-time" and each.of
            yield (
                of if each.of else said,
                number(each.n),
                number(each.values.get("median"), sign),
                number(each.values.get("p90"), sign),
                "" if part else number(each.values.get("open")),
                "" if part else number(each.values.get("oldest_open")),
                "" if part else number(each.values.get("median_with_open"), sign),
            )


def promises(figures: Figures, names: Names) -> Iterator[Row]:
    """What deadlines came to."""
    yield ("", "n", "in time", "share", "late", "overdue")
    for each in figures["promises-kept"]:
        stage, _, what = each.of.partition(": ")
        said = f"  {what} ({names.get(stage, stage)})" if each.of else "All deadlines but replies"
        sign = "≥ " * bool(each.values.get("at_least"))
        yield (
            clipped_row(said),
            number(each.n),
            number(each.values.get("part"), sign),
            percent(each.values.get("share"), sign),
            number(each.values.get("late"), "≤ " * bool(sign)),
            number(each.values.get("overdue"), "≤ " * bool(sign)),
        )


def parts(figures: Figures, names: Names) -> Iterator[Row]:
    """What part has its reason, was judged, was measured, and was ended."""
    yield ("", "n", "of these", "share", "")
    for metric, said in (
        ("reasons", "Ends with a reason"),
        ("evaluated", "Evaluated"),
        ("revised", "Text revised"),
        ("measured", "In use"),
        ("kill-rate", "Ended by decision"),
    ):
        for each in figures[metric]:
            yield (
                f"{said}, {_of(each.of, names)}" if each.of else said,
                number(each.n),
                number(each.values.get("part")),
                percent(each.values.get("share")),
                _beside(each),
            )


def _of(of: str, names: Names) -> str:
    return f"leaving “{names[of]}”" if of in names else of


def _beside(figure: Figure) -> str:
    """What else there is to say of a share."""
    if taken := figure.values.get("taken_back"):
        return f"and {taken} taken back"
    if unknown := figure.values.get("not_known"):
        return f"{unknown:,} not known: --history"
    return ""


def quarters(figures: Figures, names: Names) -> Iterator[Row]:
    """What came and what left, by quarter."""
    yield ("", "came", "duplicates", "final decisions", "into use")
    left = {each.of: each for each in figures["throughput"]}
    first, *others = figures["arrivals"]
    for each in (*others, first):
        yield (
            each.of or "in all",
            number(each.n),
            number(each.values.get("duplicates")),
            number(left[each.of].n),
            number(left[each.of].values.get("in_use")),
        )


def cohorts(figures: Figures, names: Names) -> Iterator[Row]:
    """How far the ideas of each quarter got."""
    mature, *others = figures["conversion"]
    stages = [key for key in mature.values if f"{key}_share" in mature.values]
    yield ("", "came", *(names.get(key, key) for key in stages), "ended", "open", "")
    for each in (*others[-COHORTS:], mature):
        yield (
            each.of,
            number(each.n),
            *(_part(each, key) for key in stages),
            number(each.values.get("ended")),
            number(each.values.get("open")),
            "young" if each.values.get("young") else "",
        )


def _part(figure: Figure, key: str) -> str:
    share = figure.values.get(f"{key}_share")
    return number(figure.values.get(key)) + (f" ({percent(share)})" if share is not None else "")


def progress(figures: Figures, names: Names) -> Iterator[Row]:
    """What is in progress, and how old it is."""
    yield ("", "now", "limit", "median age", "oldest", "p90", "beyond p90")
    for each in figures["in-progress"]:
        keys = ("limit", "median_age", "oldest", "usual", "aging")
        yield (
            names.get(each.of, each.of),
            number(each.n),
            *(number(each.values.get(key)) for key in keys),
        )


def number(value: Value, sign: str = "") -> str:
    """A count or a number of days; a dash where there is none."""
    return "-" if value is None else f"{sign}{value:,}"


def percent(value: Value, sign: str = "") -> str:
    """A share of one as a percentage; a dash where there is none."""
    return "-" if value is None else f"{sign}{round(100 * value)} %"


def clipped_row(words: str) -> str:
    """A heading that fits, its indentation kept."""
    blanks = len(words) - len(words.lstrip())
    return " " * blanks + clipped(words, LONGEST - blanks)
