"""What playbooks show of how the network is lived: signatures, answers and thanks, at a day."""

import datetime as dt
import re
from html import unescape
from pathlib import Path

from hero.culture.scorecard.answered import LASTS, QUESTIONS
from hero.site.directives import directive
from hero.site.pieces import Pieces
from hero.site.window import Window
from tests.deadlines.made import made
from tests.site.memory import EDITION

TODAY = EDITION.as_of
FRESH, OLD = TODAY - dt.timedelta(LASTS), TODAY - dt.timedelta(LASTS + 1)


def shown(word: str, path: str, text: str) -> str:
    """The directive's words, without tags, in a registry with this policy."""
    found = directive(word)
    assert found is not None
    window = Window(made({}, {f"playbooks/culture/{path}.yml": text}), EDITION)
    plain = re.sub(r"<[^>]+>", " ", str(found(Pieces(window, "../"))))
    return " ".join(unescape(plain).split())


def signed(*lines: tuple[str, str, dt.date]) -> str:
    rows = [f"  - {{login: {who}, side: {side}, date: {day}}}" for who, side, day in lines]
    text = "\n".join(["signatures:", *rows]) if rows else "signatures: []"
    return shown("signatures", "signatures", text)


def test_each_side_shows_who_signed_it_while_that_counts() -> None:
    told = signed(("ada", "people", FRESH), ("bea", "managers", OLD), ("cyd", "it", TODAY))
    assert "People with ideas ada" in told
    assert "Managers nobody in the last thirteen months" in told
    assert "IT and security cyd" in told
    assert "bea" not in told


def test_a_signature_given_again_is_shown_once_and_a_later_one_not_yet() -> None:
    later = TODAY + dt.timedelta(1)
    told = signed(("ada", "people", FRESH), ("Ada", "people", TODAY), ("dov", "it", later))
    assert told.lower().count("ada") == 1
    assert "dov" not in told
    assert signed().count("nobody in the last thirteen months") == 3


def answer(day: dt.date, holds: str, by: str) -> str:
    return f"  - {{question: safety-pulse, holds: {holds}, date: {day}, by: {by}, because: So.}}\n"


def test_every_question_is_asked_with_its_last_answer() -> None:
    text = "answers:\n" + answer(FRESH, "false", "ada") + answer(TODAY, "true", "bea")
    told = shown("questions", "answers", text)
    assert all(text in told for _, text in QUESTIONS.values())
    assert told.count("nobody has answered") == len(QUESTIONS) - 1
    assert "yes, bea" in told
    assert "ada" not in told


def test_the_pages_say_how_long_both_count() -> None:
    folder = Path(__file__).parents[2] / "playbooks/culture"
    assert 13 * 30 < LASTS <= 13 * 31
    assert "thirteen months" in (folder / "compact.md").read_text(encoding="utf-8")
    assert "thirteen months" in (folder / "asking.md").read_text(encoding="utf-8")


def test_an_answer_that_is_too_old_says_so() -> None:
    assert "(too old to count)" in shown(
        "questions", "answers", "answers:\n" + answer(OLD, "true", "ada")
    )
    assert "too old" not in shown(
        "questions", "answers", "answers:\n" + answer(FRESH, "true", "ada")
    )


def test_thanks_are_the_policys_words_and_markup_in_them_is_text() -> None:
    text = "kinds:\n  - {id: building, name: Building, acts: [built], thanks: '<b>all</b> of it'}\n"
    found = directive("recognition")
    assert found is not None
    policy = {"playbooks/culture/recognition.yml": text}
    html = str(found(Pieces(Window(made({}, policy), EDITION), "../")))
    assert "&lt;b&gt;all&lt;/b&gt; of it" in html
    assert "<code>built</code>" in html
    assert "names no kind" in shown("recognition", "recognition", "kinds: []\n")
