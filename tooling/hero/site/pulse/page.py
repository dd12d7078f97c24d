"""The page of the pulse, and each chart's numbers for spreadsheets."""

import csv
import io
from collections.abc import Callable, Sequence

from hero.registry.cells import unrun
from hero.registry.phrases import number
from hero.site import address
from hero.site.page import Download, Page
from hero.site.pieces import Pieces
from hero.site.pulse.chart import FEWEST_DRAWN, Cell, Chart
from hero.site.pulse.coming import funnel, throughput
from hero.site.pulse.keeping import coverage, promises, results
from hero.site.pulse.standing import OLDEST, aging, cumulative
from hero.site.pulse.waiting import response, staying
from hero.site.templates import render
from hero.site.window import Window

#: The charts, in the order in which the page asks its questions.
CHARTS: Sequence[Callable[[Window], Chart]] = (
    response, throughput, cumulative, aging, staying, funnel, coverage, results, promises,
)  # fmt: skip


#: Where there is room for two columns, the second begins with this chart.
HALF = 4


def columns(found: Sequence[Chart]) -> tuple[Sequence[Chart], Sequence[Chart]]:
    """The charts column by column: one that is opened moves what is below it alone."""
    return found[:HALF], found[HALF:]


def charts(window: Window) -> Sequence[Chart]:
    """All charts, drawn once."""
    return window.derived(_charts)


def _charts(window: Window) -> Sequence[Chart]:
    return [make(window) for make in CHARTS]


def pulse_page(pieces: Pieces) -> Page:
    """Every chart with its question, its answer, its definition and its numbers."""
    window = pieces.window
    body = render(
        "pulse",
        p=pieces,
        columns=columns(charts(window)),
        fewest=number(FEWEST_DRAWN),
        oldest=OLDEST,
        edition=window.edition,
        total=len(window.registry.ideas),
    )
    description = "How ideas flow here: how soon they are answered, how far they get, and why."
    return Page(address.pulse(), "Pulse", description, body, "pulse", summary=description)


def chart_download(window: Window, number: int) -> Download:
    """The numbers of a chart, by its place on the page; each row says as of when they are."""
    chart = charts(window)[number]
    edition = window.edition
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*map(_cell, chart.columns), "as_of", "commit"])
    for row in chart.rows:
        writer.writerow(map(_cell, (*row, edition.as_of.isoformat(), edition.commit)))
    return Download(address.pulse_data(chart.id), out.getvalue().encode())


def _cell(value: Cell) -> str:
    return unrun(value) if isinstance(value, str) else "" if value is None else str(value)
