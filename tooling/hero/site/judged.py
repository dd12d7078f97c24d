"""Evaluations as the page of an idea shows them."""

from functools import cache
from typing import NamedTuple

from markupsafe import Markup

from hero.registry.idea import Evaluation
from hero.site.pieces import Pieces, when
from hero.site.scales import scores
from hero.site.templates import render


class Judged(NamedTuple):
    """One evaluation: who, when, the numbers with their words, and what stands behind them."""

    by: Markup
    date: Markup
    scores: Markup
    note: str | None


def judged(p: Pieces, evaluation: Evaluation) -> Judged:
    """An evaluation whose numbers have words."""
    shown = _scores(scores(evaluation))
    return Judged(p.person(evaluation.by), when(evaluation.date), shown, evaluation.note)


@cache
def _scores(each: tuple[tuple[str, int, str], ...]) -> Markup:
    # There are 125 ways to judge, and thousands of evaluations.
    return render("scores", scores=each)
