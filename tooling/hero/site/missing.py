"""The page for an address that leads nowhere."""

from markupsafe import Markup

from hero.site.pieces import Pieces
from hero.site.templates import render


def missing_body(pieces: Pieces) -> Markup:
    """What to do instead; `pieces` has a root that works from every address."""
    return render("missing", p=pieces)
