"""The site's own styles and scripts, by an address that changes with what is in them."""

from functools import cache
from hashlib import sha256
from importlib.resources import files

#: The styles by the part of the site that they are for, in the order in which they count.
STYLES = tuple(
    f"hero{part}.css" for part in ("", "-idea", "-flow", "-follow", "-culture", "-find", "-propose")
)
#: All of them in one file: a page asks for one, and names one.
STYLE = "assets/hero-site.css"


@cache
def style() -> bytes:
    """What is in that one file."""
    assets = files("hero.site").joinpath("theme/assets")
    return b"\n".join(assets.joinpath(each).read_bytes() for each in STYLES)


@cache
def sealed(asset: str) -> str:
    """The address of `assets/NAME` from the site's root, so that no page meets an old one."""
    whole = asset == STYLE
    content = style() if whole else files("hero.site").joinpath("theme", asset).read_bytes()
    return f"{asset}?{sha256(content).hexdigest()[:8]}"
