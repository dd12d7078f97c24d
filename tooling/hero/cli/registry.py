"""What most verbs begin with: the registry in a folder, read on all cores."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from hero.registry.registry import Registry
from hero.registry.source import Source
from hero.technology.cores import spread, uncollected
from hero.technology.folder import Folder
from hero.technology.readable import readable

Function = TypeVar("Function", bound=Callable[..., Any])

Only = Callable[[str], bool] | None

#: What a folder holds if it is a registry.
SIGNS = ("playbooks/technology/network.yml", "playbooks/process/pipeline.yml", "ideas")


def root_option(function: Function) -> Function:
    """Add `--root DIR`; without it, the nearest folder upwards that holds a registry."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=lambda _ctx, _param, value: value or nearest_root(Path.cwd()),
        metavar="DIR",
        help="The registry's folder, if it is not this one or one above.",
    )(function)


def nearest_root(start: Path) -> Path:
    """The nearest folder upwards that looks like a registry, or else where one is."""
    for sign in SIGNS:
        for folder in (start, *start.parents):
            if (folder / sign).exists():
                return folder
    return start


def read(root: Path, revision: str | None = None, only: Only = None) -> Registry:
    """The registry in a folder, or at a revision of it. Raises Failed where git fails."""
    return read_from(Folder(root) if revision is None else _revision(root, revision), only)


def read_from(source: Source, only: Only = None) -> Registry:
    """The registry in a source; of the ideas, if only some are asked for, those and their kin.

    Raises Failed where its files are in a newer form than this Hero knows.
    """
    readable(source)
    with uncollected():
        return Registry.read(source, spread, only)


def _revision(root: Path, revision: str) -> Source:
    # GitPython takes a tenth of a second to import; only those who name a revision pay it.
    from hero.technology.git import Revision

    return Revision(root, revision)


def idea_slug(registry: Registry, word: str) -> str:
    """The slug that somebody means by a slug or a path. Raises a usage error for none."""
    from hero.rules.wording import nearest

    slug = word.rsplit("/", 1)[-1].removesuffix(".yml")
    if slug in registry.ideas:
        return slug
    if slug in registry.unread:
        path = registry.unread[slug]
        raise click.UsageError(f"{path} cannot be read; `hero check {path}` says why.")
    near = nearest(slug, registry.ideas)
    hint = f" Did you mean {near!r}?" if near else " `hero list` shows them all."
    raise click.UsageError(f"There is no idea {word!r}.{hint}")
