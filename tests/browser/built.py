"""What is read out of the files of a built site: elements, ids, links, addresses."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
#: What loads when a page opens; a link is only followed.
LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "form": "action"}
#: Where an address ends in a file that is no page, whatever form it has.
_END = r"[^\s\"'<>\\,)]*"


class Source(HTMLParser):
    """A page as its text says it is: each element with its depth, its ids, links and loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tree: list[tuple[int, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.torn: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.torn += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._element(tag, dict(attrs))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._element(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.torn.append(f"/{tag}")

    def _element(self, tag: str, held: dict[str, str | None]) -> None:
        self.tree.append((len(self._open), tag))
        if (id_ := held.get("id")) is not None:
            self.ids.append(id_)
        self.links += [value or "" for name in ("href", "src") if (value := held.get(name))]
        name = (
            "href" if tag == "link" and "stylesheet" in (held.get("rel") or "") else LOADS.get(tag)
        )
        self.loads += [held[name] or ""] if name and name in held else []


def pages(site: Path) -> dict[str, Source]:
    """Every page by its path from the site's root."""
    found = sorted(site.rglob("*.html"))
    return {p.relative_to(site).as_posix(): Source(p.read_text("utf-8")) for p in found}


def broken(site: Path, made: dict[str, Source], base: str) -> Iterator[str]:
    """Links and fragments of pages that lead nowhere; `base` is where the site is published."""
    for path, page in made.items():
        for link in dict.fromkeys(page.links):
            if not _leads(site, made, base, urljoin(base + path, link)):
                yield f"{path}: {link}"


def broken_elsewhere(site: Path, made: dict[str, Source], base: str) -> Iterator[str]:
    """Addresses of the site that lead nowhere, in feeds, calendar, data, badges, sitemap."""
    ours = re.compile(re.escape(base) + _END)
    for file in sorted(site.rglob("*")):
        if file.suffix not in (".xml", ".json", ".csv", ".ics", ".svg"):
            continue
        # A line of a calendar goes on after a line feed and a blank.
        text = file.read_bytes().decode().replace("\r\n ", "")
        for found in dict.fromkeys(ours.findall(text)):
            if not _leads(site, made, base, unescape(found)):
                yield f"{file.relative_to(site)}: {found}"


def _leads(site: Path, made: dict[str, Source], base: str, target: str) -> bool:
    host = urlsplit(base)
    parts = urlsplit(target)
    if (parts.scheme, parts.netloc) != (host.scheme, host.netloc):
        return True
    if not parts.path.startswith(host.path):
        return False
    to = unquote(parts.path.removeprefix(host.path))
    to = f"{to}index.html" if to.endswith("/") or not to else to
    if to in made:
        return not parts.fragment or unquote(parts.fragment) in made[to].ids
    return (site / to).is_file()
