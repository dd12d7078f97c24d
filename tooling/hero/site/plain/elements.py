"""A page's HTML as a tree, without what does nothing once the site's scripts are gone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

#: Blocks that hold text alone, as a rule.
LEAVES = ("p", "dt", "summary", "figcaption", "caption", "label")
_GROUPS = (
    *("div", "section", "article", "nav", "figure", "details", "noscript", "header", "footer"),
    *("main", "dd", "thead", "tbody"),
)
#: What stands as a block of its own.
BLOCKS = frozenset(
    {*LEAVES, *_GROUPS, "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"ul", "ol", "li", "dl", "blockquote", "pre", "table", "hr"}
)

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
#: What asks for a script, or is told twice: once to be seen and once to be heard.
_LEFT_OUT = frozenset(
    {"script", "style", "template", "form", "button", "select", "input", "output"}
)
_NESTED = frozenset({"blockquote", "ul", "ol", "li", "dl"})
#: No engine shows more levels of quotes and lists well; what is deeper stands at this level.
DEEPEST = 12


@dataclass(slots=True)
class Element:
    """An element; its inside is text and elements in their order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Its class."""
        return self.attributes.get("class", "")

    def all(self, tag: str) -> Iterator["Element"]:
        """Every such element in it, but for those in one another."""
        for each in self.inside:
            if isinstance(each, Element):
                yield from [each] if each.tag == tag else each.all(tag)


def parsed(html: str) -> Element:
    """The tree of safe HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("div")
        #: What is open: the tag, and where its inside goes; nowhere for what is left out.
        self.open: list[tuple[str, Element | None]] = [("div", self.root)]
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        place = self.open[-1][1]
        deep = tag in _NESTED and self.depth >= DEEPEST
        self.depth += tag in _NESTED
        if place is not None and not deep:
            unseen = "hidden" in attributes or attributes.get("aria-hidden") == "true"
            element = None if tag in _LEFT_OUT or unseen else Element(tag, attributes)
            if element:
                place.inside.append(element)
            place = element
        elif place is not None:
            place.inside.append(" ")
        if tag not in _VOID:
            self.open.append((tag, place))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self.open) > 1 and self.open[-1][0] == tag:
            self.open.pop()
            self.depth -= tag in _NESTED

    def handle_data(self, data: str) -> None:
        if (place := self.open[-1][1]) is not None:
            place.inside.append(data)
