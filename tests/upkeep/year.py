"""A simulated year: each day the people do what they do, and the schedule runs, or is dead."""

import datetime as dt
import random
import re
from collections.abc import Container
from dataclasses import dataclass, field

from hero.reconcile.actions import Action
from hero.reconcile.apply import apply
from hero.reconcile.scene import Scene
from hero.reconcile.seats import Seats
from hero.reconcile.seen import Account, IssueSeen, Observed, Place
from hero.reconcile.threads import MARK
from hero.reconcile.upkeep.on_upkeep import upkeep
from hero.reconcile.upkeep.witness import Witness
from hero.registry.registry import Registry
from tests.github.memory import Memory
from tests.site.memory import Texts
from tests.upkeep.lives import BEGIN, DAY, Life, lives, policies

ME = Account("hero[bot]", 9, bot=True)
CALLS = re.compile(r"<!-- hero: calls ([\w -]*) -->")
NOTICES = re.compile(r"<!-- hero: notice ([a-z-]+) ([0-9a-f]{12}) -->")


@dataclass(frozen=True)
class Call:
    """Somebody was called: on which day, why, about which idea; who led it then."""

    day: dt.date
    login: str
    kind: str
    slug: str
    lead: str


@dataclass
class Year:
    """The world. `dead` are the days on which the schedule does not run."""

    seed: int
    count: int = 40
    days: int = 365
    pings: int = 3
    dead: Container[dt.date] = ()
    forge: Memory = field(init=False)
    calls: list[Call] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)
    seen: dict[tuple[str, str], dt.date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)
        self.lives = lives(chance, self.count, self.days)
        self.texts = policies(chance, self.days, self.pings)
        self.forge = Memory(Place("test-org/ideas", "main", "b" * 40, ME, app="hero"))
        self._read: tuple[dict[str, str], Registry] | None = None
        self._told: set[int] = set()

    def run(self) -> "Year":
        """Live through all of it."""
        for number in range(self.days):
            self.today = BEGIN + DAY * number
            self.forge.now = dt.datetime.combine(self.today, dt.time(7), dt.UTC)
            self._issues()
            if self.today not in self.dead:
                self.sweep()
        return self

    def sweep(self) -> None:
        """One run of the schedule; a second run the same minute has nothing to say."""
        apply(self.planned(), self.forge, 40)
        self._merged()
        self._listen()

    def planned(self) -> list[Action]:
        """What upkeep would do now."""
        return list(upkeep(self.scene(), {}))

    def scene(self) -> Scene:
        """What is there to see now."""
        forge = self.forge
        closed = tuple(forge.issues("idea", "closed"))
        seen = Observed(
            forge.place(), tuple(forge.pulls(None)), issues=tuple(forge.issues("idea", "open")),
            settled=closed, witness=Witness(),
        )  # fmt: skip
        return Scene(self.registry, seen, self.today, (), Seats({}, None))

    @property
    def registry(self) -> Registry:
        """The registry as it is today; read again only where something has changed."""
        files = {
            f"ideas/2026/{life.slug}.yml": life.text(self.today)
            for life in self.lives
            if life.born <= self.today
        }
        if self._read is None or self._read[0] != files:
            self._read = files, Registry.read(Texts({**self.texts, **files}))
        return self._read[1]

    def _issues(self) -> None:
        """Each idea has its issue, open until it is decided."""
        there = {each.title: each for each in self.forge.issues_seen.values()}
        for number, life in enumerate(self.lives, 1):
            if life.born <= self.today and life.slug not in there:
                body = MARK.format(life.slug)
                made = IssueSeen(number, life.slug, body, ME, self.forge.now)
                self.forge.issues_seen[number] = made
                self.forge.label(number, ["idea"], [])
            ended = any(day <= self.today and to == "declined" for day, _, to in life.moves)
            if ended and number in self.forge.issues_seen:
                self.forge.close_issue(number, done=False)

    def _merged(self) -> None:
        """What upkeep merged stands in the files from now on."""
        for pull in self.forge.pulls_seen.values():
            for file in pull.files if pull.state == "merged" else ():
                text = self.forge.blobs[file.blob or ""].decode()
                [found] = re.findall(r"^advocates: \[(.*)\]$", text, re.MULTILINE)
                self.life(file.path).advocates = found.split(", ")
            if pull.state == "merged":
                self.forge.pulls_seen = {}
                break

    def life(self, path: str) -> Life:
        return next(each for each in self.lives if path.endswith(f"/{each.slug}.yml"))

    def _listen(self) -> None:
        """Note who was called in what was said since."""
        for issue in self.forge.issues_seen.values():
            for comment in issue.comments:
                if comment.id in self._told or comment.by != ME:
                    continue
                self._told.add(comment.id)
                found = NOTICES.findall(comment.body)
                self.marks += found
                self.seen |= dict.fromkeys(found, self.today)
                lead = self.life(f"/{issue.title}.yml").advocates[0]
                names = " ".join(CALLS.findall(comment.body)).split()
                kind = found[0][0]
                self.calls += [Call(self.today, name, kind, issue.title, lead) for name in names]


def table(year: Year) -> str:
    """Who was called how often, at most in a week, and why."""
    kinds = sorted({call.kind for call in year.calls})
    rows = [("who", "calls", "a week", *kinds)]
    for who in sorted({call.login for call in year.calls}):
        own = [call for call in year.calls if call.login == who]
        by_kind = (str(sum(call.kind == kind for call in own)) for kind in kinds)
        rows.append((who, str(len(own)), str(busiest(own)), *by_kind))
    return "\n".join("  ".join(cell.rjust(9) for cell in row) for row in rows)


def busiest(calls: list[Call]) -> int:
    """The most calls within any seven days."""
    days = [call.day for call in calls]
    return max((sum(day <= each < day + DAY * 7 for each in days) for day in days), default=0)
