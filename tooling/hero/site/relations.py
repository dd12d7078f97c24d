"""How ideas stand to each other, seen from both sides."""

from dataclasses import dataclass

from hero.site.window import Backwards, Window

#: A challenge can have hundreds of answers; an idea shows so many others of them.
MOST_ANSWERS = 6


@dataclass(frozen=True, slots=True)
class Relation:
    """One kind of relation, in words, and the ideas that stand in it."""

    words: str
    slugs: tuple[str, ...]


def relations(window: Window, slug: str) -> list[Relation]:
    """The relations of an idea that exist, both those it names and those that name it."""
    idea, back = window.registry.ideas[slug], window.backwards
    links = idea.links
    related = (*links.relates_to, *_from(back, "relates_to", slug))
    found = [
        Relation("Depends on", links.depends_on),
        Relation("Needed by", _from(back, "depends_on", slug)),
        Relation("Replaces", links.supersedes),
        Relation("Replaced by", _from(back, "supersedes", slug)),
        Relation("Repeats", (links.duplicate_of,) if links.duplicate_of else ()),
        Relation("Repeated by", _from(back, "duplicate_of", slug)),
        Relation("Worth reading beside it", tuple(dict.fromkeys(related))),
        Relation("Other answers to its challenge", _answers(window, slug)),
    ]
    return [relation for relation in found if relation.slugs]


def _from(back: Backwards, kind: str, slug: str) -> tuple[str, ...]:
    return back[kind].get(slug, ())


def _answers(window: Window, slug: str) -> tuple[str, ...]:
    challenge = window.registry.ideas[slug].challenge
    answers = window.by_challenge.get(challenge or "", ())
    return tuple(other for other in answers[: MOST_ANSWERS + 1] if other != slug)[:MOST_ANSWERS]
