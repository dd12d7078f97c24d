"""What each rule says of a bad file, and a good one, for the rule's page.

`examples.json` is made out of the rules' own test cases by `make bless`, and held equal to them.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Example(NamedTuple):
    """`bad`: what `hero check` prints for a bad case. `good`: a file that is right."""

    bad: str
    good: str


@cache
def examples() -> Mapping[str, Example]:
    """The example of each rule, by the rule's id."""
    text = files("hero.rules").joinpath("examples.json").read_text(encoding="utf-8")
    return {rule: Example(**each) for rule, each in json.loads(text).items()}
