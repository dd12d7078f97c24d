"""Secrets by their known shapes: tokens, keys and passwords that nobody should have pasted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from math import log2


@dataclass(frozen=True, slots=True)
class Secret:
    """What looks like a secret: its kind in words, and which characters of a text it is.

    `hint` is what may be shown of it: the mark by which its kind is known, or nothing.
    """

    kind: str
    start: int
    end: int
    hint: str


#: Shapes as the issuers describe them. A group named `s` is the secret where it is not all.
_SHAPES = (
    ("private key", r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----[^\"'`]*?(?:-----END|\Z)"),
    ("AWS access key", r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b"),
    ("GitHub token", r"\bgh[opsur]_[A-Za-z0-9]{36,255}"),
    ("GitHub token", r"\bgithub_pat_[A-Za-z0-9_]{40,255}"),
    ("GitLab token", r"\bgl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat)-[\w-]{20,255}"),
    ("Slack token", r"\bx(?:ox[abeoprs]|app)-[A-Za-z0-9-]{10,255}"),
    ("Slack webhook", r"hooks\.slack\.com/(?:services|workflows)/(?P<s>[\w/]{20,255})"),
    ("npm token", r"\bnpm_[A-Za-z0-9]{36}\b"),
    ("PyPI token", r"\bpypi-AgE[\w-]{40,2000}"),
    ("Stripe key", r"\b(?:[rs]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,255}"),
    ("Google key", r"\b(?:AIza[\w-]{35}|GOCSPX-[\w-]{28}|ya29\.[\w-]{20,2000})"),
    ("API key", r"\bsk-(?=[a-z-]{0,12}[\w-]{0,60}\d)(?=[\w-]{0,60}[A-Z])[\w-]{20,255}"),
    ("JSON web token", r"\beyJ[\w-]{8,4000}\.eyJ[\w-]{8,9000}\.[\w-]{8,4000}"),
    (
        "password in an address",
        r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@\"'<>]{0,99}:(?P<s>[^\s/@]{3,99})@",
    ),
    (
        "password",
        r"(?i:passwd|password|passwort|pwd|secret|token|(?:api|access|private|signing)[_-]?key)"
        r"[\w-]{0,20}[\"']?[ \t]{0,3}(?:=|:(?!:))>?[ \t]{0,3}[\"'`]?"
        r"(?P<s>[^\s\"'`,;<>(){}\[\]|]{8,200})",
    ),
)
#: Those that need no second look, in syntax that other languages read too.
TOKENS = tuple(each for each in _SHAPES if "(?P" not in each[1] and r"\Z" not in each[1])
_KNOWN = tuple((kind, re.compile(shape, re.ASCII)) for kind, shape in _SHAPES)

#: What each shape cannot be without, so that most texts need no search for most shapes.
_NEEDS = {
    "private key": ("PRIVATE KEY",),
    "AWS access key": ("AKIA", "ASIA", "ABIA", "ACCA"),
    "GitHub token": ("gh", "github_pat_"),
    "GitLab token": ("gl",),
    "Slack token": ("xox", "xapp-"),
    "Slack webhook": ("hooks.slack.com",),
    "npm token": ("npm_",),
    "PyPI token": ("pypi-",),
    "Stripe key": ("k_live_", "k_test_", "whsec_"),
    "Google key": ("AIza", "GOCSPX-", "ya29."),
    "API key": ("sk-",),
    "JSON web token": ("eyJ",),
    "password in an address": ("@",),
}

#: What stands where a secret would, in examples that show how something is written.
_STAND_IN = re.compile(
    r"(?i)[$%*.•x#-]|.*(?:example|sample|dummy|change.?me|your|secret|passw|token|hunter2|xxx|"
    r"\*\*|\.\.\.|abcdef|123456|placeholder|redacted|foo|bar).*"
)


def secrets(text: str) -> Iterator[Secret]:
    """What looks like a secret in a text, in no order; stretches may overlap."""
    for kind, shape in _KNOWN:
        if not any(need in text for need in _NEEDS.get(kind, ("",))):
            continue
        for match in shape.finditer(text):
            group = "s" if "s" in shape.groupindex else 0
            said = match[group]
            if group and (_STAND_IN.match(said) or (kind == "password" and not _random(said))):
                continue
            yield Secret(kind, match.start(group), match.end(group), _hint(kind, said, group))


def _hint(kind: str, said: str, group: str | int) -> str:
    return "" if group or kind == "private key" else said[:4]


@lru_cache(maxsize=16)
def masked(text: str) -> str:
    """The text, of the same length, with what is secret in it replaced; its lines stay."""
    for each in secrets(text):
        start = each.start + len(each.hint)
        text = text[:start] + _stars(text[start : each.end]) + text[each.end :]
    return text


def without(text: str, words: frozenset[str]) -> str:
    """The text with all of these words replaced, also where one is cut short or spelt as a slug."""
    for word in words:
        core = word[4:].translate(_ALIKE)
        start = text.translate(_ALIKE).find(core[:_TELLING])
        while start != -1:
            pairs = zip(core, text[start:].translate(_ALIKE), strict=False)
            end = start + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            text = text[:start] + _stars(text[start:end]) + text[end:]
            start = text.translate(_ALIKE).find(core[:_TELLING], end)
    return masked(text)


def words_of(text: str) -> frozenset[str]:
    """What must not be repeated of a text: the pieces of its secrets."""
    return frozenset(
        word
        for each in secrets(text)
        for word in text[each.start : each.end].split()
        if len(word) >= 4 + _TELLING and not word.startswith("-----")
    )


#: So many characters of a secret tell which one it is.
_TELLING = 4
#: Letters without regard to case, as they become when a slug is made of them.
_ALIKE = str.maketrans({**{chr(code): chr(code + 32) for code in range(65, 91)}, "_": "-"})


def _stars(text: str) -> str:
    return re.sub(r"[^\n]", "*", text)


_MIXED = re.compile(r"[A-Za-z][0-9]|[0-9][A-Za-z]")


def _random(word: str) -> bool:
    """Is a word as mixed as what people or programs choose to be hard to guess?"""
    kinds = [any(map(holds, word)) for holds in (str.isdigit, str.islower, str.isupper)]
    if sum(kinds) < 2 or not _MIXED.search(word):
        return False
    shares = [word.count(char) / len(word) for char in set(word)]
    return -sum(share * log2(share) for share in shares) >= 3.0 - (len(word) < 10) * 0.4
