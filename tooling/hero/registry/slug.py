"""Slugs: the ids that file names, addresses and references share."""

import re

from anyascii import anyascii

#: The longest slug, so that paths and addresses stay easy to read and to paste.
LONGEST = 80

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Windows takes these for devices, whatever their ending: a file by such a name stops a checkout.
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


def is_slug(text: str) -> bool:
    """Is this a well-formed slug, and a name that every file system takes?"""
    formed = len(text) <= LONGEST and _SLUG.fullmatch(text) is not None
    return formed and not _DEVICE.fullmatch(text)


def slug_of(path: str) -> str:
    """The id of the idea in this file: its name without the ending."""
    # As a Path's `stem` has it, at a tenth of its cost: thousands of paths are asked for.
    name = path.rstrip("/").rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    return stem if stem and dot and ending else name


#: Letters and digits that look alike in most typefaces, and what stands for them all.
_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "8": "b", "-": None})


def skeleton(slug: str) -> str:
    """What a hurried reader sees of a slug."""
    return slug.lower().translate(_ALIKE).replace("rn", "m").replace("vv", "w")


def slug_from(text: str) -> str:
    """The slug nearest to a text: `Über-fast CI!` becomes `uber-fast-ci`; may be empty."""
    words = re.findall(r"[a-z0-9]+", anyascii(text).lower())
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > LONGEST:
            break
        slug = longer
    slug = slug or (words[0][:LONGEST] if words else "")
    return f"{slug}-idea" if _DEVICE.fullmatch(slug) else slug
