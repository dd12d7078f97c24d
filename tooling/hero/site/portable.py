"""The site as plain Markdown files that any engine can take: pages, playbooks, downloads."""

import posixpath
import re
from collections.abc import Iterator

from hero.culture.scorecard.check import Misread
from hero.registry.render import inline
from hero.site import address
from hero.site.directives import directive
from hero.site.page import Page
from hero.site.pages import download_makers, page_makers
from hero.site.pieces import Pieces
from hero.site.window import Window

_GAP = re.compile(r"\n[ \t]*(?=\n)")
#: A script of the site's own: another engine has no policy for it, and may move what it reads.
#: What it would show stays hidden, and the page is whole without.
_SCRIPT = re.compile(r'\s*<script src="[^"<>]*" defer></script>')
_ASKED = re.compile(r"<!--\s*hero:\s*(.*?)\s*-->")
_IDEA_LINK = re.compile(r"\]\(([^)\s]+/([a-z0-9-]+)\.yml)(#[^)\s]*)?\)")


def page_text(page: Page) -> str:
    """A page as Markdown: a title and a description up front, then its HTML as one block.

    The block has no blank line, so that no Markdown engine looks inside it.
    """
    title, description = inline(page.title), inline(page.description)
    return f"---\ntitle: {title}\ndescription: {description}\n---\n\n{_block(page.body)}\n"


def playbook_text(window: Window, path: str, text: str) -> str:
    """A playbook's page with its policies filled in and its links to ideas leading to pages.

    `path` is the page's place below `playbooks/`.
    """
    root = address.root_of(path)
    pieces = Pieces(window, root)

    def policy(comment: re.Match[str]) -> str:
        try:
            found = directive(comment[1])
        except Misread:
            return ""
        return _block(str(found(pieces))) if found else ""

    def link(found: re.Match[str]) -> str:
        folder = posixpath.dirname(path)
        target = posixpath.normpath(posixpath.join("playbooks", folder, found[1]))
        if window.registry.paths.get(found[2]) != target:
            return found[0]
        return f"]({root}{address.idea(found[2]).removesuffix('.html')}.md{found[3] or ''})"

    return _IDEA_LINK.sub(link, _ASKED.sub(policy, text))


def portable(window: Window) -> Iterator[tuple[str, bytes]]:
    """Every generated file of the tree: where it goes, and what it holds."""
    for make in page_makers(window):
        page = make()
        yield f"{page.path.removesuffix('.html')}.md", page_text(page).encode()
    for make_download in download_makers(window, window.registry.network.site):
        download = make_download()
        yield download.path, download.content


def _block(body: str) -> str:
    """HTML without scripts and blank lines; in a `pre` the line stays, written as a reference."""
    quiet = _SCRIPT.sub("", body.strip())
    return f'<div class="hero-page">\n{_GAP.sub(chr(10) + "&#10;", quiet)}\n</div>'
