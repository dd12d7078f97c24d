"""A case as a registry in a folder: its own files, laid over the valid ones that all cases share.

A case folder holds files by their paths from the root. With `base/` and `head/` in it, it is two
registries: what was there before, and what is there now; `facts.json` beside them says what the
forge knows of the change. What git cannot hold, or an editor would mend, stands in `case.toml`:

    remove = ["a shared file that this case is without"]

    [[file]]
    path = "ideas/2026/x.yml"
    text = "what it says"       # default: nothing
    encoding = "utf-16"         # default: utf-8
    size = 50_000_000           # so many bytes, with `fill` (default: zeros) after the text
    mode = 0o444                # its permissions
    link = "target"             # a symbolic link instead
    pipe = true                 # a named pipe instead
"""

import datetime as dt
import os
import shutil
import tomllib
from pathlib import Path
from typing import Any

from hero.process.change import Change
from hero.process.facts import Known
from hero.registry.registry import Registry
from hero.technology.folder import Folder

TODAY = dt.date(2026, 11, 20)
CASES = Path(__file__).parent.parent / "cases"
SHARED = CASES / "_registry"
OF_THE_CASE = {"case.toml", "expected.txt", "facts.json"}


def lay(case: Path, folder: Path) -> tuple[Path, Path | None]:
    """Build the registry of a case below this folder: its root, and the root of its base."""
    if not (case / "base").is_dir():
        return _lay(case, folder / "head"), None
    return _lay(case / "head", folder / "head"), _lay(case / "base", folder / "base")


def change_of(case: Path, base: Path | None) -> Change | None:
    """The change that a case is about, where it is about one."""
    if base is None:
        return None
    facts = case / "facts.json"
    known = Known.model_validate_json(facts.read_bytes()) if facts.exists() else Known()
    return known.change(Registry.read(Folder(base)), TODAY)


def _lay(layer: Path, root: Path) -> Path:
    shutil.copytree(SHARED, root)
    lay_over(layer, root)
    return root


def lay_over(layer: Path, root: Path) -> None:
    """Put the files of one layer over what is there."""
    for path in sorted(layer.rglob("*")):
        name = path.relative_to(layer)
        if path.is_file() and str(name) not in OF_THE_CASE:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, root / name)
    recipe = layer / "case.toml"
    if recipe.exists():
        _cook(tomllib.loads(recipe.read_text(encoding="utf-8")), root)


def _cook(recipe: dict[str, Any], root: Path) -> None:
    assert set(recipe) <= {"remove", "file"}, recipe
    for name in recipe.get("remove", []):
        (root / name).unlink()
    for file in recipe.get("file", []):
        make(root, **file)


def make(
    root: Path,
    path: str,
    text: str = "",
    encoding: str = "utf-8",
    size: int = 0,
    fill: str = "",
    mode: int | None = None,
    link: str | None = None,
    pipe: bool = False,
) -> None:
    """Put one file of a recipe in its place."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    if link is not None:
        target.symlink_to(link)
    elif pipe:
        os.mkfifo(target)
    else:
        raw = text.encode(encoding)
        target.write_bytes(raw.ljust(size, fill.encode()) if fill else raw)
        if size:
            os.truncate(target, size)
        if mode is not None:
            target.chmod(mode)
