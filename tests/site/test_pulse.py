"""The pulse: what each chart says is what its table counts, and both are counted by hand here."""

import csv
import datetime as dt
import io
import re

import pytest

from hero.site.page import Edition
from hero.site.pieces import Pieces
from hero.site.pulse.chart import Chart
from hero.site.pulse.page import CHARTS, chart_download, charts, pulse_page
from hero.site.pulse.standing import OLDEST
from hero.site.window import Window
from tests.site.memory import IDEA, PIPELINE, registry

EDITION = Edition("0123456789abcdef", dt.date(2026, 11, 20))
NAMES = [
    "response", "throughput", "cumulative-flow", "aging", "time-in-stage",
    "funnel", "reasons", "results", "promises",
]  # fmt: skip


def idea(proposed: str, *steps: tuple[str, str], more: str = "") -> str:
    at, made = "proposed", []
    for day, to in steps:
        made.append(f"{{date: {day}, from: {at}, to: {to}, by: Ann, because: So.}}")
        at = to
    return f"{IDEA}proposed_on: {proposed}\nstage: {at}\ndecisions: [{', '.join(made)}]\n{more}"


def window(*ideas: str, **more: str) -> Window:
    return Window(registry({f"i-{n}": text for n, text in enumerate(ideas)}, **more), EDITION)


def chart(name: str, seen: Window) -> Chart:
    return charts(seen)[NAMES.index(name)]


READ = "evidence: [{metric: Minutes, baseline: 9, result: 4, date: %s}]\n"
#: Two came into use, one of them read again afterwards; one was declined; two are on the way.
SEVERAL = (
    idea("2026-01-05", ("2026-01-07", "trying"), ("2026-02-06", "used"), more=READ % "2026-04-01"),
    idea("2026-01-05", ("2026-01-12", "trying"), ("2026-04-01", "used"), more=READ % "2026-04-01"),
    idea("2026-04-13", ("2026-04-14", "declined")),
    idea("2026-10-05", ("2026-10-12", "trying")),
    idea("2026-11-18"),
)


def rows(name: str, *ideas: str) -> dict[object, tuple[object, ...]]:
    return {row[0]: row[1:] for row in chart(name, window(*ideas)).rows}


def test_the_charts_are_these() -> None:
    assert [each.id for each in charts(window())] == NAMES


def test_throughput_by_quarter() -> None:
    found = rows("throughput", *SEVERAL)
    assert found["2026 Q1"] == (2, 1, 1)
    assert found["2026 Q2"] == (1, 2, 1)
    assert found["2026 Q3"] == (0, 0, 0)
    assert found["2026 Q4"] == (2, 0, 0)
    says = chart("throughput", window(*SEVERAL)).says
    assert "5 ideas came in and 3 were decided for good, 2 of them into use." in says


def test_the_funnel_by_cohort() -> None:
    found = rows("funnel", *SEVERAL)
    # ideas, trying, in use, ended, open
    assert found["2026 Q1"][:5] == (2, 2, 2, 0, 0)
    assert found["2026 Q2"][:5] == (1, 0, 0, 1, 0)
    assert found["2026 Q4"][:5] == (2, 1, 0, 0, 2)
    assert found["2026 Q4"][5] == "yes"


def test_the_last_day_of_the_cumulative_flow() -> None:
    made = chart("cumulative-flow", window(*SEVERAL))
    assert made.columns == ("Day", "Proposed", "Trying", "In use", "Resting", "Declined")
    assert made.rows[-1] == ("2026-11-20", 1, 1, 2, 0, 1)
    assert made.says == "On the last day: 1 “Proposed”, 1 “Trying”, 1 “Ended” and 2 “In use”."
    assert all(sum(row[1:]) <= 5 for row in made.rows)  # type: ignore[arg-type]


def test_time_in_stage() -> None:
    found = rows("time-in-stage", *SEVERAL)
    # Proposed: 1, 2, 7 and 7 days, and one open for 2. Trying: 30 and 79, and one open for 39.
    assert found["Proposed"] == (4, 2, 7, 1, 2)
    assert found["Trying"] == (2, 30, 79, 1, 39)


def by_stage(seen: Window) -> dict[object, tuple[object, ...]]:
    summary = chart("aging", seen).summary
    assert summary
    return {row[0]: row[1:] for row in summary.rows}


def test_aging_by_stage() -> None:
    assert by_stage(window(*SEVERAL))["Trying"] == (1, None, 39, 39, None, None)
    seen = window(*SEVERAL, idea("2026-03-02", ("2026-03-03", "used")), idea("2026-11-09"))
    # Five left “Proposed”, within 7 days at most; of the two that wait, one has waited for 11.
    assert by_stage(seen)["Proposed"] == (2, None, 2, 11, 7, 1)
    assert chart("aging", seen).says == (
        "1 of 2 ideas has been in its stage for longer than nine in ten were before."
    )


def test_aging_names_every_idea_that_waits_the_oldest_first() -> None:
    seen = window(*SEVERAL, idea("2026-11-09"), IDEA)
    assert chart("aging", seen).rows == (
        ("i-3", "Trying", 39, None),
        ("i-5", "Proposed", 11, None),
        ("i-4", "Proposed", 2, None),
        ("i-6", "Proposed", None, None),
    )
    csv_rows = chart_download(seen, NAMES.index("aging")).content.decode().splitlines()
    assert csv_rows[1].startswith("i-3,Trying,39,,")
    body = pulse_page(Pieces(seen, "../")).body
    assert 'href="../ideas/i-3.html"' in body


def test_the_page_lists_the_oldest_and_says_so() -> None:
    many = [idea(f"2026-{month:02}-05") for month in range(1, 11) for _ in range(3)]
    seen = window(*many)
    body = pulse_page(Pieces(seen, "../")).body
    assert len(set(re.findall(r"ideas/i-\d+\.html", body))) == OLDEST
    assert f"The {OLDEST} that have waited longest; the CSV has all 30." in body
    assert len(chart_download(seen, NAMES.index("aging")).content.splitlines()) == 31


@pytest.mark.parametrize("few", [1, 2])
def test_few_ideas_are_a_sentence_and_no_picture(few: int) -> None:
    seen = window(*SEVERAL[:few])
    assert [each.id for each in charts(seen) if each.picture and each.id != "time-in-stage"] == []
    body = pulse_page(Pieces(seen, "../")).body
    assert "a picture takes three." in body
    words = re.sub(r"<[^>]+>", "", body)
    assert not re.search(r"(?<![\d,])1 (ideas|replies|decisions|stays|deadlines) ", words)


def test_of_one_it_speaks_in_the_singular() -> None:
    seen = window(SEVERAL[0])
    said = {each.id: each.says for each in charts(seen)}
    assert said["throughput"].startswith("In the last two years 1 idea came in and 1 was decided")
    assert said["reasons"] == "The one idea that rests, ended or came into use says why."
    assert said["results"].startswith("The one idea in use has a result; 1 had it read again")
    assert chart("results", seen).n == "1 idea in use"


def test_response_in_working_days() -> None:
    found = rows("response", *SEVERAL)
    # From Monday 5 January 2026: Wednesday is 2 working days later, the next Monday is 5.
    assert found["2026 Q1"][:3] == (2, 2, 5)
    # One heard after 5 working days; the other, of 18 November, still waits.
    assert found["2026 Q4"][0] == 1
    assert found["2026 Q4"][3] == 1


def test_reasons_results_and_promises() -> None:
    assert rows("reasons", *SEVERAL) == {"In use": (2, 2, 1.0), "Declined": (1, 1, 1.0)}
    assert rows("results", *SEVERAL) == {
        "With a result": (2, 2, 1.0),
        "Read again in use": (1, 2, 0.5),
    }
    assert chart("reasons", window(*SEVERAL)).says.startswith("All 3 ideas")
    late = PIPELINE.replace("working_days: 2", "working_days: 2, met_by: reply")
    seen = window(*SEVERAL, pipeline=late)
    # Within two working days: two of the four that were answered; the fifth has until today.
    assert chart("promises", seen).rows[0][:3] == ("Proposed: first reply, at least", 2, 4)


@pytest.mark.parametrize("ideas", [(), (IDEA,), SEVERAL[-1:], SEVERAL * 300])
def test_the_page_reads_well_with_nothing_with_one_and_with_many(ideas: tuple[str, ...]) -> None:
    seen = window(*ideas)
    body = pulse_page(Pieces(seen, "../")).body
    assert body.count("<section") == len(CHARTS)
    drawn = [each for each in charts(seen) if each.picture]
    assert body.count("<svg") == len(drawn)
    assert len(drawn) == len(CHARTS) if len(ideas) > 1 else len(drawn) < len(CHARTS)
    for each in charts(seen):
        assert each.says.endswith(".")
        assert each.n.split(" ")[0].replace(",", "").isdigit()
        assert each.definitions or each.note
        assert {len(row) for row in each.rows} <= {len(each.columns)}
    assert not re.search(r"\b(None|nan|inf)\b", re.sub(r"None is of a person", "", body))
    assert len(body) < 90_000


def test_every_number_is_in_a_file_that_says_when_it_was() -> None:
    seen = window(*SEVERAL)
    for number, each in enumerate(charts(seen)):
        download = chart_download(seen, number)
        assert download.path == f"pulse/{each.id}.csv"
        heading, *lines = csv.reader(io.StringIO(download.content.decode()))
        assert heading == [*each.columns, "as_of", "commit"]
        assert [len(line) for line in lines] == [len(heading)] * len(each.rows)
        assert {tuple(line[-2:]) for line in lines} <= {("2026-11-20", "0123456789abcdef")}
    first = chart_download(seen, 1).content.decode().split("\r\n")[1]
    assert first == "2025 Q1,0,0,0,2026-11-20,0123456789abcdef"


def test_a_stage_with_a_formula_for_a_name_is_text_to_a_spreadsheet() -> None:
    pipeline = PIPELINE.replace("name: Trying", 'name: "=1+1"').replace(
        "name: Declined", "name: '@x'"
    )
    for number in range(len(CHARTS)):
        text = chart_download(window(*SEVERAL, pipeline=pipeline), number).content.decode()
        for cell in (cell for line in csv.reader(io.StringIO(text)) for cell in line):
            assert not cell.startswith(("=", "@", "+", "-"))
