"""The home page says what is so, with its number, and nothing that is not."""

import datetime as dt
from dataclasses import replace

import pytest

from hero.registry.registry import Registry
from hero.site.assets import STYLE, joined
from hero.site.flow import reply
from hero.site.footer import footer, ways_on
from hero.site.home import answer, explained, home_page
from hero.site.home_lists import asked, in_use
from hero.site.home_sought import by_role, sought
from hero.site.page import Edition
from hero.site.pieces import Pieces
from hero.site.window import Window
from tests.site.memory import IDEA, NETWORK, POLICIES, Texts, registry

#: A Friday.
EDITION = Edition("0123456789abcdef", dt.date(2026, 11, 20))
CHALLENGE = "title: {0}\nquestion: Why?\nsponsor: cy\nopens: {1}\ncloses: {2}\ncriteria: [Good.]\n"


def window(*ideas: str, **more: str) -> Window:
    return Window(
        registry({f"i-{n}": IDEA + text for n, text in enumerate(ideas)}, **more), EDITION
    )


def replied(proposed: str, on: str) -> str:
    judged = f"{{by: Ann, date: {on}, value: 3, effort: 3, confidence: 3}}"
    return f"proposed_on: {proposed}\nevaluations: [{judged}]\n"


def decided(to: str, on: str, because: str = "So.") -> str:
    made = f"{{date: {on}, from: proposed, to: {to}, by: Ann, because: {because}}}"
    return f"stage: {to}\nproposed_on: 2026-01-05\ndecisions: [{made}]\n"


def test_the_reply_is_a_median_in_working_days_with_what_it_rests_on() -> None:
    # From a Monday: to the same day 0, to Wednesday 2, over a weekend to Monday 5 working days.
    seen = window(
        replied("2026-11-02", "2026-11-02"),
        replied("2026-11-02", "2026-11-04"),
        replied("2026-11-02", "2026-11-09"),
        "proposed_on: 2026-11-19\n",
    )
    assert answer(seen) == ("2 working days", "median of 3 replies; 1 still waiting")


def test_the_last_year_speaks_for_itself_once_it_holds_enough() -> None:
    old = [replied("2024-03-04", "2024-03-29")] * 6
    new = [replied("2026-11-02", "2026-11-03")]
    few, many = window(*old, *new * 4), window(*old, *new * 5)
    assert (reply(few)[0].n, reply(few)[1]) == (10, False)
    assert (reply(many)[0].n, reply(many)[1]) == (5, True)
    assert answer(many) == (
        "1 working day",
        "median of 5 replies in the last year; 0 still waiting",
    )


@pytest.mark.parametrize(
    ("ideas", "said"),
    [
        ([], None),
        (["proposed_on: 2026-11-19\n"], ("none yet", "one idea waiting")),
        (
            [replied("2026-11-02", "2026-11-02")],
            ("the same day", "median of 1 reply; 0 still waiting"),
        ),
    ],
)
def test_few_ideas_say_little(ideas: list[str], said: tuple[str, str] | None) -> None:
    assert answer(window(*ideas)) == said


def test_what_ended_is_counted_with_its_reasons() -> None:
    seen = window(
        decided("declined", "2026-02-02"),
        decided("used", "2026-02-02"),
        "stage: resting\n",
        decided("trying", "2026-02-02"),
    )
    assert explained(seen) == (2, 3)


def test_what_was_read_again_stands_first() -> None:
    read = "evidence: [{metric: Minutes, baseline: 9 min, result: 4 min}]\n"
    seen = window(decided("used", "2026-05-01"), decided("used", "2026-02-02") + read)
    assert [(each.slug, each.baseline, each.result) for each in in_use(seen)] == [
        ("i-1", "9 min", "4 min"),
        ("i-0", None, None),
    ]


def test_only_open_challenges_are_asked_the_next_to_close_first() -> None:
    days = {
        "over": ("2026-10-01", "2026-11-19"),
        "later": ("2026-11-10", "2026-12-01"),
        "today": ("2026-11-20", "2026-11-20"),
        "ahead": ("2026-11-21", "2026-12-24"),
    }
    texts = POLICIES | {
        f"playbooks/culture/challenges/{slug}.yml": CHALLENGE.format(slug, *each)
        for slug, each in days.items()
    }
    texts["ideas/2026/one.yml"] = f"{IDEA}challenge: later\n"
    seen = Window(Registry.read(Texts(texts)), EDITION)
    assert [(each.slug, each.left, each.answers) for each in asked(seen)] == [
        ("today", 0, 0),
        ("later", 11, 1),
    ]
    body = home_page(Pieces(seen, "")).body
    assert "Closes today" in body
    assert "11 days left" in body


def test_who_looks_for_a_builder_stands_before_who_waits_for_an_advocate() -> None:
    ask = "proposed_on: {}\nadvocates: [{}]\nbuilder: {}\n"
    seen = window(
        "proposed_on: 2023-01-09\nbuilder: cy\n",
        ask.format("2026-11-02", "Ann", "null"),
        "proposed_on: 2026-11-18\nbuilder: cy\n",
        ask.format("2026-11-16", "Ann", "null"),
        ask.format("2026-11-17", "Ann", "cy"),
        "proposed_on: 2026-11-19\n",
    )
    found = sought(seen)
    assert [(each.slug, each.words) for each in found] == [
        ("i-5", "an advocate and a builder"),
        ("i-3", "a builder"),
        ("i-1", "a builder"),
        ("i-2", "an advocate"),
        ("i-0", "an advocate"),
    ]
    assert by_role(found) == [
        ("a builder", 3, "ideas/index.html?seeks=builder"),
        ("an advocate", 3, "ideas/index.html?seeks=advocate"),
    ]
    body = home_page(Pieces(seen, "")).body
    assert 'href="ideas/index.html?seeks=builder">All 3 that look for a builder</a>' in body
    assert "i-2.html" not in body.partition('id="sought"')[2]


def test_the_commit_has_its_moment_on_home_and_at_the_foot() -> None:
    at = dt.datetime(2026, 11, 19, 14, 2, 59, tzinfo=dt.UTC)
    seen = Window(registry({}), replace(EDITION, committed=at))
    said = '<time datetime="2026-11-19T14:02Z">19 Nov 2026, 14:02 UTC</time>'
    assert f"</a> of {said}" in home_page(Pieces(seen, "")).body
    assert footer(seen).endswith(f"</a> of {said}")
    assert "UTC" not in footer(window())


def test_the_foot_leads_to_a_repository_that_is_there() -> None:
    repository = ("Repository", "https://github.com/test-org/ideas")
    assert ways_on(window())[-1] == repository
    example = f"{NETWORK}example: true\nas_of: 2026-11-20\n"
    assert repository not in ways_on(window(network=example))


def test_a_result_is_painted_neither_good_nor_bad() -> None:
    read = "evidence: [{metric: Minutes, baseline: 4 min, result: 9 min}]\n"
    body = home_page(Pieces(window(decided("used", "2026-05-01") + read), "")).body
    change = body.partition('class="hero-change"')[2].partition("</p>")[0]
    assert "<strong>9 min</strong>" in change
    assert "hero-change" not in joined(STYLE).decode()


def test_home_reads_well_with_nothing_with_one_and_with_many() -> None:
    bodies = [
        home_page(Pieces(window(*ideas), "")).body
        for ideas in ([], ["proposed_on: 2026-11-19\n"], [decided("used", "2026-02-02")] * 1200)
    ]
    assert "No ideas yet" in bodies[0]
    assert "What came in last" in bodies[1]
    assert ["How an idea moves here" in body for body in bodies] == [True, True, False]
    assert "Read the one idea<" in bodies[1]
    assert "All 1,200 that are in use" in bodies[2]
    for body in bodies:
        assert "20 Nov 2026" in body
        assert "<code>0123456789</code>" in body
        assert len(body) < 8000
