"""A site that another engine built, as a reader meets it: its links, its places, its words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HOST = "http://elsewhere.example/"
_SILENT = {"script", "style", "title"}


@dataclass
class Built(HTMLParser):
    """One page: where its links lead, the places in it, its words and its elements."""

    html: str
    links: list[str] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    silent: int = 0

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        self.links += [found[name] for name in ("href", "src") if name in found]
        self.places |= {found[name] for name in ("id", "name") if name in found}
        self.silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)


def pages(site: Path) -> dict[str, Built]:
    """Every page by its path; the one for what is missing has no address to lead from."""
    found = {each.relative_to(site).as_posix(): each for each in site.rglob("*.html")}
    return {
        path: Built(file.read_text("utf-8")) for path, file in found.items() if path != "404.html"
    }


def dead(site: Path) -> list[str]:
    """Every link of the site to a file or a place that is not there."""
    found, built = [], pages(site)
    for path, page in built.items():
        for link in page.links:
            whole = urljoin(HOST + path.removesuffix("index.html"), link)
            if not whole.startswith(HOST):
                continue
            target = unquote(urlsplit(whole).path).lstrip("/")
            target += "index.html" if not target or target.endswith("/") else ""
            place = unquote(urlsplit(whole).fragment)
            if not (site / target).is_file():
                found.append(f"{path}: {link}")
            elif place and target in built and place not in built[target].places:
                found.append(f"{path}: no place {link}")
    return found
