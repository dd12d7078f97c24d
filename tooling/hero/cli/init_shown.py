"""What `hero init` is about to do, for people."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from hero.cli.report import printable

if TYPE_CHECKING:
    from hero.registry.beginning.own import Own
    from hero.registry.rewriting import Rewriting

#: So many paths of one kind are named; of more, the folders.
NAMED = 3


def facts(own: "Own") -> dict[str, str]:
    """What the registry will say of itself, in a line each."""
    undecided = "not said yet; a private repository has to (--audience)"
    return {
        "network": f"{own.name}, of {own.organisation}",
        "repository": f"{own.repository} on {own.forge}",
        "site": own.site,
        "readers": own.audience or undecided,
        "themes": ", ".join(each.id for each in own.themes),
        "advocates": ", ".join(
            f"{each.login} (account {each.id}): {', '.join(each.expertise)}"
            for each in own.advocates
        ),
        "code owners": " ".join(own.owners),
        "audited from": own.today.isoformat(),
    }


def plan(own: "Own", rewritings: "Sequence[Rewriting]") -> str:
    """The facts, and what becomes of which files."""
    lines = [f"{key:<13} {printable(said)}" for key, said in facts(own).items()]
    return "\n".join([*lines, "", *_files(rewritings), ""])


def _files(rewritings: "Sequence[Rewriting]") -> Iterator[str]:
    order = sorted(rewritings, key=lambda each: (each.deed, each.about, each.path))
    for (deed, about), kind in groupby(order, key=lambda each: (each.deed, each.about)):
        paths = [each.path for each in kind]
        if len(paths) <= NAMED:
            yield from (f"{deed:<7} {printable(path)}: {about}" for path in paths)
            continue
        folders = sorted({_folder(path, path.count("/")) for path in paths})
        if len(folders) > NAMED:
            folders = sorted({_folder(path, 1) for path in paths})
        where = ", ".join(map(printable, folders))
        yield f"{deed:<7} {len(paths)} files in {where}: {about}"


def _folder(path: str, depth: int) -> str:
    """The folders of a path, so many of them; a file that is in none is itself."""
    parts = path.split("/")
    return "/".join(parts[:depth]) + "/" if len(parts) > 1 else path
