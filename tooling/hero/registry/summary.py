"""An idea in few words: one sentence, and one row for lists."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import partial

from hero.registry.idea import Idea
from hero.registry.registry import Registry

#: What a table row, a search result and a preview have room for, in characters.
LONGEST = 200

#: A sentence ends before a blank and whatever is no small letter or digit: "approx. 5" goes on.
_END = re.compile(r"(?<=[.!?…])[\"'\u201d\u2019)]*\s+(?=[^a-z\d\s])")
_PARAGRAPH = re.compile(r"\n\s*\n")
#: Markdown that says how a text looks, not what it says: lists, headings, quotes, links, stress.
_LINE_MARK = re.compile(r"^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s+", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_STRESS = re.compile(r"[*`~]+|(?<!\w)_+|_+(?!\w)")


@dataclass(frozen=True, slots=True)
class Row:
    """An idea as lists show it. `moved_on` is the day of the last decision, or of the proposal."""

    slug: str
    title: str
    summary: str
    stage: str
    theme: str
    challenge: str | None
    proposers: tuple[str, ...]
    advocates: tuple[str, ...]
    tags: tuple[str, ...]
    proposed_on: dt.date | None
    moved_on: dt.date | None
    path: str


def row(registry: Registry, slug: str) -> Row:
    """The row of an idea."""
    idea = registry.ideas[slug]
    return Row(
        slug=slug,
        title=idea.title,
        summary=summary(registry, slug),
        stage=registry.stage(idea).id,
        theme=idea.theme,
        challenge=idea.challenge,
        proposers=idea.proposers,
        advocates=idea.advocates,
        tags=idea.tags,
        proposed_on=idea.proposed_on,
        moved_on=moved_on(idea),
        path=registry.paths[slug],
    )


def moved_on(idea: Idea) -> dt.date | None:
    """The day of the last decision, or else of the proposal."""
    return idea.decisions[-1].date if idea.decisions else idea.proposed_on


def summary_of(idea: Idea) -> str:
    """The idea's summary, or else the first sentence of its proposal, as plain text."""
    return clipped(plain(idea.summary) if idea.summary else first_sentence(idea.proposal))


def summary(registry: Registry, slug: str) -> str:
    """The same, kept with the registry: lists, pages and files tell it many times."""
    idea = registry.ideas[slug]
    return registry.known.of(summary_of, slug, partial(summary_of, idea), idea)


def first_sentence(text: str) -> str:
    """The first sentence of a Markdown text, without its marks."""
    opening = _PARAGRAPH.split(text[:4000].strip(), maxsplit=1)[0]
    return _END.split(plain(opening), maxsplit=1)[0]


def plain(text: str) -> str:
    """The words of a Markdown text in one line, without the commonest marks."""
    words = _LINE_MARK.sub("", text)
    return " ".join(_STRESS.sub("", _LINK.sub(r"\1", words)).split())


def clipped(text: str, longest: int = LONGEST) -> str:
    """At most so many characters, cut between words."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
