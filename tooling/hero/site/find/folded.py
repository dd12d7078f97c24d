"""Words as every keyboard writes them: `Zieliński` is found by `zielinski` too."""

import re
from unicodedata import normalize

from anyascii import anyascii

#: A word with a letter that is not ASCII.
_WORD = re.compile(r"\w*[^\W\x00-\x7f]\w*")


def folded(text: str) -> str:
    """The words of a text that ASCII writes in another way, so written."""
    if text.isascii():
        return ""
    words = dict.fromkeys(_WORD.findall(normalize("NFC", text)))
    return " ".join(dict.fromkeys(filter(None, map(anyascii, words))))
