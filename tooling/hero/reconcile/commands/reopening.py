"""What would reopen an idea, as it is written below a command: `Reopen when: EVENT`."""

import re

from hero.rules.prose import prose

FORM = "Reopen when: EVENT OR NUMBER"
#: At the head of a line, and perhaps stressed: `**Reopen when:** …`.
_BEGINS = re.compile(
    r"^[ \t]{0,3}[*_]{0,2}reopen[ \t]{1,3}(?:when|if)[*_]{0,2}:[*_]{0,2}",
    re.IGNORECASE | re.MULTILINE,
)
_BLANK = re.compile(r"\n[ \t]*\n")


def parted(words: str) -> tuple[str, str | None]:
    """The reason, and what would reopen it: the first paragraph that begins so.

    What begins so within code is part of the reason. With nothing behind it, the next paragraph is
    meant.
    """
    begins = _BEGINS.search(prose(words))
    if begins is None:
        return words, None
    rest = words[begins.end() :].lstrip()
    again, *more = _BLANK.split(rest, maxsplit=1)
    parts = (part.strip() for part in (words[: begins.start()], *more))
    return "\n\n".join(filter(None, parts)), again.strip() or None
