"""All that an idea says, as search reads it: its texts, its people, and why it was decided so."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from hero.registry.idea import Decision, Idea
from hero.registry.markdown import plain
from hero.site import address
from hero.site.idea import TEXTS
from hero.site.roles import people_of
from hero.site.window import Window

#: Between two paragraphs of Markdown, and between two sentences.
_BREAK, _END = re.compile(r"\n\s*\n"), re.compile(r"(?<=[.!?:;])\s+")
#: Up to so many characters, sentences of a paragraph are shown as one hit: three lines of a box.
PIECE = 180


class Part(NamedTuple):
    """A section of an idea's page: its id (none: the page itself), heading and few words each."""

    anchor: str
    title: str
    pieces: tuple[str, ...]


def searched(window: Window) -> Mapping[str, tuple[Part, ...]]:
    """The path of each idea's page to its plain text, the page itself first."""
    return {
        address.idea(slug): tuple(_parts(window, slug, idea))
        for slug, idea in window.registry.ideas.items()
    }


def _parts(window: Window, slug: str, idea: Idea) -> Iterator[Part]:
    first = (window.summary(slug), " ".join(idea.tags), _people(window, idea))
    yield Part("", idea.title, tuple(filter(None, first)))
    for field, anchor, name in TEXTS:
        if text := getattr(idea, field):
            yield Part(anchor, name, tuple(_pieces(text)))
    if idea.decisions:
        said = chain.from_iterable(map(_said, idea.decisions))
        yield Part("decisions", "Decisions", tuple(chain.from_iterable(map(_pieces, said))))


def _said(made: Decision) -> Iterator[str]:
    yield f"{made.from_} to {made.to}: {made.because}"
    if made.reopen_when is not None:
        yield f"Would be looked at again: {made.reopen_when}"


def _pieces(markdown: str) -> Iterator[str]:
    """The words of a text, a few sentences at a time."""
    for paragraph in map(plain, _BREAK.split(markdown)):
        held = ""
        for sentence in _END.split(paragraph):
            if held and len(held) + len(sentence) > PIECE:
                yield held
                held = ""
            held = f"{held} {sentence}".strip()
        if held:
            yield held


def _people(window: Window, idea: Idea) -> str:
    """Everybody by name and login, with nothing glued to them: the theme finds words by their
    beginnings alone."""
    said = (
        login if (name := window.names.get(login.lower(), login)) == login else f"{name} · {login}"
        for login in dict.fromkeys(login for _, login in people_of(idea))
    )
    return ", ".join(said)
