"""Versions of idea files, read quickly: a history holds most of each text many times over.

A file is taken apart where a line begins in the first column. If each part alone is a whole YAML
document with one key, then the file is the mapping of all of them: nothing that is left open in
one part (a quote, a bracket) can reach into the next, for then that part alone would not parse.
So a part that was seen before needs no parser, nor does a literal block in its plainest form,
which most texts are. A file of any other kind is parsed as a whole.
"""

import re
from hashlib import blake2b
from typing import Any

from hero.process.witness import Record
from hero.registry.idea import KEPT_FIELDS
from hero.registry.parse import parse
from hero.registry.reading import IDEA_BYTES
from hero.registry.scalars import resolve

#: What of an idea is its text: a change of these is a revision of it.
TEXTS = ("title", "summary", "problem", "proposal", "benefit", "first_step")

#: What of an idea an audit looks at beside its text.
KEPT = (*KEPT_FIELDS, "proposers")

#: So that two texts that change places are told from two that stay.
_NUMBERS = {name: bytes([number]) for number, name in enumerate(TEXTS)}

_BREAK = re.compile(rb"\n(?=[^ \n])")
_KEY = re.compile(rb"([a-z_]+):[ \n]")
_LIST = re.compile(rb"[a-z_]+:\n(?=  - )")
_ITEM = re.compile(rb"\n(?=  - )")
#: `key: |` and lines of plain ASCII, the first of them two blanks deep, none ending in a blank.
_LITERAL = re.compile(rb"[a-z_]+: \|\n+  [!-~](?:[ -~]*[!-~])?(?:\n(?:  [ -~]*[!-~])?)*")
#: `key: plain words`, and `{key: word, key: "words", key: [word, word]}` in one line: nothing in
#: them means anything to YAML beside themselves.
_WORDS = re.compile(rb"[a-z_]+: ([A-Za-z0-9](?:[\w ,.()/+%?!'-]*[\w.()%?!])?)\n?", re.ASCII)
_ATOM = rb"[A-Za-z0-9][A-Za-z0-9_.-]*"
_PAIR = rb"([a-z_]+): (?:(ATOM)|\"([ !#-\[\]-~]*)\"|\[(ATOM(?:, ATOM)*)\])".replace(b"ATOM", _ATOM)
_PAIRS = re.compile(rb"  - \{PAIR(?:, PAIR)*\}\n?".replace(b"PAIR", _PAIR))
_PAIR_IN = re.compile(_PAIR.decode())

#: A key with what it holds; the empty key for what holds nothing, such as a comment.
Part = tuple[str, Any]


class Reader:
    """Reads versions one after another, and remembers the parts that it has parsed.

    Values of equal parts are one object: nobody may change what a record holds.
    """

    def __init__(self) -> None:
        #: Parts without their last line end, which the last part of a file may lack.
        self._inner: dict[bytes, Part | None] = {}
        self._last: dict[bytes, Part | None] = {}
        self._items: dict[bytes, Any] = {}

    def read(self, raw: bytes) -> Record | None:
        """What a version holds; None where nothing can be made out, or it is too large."""
        if len(raw) > IDEA_BYTES:
            return None
        parts = self._taken_apart(raw)
        if parts is None:
            data = parse("", raw).data
            if not isinstance(data, dict):
                return None
            parts = {name: _held(name, value) for name, value in data.items()}
        kept = {name: parts[name] for name in KEPT if name in parts}
        return Record(kept, b"".join([parts[name] for name in TEXTS if name in parts]))

    def _taken_apart(self, raw: bytes) -> dict[str, Any] | None:
        """The file's keys with what they hold; None where it must be parsed as a whole."""
        pieces = _BREAK.split(raw)
        last = pieces.pop()
        inner = self._inner
        found = []
        for piece in pieces:
            if piece not in inner:
                inner[piece] = _part(piece + b"\n", self._items)
            found.append(inner[piece])
        if last not in self._last:
            self._last[last] = _part(last, self._items)
        found.append(self._last[last])
        if None in found:
            return None
        named = [part for part in found if part is not None and part[0]]
        whole = dict(named)
        return whole if whole and len(whole) == len(named) else None


def _part(piece: bytes, known: dict[bytes, Any]) -> Part | None:
    """One key with what it holds; None where the piece is no document of its own."""
    if piece[:1] == b"#" and b"\n " not in piece:
        return "", None
    key = _KEY.match(piece)
    if key is None:
        return None
    name = key[1].decode()
    if _LITERAL.fullmatch(piece):
        return name, _held(name, _unindented(piece).decode())
    if words := _WORDS.fullmatch(piece):
        return name, _held(name, resolve(words[1].decode()))
    # How often a document may use aliases can only be told of the whole.
    if b"&" in piece and b"*" in piece:
        return None
    value = _list(piece, known) if _LIST.match(piece) else None
    if value is None:
        parsed = parse("", piece)
        if parsed.problems or not isinstance(parsed.data, dict) or [*parsed.data] != [name]:
            return None
        value = parsed.data[name]
    return name, _held(name, value)


def _list(piece: bytes, known: dict[bytes, Any]) -> list[Any] | None:
    """A list item by item: a record grows at its end, so most items were seen before."""
    pieces = _ITEM.split(piece[piece.index(b"\n") + 1 :])
    items = []
    for number, item in enumerate(pieces):
        whole = item if number == len(pieces) - 1 else item + b"\n"
        if whole not in known:
            known[whole] = _pairs(whole) or _item(whole)
        items.append(known[whole])
    return None if None in items else [one for held in items for one in held]


def _item(whole: bytes) -> list[Any] | None:
    """The one item that a text holds, in a list; None where that is not what it holds."""
    # Under a key, so that it stands as deep as in the file.
    parsed = parse("", b"x:\n" + whole)
    if parsed.problems or not isinstance(parsed.data, dict) or [*parsed.data] != ["x"]:
        return None
    held = parsed.data["x"]
    return held if isinstance(held, list) and len(held) == 1 else None


def _pairs(whole: bytes) -> list[Any] | None:
    """A mapping in one line, in its plainest form; None for any other."""
    if not _PAIRS.fullmatch(whole):
        return None
    found: dict[str, Any] = {}
    pairs = _PAIR_IN.findall(whole.decode())
    for name, word, words, several in pairs:
        if several:
            found[name] = [resolve(each) for each in several.split(", ")]
        else:
            found[name] = resolve(word) if word else words
    return [found] if len(found) == len(pairs) else None


def _held(name: str, value: Any) -> Any:
    """A kept value as it is, the digest of a text, and nothing of all else."""
    if name in _NUMBERS:
        raw = value if isinstance(value, str) else "\0" + repr(value)
        digest = blake2b(raw.encode(errors="surrogatepass"), digest_size=16).digest()
        return _NUMBERS[name] + digest
    return value if name in KEPT else None


def _unindented(piece: bytes) -> bytes:
    """The text of a literal block two blanks deep: one line end at its end, if it has any."""
    body = piece[piece.index(b"\n") :].replace(b"\n  ", b"\n")[1:]
    text = body.rstrip(b"\n")
    return text if text == body else text + b"\n"
