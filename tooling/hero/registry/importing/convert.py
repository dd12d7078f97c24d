"""One row as the data of one idea, or the reason why not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hero.registry.importing.mapping import EvidenceFrom, ImportMapping
from hero.registry.importing.notes import Note
from hero.registry.importing.record import record
from hero.registry.importing.rows import Row
from hero.registry.importing.sources import Addresses, Tags, Word
from hero.registry.importing.taking import RowRefused, Taking, shown
from hero.registry.importing.values import is_address
from hero.registry.slug import slug_from

#: The most characters of a title and of a line, as the model of an idea has them.
_TITLE, _LINE = 80, 300
_KINDS = ("depends_on", "supersedes", "relates_to", "duplicate_of")


@dataclass(frozen=True, slots=True)
class Draft:
    """What became of one row: an idea's data and path below the folder, or why it was refused.

    `references` has, by kind of link, the keys of the rows that it names.
    """

    row: int
    key: str
    path: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    refused: str | None = None

    @property
    def slug(self) -> str:
        """The id of the idea."""
        return self.path.rpartition("/")[2].removesuffix(".yml")


def draft(row: Row, mapping: ImportMapping, file: str, initial: str, longest: int) -> Draft:
    """The idea of one row; texts have at most `longest` characters."""
    taking = Taking(row.values, {"file": file, "row": row.number})
    key = taking.first(mapping.key, "key").strip()
    try:
        if row.fault:
            raise RowRefused(row.fault)
        if not key:
            raise RowRefused(f"it has no key: {_fields(mapping.key)} is empty")
        data = _data(taking, mapping, initial, longest)
        path = _path(taking, mapping, data)
        references = {kind: tuple(_keys(taking, mapping, kind)) for kind in _KINDS}
    except RowRefused as refused:
        return Draft(row.number, key, refused=str(refused))
    for name in taking.left(mapping.ignore):
        taking.note("left", shown(name))
    return Draft(row.number, key, path, data, references, tuple(taking.notes))


def _data(taking: Taking, mapping: ImportMapping, initial: str, longest: int) -> dict[str, Any]:
    title = taking.line(mapping.title, "title", _TITLE)
    if not title.text:
        raise RowRefused(f"it has no title: {_fields(mapping.title.first_of)} is empty")
    first = f"Full title: {title.whole}\n\n" if title.text != title.whole else ""
    kept = record(
        taking,
        mapping.stage,
        taking.day(mapping.proposed_on, "proposed_on"),
        initial,
        mapping.recorded_by,
    )
    data = {
        "title": title.text,
        "theme": taking.word(mapping.theme, "theme"),
        "summary": taking.line(mapping.summary, "summary", _LINE).text,
        "problem": taking.prose(mapping.problem, "problem", longest, first),
        "proposal": taking.prose(mapping.proposal, "proposal", longest),
        "benefit": taking.prose(mapping.benefit, "benefit", longest),
        "first_step": taking.prose(mapping.first_step, "first_step", longest),
        "proposers": taking.people(mapping.proposers, "proposers"),
        "tags": _tags(taking, mapping.tags),
        "challenge": _word(taking, mapping.challenge, "challenge"),
        "builder": _person(taking, mapping, "builder"),
        "sponsor": _person(taking, mapping, "sponsor"),
        "submitted_by": _person(taking, mapping, "submitted_by"),
        "evidence": _evidence(taking, mapping.evidence),
        "revisit_on": taking.day(mapping.revisit_on, "revisit_on"),
        "links": _implementation(taking, mapping),
        "proposed_on": kept.proposed_on,
        "stage": kept.stage,
        "decisions": list(kept.decisions),
    }
    for name in ("theme", "problem", "proposal", "benefit", "proposers"):
        if not data[name]:
            raise RowRefused(f"it has no {name}, and the mapping has no `if_empty` for it")
    return {name: value for name, value in data.items() if value}


def _path(taking: Taking, mapping: ImportMapping, data: Mapping[str, Any]) -> str:
    words = taking.items(mapping.slug.all_of, None, "slug")
    slug = slug_from(" ".join([mapping.slug.prefix or "", *words])) if words else ""
    if not slug or not slug_from(" ".join(words)):
        raise RowRefused(f"no file name can be made of {_fields(mapping.slug.all_of)}")
    if mapping.slug.folder == "none":
        return f"{slug}.yml"
    day = data.get("proposed_on")
    return f"{f'{day.year:04}' if day else 'undated'}/{slug}.yml"


def _tags(taking: Taking, source: Tags) -> list[str]:
    tags: dict[str, None] = {}
    for word in taking.items(source.all_of, source.split, "tags"):
        tag = slug_from(word)
        if not tag or tag in tags:
            taking.note("tag", "tags", shown(word))
        else:
            tags[tag] = None
    return list(tags)


def _word(taking: Taking, source: Word | None, about: str) -> str | None:
    return taking.word(source, about) if source else None


def _person(taking: Taking, mapping: ImportMapping, about: str) -> str | None:
    people = taking.people(getattr(mapping, about), about)
    for more in people[1:]:
        taking.note("person", about, f"{shown(more)}: there is room for one")
    return people[0] if people else None


def _evidence(taking: Taking, source: EvidenceFrom | None) -> list[dict[str, Any]]:
    if source is None:
        return []
    lines = ("metric", "hypothesis", "baseline", "target", "result")
    found: dict[str, Any] = {
        name: taking.line(getattr(source, name), f"evidence.{name}", _LINE).text for name in lines
    }
    found["date"] = taking.day(source.date, "evidence.date")
    links = _addresses(taking, source.link, "evidence.link")
    found["link"] = links[0] if links else None
    for more in links[1:]:
        taking.note("address", "evidence.link", f"{shown(more)}: there is room for one")
    found = {name: value for name, value in found.items() if value}
    if found and "metric" not in found:
        taking.note("shape", "evidence", f"without a metric: {shown(', '.join(map(str, found)))}")
        return []
    return [found] if found else []


def _implementation(taking: Taking, mapping: ImportMapping) -> dict[str, Any]:
    source = mapping.links.implementation
    found = _addresses(taking, source, "links.implementation") if source else []
    return {"implementation": found} if found else {}


def _addresses(taking: Taking, source: Addresses, about: str) -> list[str]:
    found = []
    for value in taking.items(source.all_of, source.split, about):
        address = taking.filled(source.address, {"value": value})
        if is_address(address):
            found.append(address)
        else:
            taking.note("address", about, shown(value))
    return found


def _keys(taking: Taking, mapping: ImportMapping, kind: str) -> list[str]:
    source = getattr(mapping.links, kind)
    if source is None:
        return []
    values = taking.items(source.all_of, source.split, f"links.{kind}")
    return [taking.filled(source.key, {"value": value}).strip() for value in values]


def _fields(names: tuple[str, ...]) -> str:
    return " or ".join(f"`{name}`" for name in names) or "nothing named for it"
