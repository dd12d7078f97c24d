"""What would reopen an idea stands where its reason does; without it, the way back does."""

import json
from dataclasses import replace

import pytest

from hero.process.decided import Answer
from hero.registry.signals import Signals, Talk
from hero.site.decisions import decisions_page
from hero.site.find.texts import searched
from hero.site.follow.feeds import entries, feed_of
from hero.site.idea import idea_page
from hero.site.pieces import Pieces
from hero.site.window import Window
from tests.site.memory import EDITION, IDEA, PIPELINE, registry

AGAIN = "Prices **fall** by [half](other.yml), see <b>x</b>."
BACK = (
    PIPELINE + "  - {from: [resting, declined], to: trying, who: [advocate], note: It is time.}\n"
)
CARD = "What would reopen it"


def idea(*steps: tuple[str, str | None]) -> str:
    """An idea that took these steps: the stage, and what would reopen it there."""
    at, lines = "proposed", []
    for day, (to, again) in enumerate(steps, 1):
        more = f", reopen_when: {json.dumps(again)}" if again else ""
        lines.append(
            f"{{date: 2026-03-{day:02}, from: {at}, to: {to}, by: Ann, because: So.{more}}}"
        )
        at = to
    return f"{IDEA}proposed_on: 2026-01-05\nstage: {at}\ndecisions: [{', '.join(lines)}]\n"


def window(text: str, pipeline: str = BACK) -> Window:
    return Window(registry({"one": text, "other": IDEA}, pipeline=pipeline), EDITION)


def page(text: str, pipeline: str = BACK) -> str:
    return str(idea_page(Pieces(window(text, pipeline), "../"), "one").body)


def card(body: str) -> str:
    return body.partition(CARD)[2].partition("</section>")[0]


@pytest.mark.parametrize("stage", ["declined", "resting"])
def test_what_was_named_stands_near_the_top(stage: str) -> None:
    body = page(idea((stage, AGAIN)))
    assert body.count(CARD) == 1
    assert '<strong>fall</strong> by <a href="../ideas/other.html"' in card(body)
    assert "<b>" not in body
    assert body.index(CARD) < body.index('<h2 id="problem">')
    assert "It is time." not in card(body)


@pytest.mark.parametrize("stage", ["declined", "resting"])
def test_where_nothing_was_named_the_way_back_is_shown(stage: str) -> None:
    body = card(page(idea((stage, None))))
    assert "names nothing in particular" in body
    assert "Trying</span> again when an advocate decides it with a reason. It is time." in body


def test_where_nothing_was_named_the_talk_is_linked() -> None:
    url = "https://github.com/test-org/ideas/issues/7"
    told = Signals(
        repository="test-org/ideas",
        read_on=EDITION.as_of,
        private=False,
        issues=True,
        ideas={"one": Talk(issue=7, url=url)},
    )
    link = f'<a href="{url}">Say there what is different now</a>'
    for again, count in ((None, 1), (AGAIN, 0)):
        seen = replace(window(idea(("declined", again))), signals=told)
        assert card(str(idea_page(Pieces(seen, "../"), "one").body)).count(link) == count


def test_where_no_move_leads_back_it_says_so() -> None:
    assert "No move leads back" in card(page(idea(("declined", None)), PIPELINE))


def test_an_idea_that_goes_on_has_no_such_card_and_keeps_its_record() -> None:
    for text in (IDEA, idea(("trying", None)), idea(("trying", None), ("used", None))):
        assert CARD not in page(text)
    body = page(idea(("declined", AGAIN), ("trying", None)))
    assert CARD not in body
    assert "Would be looked at again:</strong> Prices fall by half" in body


def test_a_second_no_that_names_nothing_does_not_show_what_the_first_one_named() -> None:
    body = page(idea(("declined", AGAIN), ("trying", None), ("declined", None)))
    assert "names nothing in particular" in card(body)


@pytest.mark.parametrize(("stage", "answer"), [("declined", "no"), ("resting", "later")])
def test_each_no_and_not_now_has_its_line(stage: str, answer: Answer) -> None:
    seen = window(idea((stage, AGAIN)))
    for which in (None, answer):
        body = decisions_page(Pieces(seen, "../"), which, 1).body
        assert body.count("Would be looked at again:") == 1
        assert "again:</strong> Prices fall by half, see x.</p>" in body
    bare = decisions_page(Pieces(window(idea((stage, None))), "../"), None, 1).body
    assert "looked at again:" not in bare


def test_feeds_and_search_say_it_in_plain_words() -> None:
    seen = window(idea(("declined", AGAIN)))
    newest, *_ = entries(seen, feed_of(seen, "one"))
    assert newest.text == "So. Would be looked at again: Prices fall by half, see x."
    said = [piece for part in searched(seen)["ideas/one.html"] for piece in part.pieces]
    assert any("Would be looked at again: Prices fall" in piece for piece in said)


def test_stages_with_the_same_way_back_are_told_of_once() -> None:
    more = "  - {id: gone, name: Gone, kind: final, outcome: ended, means: No.}\nmoves:"
    back = BACK.replace("moves:", more).replace("[resting, declined]", "[declined, gone]")
    body = decisions_page(Pieces(window(idea(("declined", AGAIN)), back), "../"), "no", 1).body
    assert body.count("It is time.") == 1
    assert "Declined</span> or <span" in body
