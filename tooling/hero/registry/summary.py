"""An idea in few words: one sentence, and one row for lists."""

import datetime as dt
import re
from dataclasses import dataclass

from hero.registry.idea import Idea
from hero.registry.registry import Registry

#: Where a sentence ends: a full stop and the like before a blank and a capital, or a blank line.
_END = re.compile(r"(?<=[.!?])\s+(?=[\"'(]?[A-Z0-9])|\n\s*\n")
#: Markdown that says how a text looks, not what it says.
_MARKS = re.compile(r"^\s*(?:[#>]+|[-*+]|\d+[.)])\s+|[*_`]|!?\[([^\]]*)\]\([^)]*\)", re.MULTILINE)

LONGEST = 200


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
        summary=summary_of(idea),
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
    """The idea's summary, or else the first sentence of its proposal as plain text."""
    return idea.summary or first_sentence(idea.proposal)


def first_sentence(text: str) -> str:
    """The first sentence of a Markdown text, without its marks, at most 200 characters."""
    sentence = _END.split(text[:2000].strip(), maxsplit=1)[0]
    words = " ".join(_MARKS.sub(r"\1", sentence).split())
    if len(words) <= LONGEST:
        return words
    return words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
