"""The playbook page defines figures in the code's own words."""

import html
from pathlib import Path

from hero.process.flow.figure import FEWEST
from hero.process.metrics import FEWEST_PEOPLE, METRICS
from hero.registry.phrases import number
from hero.site.directives import DIRECTIVES
from hero.site.pieces import Pieces
from hero.site.window import Window
from tests.deadlines.made import made
from tests.site.memory import EDITION

PAGE = Path(__file__).parents[2] / "playbooks/process/flow.md"


def test_the_page_asks_for_the_definitions_and_gets_them_all() -> None:
    assert "<!-- hero: metrics -->" in PAGE.read_text(encoding="utf-8")
    shown = html.unescape(str(DIRECTIVES["metrics"](Pieces(Window(made({}), EDITION), "../"))))
    for metric in METRICS:
        for words in (metric.name, metric.unit, metric.definition, metric.source):
            assert words in shown


def test_the_page_says_from_how_many_on_a_group_has_figures() -> None:
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert f"a group of fewer than {number(FEWEST)} ideas" in text
    assert f"a unit with fewer than {number(FEWEST_PEOPLE)} proposers" in text


def test_every_metric_is_one_word_once_and_explains_itself() -> None:
    assert len({metric.id for metric in METRICS}) == len(METRICS)
    for metric in METRICS:
        assert metric.definition.endswith(".")
        assert metric.source.endswith(".")
