"""The scorecard's page and checks in playbooks: what they say of this registry."""

import html
import logging
import re
from dataclasses import replace
from pathlib import Path

import pytest

from hero.culture.scorecard.check import Misread
from hero.registry.registry import Registry
from hero.registry.signals import Signals
from hero.site import checks
from hero.site.directives import directive
from hero.site.page import Edition
from hero.site.pieces import Pieces, coded
from hero.site.portable import playbook_files
from hero.site.scorecard import history, scorecard_page, speaks_of
from hero.site.window import Window
from hero.technology.folder import Folder
from hero.technology.mkdocs_playbooks import with_policies
from tests.site.memory import EDITION, IDEA, registry

EXAMPLE = Registry.read(Folder(Path(__file__).parents[2]))
WINDOW = Window(EXAMPLE, EDITION)


def words(markup: object) -> str:
    """What a reader sees."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", str(markup))).split())


def checked(written: str, window: Window = WINDOW) -> str:
    made = directive(f"check {written}")
    assert made is not None
    return str(made(Pieces(window, "../")))


def test_a_check_that_fails_says_the_number_the_bound_the_trend_and_the_command() -> None:
    made = checked("process.promises_kept >= 80%")
    assert 'class="hero-check hero-check--failed"' in made
    said = words(made)
    assert "Does not hold Deadlines kept: 64 % of 61 needed: at least 80 %" in said
    assert "Before: 31 Dec 2025 75 %, 31 Mar 2026 70 %," in said
    assert "hero scorecard --check 'process.promises_kept >= 80%'" in said


@pytest.mark.parametrize(
    ("written", "sign", "says"),
    [
        ("advocates.every_theme_has >= 2", "failed", "fewest in Security and privacy"),
        ("process.reason_coverage >= 100%", "held", "Holds Ends with a reason: 100 % of 16"),
        ("culture.repeat_after_decline", "bare", "Come back after a no: 20 % of 5"),
        ("technology.schedule_alive", "unknown", "only the forge knows, and nobody has asked it"),
        ("culture.time_for_ideas", "held", "an answer, not a measurement"),
    ],
)
def test_each_way_in_which_a_check_stands(written: str, sign: str, says: str) -> None:
    made = checked(written)
    assert f"hero-check--{sign}" in made
    assert says in words(made)


def test_what_hero_signals_read_is_known_to_the_site() -> None:
    told = Signals(
        repository="o/n", read_on=EDITION.as_of, private=False, issues=True,
        schedules_alive=True, ideas={},
    )  # fmt: skip
    said = words(checked("technology.schedule_alive", Window(EXAMPLE, EDITION, signals=told)))
    assert "Holds Schedules run: yes" in said


def test_a_page_of_a_playbook_gets_its_checks(caplog: pytest.LogCaptureFixture) -> None:
    asked = "<!-- hero: check advocates.serving &gt;= 2 -->"
    text = f"<p>So. {asked}</p><!--hero: check advocates.serving <= 2-->"
    with caplog.at_level(logging.WARNING):
        made = with_policies(text, WINDOW, "../", "culture/index.md")
    assert made.count("hero-check--held") == 1
    assert made.count("hero-check--failed") == 1
    assert not caplog.records


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("check advocates.servin >= 2", "did you mean advocates.serving?"),
        ("check advocates.serving >= 2%", "write it without %"),
        ("check", "a check is a fact"),
        ("checks", "known: pipeline"),
    ],
)
def test_a_check_that_is_none_is_a_warning(
    asked: str, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert with_policies(f"<!-- hero: {asked} -->", WINDOW, "", "a.md") == ""
    assert says in caplog.text


def test_checks_go_into_the_tree_for_other_engines() -> None:
    text = "<!-- hero: check advocates.serving >= 2 -->\n\n<!-- hero: check nothing.such -->\n"
    made = dict(playbook_files(WINDOW, "culture/index.md", text))["culture/index.md"].decode()
    assert "Advocates in office: 9" in made
    assert "nothing.such" not in made
    with pytest.raises(Misread):
        directive("check nothing.such")


def test_the_page_says_levels_next_steps_and_what_is_an_answer() -> None:
    page = scorecard_page(Pieces(WINDOW, "../"))
    said = words(page.body)
    assert "Process 2 of 4, defined Next: Deadlines kept." in said
    assert "Advocates 1 of 4, begun Next: Advocates of the theme that has fewest." in said
    assert "Safety pulse answered" in said
    assert "an answer" in said
    assert "31 Dec 2025 2 1 2 1" in said
    assert {heading.id for heading in page.headings} <= set(re.findall(r'id="([^"]+)"', page.body))


def test_what_a_check_speaks_of_leads_to_its_page() -> None:
    body = scorecard_page(Pieces(WINDOW, "../")).body
    assert re.search(r'not looked at again: <a href="../ideas/[a-z-]+\.html">', body)
    assert '<a href="../people/example-tim.html">Tim Vasconcelos</a> on 12 Oct 2026: Ten' in body
    assert "fewest in Depots, Lockers, Platform" in words(body)
    assert 'href="../ideas/no-friday-deploys.html"' in checked("process.outcome_checked >= 80%")
    assert "no-friday-deploys" in speaks_of(WINDOW)


def test_definitions_show_commands_as_code() -> None:
    body = scorecard_page(Pieces(WINDOW, "../")).body
    assert "<code>hero metrics</code>" in body
    assert "`" not in body


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ask `hero <x>` & go", "Ask <code>hero &lt;x&gt;</code> &amp; go"),
        ("one ` alone <b>", "one ` alone &lt;b&gt;"),
        ("", ""),
    ],
)
def test_backticks_become_code(text: str, html: str) -> None:
    assert coded(text) == html


def test_a_large_registry_shows_two_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "LARGE", 3)
    assert [day.isoformat() for day, _ in history(Window(EXAMPLE, EDITION))] == [
        "2026-09-30",
        "2026-11-20",
    ]


def test_an_empty_registry_and_hostile_answers_read_well() -> None:
    empty = Window(registry({}), EDITION)
    assert "Process 0 of 4, absent" in words(scorecard_page(Pieces(empty, "../")).body)
    text = EXAMPLE.answers.answers[-1].model_copy(update={"because": "<script>alert(1)</script>"})
    answers = EXAMPLE.answers.model_copy(update={"answers": (text,)})
    hostile = Window(replace(EXAMPLE, answers=answers), EDITION)
    body = scorecard_page(Pieces(hostile, "../")).body
    assert "<script>" not in body
    assert "&lt;script&gt;" in body


def test_the_same_registry_gives_the_same_bytes() -> None:
    window = Window(registry({"idea": IDEA}), Edition(None, EDITION.as_of))
    again = Window(registry({"idea": IDEA}), Edition(None, EDITION.as_of))
    assert scorecard_page(Pieces(window, "../")) == scorecard_page(Pieces(again, "../"))
