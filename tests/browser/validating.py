"""Pages held against HTML as it is written down, by html-validate: once over many files."""

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.browser.auditing import NotFetched, fetched

#: What else HTML demands, and what it finds beyond HTML's own rules, and what we have a reason for.
_RULES = {
    "no-missing-references": "error",
    # Firefox opens the theme's drawer again after a reload where its switch says nothing.
    "valid-autocomplete": "off",
    # Matters of taste: HTML has no opinion of these.
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    "long-title": "off",
    "no-implicit-input-type": "off",
    # HTML lets an id begin with any character, and a role have any name.
    "valid-id": ["error", {"relaxed": True}],
    "aria-label-misuse": ["error", {"allowAnyNamable": True}],
}
_KNOWN = (
    # One of the link types on the list that HTML refers to, which the program does not know.
    '<a> does not allow rel="edit"',
    # The theme names no section of one page alone; a registry has one where it has no `nav`.
    'references missing id "__nav_',
)
_SETTINGS = {
    "root": True,
    "extends": ["html-validate:standard"],
    "rules": _RULES,
}


@pytest.fixture(scope="session")
def validator() -> Path:
    """The program; without npm the test is skipped."""
    try:
        return fetched("html-validate")
    except NotFetched as wrong:
        pytest.skip(str(wrong))


def faults(program: Path, folder: Path, pages: Iterable[Path], settings: Path) -> Iterator[str]:
    """What is no HTML in pages below a folder; `settings` is a folder to write settings to."""
    file = settings / "html-validate.json"
    file.write_text(json.dumps(_SETTINGS), encoding="utf-8")
    names = [page.relative_to(folder).as_posix() for page in pages]
    # To a file: what goes through a pipe is cut off where it is long.
    told = settings / "told.json"
    words = [str(program), "--config", str(file), "--formatter", f"json={told}"]
    done = subprocess.run([*words, *names], capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode in (0, 1), done.stderr[-500:]
    for report in json.loads(told.read_bytes()):
        page = Path(report["filePath"]).name
        for fault in report["messages"]:
            if not any(words in fault["message"] for words in _KNOWN):
                yield f"{page}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
