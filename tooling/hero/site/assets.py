"""The site's own styles and scripts, by an address that changes with what is in them."""

from functools import cache
from hashlib import sha256
from importlib.resources import files


@cache
def sealed(asset: str) -> str:
    """The address of `assets/NAME` from the site's root, so that no page meets an old one."""
    content = files("hero.site").joinpath("theme", asset).read_bytes()
    return f"{asset}?{sha256(content).hexdigest()[:8]}"
