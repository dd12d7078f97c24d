"""Gates and promises in a playbook come out of the policy, whatever it says."""

import html
import re

import pytest

from hero.site.directives import directive
from hero.site.pieces import Pieces
from hero.site.window import Window
from tests.site.memory import EDITION, registry


def said(asked: str) -> str:
    """What a reader sees in place of a comment."""
    made = directive(asked)
    assert made is not None
    text = str(made(Pieces(Window(registry(), EDITION), "../")))
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_a_gate_says_who_decides_and_all_that_must_hold() -> None:
    told = said("gate trying used")
    assert told.startswith("Trying → In use. An advocate decides. What must hold: two advocates")
    assert told.endswith("approve; a reason is written down.")


def test_a_move_that_asks_for_nothing_still_asks_for_a_reason() -> None:
    told = said("gate resting declined")
    assert told == (
        "Resting → Declined. The proposer or an advocate decides. "
        "What must hold: a reason is written down."
    )


def test_a_pipeline_without_the_move_says_so() -> None:
    assert said("gate used proposed") == "The pipeline has no such move here."


@pytest.mark.parametrize("asked", ["gate", "gate used", "gate a b c", "gates a b"])
def test_what_names_no_move_is_no_directive(asked: str) -> None:
    assert directive(asked) is None


def test_promises_are_those_of_the_policy() -> None:
    assert said("promises") == "First reply within 2 working days, from the advocate (Proposed)."


@pytest.mark.parametrize(("stage", "told"), [("proposed", "First reply"), ("used", "Nothing")])
def test_promises_of_one_stage_are_its_own(stage: str, told: str) -> None:
    assert said(f"promises {stage}").startswith(told)
