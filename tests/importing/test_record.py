"""Dated changes of status become decisions that hang together and end where the row says."""

import datetime as dt
from typing import Any

import pytest

from hero.registry.importing.ideas import Made
from tests.importing.small import checked, data, made, notes

Change = dict[str, Any]


def change(at: str, old: str | None, new: str, by: str = "Ada Byron") -> Change:
    return {"at": at, "from": old, "to": new, "by": by, "commit": "c1"}


def one(status: str, *changes: Change, created: str | None = "2020-01-01", **row: Any) -> Made:
    """What becomes of one row; the rules agree with every record, whatever it is made from."""
    results = made({"status": status, "changes": list(changes), "created": created, **row})
    assert checked(results) == []
    return results[0]


def ways(result: Made) -> list[tuple[str, str, str]]:
    return [(str(d["date"]), d["from"], d["to"]) for d in data(result).get("decisions", [])]


def test_changes_become_decisions_that_say_where_they_come_from() -> None:
    result = one(
        "Done",
        change("2020-01-01T10:00:00Z", None, "Open"),
        change("2020-03-01", "Open", "Done", by="tim"),
    )
    first, second = data(result)["decisions"]
    assert first == {
        "date": dt.date(2020, 1, 1),
        "from": "proposed",
        "to": "exploring",
        "by": "ada-byron",
        "because": "Imported: recorded as Open.",
        "imported": "jobs.csv, change c1",
    }
    assert (second["by"], second["because"]) == (
        "tim",
        "Imported: tim changed the status from Open to Done.",
    )
    assert data(result)["stage"] == "adopted"
    assert notes(result) == [("login", "decisions.by", "Ada Byron -> ada-byron")]


def test_a_first_record_in_the_initial_stage_is_no_decision() -> None:
    result = one("New", change("2020-01-01", None, "New"))
    assert ways(result) == []
    assert data(result)["stage"] == "proposed"


def test_a_history_that_begins_in_the_middle_keeps_where_it_began() -> None:
    assert ways(one("Done", change("2020-02-01", "Open", "Done"))) == [
        ("2020-02-01", "exploring", "adopted")
    ]


def test_words_for_one_stage_are_merged_and_told() -> None:
    result = one("Open", change("2020-02-01", None, "Draft"), change("2020-03-01", "Draft", "Open"))
    assert ways(result) == [("2020-02-01", "proposed", "exploring")]
    assert ("merged", "decisions", "Draft -> Open: both are exploring") in notes(result)


def test_a_merge_at_the_very_beginning_still_leads_to_its_stage() -> None:
    result = one("Open", change("2020-02-01", "Draft", "Open"))
    assert ways(result) == [("2020-02-01", "proposed", "exploring")]


def test_a_gap_is_told_and_bridged() -> None:
    result = one("Done", change("2020-02-01", None, "Open"), change("2020-03-01", "Trial", "Done"))
    assert ways(result)[1] == ("2020-03-01", "exploring", "adopted")
    assert ("gap", "decisions", "Trial -> Done: it was in exploring, not piloting") in notes(result)


def test_changes_out_of_order_are_sorted_where_they_then_hang_together() -> None:
    result = one("Done", change("2020-03-01", "Open", "Done"), change("2020-02-01", None, "Open"))
    assert ways(result) == [
        ("2020-02-01", "proposed", "exploring"),
        ("2020-03-01", "exploring", "adopted"),
    ]
    assert ("order", "decisions", "put in order") in notes(result)


def test_other_dates_that_run_backwards_are_dated_alike() -> None:
    result = one("Done", change("2020-03-01", None, "Open"), change("2020-02-01", "Open", "Done"))
    assert ways(result) == [
        ("2020-03-01", "proposed", "exploring"),
        ("2020-03-01", "exploring", "adopted"),
    ]
    assert ("order", "decisions", "2020-02-01 -> 2020-03-01") in notes(result)


def test_an_idea_is_not_proposed_after_its_first_change() -> None:
    result = one("Open", change("2019-12-01", None, "Open"))
    assert data(result)["proposed_on"] == dt.date(2019, 12, 1)
    assert ("proposed", "proposed_on", "2020-01-01 -> 2019-12-01") in notes(result)
    assert result.path == "2019/job-1.yml"


def test_without_a_date_of_its_own_an_idea_is_proposed_with_its_first_change() -> None:
    result = one("Open", change("2019-12-01", None, "Open"), created=None)
    assert data(result)["proposed_on"] == dt.date(2019, 12, 1)


def test_a_status_that_the_history_does_not_reach_adds_a_decision() -> None:
    result = one(
        "Dropped", change("2020-02-01", None, "Open"), change("2020-03-01", "Open", "Trial")
    )
    last = data(result)["decisions"][-1]
    assert (last["date"], last["from"], last["to"]) == (dt.date(2020, 3, 1), "piloting", "declined")
    assert (last["by"], last["imported"]) == ("example-importer", "jobs.csv")
    assert "the status is Dropped" in last["because"]
    assert ("status", "stage", "Dropped: piloting -> declined") in notes(result)


def test_since_dates_the_added_decision_but_never_before_the_last() -> None:
    later = one("Done", closed="2021-05-01")
    assert ways(later) == [("2021-05-01", "proposed", "adopted")]
    earlier = one("Done", change("2020-02-01", None, "Open"), closed="2020-01-15")
    assert ways(earlier)[-1] == ("2020-02-01", "exploring", "adopted")
    assert ("order", "stage", "2020-01-15 -> 2020-02-01") in notes(earlier)


def test_a_status_that_cannot_be_dated_is_refused() -> None:
    refused = made({"status": "Done"})[0].refused
    assert refused is not None
    assert "no date says since when" in refused


def test_without_a_status_the_history_decides() -> None:
    assert data(one("", change("2020-02-01", None, "Open")))["stage"] == "exploring"


def test_a_status_that_the_table_lacks_is_refused_or_taken_as_the_mapping_says() -> None:
    assert made({"status": "Limbo"})[0].refused == "the table of `stage` does not list Limbo"
    stage = {"first_of": ["status"], "table": {}, "if_unlisted": "proposed"}
    taken = made({"status": "Limbo"}, stage=stage)[0]
    assert data(taken)["stage"] == "proposed"
    assert ("unlisted", "stage", "Limbo -> proposed") in notes(taken)


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("yesterday", "change 1: it is yesterday, and has to be an object"),
        ({"at": "2020-02-01", "to": ""}, "change 1: it has no status"),
        ({"at": "soon", "to": "Open"}, "change 1: it has no date that can be read"),
        ({"at": "2020-02-01", "to": "Limbo"}, "change 1: the table of `stage` does not list Limbo"),
    ],
)
def test_changes_that_cannot_be_read_are_told(broken: Any, words: str) -> None:
    result = one("New", broken)
    assert ("skipped", "decisions", words) in notes(result)
    assert ways(result) == []


def test_what_is_left_of_a_change_is_told() -> None:
    result = one("Open", change("2020-02-01", None, "Open") | {"mood": "good"})
    assert ("left", "changes[].mood", "") in notes(result)


def test_a_history_that_is_no_list_is_told() -> None:
    result = made({"status": "New", "changes": "2020: opened"})[0]
    assert ("shape", "decisions", 'changes: "2020: opened"') in notes(result)
