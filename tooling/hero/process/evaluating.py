"""Evaluating an idea: its file with one judgement more."""

import datetime as dt
from dataclasses import dataclass

from hero.process.edits import Edit, Refused, add, edited
from hero.registry.registry import Registry
from hero.registry.scales import SCALES


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody thinks of an idea: three numbers from 1 to 5, and what stands behind them."""

    slug: str
    by: str
    date: dt.date
    value: int
    effort: int
    confidence: int
    note: str | None = None


def evaluated(registry: Registry, judgement: Judgement, today: dt.date) -> Edit | Refused:
    """The idea's file with the judgement appended; the last one of each person counts.

    Refused for a day that has yet to come, with a day's grace for the east of the world.
    """
    if judgement.date > today + dt.timedelta(days=1):
        words = f"this judgement is dated {judgement.date}, and today is {today}"
        return Refused(words, ("a judgement is dated the day it is made",))
    entry = {"by": judgement.by, "date": judgement.date}
    entry |= {scale: getattr(judgement, scale) for scale in SCALES}
    entry |= {"note": judgement.note} if judgement.note else {}
    return edited(registry, judgement.slug, [add("evaluations", entry)])
