"""Building again after a change: of ideas alone, only what speaks of them."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import Thread

from hero.registry.reading import IDEAS
from hero.registry.refreshed import refreshed
from hero.registry.slug import slug_of
from hero.site.pages import download_makers, page_makers
from hero.site.pulse.page import CHARTS
from hero.site.remade import gone, of_all, remade
from hero.site.shell import Shell
from hero.site.touched import touched
from hero.site.window import Window
from hero.technology.cores import streamed, uncollected
from hero.technology.mkdocs_write import Made, add_to_search, made

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
    return window.again(refreshed(window.registry, paths))


def make_ahead(window: Window, shells: Mapping[str, Shell], site_url: str | None) -> None:
    """Make what tells of all ideas, for nobody: the first change is then as quick as the next.

    The build made it in processes of their own, and what these worked out is gone with them.
    """
    with uncollected():
        for make in of_all([*page_makers(window), *download_makers(window, site_url)]):
            made(shells, site_url, make)


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
    old = [*page_makers(before), *download_makers(before, site_url)]
    new, files = page_makers(after), download_makers(after, site_url)
    change = touched(before, after, {slug_of(path) for path in paths})
    for path in gone(old, [*new, *files]):
        (out / path).unlink(missing_ok=True)
    # Charts and their numbers, and what looks at all ideas at once, are worked out by one worker.
    makers = [*remade(files[: len(CHARTS)], change), *remade([*new, *files[len(CHARTS) :]], change)]
    again: dict[int, Made] = {}
    for start, batch in streamed(partial(made, shells, site_url), makers, least=MANY):
        again |= enumerate(batch, start)
    in_order = [again[number] for number in sorted(again)]
    written = [each.path for each in in_order if _written(out / each.path, each)]
    found = [each.found for each in in_order if each.found]
    add_to_search(out / "search/search_index.json", found)
    return written


def _written(file: Path, each: Made) -> bool:
    if file.exists() and file.read_bytes() == each.content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(each.content)
    return True
