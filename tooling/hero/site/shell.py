"""The shell: one rendered page of the theme, cut open where a page's own values go.

The theme renders one page a section with the tokens below in the places of the values. Its
output is split on them once; every page of the section is then the pieces with its values in
between. No text of a stranger is ever searched for a token.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from hero.site.address import root_of
from hero.site.follow.feed import FORMS
from hero.site.page import Heading, Page
from hero.site.policy import guarded

_PREFIX = "hero7shell2token"
_NAMES = ("title", "description", "canonical", "head", "body", "contents")
TITLE, DESCRIPTION, CANONICAL, HEAD, BODY, CONTENTS = (f"{_PREFIX}{name}" for name in _NAMES)
_TOKEN = re.compile(rf"({_PREFIX}(?:{'|'.join(_NAMES)}))")
_INDENT = re.compile(r"\n\s+")
#: Words on a line of their own in one of the theme's elements.
_ALONE = re.compile(r'(<(a|span)\b[^<>]*\bclass="md-[^<>]*>)\n([^<>\n]*)\n(</\2>)')
#: The line ends around what is a block: no reader sees them, and a page has hundreds.
_AROUND = re.compile(
    r"\n?(</?(?:article|div|footer|header|label|li|link|main|meta|nav|ol|ul)\b[^<>]*>)\n?"
)
#: Opens the tab that an address names: pages that share a shell have no tabs.
_TABBED = re.compile(r"<script>(?:(?!</script>).)*__tabbed_(?:(?!</script>).)*</script>")
#: The anchor of every page's title, for the link that skips the navigation.
START = "start"


class ShellBroken(Exception):
    """The theme's output does not hold what a page needs. The message names the token."""


@dataclass(frozen=True, slots=True)
class Shell:
    """Pieces of HTML and, between them, the names of the values that go there."""

    pieces: tuple[str, ...]

    @classmethod
    def parse(cls, rendered: str, guard: bool = False) -> "Shell":
        """Cut the theme's output open; `guard` puts the policy of the page into it.

        Raises ShellBroken where it has no title or no body, NoHead where it has no head.
        """
        # Blanks go first: the policy holds each script by its very bytes.
        text = _ALONE.sub(r"\1\3\4", _AROUND.sub(r"\1", _INDENT.sub("\n", rendered)))
        text = _TABBED.sub("", text)
        pieces = _TOKEN.split(guarded(text) if guard else text)
        for token, times in ((BODY, 1), (TITLE, 1)):
            if pieces.count(token) < times:
                raise ShellBroken(token.removeprefix(_PREFIX))
        if pieces.count(BODY) > 1:
            raise ShellBroken("body, more than once")
        return cls(tuple(pieces))

    def fill(self, page: Page, site_url: str | None = None) -> str:
        """The whole page. All values but the body are escaped; the body is safe HTML."""
        values = {
            TITLE: escape(page.title),
            DESCRIPTION: escape(page.description),
            CANONICAL: escape(_canonical(site_url, page)),
            HEAD: _head(site_url, page),
            BODY: page.body,
            CONTENTS: contents(page.headings),
        }
        return "".join(values.get(piece, piece) for piece in self.pieces)


def _canonical(site_url: str | None, page: Page) -> str:
    """The address under which a page is to be known; from the page itself where none is whole."""
    return link(site_url, page.canonical or page.path, page.path)


def _head(site_url: str | None, page: Page) -> str:
    """What others are told of this page alone: of what kind it is, its own address, its feed.

    The address is the page's own even where search engines shall show another: what is shared is
    the record that somebody read. It has to be whole, so without a site there is none.
    """
    kind = "article" if page.section == "ideas" and page.source else "website"
    told = [f'<meta property="og:type" content="{kind}">']
    if site_url:
        own = escape(canonical(site_url, page.path))
        told.append(f'<meta property="og:url" content="{own}">')
    if page.feed:
        root, title = root_of(page.path), escape(page.feed.label)
        told += [
            f'<link rel="alternate feed" type="{form}" title="{title}" '
            f'href="{root}{escape(path(page.feed.name))}">'
            for path, form in FORMS
        ]
    return "".join(told)


def link(site_url: str | None, path: str, of: str) -> str:
    """The full address of a page; where the site has none, the way there from the file `of`."""
    return canonical(site_url, path) if site_url else f"{root_of(of)}{path}"


def canonical(site_url: str | None, path: str) -> str:
    """The full address of a page, or its path where the site has no address."""
    return f"{site_url.rstrip('/')}/{path}" if site_url else path


def contents(headings: Iterable[Heading]) -> str:
    """The table of contents as the theme writes one; nothing where there are no headings."""
    entries = "".join(
        f'<li class="md-nav__item"><a href="#{escape(heading.id)}" class="md-nav__link">'
        f'<span class="md-ellipsis">{escape(heading.title)}</span></a></li>'
        for heading in headings
    )
    if not entries:
        return ""
    return (
        '<div class="md-nav__title">On this page</div>'
        f'<ul class="md-nav__list" data-md-component="toc" data-md-scrollfix>{entries}</ul>'
    )
