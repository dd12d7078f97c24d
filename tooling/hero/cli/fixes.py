"""What `hero check --fix` says and writes, and what `--diff` shows."""

import difflib
import json
from collections.abc import Iterator
from pathlib import Path

from hero.cli import report
from hero.registry.secrets import masked
from hero.rules.rounds import Made, Mending


def write(root: Path, mending: Mending) -> None:
    """Write the files that changed, one after the other, each whole or not at all."""
    from hero.technology.rewrite import rewrite

    for path, raw in sorted(mending.files.items()):
        rewrite(root, path, mending.before[path], raw)


def told(mending: Mending, paint: report.Paint = report.plain) -> str:
    """One line for each fix that was made, in the order of the files."""
    lines = [_one(each, paint) for each in sorted(mending.made, key=lambda each: each.path)]
    return "".join(f"{line}\n" for line in lines)


def as_json(mending: Mending, diagnostics: str) -> str:
    """What was fixed, and the diagnostics that are left."""
    fixed = [
        {"path": each.path, "line": each.line, "rule": each.rule, "about": each.about}
        for each in mending.made
    ]
    both = {"fixed": fixed, "diagnostics": json.loads(diagnostics)}
    return json.dumps(both, indent=2) + "\n"


def diff(mending: Mending) -> str:
    """What would change, line by line. It is there to be read: odd characters are spelt out."""
    lines = (
        line
        for path in sorted(mending.files)
        for line in unified(path, mending.before[path], mending.files[path])
    )
    return "".join(f"{line}\n" for line in lines)


def _one(made: Made, paint: report.Paint) -> str:
    where = paint(f"{report.printable(made.path)}:{made.line}", "place")
    return f"{where}: {paint(f'fixed[{made.rule}]', 'good')}: {report.printable(made.about)}"


def unified(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """How a file would change, line by line; what looks like a secret becomes stars."""
    old, new = (
        masked(raw.decode(errors="replace").replace("\r\n", "\n")).split("\n")
        for raw in (before, after)
    )
    name = report.printable(path)
    lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}", n=1, lineterm="")
    yield from map(report.printable, lines)
