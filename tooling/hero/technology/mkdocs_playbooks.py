"""Policies in playbook pages: `<!-- hero: pipeline -->` becomes the pipeline as it is."""

import logging
import re

from hero.site.directives import DIRECTIVES
from hero.site.pieces import Pieces
from hero.site.window import Window

_LOG = logging.getLogger("mkdocs.plugins.hero")
_ASKED = re.compile(r"<!--\s*hero:\s*(.*?)\s*-->")


def with_policies(html: str, window: Window, root: str, page: str) -> str:
    """The page with every such comment replaced. One that Hero does not know is a warning."""

    def replaced(comment: re.Match[str]) -> str:
        directive = DIRECTIVES.get(comment[1])
        if directive is None:
            known = ", ".join(DIRECTIVES)
            _LOG.warning("Doc file '%s' asks for 'hero: %s'; known: %s.", page, comment[1], known)
            return ""
        return str(directive(Pieces(window, root)))

    return _ASKED.sub(replaced, html)
