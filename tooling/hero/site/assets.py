"""The site's own styles and scripts, by an address that changes with what is in them."""

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files

#: The styles by the part of the site that they are for, in the order in which they count.
STYLES = tuple(
    f"theme/assets/hero{part}.css"
    for part in (
        "",
        "-idea",
        "-flow",
        "-follow",
        "-culture",
        "-find",
        "-search",
        "-propose",
        "-words",
    )
)
#: All of them in one file: a page asks for one, and names one.
STYLE = "assets/hero-site.css"
#: The script of the propose page, part by part: each after those that it asks while it starts.
PROPOSE = "assets/hero-propose.js"
_PARTS = (
    "elements", "answers", "naming", "file", "spans", "markdown", "likeness",
    "similar", "faults", "pressing", "preview", "draft", "ways", "start",
)  # fmt: skip
#: The idea browser's, likewise.
FIND = "assets/hero-find.js"
_FIND_PARTS = ("words", "ideas", "rows", "address", "start")
#: What is made of several files, and of which.
JOINED: Mapping[str, tuple[str, ...]] = {
    STYLE: STYLES,
    PROPOSE: tuple(f"scripts/propose/{part}.js" for part in _PARTS),
    FIND: tuple(f"scripts/find/{part}.js" for part in _FIND_PARTS),
}
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const )", re.MULTILINE)


@cache
def joined(asset: str) -> bytes:
    """One file out of several.

    The parts of a script are modules, so that each says what it takes from which other. As one
    script they come by one request, all or none, and also where a page is opened from a disk.
    """
    parts = [files("hero.site").joinpath(part).read_text("utf-8") for part in JOINED[asset]]
    if asset.endswith(".js"):
        bare = "\n".join(_EXPORT.sub("", _IMPORT.sub("", part)) for part in parts)
        parts = [f'(() => {{\n"use strict";\n{bare}}})();\n']
    return "\n".join(parts).encode()


@cache
def sealed(asset: str) -> str:
    """The address of `assets/NAME` from the site's root, so that no page meets an old one."""
    if asset in JOINED:
        content = joined(asset)
    else:
        content = files("hero.site").joinpath("theme", asset).read_bytes()
    return f"{asset}?{sha256(content).hexdigest()[:8]}"
