"""How wide words are, near enough to say what fits: a picture has no room of its own making."""

#: Widths in parts of the size, from Arial and rounded up: narrow, usual, capital, wide, ideograph.
NARROW, USUAL, CAPITAL, WIDE, FULL = 0.34, 0.58, 0.76, 0.96, 1.1
#: What bold letters take more.
BOLD = 1.08

_NARROW, _WIDE = frozenset("fijlrtI.,:;'|!()[]- "), frozenset("mwMW@%—…")
#: From here on, letters of other scripts can be as wide as they are high.
_FAR = "\u2e80"


def wide(text: str) -> float:
    """How wide a text is, in parts of its size."""
    return sum(map(_wide, text))


def _wide(letter: str) -> float:
    if letter in _NARROW:
        return NARROW
    if letter in _WIDE:
        return WIDE
    if letter >= _FAR:
        return FULL
    return CAPITAL if letter.isupper() else USUAL


def fitted(text: str, room: float) -> str:
    """As much of a text as fits, in parts of its size, with a sign that there was more."""
    words = " ".join(text.split())
    if wide(words) <= room:
        return words
    cut = words
    while cut and wide(cut) + WIDE > room:
        cut = cut[:-1]
    # Between words, unless that would leave almost nothing.
    whole = cut.rpartition(" ")[0]
    return f"{whole if 2 * len(whole) > len(cut) else cut}…"


def wrapped(text: str, room: float) -> list[str]:
    """A text in lines that fit; a word that alone is too long is cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and wide(f"{lines[-1]} {word}") <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return [fitted(each, room) for each in lines]
