"""The Content Security Policy of every page, as a meta element: a static host sends no headers.

A page may run the site's own scripts and the few that stand in the frame around its content, told
by their hashes. Nothing is loaded from another host, nothing is embedded, and no form is sent. What
stands in the content cannot run, even if it got through everything before: whoever writes a
playbook and needs a script makes it a file of the site.
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


def guarded(html: str, frame: str | None = None) -> str:
    """The page with its policy, before anything in it that could run. Raises NoHead.

    `frame` is the page without its content, where it has content: no script in that may run.
    """
    if "<script" in (before := _HEAD.split(html, maxsplit=1))[0] or len(before) == 1:
        raise NoHead
    allowed = policy(html if frame is None else frame)
    element = f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
    return _HEAD.sub(lambda found: f"{found[0]}\n{element}", html, count=1)


def frame_of(html: str, content: str) -> str:
    """The page without its content; without its whole body where the content is not found."""
    if not content:
        return html
    before, found, after = html.partition(content)
    return f"{before}{after}" if found else html.partition("<body")[0]


def _hashed(script: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"
