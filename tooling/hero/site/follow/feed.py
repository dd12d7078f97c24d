"""A feed as a value: what it is called, and where its two forms are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `name` is its path below `feeds/` without an ending, `page` what it is the feed of.

    `label` is what it is called on that page, and `title` everywhere else. `slugs` are the ideas of
    which it tells all; a feed of all ideas is one of `of_all`.
    """

    name: str
    label: str
    title: str
    page: str
    slugs: tuple[str, ...]


def atom_path(name: str) -> str:
    """Where the Atom form of a feed is."""
    return f"feeds/{name}.xml"


def json_path(name: str) -> str:
    """Where the JSON form of a feed is."""
    return f"feeds/{name}.json"


#: The two forms: where each is, and what kind of file it is.
FORMS = ((atom_path, "application/atom+xml"), (json_path, "application/feed+json"))
