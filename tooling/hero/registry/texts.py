"""The texts of an idea, each with its route, and what one quick look at its file tells."""

from collections.abc import Iterator
from typing import Any

from hero.registry.diagnostic import Route
from hero.registry.idea import Idea
from hero.registry.secrets import secrets

#: The sections of an idea, which readers are shown under headings.
SECTIONS = ("problem", "proposal", "benefit", "first_step")

_QUANTITIES = ("metric", "hypothesis", "baseline", "target", "result", "link")


def texts(idea: Idea) -> Iterator[tuple[Route, str]]:
    """Every text that a person wrote into an idea, and its route."""
    for name in ("title", "summary", *SECTIONS):
        if value := getattr(idea, name):
            yield (name,), value
    for number, evidence in enumerate(idea.evidence):
        for name in _QUANTITIES:
            if isinstance(value := getattr(evidence, name), str):
                yield ("evidence", number, name), value
    for number, link in enumerate(idea.links.implementation):
        yield ("links", "implementation", number), link
    for number, evaluation in enumerate(idea.evaluations):
        if evaluation.note is not None:
            yield ("evaluations", number, "note"), evaluation.note
    for number, decision in enumerate(idea.decisions):
        yield ("decisions", number, "because"), decision.because
        if decision.reopen_when is not None:
            yield ("decisions", number, "reopen_when"), decision.reopen_when
        if decision.imported is not None:
            yield ("decisions", number, "imported"), decision.imported


def strings(data: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Every text in the data of a file, and its route."""
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from strings(value, (*route, str(key)))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from strings(value, (*route, number))


def signs_in(raw: bytes) -> tuple[str, ...]:
    """Of which closer looks at the texts of an idea's file are worth their time: its signs.

    `odd` characters, `link`s, an `at` sign, a long `number`, what may be a `token`, or `left` of a
    template. Quick above all: it may name one too many, never one too few. So a file with a
    backslash, which can write any character in another way, shows all of them.
    """
    if b"\\" in raw:
        return SIGNS
    shape = raw.translate(_SHAPE)
    at = b"@" in raw
    # Secrets mix letters and digits, or are longer than words.
    token = b"x0" in shape or b"0x" in shape or b"PRIVATE KEY" in raw
    token = token or _LONG_WORD in raw.translate(_WORDS)
    shows = (
        not raw.isascii() or _UNSEEN in shape,
        b"](" in raw or b"<" in raw or b"]:" in raw or (at and b"://" in raw),
        at,
        _LONG_NUMBER in shape.translate(None, _BETWEEN_DIGITS),
        token and any(secrets(raw.decode(errors="replace"))),
        _CAPITALS in raw.translate(_LETTERS) or b"orem ipsum" in raw or b"your-" in raw,
    )
    return tuple([sign for sign, shown in zip(SIGNS, shows, strict=True) if shown])


SIGNS = ("odd", "link", "at", "number", "token", "left")

# Prose has neither words of so many letters nor, spaces apart, numbers of so many digits.
_LONG_WORD, _LONG_NUMBER, _CAPITALS, _UNSEEN = b"x" * 16, b"0" * 9, b"AAA", b"\x01"


def _shape_of(code: int) -> int:
    """Digits as 0, letters as x, what may stand between digits as a blank, the rest as a dot."""
    char = chr(code)
    if code < 128 and char.isalnum():
        return ord("0") if char.isdigit() else ord("x")
    if char in " -.()/":
        return ord(" ")
    return ord(",") if char in "\t\n" or char.isprintable() else 1


_BETWEEN_DIGITS = b" "
_SHAPE = bytes(map(_shape_of, range(256)))
_WORDS = bytes(
    120 if (chr(code).isalnum() and code < 128) or code == 95 else 32 for code in range(256)
)
_LETTERS = bytes(65 if 65 <= code < 91 else 32 for code in range(256))
