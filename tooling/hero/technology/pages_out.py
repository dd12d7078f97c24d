"""Writing the site as a plain tree of files."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from hero.site.portable import playbook_text, portable
from hero.site.window import Window


def write_tree(window: Window, root: Path, out: Path) -> int:
    """Write generated pages, playbooks and the style below `out`; returns how many files."""
    count = 0
    for path, content in (*_playbooks(window, root), *_assets()):
        _write(out / path, content)
        count += 1
    for path, content in portable(window):
        _write(out / path, content)
        count += 1
    return count


def _playbooks(window: Window, root: Path) -> Iterator[tuple[str, bytes]]:
    folder = root / "playbooks"
    for file in sorted(folder.rglob("*.md")):
        if file.is_symlink() or not file.is_file():
            continue
        path = file.relative_to(folder).as_posix()
        text = file.read_text(encoding="utf-8")
        yield path, playbook_text(window, path, text).encode()


def _assets() -> Iterator[tuple[str, bytes]]:
    for each in sorted(files("hero.site").joinpath("theme/assets").iterdir(), key=str):
        yield f"assets/{each.name}", each.read_bytes()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
