"""How the network is lived, for playbook pages: who signed, what is thanked, what was answered."""

import datetime as dt
from collections.abc import Callable, Mapping

from markupsafe import Markup

from hero.culture.scorecard.answered import LASTS, QUESTIONS
from hero.registry.lived import Answer, Signature
from hero.site.pieces import Pieces
from hero.site.templates import render

#: The three sides of the HERO Compact by their word in signatures.yml.
SIDES: Mapping[str, str] = {
    "people": "People with ideas",
    "managers": "Managers",
    "it": "IT and security",
}


def recognition(pieces: Pieces) -> Markup:
    """The kinds of contribution, what counts as each, and the words of thanks."""
    return render("recognition", kinds=pieces.window.registry.recognition.kinds)


def signatures(pieces: Pieces) -> Markup:
    """Who keeps which side of the compact today; a signature that is too old is not shown."""
    today = pieces.window.edition.as_of
    given = pieces.window.registry.signatures.signatures
    sides = [(name, _standing(given, side, today)) for side, name in SIDES.items()]
    return render("signatures", p=pieces, sides=sides)


def questions(pieces: Pieces) -> Markup:
    """What somebody answers once a year, with the last answer."""
    today = pieces.window.edition.as_of
    given = pieces.window.registry.answers.answers
    asked = [(word, text, _last(given, word, today)) for word, (_, text) in QUESTIONS.items()]
    return render("questions", p=pieces, asked=asked, since=today - dt.timedelta(LASTS))


def _standing(given: tuple[Signature, ...], side: str, today: dt.date) -> list[Signature]:
    """The last signature of each person for a side, as long as it counts."""
    since = today - dt.timedelta(LASTS)
    there = [each for each in given if each.side == side and since <= each.date <= today]
    last = {each.login.lower(): each for each in sorted(there, key=lambda each: each.date)}
    return list(last.values())


def _last(given: tuple[Answer, ...], question: str, today: dt.date) -> Answer | None:
    there = [each for each in given if each.question == question and each.date <= today]
    return max(there, key=lambda each: each.date, default=None)


#: These directives by their word.
LIVED: Mapping[str, Callable[[Pieces], Markup]] = {
    "recognition": recognition,
    "signatures": signatures,
    "questions": questions,
}
