"""Texts that are no YAML, mended: a few candidates are tried, and the one that reads best wins.

Every candidate keeps all words of the text. Nothing is written: a mended text is a value.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from hero.registry.mending import markdown, shapes, spaces, texts
from hero.registry.mending.torn import Candidate, Key, Torn, keeps
from hero.registry.parse import parse
from hero.registry.schema import fields_at, fit
from hero.registry.words import Prose

#: What ends a line for some programs only; a carriage return too many counts as well.
ODD_BREAK = re.compile("\r+(?!\n)|\r(?=\r)|[\x85\u2028\u2029]")

#: The form by which prose is known: it only has to say something.
PROSE = get_args(Prose)[1].pattern

#: In longer texts, pairs of candidates are not tried: there would be too much to read.
LONGEST_PAIRS = 5_000

#: Longer texts are nobody's slip of the pen.
LONGEST = 50_000

_WAYS = (
    spaces.control_characters,
    spaces.odd_blanks,
    spaces.tabs,
    shapes.fences,
    shapes.rulers,
    shapes.json,
    shapes.hyphens,
    shapes.wrappers,
    spaces.colons,
    spaces.bullets,
    spaces.columns,
    shapes.one_line,
    texts.unclosed,
    texts.logins,
    texts.flow_lists,
    texts.items,
    texts.mentions,
    texts.quotes,
    texts.blocks,
    markdown.headings,
    shapes.untitled,
    shapes.greeting,
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A better text, and what was done to it, in a few words."""

    text: str
    about: str


def mended(path: str, text: str, line: int, model: type[BaseModel]) -> Mended | None:
    """The text with what stopped the parser in this line (from 1) mended; None for no idea how.

    It can be read, or can be read further than before.
    """
    if len(text) > LONGEST:
        return None
    plain = text.replace("\r\n", "\n")
    torn = Torn(tuple(plain.split("\n")), line - 1, kinds(model))
    found = _best(path, torn, model, _candidates(torn))
    if found is None and len(text) < LONGEST_PAIRS:
        found = _best(path, torn, model, _pairs(path, torn, plain))
    if found and "\r\n" in text:
        return Mended(found.text.replace("\n", "\r\n"), found.about)
    return found


def _best(
    path: str, torn: Torn, model: type[BaseModel], candidates: Iterable[Candidate]
) -> Mended | None:
    """The candidate that reads furthest, if it reads further than what is there."""
    plain = "\n".join(torn.lines)
    names = _names(torn)
    best, found = _reach(path, plain, model, names), None
    for candidate in candidates:
        new = "\n".join(candidate.lines)
        if new == plain or not keeps(plain, new, candidate.dropped):
            continue
        if names - _names(Torn(tuple(candidate.lines), 0, torn.known)):
            continue  # A field that became part of a text or of a comment is lost.
        if (reach := _reach(path, new, model, names)) < best:
            best, found = reach, Mended(new, candidate.about)
    return found


def _names(torn: Torn) -> set[str]:
    """The fields that begin where fields of a file begin, or nearly there."""
    return {key.name for key in torn.fields() if key.indent < 2}


def _pairs(path: str, torn: Torn, plain: str) -> Iterator[Candidate]:
    """Two slips in one place: what one candidate leaves, mended by another."""
    for one in _candidates(torn):
        text = "\n".join(one.lines)
        if text == plain:
            continue
        problems = parse(path, text.encode(errors="surrogatepass")).problems
        row = problems[0].span.line - 1 if problems and problems[0].span else 0
        for two in _candidates(Torn(tuple(one.lines), row, torn.known)):
            about = f"{one.about}, and {two.about}"
            yield Candidate(two.lines, about, f"{one.dropped} {two.dropped}")


def blocked(text: str, line: int, model: type[BaseModel]) -> str | None:
    """The text with what stands under the prose field in this line (from 1) as a block of text."""
    plain = text.replace("\r\n", "\n")
    torn = Torn(tuple(plain.split("\n")), line - 1, kinds(model))
    key: Key | None = torn.key(line - 1) if line <= len(torn.lines) else None
    if key is None or torn.known[key.name] != "prose":
        return None
    new = "\n".join(texts.as_block(torn, key))
    return new.replace("\n", "\r\n") if "\r\n" in text else new


def unbroken(path: str, text: str, model: type[BaseModel]) -> str:
    """The text with ordinary line ends, or blanks, in place of odd ones: what reads best."""
    tries = [ODD_BREAK.sub(_broken, text), ODD_BREAK.sub(" ", text)]
    return min(tries, key=lambda each: _reach(path, each, model, set()))


def _broken(odd: re.Match[str]) -> str:
    """A line feed, and the indentation of the line in which it stands."""
    text, start = odd.string, odd.start()
    line = text[max(text.rfind(end, 0, start) for end in "\n\r") + 1 : start]
    return "\n" + line[: len(line) - len(line.lstrip(" "))]


def kinds(model: type[BaseModel]) -> Mapping[str, str]:
    """Of each field of a model, whether it is prose, a list of words, records, or a word."""
    return {name: _kind(field) for name, field in fields_at(model).items()}


def _kind(field: Any) -> str:
    if get_origin(field.annotation) is tuple:
        inner = get_args(field.annotation)[0]
        return "records" if isinstance(inner, type) and issubclass(inner, BaseModel) else "list"
    choices = [field.annotation, *get_args(field.annotation)]
    rules = [*field.metadata, *(rule for each in choices for rule in get_args(each)[1:])]
    forms = [rule.pattern for rule in rules if isinstance(rule, StringConstraints)]
    return "prose" if PROSE in forms else "word"


def _candidates(torn: Torn) -> Iterator[Candidate]:
    return chain.from_iterable(way(torn) for way in _WAYS)


def _reach(path: str, text: str, model: type[BaseModel], names: set[str]) -> tuple[int, ...]:
    """How far a text can be read, less is further: the faults of one that parses, or else the
    place where the parser stopped. One that swallows fields is worse than either."""
    parsed = parse(path, text.encode(errors="surrogatepass"))
    if parsed.data is None and parsed.problems:
        span = parsed.problems[0].span
        if span is None:
            return (2, 0, 0)
        left = text.split("\n")[span.line - 1 :]
        return (1, len(left), len(left[0]) - span.column if left else 0)
    if not isinstance(parsed.data, dict):
        return (1, text.count("\n") + 2, 0)
    if names - set(map(str.lower, parsed.data)):
        return (3, 0, 0)
    return (0, len(parsed.problems) + len(fit(path, model, parsed.data)[1]), 0)


__all__ = ["LONGEST", "Mended", "blocked", "kinds", "mended", "unbroken"]
