"""The account of an import: what became of every row, for people and for programs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hero.registry.importing.notes import KINDS, Note
from hero.registry.importing.taking import shown

#: How many rows a line of the text names; JSON names all.
_ROWS = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row in the end: `written`, `unchanged` or `refused`, with the reason."""

    row: int
    key: str
    became: str
    path: str = ""
    why: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """All rows of one file; `misspelt` has the names in the mapping that no row has."""

    file: str
    outcomes: tuple[Outcome, ...]
    misspelt: tuple[str, ...] = ()

    def of(self, became: str) -> list[Outcome]:
        """The rows that became this."""
        return [each for each in self.outcomes if each.became == became]

    def counts(self) -> dict[str, int]:
        """How many rows were read, written, unchanged and refused; the first is their sum."""
        ends = ("written", "unchanged", "refused")
        return {"read": len(self.outcomes), **{end: len(self.of(end)) for end in ends}}

    def as_data(self) -> dict[str, Any]:
        """Everything, for JSON."""
        return {
            "file": self.file,
            "counts": self.counts(),
            "misspelt": list(self.misspelt),
            "rows": [
                {
                    "row": each.row,
                    "key": shown(each.key),
                    "became": each.became,
                    **({"path": each.path} if each.path else {}),
                    **({"why": each.why} if each.why else {}),
                    "notes": [
                        {"kind": note.kind, "field": note.field, "detail": note.detail}
                        for note in each.notes
                    ],
                }
                for each in self.outcomes
            ],
        }

    def as_text(self) -> str:
        """For people: refusals first, then notes by kind, then the count."""
        lines = (*self._refusals(), *self._notes(), *self._misspelt(), self._sum())
        return "".join(f"{_printable(line)}\n" for line in lines)

    def _refusals(self) -> Iterator[str]:
        refused = self.of("refused")
        if refused:
            yield f"Refused ({len(refused)})"
            for each in refused:
                name = f" ({shown(each.key, 40)})" if each.key else ""
                yield f"  row {each.row}{name}: {each.why}"
            yield ""

    def _notes(self) -> Iterator[str]:
        # A refused row has one reason, which is more than what else was lost of it.
        groups: dict[str, dict[tuple[str, str], list[Outcome]]] = {}
        for each in self.outcomes:
            for note in each.notes if each.became != "refused" else ():
                lines = groups.setdefault(note.kind, {})
                lines.setdefault((note.field, note.detail), []).append(each)
        for kind, means in KINDS.items():
            if kind in groups:
                yield f"{means} ({sum(map(len, groups[kind].values()))})"
                for (field, detail), rows in groups[kind].items():
                    yield f"  {field}{': ' if detail else ''}{detail} ({_rows(rows)})"
                yield ""

    def _misspelt(self) -> Iterator[str]:
        if self.misspelt:
            names = ", ".join(map(shown, self.misspelt))
            yield f"The mapping names fields that no row has: {names}"
            yield ""

    def _sum(self) -> str:
        counts = self.counts()
        parts = ", ".join(
            f"{counts[each]:,} {each}" for each in ("written", "unchanged", "refused")
        )
        return f"{self.file}: {counts['read']:,} rows read = {parts}"


def _printable(line: str) -> str:
    """Strangers' words must not command a terminal."""
    return "".join(char if char.isprintable() else "?" for char in line)


def _rows(rows: Iterable[Outcome]) -> str:
    rows = list(rows)
    named = [f"{each.row} {shown(each.key, 40)}" for each in rows[:_ROWS]]
    more = [f"and {len(rows) - _ROWS:,} more"] if len(rows) > _ROWS else []
    return "row" + ("s " if len(rows) > 1 else " ") + ", ".join(named + more)
