"""Versions out of `git cat-file --batch`, read while git is still going through the history."""

from collections.abc import Callable, Iterable, Iterator

from hero.process.audit.policies import WATCHED
from hero.process.witness import NO_PLAIN_FILE, Record
from hero.process.witness_reading import Reader
from hero.registry.reading import POLICY_BYTES
from hero.technology.history_line import idea_of
from hero.technology.history_log import Commit, Entry


class Blobs:
    """The contents that a history speaks of, by name: versions of ideas, and policies' bytes.

    `policies` are names of contents that are needed in any case. `left` has, by slug, one more
    version that an idea is compared with.
    """

    def __init__(self, policies: Iterable[str], left: Callable[[str], str | None]) -> None:
        self.commits: dict[str, Commit] = {}
        self.versions: dict[str, Record | None] = {NO_PLAIN_FILE: None}
        self.contents: dict[str, bytes | None] = dict.fromkeys([*policies, NO_PLAIN_FILE])
        self._left = left
        self._asked: set[str] = {NO_PLAIN_FILE}
        self._reader = Reader()
        self._answers = Answers()
        self._open = [name for name in self.contents if name != NO_PLAIN_FILE]

    def wanted(self, commits: Iterable[Commit]) -> bytes:
        """What to ask git for, for the sake of these commits: each name once."""
        names, self._open = self._open, []
        for commit in commits:
            self.commits[commit.name] = commit
            for entry in commit.entries:
                names.extend(self._named(entry))
        fresh = [name for name in dict.fromkeys(names) if name not in self._asked]
        self._asked.update(fresh)
        return "".join(f"{name}\n" for name in fresh).encode()

    def take(self, block: bytes) -> None:
        """Read what git answers, in blocks of any size."""
        for name, raw in self._answers.take(block):
            if name in self.contents:
                self.contents[name] = raw
            self.versions[name] = None if raw is None else self._reader.read(raw)

    def _named(self, entry: Entry) -> Iterator[str]:
        slug = idea_of(entry.path)
        names = (entry.before, entry.after, slug and self._left(slug))
        if slug is None and entry.path in WATCHED:
            for name in filter(None, names):
                self.contents.setdefault(name, None)
        elif slug is None:
            return
        yield from filter(None, names)


class Answers:
    """Takes what `cat-file --batch` says in blocks, and makes names with their bytes of it.

    None stands for what is missing, is no file, or is larger than any file of a registry may be.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._skip = 0

    def take(self, block: bytes) -> Iterator[tuple[str, bytes | None]]:
        """The contents that are complete with this block."""
        skipped = min(self._skip, len(block))
        self._skip -= skipped
        rest, at = self._rest + block[skipped:], 0
        while (end := rest.find(b"\n", at)) >= 0:
            name, kind, *size = rest[at:end].decode().split()
            # `missing`: a clone may lack what it has not fetched.
            length = int(size[0]) if size else -1
            if length > POLICY_BYTES:
                self._skip = max(0, end + length + 2 - len(rest))
                at = min(len(rest), end + length + 2)
                yield name, None
                continue
            if len(rest) < end + length + 2:
                break
            yield name, rest[end + 1 : end + 1 + length] if size and kind == "blob" else None
            at = end + length + 2
        self._rest = rest[at:]
