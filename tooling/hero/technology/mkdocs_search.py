"""Search over every text: the theme's own index for few ideas, Pagefind's for many.

Readers meet one search box, the theme's. It asks a worker; for a large registry that worker is
ours and asks Pagefind, whose index is read in small parts. `playbooks/technology/search.md` says
what was measured.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from html import escape, unescape
from itertools import chain, repeat
from pathlib import Path

from hero.site.find.folded import folded
from hero.site.find.texts import Part, searched
from hero.site.window import Window
from hero.technology.mkdocs_pagefind import Docs, make_index, pagefind, said

_LOG = logging.getLogger("mkdocs.plugins.hero")
#: Up to so many ideas the theme's index holds all they say: about a megabyte, read once.
FEW = 300
#: Where the theme's index is.
INDEX = "search/search_index.json"


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
    held, parts = json.loads(index.read_bytes()), searched(window)
    if program is not None:
        make_index(program, with_texts(held["docs"], parts), out)
        docs = []
    else:
        docs = in_sections(held["docs"], parts)
    index.write_text(json.dumps(held | {"docs": docs}, separators=(",", ":")), encoding="utf-8")


def in_sections(docs: Docs, parts: Mapping[str, Sequence[Part]]) -> Docs:
    """What the theme's index holds, with a document for each section of an idea.

    The theme shows the first two pieces of a text that a question hits.
    """
    found: Docs = []
    for each in docs:
        place = each["location"]
        if place not in parts:
            found.append(each | {"text": each["text"] + _hidden(unescape(said(each)))})
        for part in parts.get(place, ()):
            anchor = f"#{part.anchor}" if part.anchor else ""
            # What the title is in ASCII is found with the first words below it.
            titles = chain([f"{part.title} "], repeat(""))
            text = "".join(
                f"<p>{escape(each)}{_hidden(title + each)}</p>"
                for title, each in zip(titles, part.pieces, strict=False)
            )
            found.append({"location": place + anchor, "title": escape(part.title), "text": text})
    return found


def with_texts(docs: Docs, parts: Mapping[str, Sequence[Part]]) -> Docs:
    """What the theme's index holds, with all that the ideas say in one text."""
    return [
        each | {"text": escape(_whole(parts[each["location"]]))}
        if each["location"] in parts
        else each
        for each in docs
    ]


def _whole(parts: Sequence[Part]) -> str:
    """The summary, the sections, and last the tags and people, which nobody reads first."""
    head, *sections = [part.pieces for part in parts]
    return "\n".join(map(" ".join, (head[:1], *sections, head[1:])))


def _hidden(text: str) -> str:
    """The words that ASCII writes in another way, so written: to be found, not to be read."""
    also = folded(text)
    return f"<span hidden>{escape(also)}</span>" if also else ""
