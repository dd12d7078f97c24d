"""Bytes that are no UTF-8, read as the editor meant that wrote them."""

from dataclasses import dataclass

#: Letters and marks that have the same byte in the Windows encodings of western and of central
#: Europe: where no others occur, both give the same text.
_SURE = frozenset(
    "\u201a\u201e\u2026\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u20ac\u00a0\u00a7\u00a9\u00ab\u00bb"
    "\u00b0\u00b1\u00b4\u00b5\u00b7\u00c1\u00c2\u00c4\u00c7\u00c9\u00cb\u00cd\u00ce\u00d3\u00d4\u00d6"
    "\u00d7\u00da\u00dc\u00dd\u00df\u00e1\u00e2\u00e4\u00e7\u00e9\u00eb\u00ed\u00ee\u00f3\u00f4\u00f6"
    "\u00f7\u00fa\u00fc\u00fd"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text that some bytes say, in which encoding, and whether that is beyond doubt."""

    text: str
    encoding: str
    safe: bool


def decoded(raw: bytes) -> Decoded | None:
    """What these bytes say, without a byte-order mark; None where that cannot be told."""
    for mark, encoding in ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if raw.startswith(mark):
            return _whole(raw, encoding)
    if raw.startswith(b"\xef\xbb\xbf"):
        text = raw[3:].decode(errors="surrogateescape")
        return Decoded(text, "UTF-8", True)
    return _western(raw)


def _whole(raw: bytes, encoding: str) -> Decoded | None:
    try:
        text = raw.decode(encoding)
        text.encode()
    except UnicodeError:
        return None
    return Decoded(text, encoding, "\0" not in text)


def _western(raw: bytes) -> Decoded | None:
    """One byte a letter, as Windows writes them in western Europe."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    special = [char for char in text if not char.isascii()]
    # A text in another script is special letters nearly all over; so is what is no text.
    if not special or len(special) * 4 > len(text) or "\0" in text:
        return None
    return Decoded(text, "Windows-1252", _SURE.issuperset(special) and not _mixed(raw))


def _mixed(raw: bytes) -> bool:
    """Are some of the special letters UTF-8 already?"""
    kept = raw.decode(errors="ignore")
    return not kept.isascii()
