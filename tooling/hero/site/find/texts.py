"""All that an idea says, as search reads it: its texts, its people, and why it was decided so."""

from collections.abc import Iterator, Mapping

from hero.registry.idea import Idea
from hero.registry.markdown import plain
from hero.registry.texts import SECTIONS
from hero.site import address
from hero.site.roles import people_of
from hero.site.window import Window


def searched(window: Window) -> Mapping[str, str]:
    """The path of each idea's page to its plain text; the title is not in it."""
    return {
        address.idea(slug): "\n".join(_parts(window, slug, idea))
        for slug, idea in window.registry.ideas.items()
    }


def _parts(window: Window, slug: str, idea: Idea) -> Iterator[str]:
    yield window.summary(slug)
    for name in SECTIONS:
        if text := getattr(idea, name):
            yield plain(text)
    if idea.tags:
        yield " ".join(idea.tags)
    people = dict.fromkeys(login for _, login in people_of(idea))
    yield ", ".join(f"{window.names.get(each.lower(), each)} ({each})" for each in people)
    for made in idea.decisions:
        yield f"{made.from_} to {made.to}: {plain(made.because)}"
        if made.reopen_when is not None:
            yield f"Would be looked at again: {plain(made.reopen_when)}"
