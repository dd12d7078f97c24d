"""What the theme's frame gets wrong, put right by its exact words, each with the reason.

A test says of each whether the theme still writes it: what it no longer does is taken out here.
`autocomplete` on the frame's checkboxes stays, though HTML knows it for texts alone: without it
Firefox opens the drawer again after a reload.
"""

from typing import NamedTuple


class Mend(NamedTuple):
    """What the theme writes, and what stands there in its place; `lacks`: only where this is not.

    No text of a stranger has these words: in a text `<` and `"` are escaped.
    """

    written: str
    instead: str
    lacks: str | None = None


MENDS = (
    # A dialog has to have a name (WCAG 2.2, 4.1.2); the theme names the field in it alone.
    Mend(
        'data-md-component="search" role="dialog">',
        'data-md-component="search" role="dialog" aria-label="Search">',
    ),
    # No number of a place; browsers take it for none.
    Mend(' tabindex="">', ">"),
    # The first page of a section has no switch for its contents, and a label must not name none.
    Mend(
        '<label class="md-nav__title" for="__toc">', '<label class="md-nav__title">', 'id="__toc"'
    ),
    # In HTML the name says all; twelve pictures stand in each frame.
    Mend('<svg xmlns="http://www.w3.org/2000/svg" ', "<svg "),
)


def mended(html: str) -> str:
    """A page as the theme rendered it, without these."""
    for each in MENDS:
        if each.lacks is None or each.lacks not in html:
            html = html.replace(each.written, each.instead)
    return html
