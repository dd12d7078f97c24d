"""References between rows, by key, turned into links between ideas, by slug."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hero.registry.importing.convert import Draft
from hero.registry.importing.notes import Note
from hero.registry.importing.taking import shown

#: Kinds of reference that must not form a circle; what would close one becomes `relates_to`.
_ONE_WAY = ("depends_on", "supersedes", "duplicate_of")


@dataclass
class Known:
    """The rows that became ideas, by key, and the links made so far, by kind and slug."""

    slugs: Mapping[str, str]
    refused: frozenset[str]
    ways: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, drafts: Iterable[Draft]) -> "Known":
        """What all these drafts make known."""
        drafts = list(drafts)
        return cls(
            {each.key.casefold(): each.slug for each in drafts if each.refused is None},
            frozenset(each.key.casefold() for each in drafts if each.refused is not None),
        )

    def closes(self, kind: str, start: str, target: str) -> bool:
        """Would a link from start to target close a circle of links of this kind?"""
        ways = self.ways.setdefault(kind, {})
        seen, left = set(), [target]
        while left:
            slug = left.pop()
            if slug == start:
                return True
            if slug not in seen:
                seen.add(slug)
                left.extend(ways.get(slug, ()))
        return False


def linked(draft: Draft, known: Known) -> tuple[dict[str, object], list[Note]]:
    """The links of one idea and what was lost; `known` remembers them, for circles."""
    found: dict[str, list[str]] = {}
    notes: list[Note] = []
    for kind, keys in draft.references.items():
        for key in keys:
            target = known.slugs.get(key.casefold())
            if target is None:
                why = "its row was refused" if key.casefold() in known.refused else "no such row"
                notes.append(Note("reference", f"links.{kind}", f"{shown(key)}: {why}"))
            elif target == draft.slug:
                notes.append(Note("reference", f"links.{kind}", f"{shown(key)}: the row itself"))
            else:
                placed, note = _placed(draft, known, kind, target, found)
                notes.extend([note] if note else [])
                if target not in found.setdefault(placed, []):
                    found[placed].append(target)
    links: dict[str, object] = {
        kind: found[kind] for kind in ("depends_on", "supersedes", "relates_to") if kind in found
    }
    if "duplicate_of" in found:
        links["duplicate_of"] = found["duplicate_of"][0]
    return links | dict(draft.data.get("links", {})), notes


def _placed(
    draft: Draft, known: Known, kind: str, target: str, found: Mapping[str, list[str]]
) -> tuple[str, Note | None]:
    """The kind of link that this reference becomes."""
    why = ""
    if kind == "duplicate_of" and found.get(kind, [target]) != [target]:
        why = "an idea repeats one other"
    elif kind in _ONE_WAY and known.closes(kind, draft.slug, target):
        why = "it would close a circle"
    if why:
        return "relates_to", Note("reference", f"links.{kind}", f"{target}: {why}; now relates_to")
    known.ways.setdefault(kind, {}).setdefault(draft.slug, set()).add(target)
    return kind, None
