"""What somebody answered in the issue form, read from the issue's title and text.

GitHub writes each label as a heading, and the answer below it, as it was typed. So an answer may
hold headings of its own, even one that reads like a label. Labels are looked for in the form's
order: what looks like a label of an earlier question is a part of the answer.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hero.reconcile.seen import IssueSeen
from hero.registry.form import LABELS, Question, questions
from hero.registry.registry import Registry
from hero.registry.slug import slug_from
from hero.registry.template import QUESTIONS

#: What GitHub writes where nothing was answered.
NOTHING = frozenset({"", "_no response_", "no response", "none", "_none_"})
#: More names or tags than this nobody means; the rest is left out.
MANY = 20

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"#{2,4}[ \t]+(.+?)[ \t]*#*[ \t]*")


def is_form(issue: IssueSeen) -> bool:
    """Was it opened by the form, by a person? Of the three texts two are there at least."""
    if issue.author.bot or issue.author.id is None:
        return False
    there = {name for name, _ in _found(_lines(issue.body), True)}
    there |= {name for name, _ in _found(_lines(issue.body), False)}
    return len(there & set(QUESTIONS)) >= 2


def answers(issue: IssueSeen, registry: Registry) -> dict[str, Any]:
    """The fields of the idea, as its file holds them; its three texts are there in any case."""
    asked = {each.name: each for each in questions(registry)}
    given = sections(issue.body)
    known: dict[str, Any] = {"title": " ".join(_sound(issue.title).split())}
    known["theme"] = _choice(asked.get("theme"), given.get("theme", "")) or "unsure"
    known |= {name: given.get(name, "") for name in QUESTIONS}
    known["proposers"] = _people(issue.author.login, given.get("proposers", ""))
    if first := given.get("first_step"):
        known["first_step"] = first
    if challenge := _choice(asked.get("challenge"), given.get("challenge", "")):
        known["challenge"] = challenge
    if tags := _tags(given.get("tags", "")):
        known["tags"] = tags
    return known


def sections(body: str) -> Mapping[str, str]:
    """The answers by field; of one that was not given, nothing."""
    lines = _lines(body)
    marks = _found(lines, True)
    # A fence that nobody closed would hide all that follows.
    if len(marks) < len(plain := _found(lines, False)) and _open_fence(lines):
        marks = plain
    ends = [start for _, start in marks[1:]] + [len(lines)]
    texts = {
        name: _text(lines[start + 1 : end]) for (name, start), end in zip(marks, ends, strict=False)
    }
    return {name: text for name, text in texts.items() if text.lower() not in NOTHING}


def _found(lines: Sequence[str], fences: bool) -> list[tuple[str, int]]:
    """The labels with their lines: in the form's order, then texts that were put elsewhere."""
    there = list(_headings(lines, fences))
    found: dict[str, int] = {}
    last = -1
    for name in LABELS:
        at = next((line for other, line in there if other == name and line > last), None)
        if at is not None:
            found[name] = last = at
    for name, line in there:
        if name in QUESTIONS:
            found.setdefault(name, line)
    return sorted(found.items(), key=lambda pair: pair[1])


def _headings(lines: Sequence[str], fences: bool) -> Iterator[tuple[str, int]]:
    names = {label.lower(): name for name, label in LABELS.items()}
    inside = ""
    for number, line in enumerate(lines):
        inside = _fence(line, inside) if fences else ""
        heading = None if inside else _HEADING.fullmatch(line)
        if heading and heading[1].lower() in names:
            yield names[heading[1].lower()], number


def _fence(line: str, inside: str) -> str:
    """The fence that is open after this line; empty for none."""
    mark = _FENCE.match(line)
    if mark is None:
        return inside
    if not inside:
        return mark[1]
    closes = mark[1].startswith(inside) and not line.strip().strip(inside[0])
    return "" if closes else inside


def _open_fence(lines: Sequence[str]) -> bool:
    inside = ""
    for line in lines:
        inside = _fence(line, inside)
    return bool(inside)


def _lines(body: str) -> list[str]:
    return _sound(body).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _sound(text: str) -> str:
    """Text that can be written to a file: half of a pair of surrogates cannot."""
    return text.encode("utf-8", "replace").decode()


def _text(lines: Sequence[str]) -> str:
    """A text whose empty lines are empty, so that it can stand as it is in the file."""
    return "\n".join(line if line.strip() else "" for line in lines).strip()


def _choice(question: Question | None, answer: str) -> str | None:
    """What was chosen, as the file says it; what is no choice is left to the rules to tell."""
    if not answer:
        return None
    first = answer.splitlines()[0].strip()
    for shown, word in question.choices if question else ():
        if first.lower() in (shown.lower(), word.lower()):
            return word
    return slug_from(first) or first


def _people(author: str, answer: str) -> list[str]:
    """The author first, and whoever was named beside, each once."""
    named = [each.removeprefix("@") for each in re.split(r"[\s,;]+", answer) if each.strip("@")]
    found = {each.lower(): each for each in reversed([author, *named[:MANY]])}
    return list(reversed(found.values()))


def _tags(answer: str) -> list[str]:
    tags = (slug_from(each) for each in re.split(r"[,;\n]", answer)[:MANY])
    return list(dict.fromkeys(filter(None, tags)))
