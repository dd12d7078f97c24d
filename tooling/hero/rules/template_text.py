"""What templates and examples say, so that it can be told from what somebody wrote."""

import re

from hero.registry.idea import Idea
from hero.registry.schema import fields_at
from hero.registry.template import QUESTIONS

#: A whole text that only keeps the place for another.
PLACE = re.compile(
    r"[\W_]*(?:to-?do|tbd|tba|tbc|fixme|xxx+|n/?a|none|nothing(?: yet)?|coming soon"
    r"|placeholder"
    r"|to be (?:done|defined|decided|determined|written|filled in|added)[^.]{0,40}"
    r"|(?:your|some|more) (?:text|words|details?) here"
    r"|(?:add|insert|enter|write|put|describe)[^.\n]{0,60} here)[\W_]*"
    r"|\s*<[^<>\n]{3,200}>\s*|\s*\{\{[^{}]{1,100}\}\}\s*",
    re.IGNORECASE | re.DOTALL,
)


def _worn(text: str) -> str:
    return " ".join(text.split()).casefold()


#: What Hero itself shows as an example of each field, and asks above it.
EXAMPLES: frozenset[str] = frozenset(
    _worn(text)
    for text in (
        *(example for name in QUESTIONS for example in fields_at(Idea)[name].examples or ()),
        *QUESTIONS.values(),
        # The example in ideas/README.md.
        "The first builds on a Monday take 25 minutes, "
        "because the cache is emptied on Sunday night.",
        "Build main once at 06:00 on Mondays.",
        "The twenty or so people who start before nine. "
        "Their first build would take about 12 minutes.",
    )
)
#: What is longer says something of its own.
LONGEST = max(map(len, EXAMPLES)) + 40


def is_template(text: str) -> bool:
    """Does a text only keep the place for another, or repeat an example?"""
    return len(text) < LONGEST and (PLACE.fullmatch(text) is not None or _worn(text) in EXAMPLES)
