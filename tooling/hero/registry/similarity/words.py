"""A text as the words that carry it: lower case, without accents, stop words and endings.

The stemmer takes off what English adds to a word of the same sense (plural, -ing, -ed, -er, -ly);
it goes a step further than Harman's S stemmer ("How Effective Is Suffixing?", JASIS 42, 1991) and
far less far than Porter's. By `python -m tests.similar.choices` it finds more than plain words do,
and a little more than plurals alone.
"""

import re
import unicodedata
from functools import cache

#: English words that say nothing about a subject, and what an apostrophe leaves of words.
_STOPPED = """
a about above after again all also although always am an and another any anybody anyone are as
at away be because been before being below between both but by can cannot could did do does
doing done down during each either else even ever every everybody everyone few for from
further get gets give given go goes going had has have having he her here him his how however i
if in into is it its itself just keep kept let like made make makes many may me might more most
much must my need needs neither never no nobody none nor not nothing now of off on once one
only onto or other others our out over own per rather same say she should since so some
somebody someone something still such take takes than that the their them then there these they
thing things this those though through thus to today too two under until up upon us use used
uses using very via want was way we well were what when where whether which while who whole
whom whose why will with within without would yet you your
aren couldn d didn doesn don hadn hasn haven isn ll m re s shouldn t ve wasn weren won wouldn
"""
STOP_WORDS = frozenset(_STOPPED.split())

_PLAIN = re.compile(r"[a-z0-9]+")
#: Where words are not set apart, every character is one; pairs of them then make the words.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"
_ANY = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
#: Longer ones are no words: hashes, keys, noise.
LONGEST = 40


def words(text: str) -> list[str]:
    """All words of a text as written, but in lower case and without accents."""
    if text.isascii():
        return _PLAIN.findall(text.lower())
    parted = unicodedata.normalize("NFKD", text.lower())
    # Voiced kana come apart too; putting together again what has no accents heals them.
    bare = "".join(each for each in parted if not "\u0300" <= each <= "\u036f")
    return _ANY.findall(unicodedata.normalize("NFKC", bare).lower())


@cache
def term(word: str) -> str:
    """What stands for a word and all its forms; empty for a word that does not count."""
    if word in STOP_WORDS or len(word) > LONGEST or word.isdecimal():
        return ""
    word = _singular(word)
    for ending in ("ing", "ed", "er", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            if ending != "ly" and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    if word.endswith("y") and len(word) > 3:
        word = word[:-1] + "i"
    return word


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word


def terms(text: str) -> list[str]:
    """The words that count, as their terms, in order."""
    return [found for word in words(text) if (found := term(word))]
