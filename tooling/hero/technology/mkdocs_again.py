"""Building again after a change: of ideas alone, only what speaks of them."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import Thread

from hero.registry.reading import IDEAS
from hero.registry.refreshed import refreshed
from hero.registry.slug import slug_of
from hero.site.again import again
from hero.site.pages import makers
from hero.site.remade import NAMING, gone, keep, reached, remade
from hero.site.shell import Shell
from hero.site.together import of_all, together
from hero.site.touched import touched
from hero.site.window import Window
from hero.technology.cores import by_batch, uncollected
from hero.technology.mkdocs_write import Found, Make, add_to_search, made, put

#: A file as it was seen: when it was changed, in nanoseconds, and its bytes.
Stamps = Mapping[str, tuple[int, int]]
#: So many files are worth a second core.
MANY = 150


def stamps(root: Path, *folders: str) -> Stamps:
    """All files below some folders of the registry, by their path from its root."""
    found = {}
    for folder in folders:
        for path in (root / folder).rglob("*"):
            try:
                seen = path.stat()
            except OSError:
                continue  # It went between being listed and being looked at.
            if path.is_file():
                found[path.relative_to(root).as_posix()] = (seen.st_mtime_ns, seen.st_size)
    return found


class Again:
    """What MkDocs calls when files have changed. `whole` builds everything.

    `some` makes again what these idea files reach; it says False where that is not known. `ahead`
    is done in a thread after each whole build, so that nobody waits for it later.
    """

    def __init__(
        self,
        root: Path,
        whole: Callable[[], None],
        some: Callable[[frozenset[str]], bool],
        ahead: Callable[[], None],
    ) -> None:
        self.root, self._whole, self._some, self._ahead = root, whole, some, ahead
        self._seen: Stamps | None = stamps(root, IDEAS, "playbooks")
        self._thread = self._begun()

    def _begun(self) -> Thread:
        thread = Thread(target=self._ahead, daemon=True)
        thread.start()
        return thread

    def __call__(self) -> None:
        """Build what has changed since the last time. After a failure that is everything."""
        before, self._seen = self._seen, None
        now = stamps(self.root, IDEAS, "playbooks")
        changed = _differing(before, now) if before is not None else frozenset()
        ideas = changed and all(_is_idea(path) for path in changed)
        # It looks at what changes now, and a build forks.
        self._thread.join()
        with uncollected():
            if not (ideas and self._some(changed)):
                self._whole()
                self._thread = self._begun()
        self._seen = now


def _differing(before: Stamps, now: Stamps) -> frozenset[str]:
    return frozenset(path for path in {*before, *now} if before.get(path) != now.get(path))


def _is_idea(path: str) -> bool:
    return path.startswith(f"{IDEAS}/") and path.endswith((".yml", ".yaml"))


def looked_again(window: Window, paths: frozenset[str]) -> Window:
    """The window after these idea files have changed."""
    return again(window, refreshed(window.registry, paths))


def make_ahead(window: Window, shells: Mapping[str, Shell], site_url: str | None) -> None:
    """Make what tells of all ideas, for nobody: the first change is then as quick as the next.

    The build made it in processes of their own, and what these worked out is gone with them.
    """
    with uncollected():
        for make in of_all(makers(window, site_url, only=())):
            made(shells, site_url, make)
        for naming in NAMING:
            window.derived(naming)


def write_again(
    before: Window,
    after: Window,
    paths: frozenset[str],
    shells: Mapping[str, Shell],
    out: Path,
    site_url: str | None,
) -> list[str]:
    """Write the pages that speak of these idea files, and remove those that are no more.

    Returns what was written. A page that says the same as before is left as it is.
    """
    change = touched(before, after, {slug_of(path) for path in paths})
    keep(change)
    old, new = (makers(side, site_url, reached(change)) for side in (before, after))
    for path in gone(old, new):
        (out / path).unlink(missing_ok=True)
    some = remade(new, change)
    batches = together(some) if len(some) >= MANY else [some]
    written = [each for each in by_batch(partial(_written, shells, site_url, out), batches) if each]
    add_to_search(out / "search/search_index.json", [found for _, found in written if found])
    return [path for path, _ in written]


def _written(
    shells: Mapping[str, Shell], site_url: str | None, out: Path, make: Make
) -> tuple[str, Found | None] | None:
    """Make a page or file, and write it if it says something else than before: what was written."""
    path, content, found = made(shells, site_url, make)
    return (path, found) if _changed(out / path, content) else None


def _changed(file: Path, content: bytes) -> bool:
    """Let a file hold this; says whether it held something else.

    What is there is written over: a file that is emptied first waits for the disk (ext4's
    auto_da_alloc).
    """
    try:
        with file.open("r+b") as there:
            if there.read() == content:
                return False
            there.seek(0)
            there.write(content)
            there.truncate()
    except FileNotFoundError:
        put(file, content)
    return True
