"""The site as plain Markdown files that any engine can take: pages, playbooks, downloads."""

import posixpath
import re
from collections.abc import Iterator

from hero.culture.scorecard.check import Misread
from hero.registry.render import inline as scalar
from hero.site import address
from hero.site.directives import directive
from hero.site.page import Page
from hero.site.pages import download_makers, page_makers
from hero.site.pieces import Pieces
from hero.site.plain.blocks import Writer
from hero.site.plain.elements import parsed
from hero.site.plain.pictures import drawn_apart
from hero.site.plain.playbook import plain_playbook
from hero.site.plain.words import CELL_BREAK, inline
from hero.site.window import Window

_ASKED = re.compile(r"<!--\s*hero:\s*(.*?)\s*-->")
_ALONE = re.compile(r"^([ \t]*)<!--\s*hero:\s*(.*?)\s*-->[ \t]*$", re.MULTILINE)
_IDEA_LINK = re.compile(r"\]\(([^)\s]+/([a-z0-9-]+)\.yml)(#[^)\s]*)?\)")
#: Themes write a title as it is, into HTML and into attributes. The page itself says it in full.
_INERT = str.maketrans('<>"{}', "\u2039\u203a\u201d()")

Files = Iterator[tuple[str, bytes]]


def page_files(page: Page) -> Files:
    """A page as Markdown, a title and a description up front, and its drawings."""
    name, root = page.path.removesuffix(".html"), address.root_of(page.path)
    body, drawings = drawn_apart(page.body, name.replace("/", "-"), root)
    front = "".join(
        f"{key}: {scalar(' '.join(said.translate(_INERT).split()) or '-')}\n"
        for key, said in (("title", page.title), ("description", page.description))
    )
    blocks = Writer().blocks(parsed(body).inside, top=True)
    yield f"{name}.md", "\n\n".join([f"---\n{front}---", *blocks, ""]).rstrip("\n").encode() + b"\n"
    yield from ((path, text.encode()) for path, text in drawings)


def playbook_files(window: Window, path: str, text: str) -> Files:
    """A playbook's page with its policies filled in and its links to ideas leading to pages.

    `path` is the page's place below `playbooks/`.
    """
    root = address.root_of(path)
    pieces = Pieces(window, root)
    name = path.removesuffix(".md").replace("/", "-")
    drawings: list[tuple[str, str]] = []

    def policy(asked: str) -> str:
        try:
            found = directive(asked)
        except Misread:
            return ""
        body, drawn = drawn_apart(str(found(pieces)) if found else "", name, root)
        drawings.extend(drawn)
        return body

    def alone(found: re.Match[str]) -> str:
        made = "\n\n".join(Writer().blocks(parsed(policy(found[2])).inside, top=not found[1]))
        return "\n".join(found[1] + each if each else "" for each in made.split("\n"))

    def among(found: re.Match[str]) -> str:
        return inline(parsed(policy(found[1])).inside, CELL_BREAK)

    def link(found: re.Match[str]) -> str:
        folder = posixpath.dirname(path)
        target = posixpath.normpath(posixpath.join("playbooks", folder, found[1]))
        if window.registry.paths.get(found[2]) != target:
            return found[0]
        return f"]({root}{address.idea(found[2]).removesuffix('.html')}.md{found[3] or ''})"

    def filled(prose: str) -> str:
        return _IDEA_LINK.sub(link, _ASKED.sub(among, _ALONE.sub(alone, prose)))

    yield path, plain_playbook(text, filled).encode()
    yield from ((place, drawing.encode()) for place, drawing in drawings)


def portable(window: Window) -> Files:
    """Every generated file of the tree: where it goes, and what it holds."""
    for make in page_makers(window):
        yield from page_files(make())
    for make_download in download_makers(window, window.registry.network.site):
        download = make_download()
        yield download.path, download.content
