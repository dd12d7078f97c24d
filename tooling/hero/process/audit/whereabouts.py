"""Where the ideas are after each step, worked out only if somebody asks."""

from collections.abc import Callable, Iterable, Sequence

from hero.process.witness import Step
from hero.registry.slug import slug_of


class Whereabouts:
    """Says whether, after a step, some file has an idea's slug. To be asked in the steps' order.

    `before` lists the files of ideas before the first step.
    """

    def __init__(self, before: Callable[[], Iterable[str]], steps: Sequence[Step]) -> None:
        self._before = before
        self._steps = iter(steps)
        self._at: Step | None = None
        self._files: dict[str, set[str]] | None = None

    def __call__(self, step: Step, slug: str) -> bool:
        """Is there a file with this slug after this step?"""
        if self._files is None:
            self._files = {}
            for path in self._before():
                self._files.setdefault(slug_of(path), set()).add(path)
        while self._at is not step:
            self._at = next(self._steps)
            self._go(self._files, self._at)
        return bool(self._files.get(slug))

    def _go(self, files: dict[str, set[str]], step: Step) -> None:
        for touch in step.touches:
            there = files.setdefault(touch.slug, set())
            if touch.after is None:
                there.discard(touch.path)
            else:
                there.add(touch.path)
