"""Policies in playbook pages: `<!-- hero: pipeline -->` becomes the pipeline as it is."""

import logging
import re
from html import unescape

from hero.culture.scorecard.check import Misread
from hero.site.directives import DIRECTIVES, directive
from hero.site.pieces import Pieces
from hero.site.window import Window

_LOG = logging.getLogger("mkdocs.plugins.hero")
_ASKED = re.compile(r"<!--\s*hero:\s*(.*?)\s*-->")


def with_policies(html: str, window: Window, root: str, page: str) -> str:
    """The page with every such comment replaced. One that Hero does not know is a warning."""

    def replaced(comment: re.Match[str]) -> str:
        # Markdown writes what stands inside a paragraph as it is, and escapes it elsewhere.
        asked = unescape(comment[1])
        try:
            found = directive(asked)
        except Misread as error:
            _LOG.warning("Doc file '%s' asks for 'hero: %s': %s.", page, asked, error)
            return ""
        if found is None:
            known = ", ".join([*DIRECTIVES, "check FACT >= BOUND", "gate FROM TO"])
            _LOG.warning("Doc file '%s' asks for 'hero: %s'; known: %s.", page, asked, known)
            return ""
        return str(found(Pieces(window, root)))

    return _ASKED.sub(replaced, html)
