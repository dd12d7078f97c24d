"""Pagefind's index over all texts, in parts of which a browser reads the few that it needs.

The texts are shared among several indexes, which the browser asks together: for each text that has
a word, Pagefind's program looks through all places of that word, so that a word of all texts costs
the square of their number (`search_term` in its `pagefind_web/src/search.rs`). Measured at 10,000
ideas, Pagefind 1.5.2: two words that nearly all texts have take 0.74 s in one index and 0.27 s in
five, three words 1.6 s and 0.8 s. The work of making them is the same, the memory of each a fifth.

Where an index lacks a word, Pagefind takes what the word begins with. So each index gets a page of
the words that only the others have, which the browser leaves out: a word is then known to all
indexes or to none, and finds what it finds in one.
"""

import json
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from html import escape, unescape
from importlib.resources import files
from itertools import count
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unicodedata import normalize
from zlib import crc32

from hero.registry.failure import Failed
from hero.site.find.folded import folded
from hero.technology.cores import available

#: Where the theme's worker is, and where the indexes go: a folder with a number for each.
WORKERS, TEXTS = "assets/javascripts/workers", "search/texts"
#: Texts of one index, by and large: their addresses say which one is theirs.
SHARE = 2500
#: What Pagefind brings for pages of its own and for other languages; the box needs none of it.
_UNUSED = ("pagefind-*.css", "pagefind-*.js", "wasm.unknown.pagefind")
#: What only the first index needs: the program that reads them all.
_PROGRAM = ("pagefind.js", "wasm.*.pagefind")
#: What of an index is read before the first search, and where the browser finds what that is.
_FIRST, FIRST = ("pagefind-entry.json", "*.pf_meta", "wasm.*.pagefind", "filter/*"), "first.json"
#: What words begin with that Pagefind takes for its own, as that all after them weigh more.
_MARK = re.compile(r"_+(?=(?:END_)?PAGEFIND_)")
#: Where Pagefind goes on with the word that stands before.
_INLINE = re.compile(r"</?(?:a|b|code|del|em|i|kbd|mark|span|strong|sub|sup)\b[^>]*>")

Docs = list[dict[str, Any]]


def pagefind() -> Path | None:
    """The program, where it is installed and runs on this machine."""
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]  # (because: it has no types)

        found: Path = get_executable()
    except (ImportError, FileNotFoundError):
        return None
    return found


def make_index(program: Path, docs: Docs, out: Path) -> None:
    """Index the texts of the site in `out`, and put a worker there that asks the indexes.

    Raises Failed where Pagefind does.
    """
    shares = [[page_of(doc) for doc in share] for share in shared(docs)]
    words = [words_of(share) for share in shares]
    every = frozenset[str]().union(*words)
    pages = [[*share, _glossary(every - its)] for share, its in zip(shares, words, strict=True)]
    with ThreadPoolExecutor(available()) as pool:
        first = list(pool.map(partial(_index, program, out / TEXTS), pages, count()))
    (out / TEXTS / FIRST).write_text(json.dumps(first), encoding="utf-8")
    worker = files("hero.site").joinpath("theme/assets/hero-search.js").read_bytes()
    for file in (out / WORKERS).glob("search*.js"):
        file.write_bytes(worker)


def shared(docs: Docs) -> list[Docs]:
    """Which index each text is in, by its address.

    Every index has texts of all kinds and ages, so that a word is as rare in one as in another and
    their hits can be compared. A text stays in its index while their number stays, so that another
    text leaves most parts as they are.
    """
    shares: list[Docs] = [[] for _ in range(max(1, ceil(len(docs) / SHARE)))]
    for doc in docs:
        shares[crc32(doc["location"].encode()) % len(shares)].append(doc)
    return shares


def said(doc: Mapping[str, Any]) -> str:
    """All words of a document of the theme's index, as HTML."""
    return f"{doc['title']} {doc['text']}"


def _index(program: Path, texts: Path, pages: Sequence[str], number: int) -> list[str]:
    """Make one index out of small pages that hold the texts and nothing else.

    Gives the paths in it of what is read first.
    """
    out = texts / str(number)
    with TemporaryDirectory() as folder:
        for place, page in enumerate(pages):
            (Path(folder) / f"{place}.html").write_text(page, encoding="utf-8")
        words = [str(program), "--site", folder, "--output-path", str(out)]
        words += ["--force-language", "en"]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"the texts were not indexed for search: {done.stderr.strip()[-300:]}")
    for pattern in _UNUSED + (_PROGRAM if number else ()):
        for file in out.glob(pattern):
            file.unlink()
    first = (file for pattern in _FIRST for file in out.glob(pattern))
    return sorted(file.relative_to(out).as_posix() for file in first)


def page_of(doc: Mapping[str, Any]) -> str:
    """A page for a text; what the theme's index says is safe HTML already."""
    place = escape(doc["location"] or "index.html")
    # What stands in another script may say it too, once it is written in ASCII.
    body = _MARK.sub("", f"<h1>{doc['title']}</h1><p>{doc['text']}</p>{_also(doc)}")
    return (
        f'<!doctype html><html lang="en"><head><title>{_MARK.sub("", doc["title"])}</title>'
        f'<meta data-pagefind-meta="at[content]" content="{place}"></head>'
        f"<body>{body}</body></html>"
    )


def _glossary(words: Iterable[str]) -> str:
    """A page of words that the browser leaves out by its filter; Pagefind takes no empty one."""
    return (
        '<!doctype html><html lang="en"><head><title>Glossary</title></head>'
        '<body data-pagefind-filter="kind:glossary"><h1>Words of the other indexes</h1>'
        f"<p>{escape(' '.join(sorted(words)))}</p></body></html>"
    )


def words_of(pages: Iterable[str]) -> frozenset[str]:
    """What pages are made of, between blanks: Pagefind parts it into words by rules of its own.

    Addresses are among it, since Pagefind finds them too.
    """
    text = re.sub(r'<meta [^>]*content="([^"]*)">', r" \1 ", _INLINE.sub("", " ".join(pages)))
    return frozenset(unescape(re.sub(r"<[^>]*>", " ", text)).split())


def _also(doc: Mapping[str, Any]) -> str:
    """What Pagefind does not take for alike: it knows that `é` is an `e`, but not what `ß` is."""
    words = folded(unescape(said(doc))).split()
    bare = normalize("NFKD", unescape(said(doc)))
    also = [word for word in words if word not in re.sub(r"[\u0300-\u036f]", "", bare)]
    return f"<p>Also written {escape(', '.join(also))}.</p>" if also else ""
