"""What pages tell of an idea, as values: where one is the same after a change, so is the page."""

from collections.abc import Iterator

from hero.culture.ties.net import work
from hero.process.flow.course import wordless
from hero.registry.idea import Idea
from hero.site.network import one_by_one
from hero.site.window import KINDS, Window

TEXTS = ("problem", "proposal", "benefit", "first_step")


def shown(window: Window, slug: str) -> object:
    """All but the texts, of which only an idea's own page has more than the summary."""
    idea = window.registry.ideas.get(slug)
    if idea is None:
        return None
    bare = idea.model_copy(update=dict.fromkeys(TEXTS, ""))
    return bare, window.summary(slug), window.registry.paths[slug]


def course_of(window: Window, slug: str) -> object:
    """All but words: what figures are made of."""
    idea = window.registry.ideas.get(slug)
    return idea and wordless(idea)


def work_of(window: Window, slug: str) -> object:
    """Who worked on it, on what, and since when: what ties are made of. Of few, how each looks."""
    idea = window.registry.ideas.get(slug)
    looks = idea and one_by_one(window) and (idea.title, idea.stage)
    return idea and (idea.theme, idea.proposed_on, idea.evaluations, tuple(work(idea)), looks)


def ahead_of(window: Window, slug: str) -> object:
    """What is due of it, how it is called there, and which of its figures is read when."""
    idea, today = window.registry.ideas.get(slug), window.edition.as_of
    due = [each for each in window.deadlines.of_idea(slug) if each.on >= today] if idea else ()
    return due and idea and (idea.title, due, [(e.date, e.result is None) for e in idea.evidence])


def beside(window: Window, slug: str) -> Iterator[str]:
    """Ideas whose pages name this one."""
    idea = window.registry.ideas.get(slug)
    if idea is None:
        return
    yield from _named(idea)
    for kind in KINDS:
        yield from window.backwards[kind].get(slug, ())
    if idea.challenge:
        yield from window.by_challenge.get(idea.challenge, ())


def _named(idea: Idea) -> Iterator[str]:
    yield from (*idea.links.depends_on, *idea.links.supersedes, *idea.links.relates_to)
    if idea.links.duplicate_of:
        yield idea.links.duplicate_of
