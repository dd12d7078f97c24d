"""Taking out what must not be shown: tokens, cookies, e-mail addresses."""

import re
from collections.abc import Mapping
from typing import Any

from hero.registry.secrets import masked

HIDDEN = "(hidden)"

#: Tokens of any length and kind: what GitHub's own say of themselves, and what follows a scheme.
_TOKEN = re.compile(
    r"\b(?:gh[a-z]_|github_pat_|v1\.)[A-Za-z0-9_.-]{10,}"
    r"|\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?"
    r"|(?i:\b(?:bearer|basic|token)[ =:]+)[\w.~+/=-]{8,}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)"
)
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_HEADERS = {"authorization", "cookie", "set-cookie", "proxy-authorization", "x-github-sso"}
_KEYS = {"token", "private_key", "client_secret", "email", "password", "secret", "encoded_token"}
_FILES = {"content", "contents"}


def redacted(text: str) -> str:
    """The text without what looks like a token, another secret or an e-mail address."""
    return masked(_MAIL.sub(HIDDEN, _TOKEN.sub(HIDDEN, text)))


def redacted_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers, those that identify somebody hidden."""
    return {
        name: HIDDEN if name.lower() in _HEADERS else redacted(value)
        for name, value in headers.items()
    }


def redacted_value(value: Any, key: str = "") -> Any:
    """A JSON value with the same done to all its words; files in base64 are told by their size."""
    if isinstance(value, dict):
        return {redacted(name): redacted_value(each, name.lower()) for name, each in value.items()}
    if isinstance(value, list):
        return [redacted_value(each, key) for each in value]
    if not isinstance(value, str):
        return HIDDEN if key in _KEYS and value is not None else value
    if key in _KEYS:
        return HIDDEN
    if key in _FILES:
        return f"({len(value)} characters)"
    return redacted(value)
