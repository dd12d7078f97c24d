"""The links that bring people in without git: escaped, bounded, offered where they work."""

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hero.registry.policies import Network
from hero.registry.signals import Signals
from hero.site.ways_in import LONGEST, WaysIn, form, new_idea, ways_in

NETWORK = Network(name="N", organisation="O", repository="octo/ideas", branch="main/next")
SIGNALS = Signals(
    repository="octo/ideas", read_on=dt.date(2026, 11, 20), private=False, issues=True, ideas={}
)


@given(st.text(max_size=300))
def test_the_text_arrives_as_it_was_written(text: str) -> None:
    made = new_idea(NETWORK, 2026, "share-the-rig", text)
    parts = urlsplit(made.address)
    assert made.address.isascii()
    assert parts.path == "/octo/ideas/new/main/next/ideas/2026"
    asked = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert asked["filename"] == ["share-the-rig.yml"]
    assert made.holds == ("value" in asked)
    if made.holds:
        assert asked["value"] == [text.encode("utf-8", "replace").decode()]


def test_what_is_too_long_is_left_out_and_it_says_so() -> None:
    made = new_idea(NETWORK, 2026, "share-the-rig", "ä" * 2000)
    assert not made.holds
    assert "value" not in made.address
    assert len(form(NETWORK, {"title": "Rig", "problem": "x" * 5000, "proposal": "y" * 5000})) < (
        LONGEST
    )


def test_the_form_is_opened_with_what_is_known() -> None:
    asked = parse_qs(urlsplit(form(NETWORK, {"title": "A & B", "theme": "Not sure"})).query)
    assert asked == {"template": ["idea.yml"], "title": ["A & B"], "theme": ["Not sure"]}


@pytest.mark.parametrize(
    ("network", "signals", "offered"),
    [
        ({}, {}, WaysIn(True, True)),
        ({}, {"private": True}, WaysIn(True, False)),
        ({}, {"issues": False}, WaysIn(False, True)),
        ({"audience": "internal"}, None, WaysIn(True, False)),
        ({}, None, WaysIn(True, True)),
        ({"example": True}, {}, WaysIn(False, False)),
    ],
)
def test_only_what_works_is_offered(
    network: dict[str, object], signals: dict[str, object] | None, offered: WaysIn
) -> None:
    known = None if signals is None else SIGNALS.model_copy(update=signals)
    assert ways_in(NETWORK.model_copy(update=network), known) == offered
