"""Atom as feedgenerator writes it, with one thing more: an entry has an author for each name.

A module of its own, since the library is slow to import and few commands make a feed.
"""

from typing import Any

from feedgenerator import Atom1Feed


class AtomForm(Atom1Feed):  # type: ignore[misc]  # (because: the library has no types)
    """The library knows one author an entry; `authors` of `add_item` are all of them."""

    def add_item_elements(self, handler: Any, item: Any) -> None:
        """Write what the library writes, and the authors."""
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
