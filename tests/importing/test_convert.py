"""Rows become ideas field by field, and what cannot be carried over is told."""

import datetime as dt

from hero.registry.importing.ideas import Surroundings
from hero.registry.importing.texts import LONGEST
from hero.registry.registry import IDEA_BYTES
from hero.registry.slug import skeleton
from tests.importing.small import checked, data, idea, made, notes


def test_a_whole_row() -> None:
    row = {
        "title": "Quieter alarms",
        "short": "Fewer pages\nat night.",
        "why": "Pages at night.",
        "what": "Group them.",
        "how": "By service.",
        "gain": "Sleep.",
        "first": "Count them.",
        "who": "Ada Byron; @tim;ada byron",
        "area": " wire ",
        "labels": "On call, alarms,on-call",
        "builder": "tim",
        "created": "5 July 2024",
        "metric": "Pages a night",
        "before": 4.0,
        "measured": "2024-07-01",
        "chart": "https://example.org/pages",
        "status": "new",
        "noise": "left on purpose",
    }
    results = made(row)
    assert data(results[0]) == {
        "title": "Quieter alarms",
        "theme": "protocol",
        "problem": "Pages at night.\n",
        "proposal": "Group them.\n\n### How\n\nBy service.\n",
        "benefit": "Sleep.\n",
        "proposers": ["ada-byron", "tim"],
        "summary": "Fewer pages at night.",
        "first_step": "Count them.\n",
        "tags": ["on-call", "alarms"],
        "builder": "tim",
        "evidence": [
            {
                "metric": "Pages a night",
                "baseline": "4",
                "date": dt.date(2024, 7, 1),
                "link": "https://example.org/pages",
            }
        ],
        "proposed_on": dt.date(2024, 7, 5),
        "stage": "proposed",
    }
    assert results[0].path == "2024/job-1.yml"
    assert results[0].text.startswith("# yaml-language-server: $schema=../schema.json\ntitle: ")
    assert notes(results[0]) == [
        ("login", "proposers", "Ada Byron -> ada-byron"),
        ("login", "proposers", "ada byron -> ada-byron"),
        ("tag", "tags", "on-call"),
    ]
    assert checked(results) == []


def test_first_of_falls_back_and_what_it_leaves_is_told() -> None:
    result = made({"why": "", "background": "Long ago.", "title": "T", "name": "N", "extra": 0})[0]
    assert data(result)["problem"] == "Long ago.\n"
    assert notes(result) == [("left", "name", ""), ("left", "extra", "")]


def test_defaults_may_name_fields_and_are_told() -> None:
    result = made({})[0]
    assert data(result)["problem"] == "Nothing is said; see job 1.\n"
    defaults = {note.field for note in result.notes if note.kind == "default"}
    assert defaults == {"problem", "proposal", "benefit", "proposers", "theme"}


def test_a_long_title_is_cut_and_kept_whole_in_the_text() -> None:
    title = "A title of words " * 6
    result = made({"title": title, "why": "Because."})[0]
    assert (
        data(result)["title"]
        == "A title of words A title of words A title of words A title of words A title of…"
    )
    assert data(result)["problem"] == f"Full title: {title.strip()}\n\nBecause.\n"
    assert [note[:2] for note in notes(result)] == [("shortened", "title")]


def test_rows_that_are_refused_say_why_and_stop_nobody() -> None:
    keyless, nameless, odd, same, fine = made(
        {"id": " "}, {"title": "\u200b", "name": None}, {"id": "!!!"}, {"id": "5"}, {"id": "5"}
    )
    assert keyless.refused == "it has no key: `id` is empty"
    assert nameless.refused == "it has no title: `title` or `name` is empty"
    assert odd.refused == "no file name can be made of `id`"
    assert same.refused is None
    assert fine.refused == "row 4 has the same key"


def test_names_that_look_alike_are_refused() -> None:
    first, second = made({"id": "o1"}, {"id": "ol"})
    assert first.refused is None
    assert second.refused == "its name `job-ol` is easily taken for `job-o1` (row 1)"


def test_names_that_the_registry_has_are_refused_unless_it_is_this_very_file() -> None:
    around = Surroundings(
        taken={"job-1": "2019/job-1.yml", "job-2": "undated/job-2.yml"}, alike=skeleton
    )
    first, second, third = made({}, {}, {"id": "l"}, around=around)
    assert first.refused == "`job-1` is the id of an idea already (2019/job-1.yml)"
    assert second.refused is None
    assert third.refused == "its name `job-l` is easily taken for `job-1` (2019/job-1.yml)"


def test_required_fields_without_a_default_are_asked_for() -> None:
    result = made({}, benefit={"first_of": ["gain"]})[0]
    assert result.refused == "it has no benefit, and the mapping has no `if_empty` for it"


def test_folders_by_year_and_without() -> None:
    assert made({})[0].path == "undated/job-1.yml"
    flat = made({"created": "2020-01-01"}, slug={"all_of": ["id", "title"], "folder": "none"})[0]
    assert flat.path == "1-idea-1.yml"
    assert flat.text.startswith("# yaml-language-server: $schema=./schema.json\n")


def test_values_of_the_wrong_kind_are_told() -> None:
    result = made({"why": {"a": 1}, "who": [{"x": 1}, "tim"], "created": "soon", "area": "Sky"})[0]
    assert data(result)["proposers"] == ["tim"]
    assert notes(result) == [
        ("date", "proposed_on", "created: soon"),
        ("unlisted", "theme", "Sky -> unsure"),
        ("shape", "problem", "why: {'a': 1}"),
        ("shape", "proposers", "who: {'x': 1}"),
    ]


def test_names_that_are_no_person_are_told() -> None:
    result = made({"who": "Nobody; ???; tim"})[0]
    assert data(result)["proposers"] == ["tim"]
    assert notes(result) == [("person", "proposers", "Nobody"), ("person", "proposers", '"???"')]


def test_words_to_write_in_another_way() -> None:
    result = made({"title": "Use ``x``"}, title={"first_of": ["title"], "replace": {"``": "`"}})[0]
    assert data(result)["title"] == "Use `x`"


def test_evidence_without_a_metric_is_told() -> None:
    result = made({"before": "4"})[0]
    assert "evidence" not in data(result)
    assert notes(result) == [("shape", "evidence", "without a metric: baseline")]


def test_huge_texts_are_shortened_until_the_file_fits() -> None:
    huge = "\N{PILE OF POO} " * 50_000
    results = made({"why": huge, "what": huge, "gain": huge, "title": huge})
    assert len(results[0].text.encode()) <= IDEA_BYTES
    assert len(data(results[0])["problem"]) < LONGEST
    assert {note[0] for note in notes(results[0])} == {"shortened"}
    assert checked(results) == []


def test_a_record_too_long_for_a_file_is_refused() -> None:
    changes = [
        {"at": "2020-01-01", "to": each, "by": "x" * 39, "commit": "c" * 200}
        for each in ["Open", "Done"] * 400
    ]
    refused = made({"status": "Done", "changes": changes})[0].refused
    assert refused is not None
    assert refused.startswith("its file would have ")


def test_texts_that_look_like_yaml_or_paths_stay_texts() -> None:
    row = {
        "id": "../../../etc/passwd",
        "title": "no: {yes} # [on] !!python/object &a *a",
        "why": "---\n- a: b\n...\n%TAG ! x\n\t- tab\n# yaml-language-server: $schema=x",
        "what": "  indented first\nthen not",
        "short": "2026-11-20",
    }
    found = idea(**row)
    assert made(row)[0].path == "undated/job-etc-passwd.yml"
    assert found["title"] == row["title"]
    assert found["problem"] == row["why"] + "\n"
    assert found["proposal"] == row["what"] + "\n"
    assert found["summary"] == "2026-11-20"
