"""All rows of a file as the texts of idea files, each of which reads back as it was meant."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from hero.registry.idea import Idea
from hero.registry.idea_file import Unwritable, idea_text
from hero.registry.importing.convert import Draft, draft
from hero.registry.importing.links import Known, linked
from hero.registry.importing.mapping import ImportMapping
from hero.registry.importing.notes import Note
from hero.registry.importing.relink import relinked
from hero.registry.importing.rows import Row
from hero.registry.importing.taking import shown
from hero.registry.importing.texts import LONGEST
from hero.registry.registry import IDEA_BYTES
from hero.registry.render import inline
from hero.registry.schema import fit

#: How long texts may be: where a whole file is too large, all its texts are shortened further.
_LENGTHS = (LONGEST, 8_000, 2_000)

PROSE = ("problem", "proposal", "benefit", "first_step")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an import has to fit into.

    `initial` is the pipeline's first stage, `depth` how many folders below `ideas` the files
    begin, `taken` the ideas that are there, by slug, with their path below the folder of this
    import (or another, which then is in the way), and `alike` what a hurried reader sees of a slug.
    """

    initial: str = "proposed"
    depth: int = 0
    taken: Mapping[str, str] | None = None
    alike: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one row: a file's path and text, or why it was refused; and the notes."""

    row: int
    key: str
    path: str = ""
    text: str = ""
    notes: tuple[Note, ...] = ()
    refused: str | None = None


def ideas_from(
    rows: Iterable[Row], mapping: ImportMapping, file: str, around: Surroundings
) -> list[Made]:
    """One result a row, in the order of the rows. Never raises on bad data."""
    drafts = [_drafted(row, mapping, file, around) for row in rows]
    drafts = _distinct(drafts, around)
    while True:
        known = Known.of(drafts)
        made = [_made(each, known, mapping.base, around) for each in drafts]
        late = {
            number: result.refused
            for number, (each, result) in enumerate(zip(drafts, made, strict=True))
            if each.refused is None and result.refused is not None
        }
        if not late:
            return made
        # What others refer to has gone, so their links have to be made again.
        drafts = [
            replace(each, refused=late.get(number, each.refused))
            for number, each in enumerate(drafts)
        ]


def _drafted(row: Row, mapping: ImportMapping, file: str, around: Surroundings) -> Draft:
    """The draft with the longest texts that fit into one file."""
    for longest in _LENGTHS:
        made = draft(row, mapping, file, around.initial, longest)
        texts = [str(made.data.get(name, "")) for name in PROSE]
        # Ten bytes are the most that one character takes, so most rows need no exact count.
        if sum(map(len, texts)) < IDEA_BYTES // 12:
            break
        if sum(len(inline(text).encode()) for text in texts) < IDEA_BYTES // 10 * 9:
            break
    return made


def _distinct(drafts: list[Draft], around: Surroundings) -> list[Draft]:
    """The drafts, refusing those whose key or name another row or idea has."""
    taken = around.taken or {}
    keys: dict[str, Draft] = {}
    shapes = {around.alike(slug): (slug, path) for slug, path in taken.items()}
    checked = []
    for each in drafts:
        if each.refused is None:
            shape = around.alike(each.slug)
            slug, where = shapes.get(shape, (each.slug, each.path))
            why = None
            if each.key.casefold() in keys:
                why = f"row {keys[each.key.casefold()].row} has the same key"
            elif slug != each.slug:
                why = f"its name `{each.slug}` is easily taken for `{slug}` ({where})"
            elif where != each.path:
                why = f"`{each.slug}` is the id of an idea already ({where})"
            else:
                keys[each.key.casefold()] = each
                shapes[shape] = (each.slug, f"row {each.row}")
            each = replace(each, refused=why)
        checked.append(each)
    return checked


def _relinked(each: Draft, known: Known, base: str | None) -> tuple[dict[str, str], list[Note]]:
    """The long texts with their relative links mended, where they still fit, and what is loose."""
    texts, notes = {}, []
    for name in PROSE:
        if name in each.data:
            text, loose = relinked(each.data[name], known.slugs, base)
            texts[name] = text if len(text) <= LONGEST else each.data[name]
            notes += [Note("link", name, shown(target)) for target in loose]
    return texts, notes


def _made(each: Draft, known: Known, base: str | None, around: Surroundings) -> Made:
    if each.refused is not None:
        return Made(each.row, each.key, refused=each.refused)
    links, lost = linked(each, known)
    texts, loose = _relinked(each, known, base)
    notes = (*each.notes, *lost, *loose)
    data = {**each.data, **texts, **({"links": links} if links else {})}
    depth = around.depth + each.path.count("/")
    try:
        text = idea_text(data, depth)
    except Unwritable as error:
        return Made(each.row, each.key, notes=notes, refused=str(error))
    if (size := len(text.encode())) > IDEA_BYTES:
        why = f"its file would have {size:,} bytes; at most {IDEA_BYTES:,} fit"
        return Made(each.row, each.key, notes=notes, refused=why)
    _, faults = fit(each.path, Idea, data)
    if faults:
        where = ".".join(map(str, faults[0].route))
        why = f"`{where}` would not be valid ({faults[0].kind})"
        return Made(each.row, each.key, notes=notes, refused=why)
    return Made(each.row, each.key, each.path, text, notes)
