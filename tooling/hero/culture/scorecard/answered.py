"""What no file shows: questions that somebody answers about once a year, in answers.yml."""

from collections.abc import Mapping
from functools import partial

from hero.culture.scorecard.fact import Fact, Named, Reading
from hero.culture.scorecard.ground import Ground
from hero.process.turn import day_in_words
from hero.registry.lived import Question

#: So many days an answer or a signature counts: a year, and a month to ask again.
LASTS = 396

#: The questions by their word in answers.yml: what the answer is called, and what is asked.
QUESTIONS: Mapping[Question, tuple[str, str]] = {
    "manager-agreements": (
        "Managers agreed to the hours",
        "Has each advocate's manager agreed to the hours in writing?",
    ),
    "time-for-ideas": (
        "Time was given as promised",
        "Did people get the time that the compact promises, in the last year?",
    ),
    "safety-pulse": (
        "Safety pulse answered",
        "Did at least eight people answer the safety pulse in the last year?",
    ),
    "senior-declined": (
        "A no to somebody senior",
        "Has an idea of somebody senior been declined in public in the last year?",
    ),
    "rebuilt-from-clone": (
        "Rebuilt from a clone",
        "Was the site rebuilt from a clone without a network in the last year?",
    ),
    "screen-reader-tried": (
        "Proposed with a screen reader",
        "Has somebody proposed with a screen reader in the last year?",
    ),
}


def answer_fact(letter: str, question: Question) -> Fact:
    """The fact that is an answer: marked as one wherever it is shown."""
    name, asked = QUESTIONS[question]
    return Fact(
        f"{letter}.{question.replace('-', '_')}",
        name,
        "yes",
        f"An answer, not a measurement: {asked}",
        partial(_answered, question),
        "answer",
    )


def _answered(question: Question, ground: Ground) -> Reading:
    """The last answer up to the day that is not too old."""
    given = [
        each
        for each in ground.registry.answers.answers
        if each.question == question and each.date <= ground.day
    ]
    if not given:
        return Reading(None, says="nobody has answered")
    last = max(given, key=lambda each: each.date)
    said = (Named("person", last.by), f" on {day_in_words(last.date)}: {last.because}")
    if last.date < ground.ago(LASTS):
        return Reading(None, says=("the answer is too old: ", *said))
    return Reading(float(last.holds), says=said)
