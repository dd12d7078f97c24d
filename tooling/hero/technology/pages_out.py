"""Writing the site as a plain tree of files, and removing what an earlier one left there."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from hero.site.portable import playbook_files, portable
from hero.site.window import Window

#: Names every file that was written, so that the next tree can do without those that are gone.
LIST = ".hero-pages"


def write_tree(window: Window, root: Path, out: Path) -> int:
    """Write pages, playbooks with what stands beside them, and downloads; returns how many files.

    What the tree before held and this one does not is removed; other files are left alone.
    """
    written: list[str] = []
    for path, content in chain(portable(window), _playbooks(window, root)):
        _write(out / path, content)
        written.append(path)
    _remove(out, set(_listed(out)) - set(written))
    _write(out / LIST, "".join(f"{path}\n" for path in sorted(set(written))).encode())
    return len(set(written))


def _playbooks(window: Window, root: Path) -> Iterator[tuple[str, bytes]]:
    """The playbooks, and all that they show: pictures, papers; policies are pages, not files."""
    folder = root / "playbooks"
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_symlink() or not file.is_file() or path.endswith((".yml", ".yaml")):
            continue
        if path.endswith(".md"):
            yield from playbook_files(window, path, file.read_text(encoding="utf-8"))
        else:
            yield path, file.read_bytes()


def _listed(out: Path) -> list[str]:
    try:
        return (out / LIST).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def _remove(out: Path, paths: set[str]) -> None:
    inside = out.resolve()
    for path in sorted(paths):
        file = out / path
        if file.parent.resolve().is_relative_to(inside) and (file.is_file() or file.is_symlink()):
            file.unlink()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
