"""Logins out of what other tools write for a person."""

import re

from hero.registry.slug import slug_from

#: GitHub's own bound.
LONGEST = 39

_LOGIN = re.compile(r"[A-Za-z0-9]+([-_][A-Za-z0-9]+)*")
_ADDRESS = re.compile(r"https?://(?:www\.)?github\.com/([\w-]+)/?")
_MENTION = re.compile(r"(?:^|[\s(<\[])@([\w-]+)")
_BRACKETED = re.compile(r"<[^<>]*>|\([^()]*\)")


def login_from(name: str, prefix: str | None = None) -> tuple[str, bool]:
    """The login for a name, and whether it was made up; empty where none can be made.

    `@ada`, `Ada Byron (@ada)`, `https://github.com/ada` and `ada` are `ada`; `Ada Byron` becomes
    `ada-byron`, with the prefix before it.
    """
    name = name.strip()
    told = _ADDRESS.fullmatch(name) or _MENTION.search(name)
    word = told[1] if told else name
    if len(word) <= LONGEST and _LOGIN.fullmatch(word):
        return word, False
    bare = _BRACKETED.sub(" ", name).strip() or name
    if "@" in bare and " " not in bare:
        bare = bare.partition("@")[0] or bare
    made = slug_from(bare)
    return _short(f"{prefix}-{made}" if prefix and made else made), True


def _short(login: str) -> str:
    """Cut at a word where that leaves one."""
    if len(login) <= LONGEST:
        return login
    cut = login[: LONGEST + 1].rpartition("-")[0]
    return cut or login[:LONGEST]
