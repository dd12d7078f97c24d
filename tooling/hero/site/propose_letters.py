"""How letters are written in ASCII, for a script that names a file as `slug_from` does.

Only scripts that are small: Latin, Greek, Cyrillic and their signs. Others have thousands of
letters, and what a machine makes of them is no name that anybody would choose.
"""

import re
from functools import cache

from anyascii import anyascii

#: From the first to the last character: Latin to Cyrillic, more Latin and Greek with the signs
#: behind them, and the wide forms of ASCII.
RANGES = ((0xA0, 0x52F), (0x1E00, 0x218F), (0xFF01, 0xFF5E))


@cache
def letters() -> tuple[tuple[int, str], ...]:
    """The first character of each range, and what stands for it and the others, with commas."""
    return tuple(
        (first, ",".join(_named(chr(code)) for code in range(first, last + 1)))
        for first, last in RANGES
    )


def _named(char: str) -> str:
    """What a name keeps of it: small letters and digits, a hyphen for anything else."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(char).lower())
