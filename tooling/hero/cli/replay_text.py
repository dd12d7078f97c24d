"""A replay as a terminal shows it."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hero.cli.figure_rows import number, percent
from hero.cli.report import printable
from hero.process.metrics import METRICS
from hero.process.replay.comparison import Changed, Differs, Ran, Replay
from hero.process.turn import day_in_words
from hero.registry.conditions.case import State
from hero.registry.pipeline import Pipeline
from hero.registry.registry import Registry

if TYPE_CHECKING:
    from hero.technology.commit import Commit

#: The most columns of a line of prose.
WIDTH = 100
#: So many of a kind are told one by one; the other format has all.
TOLD = 20

NOTE = (
    "Each decision is judged by itself, on its day: what would have followed from a refusal nobody "
    "knows. Approvals, evaluations, passes and results count up to that day. What has no date is "
    "taken as the file has it now: evidence, links, who builds and who pays. The roster and the "
    "challenges are those of now, with the days from which and until which each counts."
)


def text(registry: Registry, other: Pipeline, found: Replay, file: str, commit: "Commit") -> str:
    """What would differ, the most telling first."""
    lines = [*_head(registry, found, file, commit)]
    for title, states in SECTIONS:
        lines += _decisions(title, [each for each in found.changed if _is(each, states)])
    lines += _deadlines(found, {stage.id: stage.name for stage in other.stages})
    lines += _figures(found.figures)
    if found.same:
        lines += ["", "Nothing would differ."]
    lines += ["", *textwrap.wrap(NOTE, WIDTH)]
    return "\n".join(map(printable, lines))


_H, _M, _U = State.HOLDS, State.MISSING, State.UNKNOWN
#: Titles, with the states under either pipeline: here, there.
SECTIONS = (
    ("WOULD HAVE BEEN REFUSED", {(_H, _M), (_U, _M)}),
    ("WOULD HAVE BEEN ALLOWED, AND ARE REFUSED BY THE PRESENT RULES", {(_M, _H), (_M, _U)}),
    ("COULD NO LONGER BE TOLD FROM THE FILES", {(_H, _U)}),
    ("COULD BE TOLD, AND WOULD HAVE BEEN ALLOWED", {(_U, _H)}),
    ("WOULD HAVE BEEN REFUSED FOR OTHER REASONS", {(_M, _M)}),
)


def _is(changed: Changed, states: set[tuple[State, State]]) -> bool:
    return (changed.here.state, changed.there.state) in states


def _head(registry: Registry, found: Replay, file: str, commit: "Commit") -> Iterator[str]:
    since = f", since {day_in_words(found.since)}" if found.since else ""
    yield f"{registry.network.name}, {day_in_words(found.day)}{since}, {commit.words}."
    counted = ", ".join(
        f"{found.count(state):,} {word}"
        for state, word in ((_H, "allowed"), (_M, "refused"), (_U, "that the files cannot tell"))
    )
    yield f"{len(found.decisions):,} decisions under {file}: {counted}."


def _decisions(title: str, changed: Sequence[Changed]) -> Iterator[str]:
    if not changed:
        return
    yield from ("", f"{title}: {len(changed):,}")
    order = sorted(changed, key=lambda each: (each.there.decision.date, each.there.slug))
    for each in order[:TOLD]:
        made = each.there.decision
        yield f"{made.date}  {each.there.slug}: {made.from_} -> {made.to} by {made.by}"
        for why in each.there.why or each.here.why:
            yield from _indented(why, 12)
    yield from _more(len(changed))


def _deadlines(found: Replay, names: dict[str, str]) -> Iterator[str]:
    """Kinds of deadline with how their state changes, and then the ideas."""
    if not found.deadlines:
        return
    yield from ("", f"DEADLINES THAT WOULD STAND OTHERWISE: {len(found.deadlines):,}")
    kinds: dict[tuple[str, str, str], list[str]] = {}
    for ran in found.deadlines:
        of = ran.there or ran.here
        kinds.setdefault(_kind(ran, found, names), []).append(of.about if of else "")
    for (what, before, after), ideas in sorted(kinds.items()):
        yield f"{len(ideas):>4}  {what}: {before} -> {after}"
        few = ", ".join(ideas[:TOLD])
        more = f" and {len(ideas) - TOLD:,} more" if len(ideas) > TOLD else ""
        yield from _indented(few + more, 6)


def _indented(words: str, by: int) -> list[str]:
    blanks = " " * by
    return textwrap.wrap(
        printable(words),
        WIDTH,
        initial_indent=blanks,
        subsequent_indent=blanks,
        break_on_hyphens=False,
    )


def _kind(ran: Ran, found: Replay, names: dict[str, str]) -> tuple[str, str, str]:
    of = ran.there or ran.here
    before, after = ran.was(found.day)
    what = f"{of.what} ({names.get(of.stage or '', of.stage)})" if of else ""
    return what, before or "not asked", after or "not asked"


def _figures(differing: Sequence[Differs]) -> Iterator[str]:
    """One line for each figure, with all of its values that differ."""
    if not differing:
        return
    names = {metric.id: metric.name for metric in METRICS}
    lines: dict[str, list[str]] = {}
    for each in differing:
        of = f", {each.of}" if each.of else ""
        show = percent if each.statistic.endswith("share") else number
        statistic = each.statistic.replace("_", " ")
        lines.setdefault(names[each.metric] + of, []).append(
            f"{statistic} {show(each.here)} -> {show(each.there)}"
        )
    yield from ("", f"FIGURES THAT WOULD DIFFER: {len(lines):,}")
    for heading, values in list(lines.items())[:TOLD]:
        yield heading
        yield from _indented("; ".join(values), 6)
    yield from _more(len(lines))


def _more(count: int) -> Iterator[str]:
    if count > TOLD:
        yield f"and {count - TOLD:,} more; --format json has all"
