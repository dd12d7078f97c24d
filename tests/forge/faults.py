"""What goes wrong on purpose: which request, and how."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# How a request fails; `after` means that what it asked for was done.
KINDS = [
    "error_before",
    "error_after",
    "timeout_before",
    "timeout_after",
    "reset_before",
    "reset_after",
    "cut",
    "redirect",
    "html",
    "secondary",
    "too_many",
    "stale",
]


@dataclass
class Fault:
    """One way to fail, for requests whose method and path match.

    `skip` requests that match pass first, then `times` of them fail. `status` is that of an
    error; `text` is which of the texts of a secondary limit; `retry_after` stands in the header,
    where it is not None. `seconds` is how long a time-out keeps its caller waiting. `stale`
    answers a read from the state before the last write.
    """

    kind: str
    method: str = ".*"
    path: str = ".*"
    skip: int = 0
    times: int = 1
    status: int = 502
    text: int = 0
    retry_after: int | None = None
    seconds: float = 2.0

    def __post_init__(self) -> None:
        """Refuse a kind that there is not."""
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind!r} is none of: {', '.join(KINDS)}")

    @property
    def done(self) -> bool:
        """Say whether the request is carried out before its answer is spoilt."""
        return self.kind in ("error_after", "timeout_after", "reset_after", "cut", "stale")


@dataclass
class Faults:
    """The plan: faults in their order; each request meets at most one."""

    plan: list[Fault] = field(default_factory=list)

    def add(self, kind: str, method: str = ".*", path: str = ".*", **rest: float) -> Fault:
        """Plan a fault."""
        made = Fault(kind, method, path, **rest)  # type: ignore[arg-type]
        self.plan.append(made)
        return made

    def clear(self) -> None:
        """Let nothing more go wrong."""
        self.plan.clear()

    def meet(self, method: str, path: str) -> Fault | None:
        """Return the fault that this request meets, and count it as met."""
        for each in self._matching(method, path):
            if each.kind == "stale" and method not in ("GET", "POST"):
                continue
            if each.skip:
                each.skip -= 1
            elif each.times:
                each.times -= 1
                return each
        return None

    def _matching(self, method: str, path: str) -> Iterator[Fault]:
        for each in self.plan:
            if re.fullmatch(each.method, method) and re.search(each.path, path):
                yield each

    @property
    def wants_past(self) -> bool:
        """Say whether the state before a write has to be kept."""
        return any(each.kind == "stale" and each.times for each in self.plan)
