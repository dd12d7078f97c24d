"""A gate as a checklist: what holds, what is missing, and what only the pull can show."""

import textwrap
from collections.abc import Iterator, Sequence

import click

from hero.cli.report import Paint, printable
from hero.process.gate import Verdict
from hero.registry.conditions.case import Finding, State

#: The most columns of a line, so that texts read well and are the same everywhere.
WIDTH = 100

#: Each mark differs in its shape, not in its colour alone.
MARKS = {State.HOLDS: ("✓", "good"), State.MISSING: ("✗", "error"), State.UNKNOWN: ("?", "warning")}


def checklist(findings: Sequence[Finding], paint: Paint) -> Iterator[str]:
    """One line or more for each condition, with its evidence or what is needed."""
    for finding in findings:
        mark, style = MARKS[finding.state]
        lines = textwrap.wrap(printable(_sentence(finding)), WIDTH - 4, break_on_hyphens=False) or [
            ""
        ]
        yield f"  {paint(mark, style)} {lines[0]}"
        yield from (f"    {line}" for line in lines[1:])


def _sentence(finding: Finding) -> str:
    said = finding.evidence if finding.state is State.HOLDS else finding.needed
    # "two advocates approve: two advocates approve in the pull" would say it twice.
    if said.startswith(finding.asks):
        return said
    return f"{finding.asks}: {said}" if said else finding.asks


def missing(verdict: Verdict) -> list[Finding]:
    """The conditions that do not hold."""
    return [finding for finding in verdict.findings if finding.state is State.MISSING]


def awaited(verdict: Verdict) -> list[Finding]:
    """The conditions that the pull must still show."""
    return [finding for finding in verdict.findings if finding.state is State.UNKNOWN]


def heading(title: str) -> str:
    """The title of an idea, as the first line of an answer."""
    return click.style(printable(title), bold=True)
