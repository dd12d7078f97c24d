"""A check: a fact, and what it has to come to, as a playbook writes it.

`process.reason_coverage >= 100%` · `advocates.every_theme_has >= 2` · `technology.schedule_alive`
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from hero.culture.scorecard.fact import Fact, Reading, number
from hero.culture.scorecard.facts import FACTS
from hero.culture.scorecard.ground import Ground

OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "==": operator.eq,
}
_WRITTEN = re.compile(r"\s*([a-z_.]+)\s*(?:(>=|<=|==|>|<)\s*(-?\d{1,9}(?:\.\d{1,6})?)\s*(%?))?\s*")


class Misread(ValueError):
    """No check. The message says why, in words for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Check:
    """A fact and its bound. Without a bound it has nothing to hold: the number is shown alone."""

    fact: Fact
    sign: str | None
    bound: float | None

    @property
    def written(self) -> str:
        """The check as it is written."""
        yes = self.fact.unit == "yes" and (self.sign, self.bound) == (">=", 1)
        if self.sign is None or self.bound is None or yes:
            return self.fact.id
        if self.fact.unit in ("share", "points"):
            return f"{self.fact.id} {self.sign} {100 * self.bound:g}%"
        return f"{self.fact.id} {self.sign} {self.bound:g}"

    @property
    def asks(self) -> str:
        """The bound in words: at least 100 %; empty where there is none, or it asks for a yes."""
        if self.sign is None or self.bound is None or self.fact.unit == "yes":
            return ""
        words = {
            ">=": "at least",
            "<=": "at most",
            ">": "more than",
            "<": "less than",
            "==": "just",
        }
        return f"{words[self.sign]} {number(self.bound, self.fact.unit)}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A check held against a registry. `held` None: it is not known, or nothing was asked."""

    check: Check
    reading: Reading
    held: bool | None

    @property
    def value(self) -> str:
        """The number as people read it."""
        return number(self.reading.value, self.check.fact.unit)


def parse(text: str) -> Check:
    """The check that a text writes. Raises Misread where it is none."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise Misread("a check is a fact and what it has to be: process.reason_coverage >= 100%")
    name, sign, bound, percent = match.groups()
    fact = FACTS.get(name)
    if fact is None:
        near = get_close_matches(name, FACTS, n=1)
        raise Misread(f"there is no fact {name}" + (f"; did you mean {near[0]}?" if near else ""))
    if sign is None:
        return Check(fact, *((">=", 1.0) if fact.unit == "yes" else (None, None)))
    if (fact.unit in ("share", "points")) != bool(percent):
        which = "is a share: write it with %" if not percent else "is no share: write it without %"
        raise Misread(f"{name} {which}")
    return Check(fact, sign, float(bound) / (100 if percent else 1))


def hold(check: Check, ground: Ground) -> Outcome:
    """Hold a check against a registry on a day."""
    reading = check.fact.read(ground)
    if check.sign is None or check.bound is None or reading.value is None:
        return Outcome(check, reading, None)
    # Nine digits: a share that is written as 66.7 % was never meant to the last bit.
    near = OPERATORS[check.sign](round(reading.value, 9), round(check.bound, 9))
    return Outcome(check, reading, near)
