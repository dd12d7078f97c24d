"""What comes back from a forge, and the shape of whatever sends to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, headers by their names in lower case, and the text."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    text: str = ""


class Unanswered(Exception):
    """No answer, or not the whole of one. What was asked may have been done."""


#: Send (verb, path with query, body as JSON) once. Raises Unanswered.
Wire = Callable[[str, str, Any], Answer]
