"""What reading a file ran into, as a value; the rules turn it into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hero.registry.diagnostic import Route, Span

#: So many faults of one file are told; the last one says that there are more (`more` in its
#: detail). A file of 100 KB can hold 165,000, which would help nobody.
FAULTS = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault met while reading: its kind, where it is, and the particulars of it.

    `kind` is the id of the rule that explains it. `span` is set where the text could not be
    parsed, so that no route leads there; otherwise the document finds it from the route.
    """

    kind: str
    path: str
    route: Route = ()
    span: Span | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
