"""Links of playbook pages to Hero's pages, which MkDocs does not know and so cannot check."""

import logging
import posixpath
import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from hero.rules import RULES
from hero.site import address
from hero.site.window import Window

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LOG = logging.getLogger("mkdocs.plugins.hero")
#: MkDocs leaves addresses with a scheme alone; this one marks a place in the site till it is done.
_SCHEME = "hero-site"
_MARKED = re.compile(rf'href="{_SCHEME}:([^"]*)"')


class IdeaLinks(Extension):
    """A Markdown extension that turns links to idea files into links to their pages."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.window = window
        self.page = ""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register before MkDocs' own look at links, which has priority 0."""
        md.treeprocessors.register(_Links(md, self), "hero-links", 1)

    def resolve(self, link: str) -> str | None:
        """The marked place in the site that a link leads to; None: it is none of ours."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or not parts.path.endswith((".yml", ".md", ".html")):
            return None
        folder = posixpath.dirname(self.page)
        target = posixpath.normpath(posixpath.join("playbooks", folder, unquote(parts.path)))
        found = self._page_of(target)
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        return f"{_SCHEME}:{found}{anchor}" if found else None

    def _page_of(self, target: str) -> str | None:
        """The page for a file of the registry, or for a page named as if it were a playbook's."""
        if target.startswith("ideas/") and target.endswith(".yml"):
            slug = posixpath.basename(target).removesuffix(".yml")
            if self.window.registry.paths.get(slug) == target:
                return address.idea(slug)
            _LOG.warning(
                "Doc file '%s' contains a link to '%s', but there is no such idea.",
                self.page,
                target,
            )
            return address.listing()
        rule = target.removeprefix("playbooks/rules/").removesuffix(".md")
        return address.rule(rule) if rule in {each.id for each in RULES} else None


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, links: IdeaLinks) -> None:
        super().__init__(md)
        self.links = links

    def run(self, root: "Element") -> None:
        for element in root.iter("a"):
            if found := self.links.resolve(element.get("href", "")):
                element.set("href", found)


def linked(html: str, root: str) -> str:
    """Marked places become addresses from this page."""
    return _MARKED.sub(lambda mark: f'href="{escape(root)}{mark[1]}"', html)
