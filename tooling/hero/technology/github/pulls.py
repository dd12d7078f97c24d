"""Reading pulls in bulk: a page of many with nearly all of each, and the rest where there is."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from hero.reconcile.forge import ForgeRefused
from hero.reconcile.seen import Account, ChangedFile, PullSeen
from hero.technology.github import queries
from hero.technology.github.calls import Calls, path
from hero.technology.github.seen_pull import pull_seen
from hero.technology.github.shape import at, broken, many, number, truth, word

#: Further pages of one list of one pull that are read. A list that is longer is a flood; the pull
#: is then told as not whole, so that a flood on one pull does not keep the others from being seen.
MORE_PAGES = 10
#: Files whose names and modes are asked for together.
ENTRIES_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Pulls:
    """The pulls of a repository (OWNER/NAME); `check` is the name of the check that is ours.

    `plain` says that ours is a status: others may not be allowed to read those.
    """

    calls: Calls
    repository: str
    me: Account
    check: str
    plain: bool

    def open(self) -> list[PullSeen]:
        """All open pulls, by number."""
        return self._whole(self._open_nodes())

    def these(self, numbers: Collection[int]) -> list[PullSeen]:
        """The pulls of these numbers, by number."""
        return self._whole(self._these_nodes(sorted(set(numbers))))

    def _names(self, **more: Any) -> dict[str, Any]:
        owner, name = self.repository.split("/")
        return {"owner": owner, "name": name, **more}

    def _open_nodes(self) -> Iterator[Any]:
        asked = self._names(check=self.check, plain=self.plain)
        return nodes(
            self.calls, "reading the open pulls", queries.OPEN_PULLS, asked, "pullRequests"
        )

    def _these_nodes(self, numbers: list[int]) -> Iterator[Any]:
        for batch in batches(numbers, queries.PULLS_AT_ONCE[0]):
            asked = "reading " + ", ".join(f"#{number}" for number in batch)
            document = queries.these_pulls(batch)
            names = self._names(check=self.check, plain=self.plain)
            found = self.calls.query(asked, document, names)
            yield from (at(found, "repository", f"p{number}") for number in batch)

    def _whole(self, nodes: Iterable[Any]) -> list[PullSeen]:
        """Pulls with all pages of their lists, the names and modes of their files."""
        seen = {pull.number: pull for pull in map(self._pull, nodes)}
        pulls = self._with_entries([seen[number] for number in sorted(seen)])
        return [self._with_old_names(pull) for pull in pulls]

    def _pull(self, node: Any) -> PullSeen:
        lists: dict[str, list[Any]] = {}
        complete = True
        for name in queries.LISTS:
            lists[name] = many(node, name, "nodes")
            complete &= self._more(number(node, "number"), name, at(node, name), lists[name])
        pull = pull_seen(node, lists, self.me)
        return pull if complete else replace(pull, whole=False)

    def _more(self, pull: int, name: str, page: Any, rows: list[Any]) -> bool:
        """Add the further pages of a list; False where it does not end."""
        for _ in range(MORE_PAGES):
            if not truth(page, "pageInfo", "hasNextPage"):
                return True
            asked = self._names(number=pull, after=word(page, "pageInfo", "endCursor"))
            found = self.calls.query(f"reading #{pull}", queries.more_of(name), asked)
            page = at(found, "repository", "pullRequest", name)
            rows += many(page, "nodes")
        return not truth(page, "pageInfo", "hasNextPage")

    def _with_entries(self, pulls: list[PullSeen]) -> list[PullSeen]:
        wanted = [
            (pull.head, file.path)
            for pull in pulls
            for file in pull.files
            if pull.whole and file.status != "removed"
        ]
        found: dict[tuple[str, str], tuple[str, str]] = {}
        for batch in batches(wanted, ENTRIES_AT_ONCE):
            asked = {f"c{n}": head for n, (head, _) in enumerate(batch)}
            asked |= {f"p{n}": file for n, (_, file) in enumerate(batch)}
            document = queries.entries(range(len(batch)))
            there = self.calls.query("reading files", document, self._names(**asked))
            for n, key in enumerate(batch):
                entry = _entry(at(there, "repository", f"e{n}"))
                if entry:
                    found[key] = entry
        return [_with_files(pull, found) for pull in pulls]

    def _with_old_names(self, pull: PullSeen) -> PullSeen:
        """GraphQL does not tell the name that a renamed file had, so REST is asked."""
        if not pull.whole or all(file.status != "renamed" for file in pull.files):
            return pull
        where = path("repos", *self.repository.split("/"), "pulls", pull.number, "files")
        rows = self.calls.pages(f"reading the files of #{pull.number}", where)
        old = {word(row, "filename"): row.get("previous_filename") for row in rows}
        files = tuple(
            replace(file, before=old.get(file.path)) if file.status == "renamed" else file
            for file in pull.files
        )
        return replace(pull, files=files)


def nodes(
    calls: Calls, asking: str, document: str, asked: dict[str, Any], name: str
) -> Iterator[Any]:
    """All of one of a repository's lists; fewer at once where many are too much for GitHub."""
    sizes, after = list(queries.PULLS_AT_ONCE), None
    while True:
        page_of = asked | {"first": sizes[0], "after": after}
        try:
            found = calls.query(asking, document, page_of, tries=_tries(sizes))
        except ForgeRefused as refused:
            if refused.kind != "broken" or len(sizes) == 1:
                raise
            del sizes[0]
            continue
        page = at(found, "repository", name)
        yield from many(page, "nodes")
        if not truth(page, "pageInfo", "hasNextPage"):
            return
        after = word(page, "pageInfo", "endCursor")


def batches(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """The rows in order, so many at a time."""
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch


def _tries(sizes: list[int]) -> int:
    """Ask twice for many, and as often as for anything else for as few as there can be."""
    return 2 if len(sizes) > 1 else 4


def _entry(there: Any) -> tuple[str, str] | None:
    """Name and mode of a file at a commit; None where it is not there."""
    file = at(there, "file") if there is not None and "file" in there else None
    if file is None:
        return None
    mode = f"{number(file, 'mode'):06o}"
    if len(mode) != 6:
        raise broken("mode")
    return word(file, "oid"), mode


def _with_files(pull: PullSeen, found: dict[tuple[str, str], tuple[str, str]]) -> PullSeen:
    """The pull with what was found of its files. One that is nowhere was pushed away meanwhile."""
    if not pull.whole:
        return pull
    files, whole = [], True
    for file in pull.files:
        there = found.get((pull.head, file.path))
        whole &= there is not None or file.status == "removed"
        files.append(_named(file, there))
    return replace(pull, files=tuple(files), whole=whole)


def _named(file: ChangedFile, there: tuple[str, str] | None) -> ChangedFile:
    return replace(file, blob=there[0], mode=there[1]) if there else file
