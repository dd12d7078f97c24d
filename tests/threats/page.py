"""A comment as GitHub shows it, read as a browser would: what it calls, leads to and contains."""

import re
from html.parser import HTMLParser

import cmarkgfm  # type: ignore[import-untyped]  # (because: it has no types)
from cmarkgfm import cmark

EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist", "tagfilter"]


class Page(HTMLParser):
    """The tags, addresses and text of a comment."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self._code = 0
        options = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_HARDBREAKS
        # GitHub shows the remarks of HTML to nobody.
        shown = re.sub(r"<!-- hero: .*? -->", "", markdown)
        self.html = cmarkgfm.markdown_to_html_with_extensions(shown, options, EXTENSIONS)
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag. Text on both sides of it is not one word."""
        self.tags.add(tag)
        self.text += " "
        self._code += tag in ("code", "pre")
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        """Note that code ends."""
        self.text += " "
        self._code -= tag in ("code", "pre")

    def handle_comment(self, data: str) -> None:
        """Take a hidden remark for a tag."""
        self.tags.add("!--")

    def handle_data(self, data: str) -> None:
        """Keep text; nobody is called from within code."""
        self.text += data if not self._code else "`" * len(data)

    @property
    def calls(self) -> set[str]:
        """Whom it calls by name."""
        return set(re.findall(r"(?<![\w`])@([A-Za-z0-9][\w/-]*)", self.text))

    @property
    def refers(self) -> list[str]:
        """Which issues it refers to, and so leaves a note at, or closes."""
        return re.findall(
            r"(?<![\w&])#\d+|\bGH-\d+|(?<!redirect\.)github\.com/\S+/(?:issues|pull)/\d+", self.text
        )
