"""The Content Security Policy of every page, as a meta element: a static host sends no headers.

A page may run the site's own scripts and the few that stand in it, told by their hashes. Nothing is
loaded from another host, nothing is embedded, and no form is sent. What stood in a stranger's text
could not run, even if it got through everything before.
"""

import base64
import re
from hashlib import sha256

#: A script that stands in the page, and what is in it. One with `src` has nothing in it; one of
#: another type (the theme's settings as JSON) is data, which no policy asks a hash of.
_INLINE = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
_HEAD = re.compile(r'<meta charset="[^"]*">', re.IGNORECASE)

_RULES = (
    "default-src 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",  # the theme's icons stand in its style as data
    "manifest-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


class NoHead(Exception):
    """The page does not say its character set, so there is no place for a policy."""


def policy(html: str) -> str:
    """The policy that lets this page's own scripts run, and nothing else."""
    hashes = dict.fromkeys(_hashed(script) for script in _INLINE.findall(html))
    scripts = " ".join(["script-src 'self'", *hashes])
    return "; ".join((*_RULES, scripts))


def guarded(html: str) -> str:
    """The page with its policy, before anything in it that could run. Raises NoHead."""
    if "<script" in (before := _HEAD.split(html, maxsplit=1))[0] or len(before) == 1:
        raise NoHead
    element = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return _HEAD.sub(lambda found: f"{found[0]}\n{element}", html, count=1)


def _hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"
