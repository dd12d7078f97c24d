"""Safe fixes, made in rounds: what mends one thing can bring the next to light.

Nothing is written here. A fix after which a file is no better is taken back, and not tried again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hero.registry.diagnostic import Diagnostic
from hero.registry.fix import Fix, applied
from hero.registry.problem import FAULTS
from hero.registry.registry import POLICY_BYTES, Registry
from hero.registry.source import Source, SourceRefused

#: So many rounds are made at most. Every round keeps a fix or gives one up.
ROUNDS = 200

#: Rules that end the reading of a file, the outermost with the highest number.
_STOPS = {
    "yaml-encoding": 3,
    "yaml-line-break": 2,
    "yaml-syntax": 1,
    "yaml-document": 1,
    "yaml-key": 1,
    "yaml-alias": 1,
    "yaml-depth": 1,
}

Check = Callable[[Registry], list[Diagnostic]]
Read = Callable[[Source], Registry]


@dataclass(frozen=True, slots=True)
class Made:
    """A fix that was made: where, for which rule, and what it did."""

    path: str
    line: int
    rule: str
    about: str


class Over:
    """A Source with other bytes for some of its files."""

    def __init__(self, source: Source, files: Mapping[str, bytes]) -> None:
        self._source, self._files = source, files

    def paths(self, under: str) -> list[str]:
        """The files of the source itself."""
        return self._source.paths(under)

    def read(self, path: str, limit: int) -> bytes:
        """The other bytes where there are some. Raises SourceRefused as the source does."""
        raw = self._files.get(path)
        if raw is None:
            return self._source.read(path, limit)
        if len(raw) > limit:
            raise SourceRefused("file-size", size=len(raw), limit=limit)
        return raw


@dataclass
class Mending:
    """The state of the rounds, and in the end what came of them.

    `files` has the new bytes of each file that changed, `before` what these files held.
    """

    registry: Registry
    found: list[Diagnostic]
    made: list[Made] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    before: dict[str, bytes] = field(default_factory=dict)


def mend(source: Source, read: Read, check: Check, inside: Callable[[str], bool]) -> Mending:
    """Make the safe fixes of the files that are `inside`, until no more helps."""
    registry = read(source)
    state = Mending(registry, check(registry))
    given_up: set[tuple[str, Fix]] = set()
    singly: set[str] = set()
    for _ in range(ROUNDS):
        tried = _tried(state, inside, given_up, singly)
        if not tried:
            break
        files = state.files | {path: raw for path, (raw, _) in tried.items()}
        after = read(Over(source, files))
        found = check(after)
        worse = {path for path in tried if not _better(state, after, found, path)}
        for path in worse:
            made = tried[path][1]
            given_up |= {(path, made[0].fix)} if len(made) == 1 and made[0].fix else set()
            singly.add(path)
        if worse:
            # The others are made again in the next round, without these.
            files = {path: raw for path, raw in files.items() if path not in worse}
            files |= {path: raw for path, raw in state.files.items() if path in worse}
            after = read(Over(source, files))
            found = check(after)
        state.made += [
            _told(each, state.registry)
            for path, (_, made) in tried.items()
            if path not in worse
            for each in made
        ]
        state.registry, state.found, state.files = after, found, files
    state.before = {path: source.read(path, POLICY_BYTES) for path in state.files}
    return state


def _tried(
    state: Mending,
    inside: Callable[[str], bool],
    given_up: set[tuple[str, Fix]],
    singly: set[str],
) -> dict[str, tuple[bytes, list[Diagnostic]]]:
    """Each file with the fixes that it has now, and for which diagnostics these are."""
    by_path: dict[str, list[Diagnostic]] = {}
    for each in state.found:
        fix = each.fix
        if fix and fix.safe and inside(fix.path) and (fix.path, fix) not in given_up:
            by_path.setdefault(fix.path, []).append(each)
    tried = {}
    for path, diagnostics in by_path.items():
        chosen = diagnostics[:1] if path in singly else diagnostics
        raw = state.registry.source.read(path, POLICY_BYTES)
        text = raw.decode(errors="surrogateescape")
        new, made = applied(text, [each.fix for each in chosen if each.fix])
        kept = {id(fix) for fix in made}
        after = new.encode(errors="surrogateescape")
        tried[path] = (after, [each for each in chosen if id(each.fix) in kept])
    return tried


def _better(state: Mending, after: Registry, found: list[Diagnostic], path: str) -> bool:
    one, two = _measure(state.registry, state.found, path), _measure(after, found, path)
    return two < one or (two == one and one[-1] >= FAULTS)


def _measure(registry: Registry, found: list[Diagnostic], path: str) -> tuple[int, ...]:
    """How bad a file is: first how far it can be read, then how well it is understood."""
    mine = [each for each in found if each.place.path == path]
    stop = max(mine, key=lambda each: _STOPS.get(each.rule, 0), default=None)
    rank = _STOPS.get(stop.rule, 0) if stop else 0
    span = stop.place.span if stop and rank else None
    whole = any(each.rule == "field-type" and not each.place.route for each in mine)
    rules = [each.rule for each in mine]
    left = registry.document(path).text.split("\n")[span.line - 1 :] if span else []
    place = (len(left), len(left[0]) - span.column) if span and left else (0, 0)
    return (
        max(rank, int(whole)),
        *place,
        rules.count("field-unknown"),
        rules.count("field-type"),
        sum(rule.startswith("field-") for rule in rules),
        len(mine),
    )


def _told(diagnostic: Diagnostic, registry: Registry) -> Made:
    """The fix by the line that it changed, as the file stood then."""
    path, fix = diagnostic.place.path, diagnostic.fix
    text = registry.document(path).text
    line = text.count("\n", 0, fix.slices[0].start) + 1 if fix else 1
    return Made(path, line, diagnostic.rule, fix.about if fix else "")
