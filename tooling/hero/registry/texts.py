"""The texts of an idea, each with its route, and what one quick look at its file tells."""

from collections.abc import Iterator

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
        if decision.imported is not None:
            yield ("decisions", number, "imported"), decision.imported


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
    shows = (
        not raw.isascii() or _UNSEEN in shape,
        b"](" in raw or b"<" in raw or b"]:" in raw or (at and b"://" in raw),
        at,
        _LONG_NUMBER in raw.translate(_DIGITS, _BETWEEN_DIGITS),
        (_LONG_WORD in shape or _announces(raw)) and any(secrets(raw.decode(errors="replace"))),
        any(word in raw for word in _LEFT),
    )
    return tuple(sign for sign, shown in zip(SIGNS, shows, strict=True) if shown)


def _announces(raw: bytes) -> bool:
    """Is there a mark that some secret begins with, or a word that may stand before one?"""
    low = raw.lower()
    return any([word in low for word in _ANNOUNCING])  # noqa: C419 (because: twice as fast)


SIGNS = ("odd", "link", "at", "number", "token", "left")
_LEFT = (b"TODO", b"TBD", b"FIXME", b"XXX", b"orem ipsum", b"your-")
_ANNOUNCING = (
    *(b"passw", b"pwd", b"secret", b"token", b"key", b"@", b"hooks.slack"),
    *(b"glpat-", b"xox", b"xapp-", b"pypi-", b"aiza", b"gocspx-", b"ya29.", b"sk-", b"eyj"),
)

# Prose has neither words of so many letters nor, spaces apart, numbers of so many digits.
_LONG_WORD, _LONG_NUMBER, _UNSEEN = b"x" * 16, b"0" * 9, b"\x01"
_BETWEEN_DIGITS = b" -.()/"
_DIGITS = bytes(48 if chr(code) in "0123456789" else 32 for code in range(256))


def _shape_of(code: int) -> int:
    char = chr(code)
    if code < 128 and (char.isalnum() or char == "_"):
        return ord("x")
    return 32 if char in "\t\n" or char.isprintable() else 1


_SHAPE = bytes(map(_shape_of, range(256)))
