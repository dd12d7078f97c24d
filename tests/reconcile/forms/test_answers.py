"""What people type into a form is read as they meant it, or at least whole, and does nothing."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.reconcile.forms.answers import answers, is_form, sections
from hero.reconcile.seen import Account, IssueSeen
from hero.registry.document import Document
from hero.registry.registry import Registry
from hero.registry.template import idea_template
from hero.technology.folder import Folder
from tests.reconcile.forms.desk import BENEFIT, PROBLEM, PROPOSAL, filled
from tests.rules.layers import SHARED

BASE = Registry.read(Folder(SHARED))
ADA = Account("example-ada", 201)
ANYTHING = st.text(max_size=60) | st.sampled_from(
    ["### Problem", "### Proposal\n\nx", "```", "~~~\n### Benefit", "_No response_", "\r\n", "#"]
)


def issue(body: str, title: str = "Share the rig") -> IssueSeen:
    return IssueSeen(1, title, body, ADA, dt.datetime(2026, 11, 20, tzinfo=dt.UTC))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_filled_form_is_read_as_it_was_meant(end: str) -> None:
    body = filled(
        {"Challenge": "Quiet nights", "Tags": "Rig, Test Bench", "Also by": "@example-tim"}
    )
    known = answers(issue(body.replace("\n", end)), BASE)
    assert known == {
        "title": "Share the rig",
        "theme": "reliability",
        "problem": PROBLEM,
        "proposal": PROPOSAL,
        "benefit": BENEFIT,
        "proposers": ["example-ada", "example-tim"],
        "challenge": "quiet-nights",
        "tags": ["rig", "test-bench"],
    }


@pytest.mark.parametrize(
    "inside",
    [
        "## Why\n\nBecause.\n\n### Theme\n\nNone",
        "Before\n\n### Problem\n\nAfter",
        "### Benefit\n\nWritten early",
        "```\n### Proposal\n```",
        "~~~text\n### Benefit\n### Also by\n~~~",
        "```\nnobody closes this",
        "### Challenge\n\n### Tags",
    ],
)
def test_headings_inside_an_answer_do_not_part_it(inside: str) -> None:
    read = sections(filled({"Problem": inside}))
    assert read["problem"] == inside
    assert (read["proposal"], read["benefit"]) == (PROPOSAL, BENEFIT)
    assert read["theme"] == "Reliability"


def test_what_reads_like_the_next_label_parts_it_but_nothing_is_lost() -> None:
    read = sections(filled({"Problem": "One\n\n### Proposal\n\nTwo"}))
    assert read["problem"] == "One"
    assert "Two" in read["proposal"]
    assert PROPOSAL in read["proposal"]


def test_missing_moved_and_doubled_sections() -> None:
    assert "proposal" not in sections(filled({"Proposal": None}))
    moved = f"### Benefit\n\n{BENEFIT}\n\n" + filled({"Benefit": None})
    assert sections(moved)["benefit"] == BENEFIT
    doubled = filled() + "\n\n### Problem\n\nAgain"
    assert sections(doubled)["problem"] == PROBLEM
    assert is_form(issue(filled({"Proposal": None})))
    assert not is_form(issue(filled({"Proposal": None, "Benefit": None})))


@given(st.lists(ANYTHING, min_size=8, max_size=8), st.text(max_size=90))
def test_any_answers_make_a_file_that_reads_back(texts: list[str], title: str) -> None:
    labels = (
        "Theme",
        "Problem",
        "Proposal",
        "Benefit",
        "First step",
        "Challenge",
        "Tags",
        "Also by",
    )
    body = "\n\n".join(f"### {a}\n\n{b}" for a, b in zip(labels, texts, strict=True))
    known = answers(issue(body, title), BASE)
    path = "ideas/2026/share-the-rig.yml"
    document = Document.read(path, idea_template(path, known).encode())
    assert isinstance(document.data, dict)
    assert document.data["proposers"][0] == "example-ada"
    for name in ("problem", "proposal", "benefit"):
        assert (document.data[name] or "").strip() == known[name].strip()


@given(st.text(max_size=400))
def test_any_text_at_all_is_read_without_a_fall(body: str) -> None:
    is_form(issue(body))
    answers(issue(body, body), BASE)


def test_a_huge_text_is_read_in_no_time() -> None:
    body = filled({"Problem": "### Proposal\n```\n" * 3000, "Also by": "@a " * 9000})
    known = answers(issue(body), BASE)
    assert len(known["proposers"]) <= 21
