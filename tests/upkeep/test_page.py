"""The playbook says what the code does: its figures are drawn from the policy and the code."""

from pathlib import Path

from hero.advocates.handover import LEAD_AFTER
from hero.reconcile.upkeep.intakes import MENDED
from hero.reconcile.upkeep.ladder import LONG, TO_LEAD, TO_OWNER
from hero.site.directives import directive
from hero.site.pieces import Pieces
from hero.site.window import Window
from tests.deadlines.made import NETWORK, made
from tests.site.memory import EDITION

PAGE = Path(__file__).parents[2] / "playbooks/process/upkeep.md"


def asked(word: str) -> str:
    limits = "limits: {pings_per_week: 1, quiet_after: 45}"
    policy = {"playbooks/technology/network.yml": f"{NETWORK}{limits}"}
    found = directive(word)
    assert found is not None
    return str(found(Pieces(Window(made({}, policy), EDITION), "../")))


def test_the_limits_are_the_policys() -> None:
    assert "more than <strong>one time</strong>" in asked("reminders")
    assert "<strong>45 days</strong>" in asked("reminders")


def test_the_rungs_are_the_codes() -> None:
    said = asked("ladder")
    assert f"<strong>{TO_LEAD}</strong> from there to the change of the lead" in said
    assert f"<strong>{TO_OWNER}</strong> from there to the owner" in said
    assert LEAD_AFTER > TO_LEAD


def test_the_page_asks_for_both_and_says_the_rest_right() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert "<!-- hero: reminders -->" in text
    assert "<!-- hero: ladder -->" in text
    assert (MENDED, "after ten working days" in text) == (10, True)
    assert (LONG, "two weeks or longer" in text) == (10, True)
