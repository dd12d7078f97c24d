"""An idea in one sentence."""

import re

from hero.registry.idea import Idea
from hero.site.markdown import plain

#: What a table row, a search result and a preview have room for, in characters.
LONGEST = 200

_END = re.compile(r"(?<=[.!?…])[\"'”\u2019)]*\s+(?=[^a-z\d\s])")
_PARAGRAPH = re.compile(r"\n\s*\n")


def summary(idea: Idea) -> str:
    """The summary that was given, else the first sentence of the proposal, as plain text."""
    return clipped(plain(idea.summary) if idea.summary else first_sentence(idea.proposal))


def first_sentence(text: str) -> str:
    """The first sentence of a Markdown text, without its marks."""
    opening = _PARAGRAPH.split(text.strip(), maxsplit=1)[0]
    words = plain(opening) or plain(text)
    return _END.split(words, maxsplit=1)[0]


def clipped(text: str, longest: int = LONGEST) -> str:
    """At most so many characters, cut between words."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
