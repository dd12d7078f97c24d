"""A plan as people read it: one idea, or all of them."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hero.advocates.assignment import Assignment, Seat
from hero.advocates.batch_plan import Plan
from hero.advocates.choose import SEATS
from hero.advocates.explain import Words, line
from hero.cli import assign_explained, assign_said
from hero.cli.paint import paint
from hero.cli.report import printable
from hero.process.turn import day_in_words
from hero.registry.phrases import counted
from hero.registry.registry import Registry

#: The most columns of a sentence; tables may be wider.
WIDTH = 100


@dataclass(frozen=True)
class Shown:
    """A plan, and how much of it to show."""

    registry: Registry
    plan: Plan
    explain: bool
    write: bool

    @cached_property
    def words(self) -> Words:
        """What explanations are made of, with what people will carry."""
        return Words.of(self.plan.on, self.plan.ledger, self.registry.themes)

    def alone(self, slug: str) -> Iterator[str]:
        """One idea: who has its seats and why, what is to be done, what next."""
        idea = self.registry.ideas[slug]
        stage = self.registry.stage(idea)
        yield paint(printable(idea.title), "place")
        yield f"{slug} · {printable(stage.name)} · {day_in_words(self.plan.on.date)}"
        assignment = self.plan.assignments.get(slug)
        if assignment is None:
            yield self._nothing(slug)
            return
        yield ""
        yield from self._block(assignment)
        if self.explain:
            yield from assign_explained.lines(assignment, self.plan, self.words.weights)
        if not self.write:
            yield from self._next(slug, assignment)

    def everything(self) -> Iterator[str]:
        """All open ideas: those with something new first, then the others in a line each."""
        made = self.plan
        new = sum(len(each.chosen) for each in made.assignments.values())
        name = printable(self.registry.network.name)
        ideas = counted(len(made.assignments), "open idea")
        yield f"{name}, {day_in_words(made.on.date)}: {ideas}, {counted(new, 'seat')} to fill."
        restless = [slug for slug, each in made.assignments.items() if self._stirs(slug, each)]
        bare = [slug for slug in restless if self._is_bare(slug)]
        for slug in (slug for slug in restless if slug not in bare):
            yield from ("", f"{paint(slug, 'place')}  {printable(self.registry.ideas[slug].title)}")
            yield from self._block(made.assignments[slug])
            if self.explain:
                found = made.assignments[slug]
                yield from assign_explained.lines(found, made, self.words.weights)
        yield from self._unserved(bare)
        calm = [slug for slug in made.assignments if slug not in restless]
        if calm:
            yield from ("", "UNCHANGED")
            yield from (f"  {slug}: {', '.join(self._logins(slug))}" for slug in calm)
        if made.faulty:
            yield from ("", "LEFT OUT UNTIL THEIR FILES ARE MENDED")
            yield from (f"  {slug}: `hero check {self._path(slug)}`" for slug in made.faulty)
        if new and not self.write:
            yield from ("", "Next: `hero assign --all --write` records this in the files.")

    def _stirs(self, slug: str, assignment: Assignment) -> bool:
        short = len(assignment.seats) < SEATS
        return bool(assignment.chosen or assignment.dropped or short or slug in self.plan.steps)

    def _is_bare(self, slug: str) -> bool:
        """Has it nobody, and is there nothing to say of it but why?"""
        return not self.plan.assignments[slug].seats and slug not in self.plan.steps

    def _unserved(self, slugs: list[str]) -> Iterator[str]:
        """The ideas that nobody can take, together where the reasons are the same."""
        groups: dict[tuple[str, ...], list[str]] = {}
        for slug in slugs:
            why = tuple(self._short(self.plan.assignments[slug]))
            groups.setdefault(why, []).append(slug)
        for why, those in groups.items():
            yield ""
            for each in _wrapped(", ".join(those), "", 0):
                yield paint(each, "place")
            yield from why

    def _block(self, assignment: Assignment) -> Iterator[str]:
        """The seats with their reasons, what is missing, and what is to be done."""
        for seat in assignment.seats:
            mark = paint("new ", "good") if not seat.kept else "    "
            yield from _wrapped(self._said(assignment, seat), f"  {mark}", 6)
        if len(assignment.seats) < SEATS:
            yield from self._short(assignment)
        known = assign_said.names(self.plan)
        for each in self.plan.steps.get(assignment.subject.key, ()):
            yield from _wrapped(printable(assign_said.step(each, known)), "  !   ", 6)

    def _said(self, assignment: Assignment, seat: Seat) -> str:
        return printable(line(assignment, seat, self.words))

    def _short(self, assignment: Assignment) -> Iterator[str]:
        what = "Nobody can be its advocate now" if not assignment.seats else "No second advocate"
        yield f"  {paint(what, 'warning')}:"
        for each in assign_said.left_out(assignment):
            yield from _wrapped(f"- {printable(each)}", "    ", 6)
        if not assignment.seats:
            yield f"    {printable(assign_said.turn_to(assignment.turn_to))}"

    def _next(self, slug: str, assignment: Assignment) -> Iterator[str]:
        changed = assignment.chosen or assignment.dropped
        recorded = self.registry.ideas[slug].proposed_on is not None
        if changed and recorded:
            yield from ("", f"Next: `hero assign {slug} --write` records this in the file.")
        elif changed:
            yield from ("", "Next: once the idea's pull is merged, --write records this.")
        if not self.explain and assignment.rounds:
            yield f"`hero assign {self._typed(slug)} --explain` shows how everybody compares."

    def _nothing(self, slug: str) -> str:
        """Why an idea has no seats to fill."""
        stage = self.registry.stage(self.registry.ideas[slug])
        name = printable(stage.name)
        if stage.kind == "final":
            return f"It is decided (“{name}”): there is nobody to assign."
        if stage.kind == "paused":
            return f"It rests (“{name}”): advocates are assigned when it comes back."
        return f"It was not proposed yet on {day_in_words(self.plan.on.date)}."

    def _logins(self, slug: str) -> list[str]:
        return [seat.candidate.login for seat in self.plan.assignments[slug].seats]

    def _path(self, slug: str) -> str:
        return printable(self.registry.paths[slug])

    def _typed(self, slug: str) -> str:
        path = self.registry.paths[slug]
        return slug if path.startswith("ideas/") else printable(path)


def _wrapped(text: str, start: str, indent: int) -> Iterator[str]:
    """A sentence in lines, the later ones indented."""
    lines = textwrap.wrap(text, WIDTH - indent, break_on_hyphens=False, break_long_words=False)
    for number, each in enumerate(lines):
        yield (start if number == 0 else " " * indent) + each
