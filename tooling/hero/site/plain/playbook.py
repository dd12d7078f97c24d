"""A playbook's own Markdown, without what only some engines know and what templates would run."""

import re
from collections.abc import Callable

from hero.site.plain.blocks import code_lines, place_of
from hero.site.plain.words import anchor, code

_FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})([^\n`]*)\n(.*?)^[ \t]*\2[`~]*[ \t]*$", re.M | re.S)
_SPAN = re.compile(r"(?<!`)(`+)(?!`)([^\n]*?[^`])\1(?!`)")
_TEMPLATE = re.compile(r"\{[{%#]")
_HEADING = re.compile(r"^(#{1,6}[ \t]+)([^\n]*?)[ \t]*\{:?[ \t]*#([\w-]+)[^}\n]*\}[ \t]*$", re.M)
_NAMED = re.compile(r"(\*\*[^*\n]+\*\*|\*[^*\n]+\*|\]\([^()\n]*\))\{:?[ \t]*#([\w-]+)[^}\n]*\}")
_DRESSED = re.compile(r"(?<=[)*`])\{:?[ \t]*[.#][\w-][^}\n]*\}")
_BOX = re.compile(
    r'^(?:!!!|\?\?\?\+?) ?(\w+)(?: "([^"\n]*)")?\n((?:(?:[ ]{4}[^\n]*|[ \t]*)(?:\n|\Z))+)', re.M
)


def plain_playbook(text: str, other: Callable[[str], str]) -> str:
    """The text as any engine reads it; `other` is done to all of it that is no code."""
    parts, at = [], 0
    for found in _FENCE.finditer(text):
        parts += [_prose(text[at : found.start()], other), _fence(found)]
        at = found.end()
    return "".join([*parts, _prose(text[at:], other)])


def _prose(text: str, other: Callable[[str], str]) -> str:
    text = _BOX.sub(_quote, text)
    text = _HEADING.sub(_heading, text)
    text = _NAMED.sub(lambda found: f"{anchor(found[2])}{found[1]}", text)
    text = _DRESSED.sub("", text)
    text = _SPAN.sub(lambda span: _span(span), text)
    return _TEMPLATE.sub(lambda mark: f"&#123;{mark[0][1:]}", other(text))


def _fence(found: re.Match[str]) -> str:
    indent, inside = found[1], found[4]
    if not _TEMPLATE.search(inside):
        return found[0]
    said = "\n".join(each.removeprefix(indent) for each in inside.split("\n"))
    return "\n".join(indent + each for each in code_lines(said).split("\n"))


def _span(found: re.Match[str]) -> str:
    return code(found[2].strip()) if _TEMPLATE.search(found[2]) else found[0]


def _heading(found: re.Match[str]) -> str:
    mark = "" if found[3] == place_of(found[2]) else anchor(found[3])
    return f"{found[1]}{mark}{found[2]}"


def _quote(found: re.Match[str]) -> str:
    """A box is a quote with its title first."""
    title = found[2] if found[2] is not None else found[1].capitalize()
    inside = re.sub(r"^ {4}", "", found[3].rstrip(), flags=re.MULTILINE)
    said = f"**{title}**\n\n{inside}" if title else inside
    return re.sub(r"^(?=.)", "> ", said, flags=re.M).replace("\n\n", "\n>\n") + "\n\n"
