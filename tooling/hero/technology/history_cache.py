"""What was audited before, kept below `.hero/`, so that the next audit begins where it ended.

A stretch of history is one file, named by its last commit in a folder named by the code that made
it: what a commit can reach never changes, and another version of the code never reads it. It is
written beside its place and then takes its name, and each line begins with the digest of the rest,
so what is torn or damaged is as good as absent. The folder may be deleted at any time.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from hero import __version__
from hero.process.audit.ledger import Facts, Ledger, Standing
from hero.process.audit.remark import Remark

#: So many stretches are read one by one before they are written anew as one.
STRETCHES = 8

_HERO = Path(__file__).parents[1]
#: The code whose change makes what it wrote before useless.
_CODE = (
    *("process/witness.py", "process/witness_reading.py", "process/gate.py"),
    *(f"process/audit/{name}.py" for name in ("comparison", "folding", "judging", "ledger")),
    *(f"process/audit/{name}.py" for name in ("policies", "remark", "whereabouts", "wording")),
    *(f"technology/history_{name}.py" for name in ("blobs", "cache", "git", "line", "log")),
    "technology/history_reading.py",
    *(f"registry/{name}.py" for name in ("parse", "pipeline", "policies", "scalars", "schema")),
    "registry/conditions/case.py",
)


class Damaged(Exception):
    """A file of the cache that does not hold what was written."""


@dataclass
class Stretch:
    """One audited stretch of history: up to `head`, from behind `base` or the beginning.

    The facts of its ideas are many, and only read when somebody asks for them.
    """

    head: str
    base: str | None
    standing: Standing
    commits: int
    changes: int
    remarks: tuple[Remark, ...]
    source: Path | Mapping[str, Facts]

    @cached_property
    def facts(self) -> Mapping[str, Facts]:
        """The facts of each idea. Raises Damaged where they cannot be read."""
        if not isinstance(self.source, Path):
            return self.source
        try:
            data = _checked(self.source.read_bytes().split(b"\n")[1])
            return {slug: Facts.of(each) for slug, each in data.items()}
        except (OSError, LookupError, ValueError, TypeError, AttributeError) as error:
            raise Damaged(str(self.source)) from error

    @classmethod
    def of(cls, head: str, base: str | None, ledger: Ledger) -> "Stretch":
        """A stretch that was audited just now."""
        standing, remarks = ledger.standing, ledger.remarks
        return cls(head, base, standing, ledger.commits, ledger.changes, remarks, ledger.facts)


class Cache:
    """The stretches that were audited in a registry's folder."""

    def __init__(self, root: Path) -> None:
        self.top = root / ".hero"
        self.folder = self.top / "history" / code()

    def heads(self) -> list[str]:
        """The commits that stretches end in, the last written first."""
        try:
            found = [(each.stat().st_mtime_ns, each.name) for each in os.scandir(self.folder)]
        except OSError:
            return []
        return [name for _, name in sorted(found, reverse=True) if name.isalnum()]

    def stretches(self, head: str) -> list[Stretch] | None:
        """The stretches that lead to a commit, oldest first; None where one of them is no good."""
        found: list[Stretch] = []
        at: str | None = head
        while at is not None:
            try:
                found.append(_read(self.folder / at, at))
            except (OSError, LookupError, ValueError, TypeError, AttributeError):
                return None
            at = found[-1].base
            if len(found) > STRETCHES * 2:
                return None
        return found[::-1]

    def write(self, stretch: Stretch, alone: bool) -> None:
        """Keep a stretch; with `alone`, no other is needed any more. A folder that cannot be
        written to is no fault: the next audit takes longer."""
        if self.top.is_symlink():
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(self.top / ".gitignore", b"*\n")
            others = [each for each in self.folder.parent.rglob("*") if each.is_file()]
            _write(self.folder / stretch.head, _lines(stretch))
            for each in others if alone else ():
                if each.name != stretch.head:
                    each.unlink()


@cache
def code() -> str:
    """A name for the code that audits: another for any other code."""
    digest = sha256(__version__.encode())
    for name in _CODE:
        digest.update((_HERO / name).read_bytes())
    return digest.hexdigest()[:16]


def _lines(stretch: Stretch) -> bytes:
    head = {
        "head": stretch.head,
        "base": stretch.base,
        "reached": stretch.standing.reached,
        "policies": dict(stretch.standing.policies),
        "left": dict(stretch.standing.left),
        "commits": stretch.commits,
        "changes": stretch.changes,
        "remarks": [each.plain() for each in stretch.remarks],
    }
    facts = {slug: each.plain() for slug, each in stretch.facts.items()}
    return b"".join(map(_line, (head, facts)))


def _line(data: Any) -> bytes:
    raw = json.dumps(data, separators=(",", ":")).encode()
    return sha256(raw).hexdigest().encode() + b" " + raw + b"\n"


def _checked(line: bytes) -> Any:
    digest, _, raw = line.rstrip(b"\n").partition(b" ")
    if sha256(raw).hexdigest().encode() != digest:
        raise ValueError("this was not written so")
    return json.loads(raw)


def _read(path: Path, head: str) -> Stretch:
    with path.open("rb") as file:
        data = _checked(file.readline())
    if data["head"] != head:
        raise ValueError("this speaks of another commit")
    standing = Standing(data["reached"], data["policies"], data["left"])
    remarks = tuple(Remark.of(each) for each in data["remarks"])
    base, commits, changes = data["base"], data["commits"], data["changes"]
    return Stretch(head, base, standing, commits, changes, remarks, path)


def _write(path: Path, raw: bytes) -> None:
    """Whole or not at all. What a failing disk leaves behind the digests tell."""
    if path.name == ".gitignore" and path.exists():
        return
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        passing.write_bytes(raw)
        passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)
