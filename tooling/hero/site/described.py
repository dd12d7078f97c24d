"""What a playbook's page is about, in a sentence, for search engines and whoever gets its link."""

import re
from html import unescape

from hero.registry.summary import clipped, first_sentence

#: What search engines show of it.
LONGEST = 160
_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


def described(html: str) -> str | None:
    """The first sentence of a page's HTML, as plain text; None for a page without any."""
    for paragraph in _PARAGRAPH.finditer(html):
        if words := " ".join(unescape(_TAG.sub("", paragraph[1])).split()):
            return clipped(first_sentence(words), LONGEST)
    return None
