"""The texts of an idea, each with its route, and what one quick look over them tells."""

from collections.abc import Iterator, Mapping

from hero.registry.diagnostic import Route
from hero.registry.idea import Idea

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


def signs_of(ideas: Mapping[str, Idea]) -> dict[str, list[str]]:
    """Of which ideas a closer look at their texts is worth its time, by what to look for.

    `odd` characters, `link`s, an `at` sign, a long `number`, what may be a `token`, or `left` of a
    template. Quick above all: it may name one idea too many, never one too few.
    """
    found: dict[str, list[str]] = {sign: [] for sign in SIGNS}
    for slug, idea in ideas.items():
        text = "\n".join([text for _, text in texts(idea)])
        raw = text.encode("ascii", "replace")
        shape = raw.translate(_SHAPE)
        if not text.isascii() or _UNSEEN in shape:
            found["odd"].append(slug)
        if _LONG_WORD in shape or _announces(text):
            found["token"].append(slug)
        if _LONG_NUMBER in raw.translate(_DIGITS, _BETWEEN_DIGITS):
            found["number"].append(slug)
        if any(word in text for word in _LEFT):
            found["left"].append(slug)
        at = "@" in text
        if at:
            found["at"].append(slug)
        if "](" in text or "<" in text or "]:" in text or (at and "://" in text):
            found["link"].append(slug)
    return found


def _announces(text: str) -> bool:
    """Is there a word that may stand before a password?"""
    if "=" not in text and ":" not in text:
        return False
    low = text.lower()
    return any(word in low for word in _ANNOUNCING)


SIGNS = ("odd", "link", "at", "number", "token", "left")
_LEFT = ("TODO", "TBD", "FIXME", "XXX", "orem ipsum", "your-")
_ANNOUNCING = ("passw", "pwd", "secret", "token", "key", "@")

# Prose has neither words of so many letters nor, spaces apart, numbers of so many digits.
_LONG_WORD, _LONG_NUMBER, _UNSEEN = b"x" * 20, b"0" * 9, b"\x01"
_BETWEEN_DIGITS = b" -.()/"
_DIGITS = bytes(48 if chr(code) in "0123456789" else 32 for code in range(256))


def _shape_of(code: int) -> int:
    char = chr(code)
    if code < 128 and (char.isalnum() or char in "_-+/="):
        return ord("x")
    return 32 if char in "\t\n" or char.isprintable() else 1


_SHAPE = bytes(map(_shape_of, range(256)))
