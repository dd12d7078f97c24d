"""Search over every text: the theme's own index for few ideas, Pagefind's for many.

Readers meet one search box, the theme's. It asks a worker; for a large registry that worker is
ours and asks Pagefind, whose index is read in small parts. `playbooks/technology/search.md` says
what was measured.
"""

import json
import logging
import subprocess
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hero.registry.failure import Failed
from hero.site.find.texts import searched
from hero.site.window import Window

_LOG = logging.getLogger("mkdocs.plugins.hero")
#: Up to so many ideas the theme's index holds all they say: about a megabyte, read once.
FEW = 300
#: Where the theme's index and worker are, and where Pagefind's parts go.
INDEX, WORKERS, PARTS = "search/search_index.json", "assets/javascripts/workers", "search/texts"
#: What Pagefind brings for pages of its own; the theme's box needs none of it.
_UNUSED = ("pagefind-*.css", "pagefind-*.js")

Docs = list[dict[str, Any]]


def make_searchable(window: Window, out: Path, whole: bool = True) -> None:
    """Let search find all texts of the site in `out`, whose pages are in the theme's index.

    `whole` False leaves many ideas with title and summary, as where Pagefind is not installed: it
    takes too long for every look at a draft. Raises Failed where Pagefind does.
    """
    index = out / INDEX
    if not index.exists():
        return
    few = len(window.registry.ideas) <= FEW
    program = None if few or not whole else pagefind()
    if not few and program is None:
        if whole:
            _LOG.info(
                "Search finds titles and summaries; for all texts: pip install 'hero[search]'"
            )
        return
    held = json.loads(index.read_bytes())
    docs = with_texts(held["docs"], searched(window))
    if program is not None:
        _index(program, docs, out)
        docs = []
    index.write_text(json.dumps(held | {"docs": docs}, separators=(",", ":")), encoding="utf-8")


def with_texts(docs: Docs, texts: Mapping[str, str]) -> Docs:
    """What the theme's index holds, with all that the ideas say."""
    return [
        each | {"text": escape(texts[each["location"]])} if each["location"] in texts else each
        for each in docs
    ]


def pagefind() -> Path | None:
    """The program, where it is installed and runs on this machine."""
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]

        found: Path = get_executable()
    except (ImportError, FileNotFoundError):
        return None
    return found


def _index(program: Path, docs: Docs, out: Path) -> None:
    """Make the index out of small pages that hold the texts and nothing else."""
    with TemporaryDirectory() as folder:
        _write(Path(folder), docs)
        words = [str(program), "--site", folder, "--output-path", str(out / PARTS)]
        words += ["--force-language", "en"]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"the texts were not indexed for search: {done.stderr.strip()[-300:]}")
    for pattern in _UNUSED:
        for file in (out / PARTS).glob(pattern):
            file.unlink()
    worker = files("hero.site").joinpath("theme/assets/hero-search.js").read_bytes()
    for file in (out / WORKERS).glob("search*.js"):
        file.write_bytes(worker)


def _write(folder: Path, docs: Iterable[Mapping[str, Any]]) -> None:
    """A page for each text; what the theme's index says is safe HTML already."""
    for number, each in enumerate(docs):
        place = escape(each["location"] or "index.html")
        text = (
            f'<!doctype html><html lang="en"><head><title>{each["title"]}</title>'
            f'<meta data-pagefind-meta="at[content]" content="{place}"></head>'
            f"<body><h1>{each['title']}</h1><p>{each['text']}</p></body></html>"
        )
        (folder / f"{number}.html").write_text(text, encoding="utf-8")
