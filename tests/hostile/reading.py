"""What a browser would find in HTML, and what of that no stranger may put there."""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

#: What a stranger's Markdown may become, and with which attributes.
_BARE = ("p", "em", "strong", "del", "code", "blockquote", "ul", "li", "br", "hr", "h3", "h4", "h5")
TEXT: dict[str, set[str]] = {
    **{tag: set() for tag in (*_BARE, "h6", "thead", "tbody", "tr")},
    "pre": {"tabindex"},
    "ol": {"start"},
    "a": {"href", "rel"},
    "table": {"class"},
    "th": {"class"},
    "td": {"class"},
    "div": {"class", "role", "aria-label", "tabindex"},
}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "path", "source", "wbr"}
#: Where a link may lead: the web, mail, or somewhere on the same site.
SAFE = re.compile(r"https?://[^\s/]|mailto:[^\s@]+@|(?![a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
LINKS = {"href", "src", "action", "formaction", "poster", "data", "xlink:href", "srcdoc"}


class Reading(HTMLParser):
    """The elements of a text with their attributes, and everything else that is no words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.others: list[str] = []
        self.open: list[str] = []
        self.torn: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A browser does not care about the slash, but in a drawing.
        if "svg" in self.open:
            self.elements.append((tag, dict(attrs)))
        else:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.torn.append(tag)

    def handle_comment(self, data: str) -> None:
        self.others.append(f"comment: {data}")

    def handle_decl(self, decl: str) -> None:
        self.others.append(f"declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        self.others.append(f"instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        self.others.append(f"section: {data}")


def strange(html: str) -> list[str]:
    """What stands in rendered Markdown and must not: nothing, for whatever Markdown it was."""
    read = Reading(html)
    odd = read.others + [f"</{tag}>" for tag in (*read.torn, *read.open)] + list(harmful(read))
    for tag, attributes in read.elements:
        if tag not in TEXT or not set(attributes) <= TEXT[tag]:
            odd.append(f"<{tag} {attributes}>")
    return odd


def harmful(read: Reading) -> Iterator[str]:
    """What may stand nowhere on a page: handlers, styles, and links that do more than lead."""
    for tag, attributes in read.elements:
        for name, value in attributes.items():
            leads = name not in LINKS or SAFE.match(value or "")
            if name.startswith("on") or name in ("style", "srcdoc") or not leads:
                yield f"<{tag} {name}={value}>"


def shape(read: Reading) -> Counter[tuple[str, frozenset[str]]]:
    """How often each element stands there, with the names of its attributes."""
    return Counter((tag, frozenset(attributes)) for tag, attributes in read.elements)
