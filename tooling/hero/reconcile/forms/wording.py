"""What is wrong with an idea, in the words of the form that its author saw."""

import re
from collections.abc import Iterator

from hero.reconcile.reading import Reading
from hero.registry.diagnostic import Diagnostic, Severity
from hero.registry.form import LABELS, Question, questions
from hero.registry.reading import IDEA_BYTES
from hero.registry.secrets import masked

#: So many are told at once; the others are told when these are mended.
SHOWN = 12
#: Help that speaks of files, which the author never saw.
_FILES = re.compile(r"playbooks/|hero check|\.yml|\bfile\b|write it like this", re.IGNORECASE)
_FIELD = re.compile(r"`(\w+)(?:\[\d+\])?`")
_PAIR = re.compile(r"`(\w+): ([^`]+)`")
_EXPLAINED = re.compile(r"`\w+`: (.+)")
_NAMES = {"title": "Title", **LABELS}


def faults(reading: Reading) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each error with what helps, in the order of the form."""
    order = list(_NAMES)
    found = [each for each in reading.found if each.severity is Severity.ERROR]
    found.sort(key=lambda each: order.index(name) if (name := _name(each)) in order else len(order))
    asked = {each.name: each for each in questions(reading.world)}
    # Of many names in one answer that are no names, one is enough to see what is meant.
    first = {(each.rule, _name(each) or each.key): each for each in reversed(found)}
    for each in [each for each in found if each in first.values()][:SHOWN]:
        yield _told(each, asked.get(_name(each)))


def _name(diagnostic: Diagnostic) -> str:
    route = diagnostic.place.route
    return str(route[0]) if route else ""


def _told(diagnostic: Diagnostic, asked: Question | None) -> tuple[str, tuple[str, ...]]:
    if diagnostic.rule == "file-size":
        return f"All of it together is too long: about {IDEA_BYTES:,} characters fit", ()
    message = _in_labels(diagnostic.message)
    label = _NAMES.get(_name(diagnostic))
    if label and f"“{label}”" not in message:
        message = f"in “{label}”, {message}"
    message = masked(f"{message[0].upper()}{message[1:]}")
    if asked is not None and asked.choices:
        shown = ", ".join(f"“{name}”" for name, _ in asked.choices)
        return message, (f"choose one of these under “{asked.label}”: {shown}",)
    if asked is not None and asked.kind == "input":
        return message, (asked.about,)
    return message, tuple(masked(line) for line in _helps(diagnostic))


def _helps(diagnostic: Diagnostic) -> Iterator[str]:
    if any(_FILES.search(line) for line in diagnostic.help[:1]):
        return
    for line in diagnostic.help:
        if _FILES.search(line):
            continue
        explained = _EXPLAINED.fullmatch(line)
        yield explained[1] if explained else _in_labels(_PAIR.sub(r"“\2”", line))


def _in_labels(words: str) -> str:
    """Fields by their labels; nothing can be removed from a form, only left empty."""
    words = words.replace("remove the field", "leave it empty")
    return _FIELD.sub(
        lambda found: f"“{_NAMES[found[1]]}”" if found[1] in _NAMES else found[0], words
    )
