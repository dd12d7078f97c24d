"""From files to data and ideas, quickly and without ever raising on what is in them."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from pydantic import BaseModel

from hero.registry.idea import Idea
from hero.registry.parse import parse
from hero.registry.problem import Problem
from hero.registry.schema import fit
from hero.registry.slug import is_slug, skeleton, slug_from, slug_of
from hero.registry.source import Source, SourceRefused, Spread
from hero.registry.texts import SIGNS, signs_in

#: The most bytes of an idea, and of a policy. The longest of 1,287 real proposals, cut to what a
#: proposer is asked for, takes 5 KB; a roster of 2,000 advocates takes 500 KB.
IDEA_BYTES, POLICY_BYTES = 100_000, 2_000_000

#: The folder of ideas.
IDEAS = "ideas"


def load(
    source: Source, path: str, limit: int, model: type[BaseModel] | None = None
) -> tuple[Any, list[Problem]]:
    """Read and parse one file, and hold it against a model where one is given."""
    try:
        parsed = parse(path, source.read(path, limit))
    except SourceRefused as refused:
        return None, [Problem(refused.kind, path, detail=refused.detail)]
    if model is None or (parsed.data is None and parsed.problems):
        return parsed.data, parsed.problems
    value, problems = fit(path, model, {} if parsed.data is None else parsed.data)
    return value, parsed.problems + problems


def listed(source: Source, under: str, problems: list[Problem]) -> list[str]:
    """The files below a folder, sorted. Folders that must not be entered become problems."""
    paths = sorted(source.paths(under))
    for path in paths:
        if path.endswith("/"):
            problems.extend(load(source, path.rstrip("/"), 0)[1])
    return [path for path in paths if not path.endswith("/")]


def _read_idea(source: Source, path: str) -> tuple[Any, list[Problem], tuple[str, ...]]:
    """The data of an idea, its problems, and the signs that its text shows."""
    try:
        raw = source.read(path, IDEA_BYTES)
    except SourceRefused as refused:
        return None, [Problem(refused.kind, path, detail=refused.detail)], ()
    parsed = parse(path, raw)
    return parsed.data, parsed.problems, signs_in(raw)


def _idea_of(
    path: str, slug: str, data: Any, found: list[Problem]
) -> tuple[Idea | None, list[Problem]]:
    """The idea that a file's data makes, if it makes one, and all that is wrong with the file."""
    idea = None
    if data is not None or not found:
        idea, faults = fit(path, Idea, {} if data is None else data)
        found = found + faults
    if not is_slug(slug) or path.endswith(".yaml"):
        return None, [*found, Problem("slug-form", path, detail={"slug": slug})]
    return idea, found


def read_ideas(
    source: Source,
    spread: Spread[Any, Any],
    problems: list[Problem],
    only: Callable[[str], bool] | None = None,
) -> dict[str, Any]:
    """The ideas of a registry, by what the registry calls each part of them.

    Parse on all cores; make ideas of the data here, which costs less than handing them over. With
    `only`, the files it says yes to are read, and those that they could clash with or lead to.
    """
    every = [p for p in listed(source, IDEAS, problems) if p.endswith((".yml", ".yaml"))]
    chosen = every if only is None else _around(source, every, only)
    parsed = spread(partial(_read_idea, source), chosen)
    ideas: dict[str, Idea] = {}
    paths: dict[str, str] = {}
    unread: dict[str, str] = {}
    twins: dict[str, list[str]] = {}
    signs: dict[str, list[str]] = {sign: [] for sign in SIGNS}
    for path, (data, found, shown) in zip(chosen, parsed, strict=True):
        slug = slug_of(path)
        idea, faults = _idea_of(path, slug, data, found)
        problems.extend(faults)
        if slug in paths or slug in unread:
            twins.setdefault(slug, []).append(path)
        elif idea is None:
            unread[slug] = path
        else:
            ideas[slug], paths[slug] = idea, path
            for sign in shown:
                signs[sign].append(slug)
    order = sorted(ideas)
    return {
        "ideas": {slug: ideas[slug] for slug in order},
        "paths": {slug: paths[slug] for slug in order},
        "signs": {sign: tuple(sorted(slugs)) for sign, slugs in signs.items()},
        "unread": unread,
        "elsewhere": {slug_of(path): path for path in sorted(set(every) - set(chosen))},
        "twins": {slug: tuple(more) for slug, more in twins.items()},
    }


def _around(source: Source, every: list[str], only: Callable[[str], bool]) -> list[str]:
    """The files asked for, those whose names look like theirs, and all that they lead to."""
    by_slug: dict[str, list[str]] = {}
    for path in every:
        by_slug.setdefault(slug_of(path), []).append(path)
    shapes = {_shape(slug_of(path)) for path in every if only(path)}
    alike = [path for slug, paths in by_slug.items() if _shape(slug) in shapes for path in paths]
    found = dict.fromkeys(alike)
    pending = alike
    while pending:
        targets = {slug for path in pending for slug in _targets(_read_idea(source, path)[0])}
        pending = [p for slug in sorted(targets) for p in by_slug.get(slug, ()) if p not in found]
        found |= dict.fromkeys(pending)
    return sorted(found)


@cache
def _shape(slug: str) -> str:
    return skeleton(slug_from(slug))


def _targets(data: Any) -> Iterator[str]:
    """The slugs that an idea's data refers to, whatever its faults."""
    links = data.get("links") if isinstance(data, dict) else None
    for value in links.values() if isinstance(links, dict) else ():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str):
                yield each
