"""What a run may use up: requests, writes, and time spent waiting."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from hero.reconcile.forge import ForgeRefused
from hero.technology.github.answer import Answer
from hero.technology.github.refused import whole


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds since 1970, and a way to let some pass."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Budget:
    """Counts what is sent and stops before a bound is crossed.

    `requests` and `writes` are for the whole run: a job's own token has 1,000 requests an hour and
    repository, and needs some for others. `waiting` is how many seconds all waits of the run may
    take together. `gap` is the pause between two writes that GitHub's guide asks for; it is not
    counted as waiting.
    """

    requests: int = 900
    writes: int = 40
    waiting: float = 300
    gap: float = 1
    clock: Clock = field(default=Clock(), repr=False)
    sent: int = 0
    written: int = 0
    waited: float = 0
    _last: float = field(default=0, repr=False)
    _left: dict[str, tuple[int, float]] = field(default_factory=dict, repr=False)

    def spend(self, kind: str, write: bool) -> None:
        """Count one request of a kind (`core`, `graphql`). Raises ForgeRefused where none is left.

        GitHub's own count is kept to as well: with nothing left it waits for the reset, or refuses.
        """
        if write and self.written >= self.writes:
            raise ForgeRefused("rate", f"This run has made all of its {self.writes} writes.")
        if self.sent >= self.requests:
            raise ForgeRefused("rate", f"This run has sent all of its {self.requests} requests.")
        self._await_reset(kind)
        if write:
            self._pace()
        self.sent += 1
        self.written += write

    def _await_reset(self, kind: str) -> None:
        left, reset = self._left.get(kind, (1, 0))
        pause = reset - self.clock.now() + 1
        if left > 0 or pause <= 0:
            return
        if not self.may_wait(pause):
            words = f"This token has no requests left; it can go on in {pause:.0f} seconds."
            raise ForgeRefused("rate", words, pause)
        self.wait(pause)

    def _pace(self) -> None:
        due = self._last + self.gap - self.clock.now()
        if 0 < due <= self.gap:
            self.clock.sleep(due)
        self._last = self.clock.now()

    def saw(self, kind: str, answer: Answer) -> None:
        """Take note of how many requests GitHub says are left."""
        left = whole(answer.headers.get("x-ratelimit-remaining"))
        reset = whole(answer.headers.get("x-ratelimit-reset"))
        if left is not None and reset is not None:
            self._left[answer.headers.get("x-ratelimit-resource", kind)] = (left, float(reset))

    def may_wait(self, seconds: float) -> bool:
        """May the run still wait so long?"""
        return self.waited + seconds <= self.waiting

    def wait(self, seconds: float) -> None:
        """Let so many seconds pass, and count them."""
        self.waited += seconds
        self.clock.sleep(seconds)
