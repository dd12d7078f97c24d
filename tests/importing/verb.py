"""`hero import` run on a small registry, a small source and the small mapping."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from hero.cli import run
from tests.importing.small import MAPPING, PIPELINE, POLICIES

ROWS = '''\
id,title,why,created,status,needs
1,Quieter alarms,"Pages, at ""night""",2024-01-02,New,2
2,Fewer alarms,,2024-01-03,New,
,Nobody's,,,,
'''


def lay_out(folder: Path) -> Path:
    """A registry without ideas, beside a source and the small mapping."""
    shutil.copytree(POLICIES, folder / "registry")
    shutil.copy(PIPELINE, folder / "registry" / "playbooks" / "process")
    (folder / "jobs.csv").write_text(ROWS, encoding="utf-8-sig")
    (folder / "map.yml").write_text(yaml.safe_dump(MAPPING), encoding="utf-8")
    return folder


def imports(root: Path, *words: str, out: str = "registry/ideas", file: str = "jobs.csv") -> int:
    """The exit code of `hero import` with the small mapping."""
    mapping = ("--mapping", str(root / "map.yml"))
    return run(["import", str(root / file), *mapping, "--out", str(root / out), *words])


def files(root: Path) -> dict[str, bytes]:
    """All files and what is in them."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def remap(root: Path, **changes: Any) -> None:
    """Write the mapping with some of its fields replaced."""
    (root / "map.yml").write_text(yaml.safe_dump(MAPPING | changes), encoding="utf-8")
