"""What a checkout holds beside the registry's own files: workflows, owners, the version of Hero."""

import re
from collections.abc import Iterator
from pathlib import Path

from hero import __version__
from hero.reconcile.doctor.health import Checkout
from hero.registry.format import FORMAT, format_of
from hero.technology.folder import Folder

_FOLDER = ".github/workflows"
_OWNERS = ".github/CODEOWNERS"
_FORM = ".github/ISSUE_TEMPLATE/idea.yml"
_PACKAGE = "requirements/hero.txt"
_CALLED = re.compile(
    r"^\s*uses: (?P<source>[\w.-]+/[\w.-]+)/\.github/workflows/[\w.-]+@(?P<version>[\w./-]+)", re.M
)
_PINNED = re.compile(
    r"^hero @ git\+\S+?/(?P<source>[\w.-]+/[\w.-]+?)(?:\.git)?@(?P<version>[\w./-]+)", re.M
)


def checkout(root: Path) -> Checkout:
    """The files of a checkout that doctor looks at; what is not there is empty."""
    texts = {path.name: _text(path) for path in sorted((root / _FOLDER).glob("*.y*ml"))}
    files = {f"{_FOLDER}/{name}": text for name, text in texts.items()}
    pins = dict(_pins({**files, _PACKAGE: _text(root / _PACKAGE)}))
    return Checkout(
        workflows=texts,
        owners=_text(root / _OWNERS) if (root / _OWNERS).is_file() else None,
        form_file=(root / _FORM).is_file(),
        version=__version__,
        form=FORMAT,
        at=format_of(Folder(root)),
        source=next((source for source, _ in pins.values()), ""),
        pins={path: version for path, (_, version) in pins.items()},
    )


def _pins(texts: dict[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The repository and the version of Hero that each file asks for."""
    for path, text in texts.items():
        found = (_PINNED if path == _PACKAGE else _CALLED).search(text)
        if found:
            yield path, (found["source"], found["version"])


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
