"""Strangers' Markdown as HTML that can do nothing but be read.

The renderer drops raw HTML. Then links are held against what the site knows, images become links
(a page asks no other host for anything), headings go below the page's own. Last, the result has
to consist of bare tags from a short list, or it goes through a sanitiser.
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

import nh3
from markupsafe import Markup

from hero.registry.gfm import html_of

#: HTML may be this many times as long as its Markdown, and this much longer. A table of 20 KB
#: can ask for 5 MB of empty cells; nobody wrote that to be read.
GROWTH, SLACK = 12, 20_000

_BARE = "p|em|strong|del|code|pre|blockquote|ul|ol|li|h[2-6]"
_HARMLESS = re.compile(rf"(?:[^<]++|</?(?:{_BARE})>|<(?:br|hr) />)*+")
_ANCHOR = re.compile(r'<a href="([^"]*)"(?: title="[^"]*")?>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"(?: title="[^"]*")? />')
_HEADING = re.compile(r"<(/?)h([1-6])>")
_BOX = re.compile(r'<input type="checkbox"( checked="")? disabled="" />')
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@]+@", re.IGNORECASE)

_STRANGE = "nofollow noopener noreferrer ugc"
#: A link whose address was none: the sanitiser leaves its words, and who follows it goes nowhere.
_NOWHERE = re.compile(rf'<a rel="{_STRANGE}">(.*?)</a>', re.DOTALL)

_CLEANER = nh3.Cleaner(
    tags={"p", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "br", "hr"}
    | {"h2", "h3", "h4", "h5", "h6", "a", "table", "thead", "tbody", "tr", "th", "td"},
    attributes={"a": {"href"}, "ol": {"start"}},
    tag_attribute_values={
        "th": {"align": {"left", "center", "right"}},
        "td": {"align": {"left", "center", "right"}},
    },
    url_schemes={"http", "https", "mailto"},
    link_rel=_STRANGE,
)


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders the texts of one page.

    `ideas` leads from a slug to the address of its page. `anchors` are the ids that a link within
    the page may lead to. The highest heading in a text becomes `top`.
    """

    ideas: Mapping[str, str] = field(default_factory=dict)
    anchors: frozenset[str] = frozenset()
    top: int = 3

    def __call__(self, text: str) -> Markup:
        """Markdown to safe HTML; a text that explodes is shown as it was written."""
        made = html_of(text)
        if len(made) > GROWTH * len(text) + SLACK:
            return Markup("<pre>{}</pre>").format(text)
        if "<!-- raw" in made:
            made = made.replace("<!-- raw HTML omitted -->", "")
        if "<h" in made:
            made = _HEADING.sub(self._demoted, made)
        if "<a " in made:
            made = _ANCHOR.sub(self._anchor, made)
        if "<img" in made:
            made = _IMAGE.sub(self._image, made)
        if "<input" in made:
            made = _BOX.sub(lambda box: "☑" if box[1] else "☐", made)
        if not _HARMLESS.fullmatch(made):
            made = _NOWHERE.sub(r"\1", _CLEANER.clean(made))
        # A pre is never sanitised away, and what stands in it is escaped: this is no stranger's.
        return Markup(_framed(made))  # noqa: S704 (because: sanitised in the line above)

    def _demoted(self, heading: re.Match[str]) -> str:
        level = min(6, int(heading[2]) + self.top - 1)
        return f"<{heading[1]}h{level}>"

    def _anchor(self, link: re.Match[str]) -> str:
        words = _IMAGE.sub(lambda image: image[2] or "image", link[2])
        return self._linked(link[1], words)

    def _image(self, image: re.Match[str]) -> str:
        return self._linked(image[1], f"{image[2] or 'image'} (image)")

    def _linked(self, escaped: str, words: str) -> str:
        address = self._address(html.unescape(escaped))
        return f'<a href="{html.escape(address)}">{words}</a>' if address else words

    def _address(self, address: str) -> str | None:
        """Where a link may lead: the web, mail, this page, or an idea named by its file."""
        if _WEB.match(address) or _MAIL.match(address):
            return address
        if address.startswith("#"):
            return address if address[1:] in self.anchors else None
        path, _, _ = address.partition("#")
        if ":" in path or path.startswith("/") or not path.endswith(".yml"):
            return None
        return self.ideas.get(PurePosixPath(unquote(path)).stem)


_CELL = re.compile(r'<(t[hd]) align="(left|center|right)">')
_WIDE = (
    '<div class="hero-wide" role="group" aria-label="Table" tabindex="0"><table class="hero-table">'
)


def _framed(made: str) -> str:
    """Wide tables and code scroll in a frame of their own that the keyboard can reach."""
    if "<table>" in made:
        made = made.replace("<table>", _WIDE).replace("</table>", "</table></div>")
        made = _CELL.sub(r'<\1 class="hero-\2">', made)
    return made.replace("<pre>", '<pre tabindex="0">')


def plain(text: str) -> str:
    """The words of a Markdown text in one line, without its marks."""
    if not _MARKS.search(text):
        return " ".join(text.split())
    return " ".join(html.unescape(_TAG.sub("", html_of(text))).split())


_MARKS = re.compile(r"[*_`\[\]<>#&\\~|!=:@]|^[^\S\n]*(?:[-+]|\d+[.)]|www\.)", re.MULTILINE)
_TAG = re.compile(r"<[^>]*>")

Render = Callable[[str], Markup]
