"""Words and what stands among them, as Markdown that no engine takes for more than words.

What means something to an engine, an extension of one, or a template language before it, is
written as a reference: a browser shows the character, and nothing else ever reads it as one.
"""

import re
from urllib.parse import quote

from hero.site.plain.elements import Element

#: Marks of Markdown and its extensions, and of templates: `{{` and `{%` among them.
_MARKS = re.compile(
    r"[\\`*\[\]<>{}|~^$\x00-\x08\x0b-\x1f\x7f]"
    r"|&(?=#|\w+;)"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|([=+:%-])(?=\1)"
    r"|:(?=[\w+-]+:|//)"
    # Some engines make links of bare addresses, and end them elsewhere than Hero does.
    r"|(?<=\w)@(?=\w)|(?<=\bwww)\."
)
#: What would make a line more than a line: a heading, a list, a rule, a box, a definition.
_START = re.compile(r"\s*(?:([#=+?:/%;-]|!(?!\[))|(\d+)([.)])(?=\s|$))")
_BLANKS = re.compile(r"[ \t\n\f\r]+")
_SIMPLE = re.compile(r"(?![#:])(?:[^`{}|\\\n8]|8(?!-*<))+")
_EDGES = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_STRESS = {"strong": "**", "em": "*"}
#: Next to letters, engines differ about where stress begins and ends if it does so with a mark.
_STRESSED = re.compile(r"(?<!\S)<(strong|em)>([^\s<*][^<*\n]*(?<!\s))</\1>(?=[\s.,;:)]|$)")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_PAGE = re.compile(r"^([^?#]*)\.html(?=[?#]|$)")
#: Set below what they explain, as lines of their own.
_BELOW = ("hero-summary", "hero-meta")
#: Between two lines of one paragraph; a cell has no room for lines of its own.
BREAK, CELL_BREAK = "  \n", "<br>"


def escaped(text: str) -> str:
    """Text that says itself, and nothing to any engine."""
    return _MARKS.sub(lambda found: _reference(found[0]), text)


def anchor(id_: str) -> str:
    """A place that links lead to."""
    return f'<a id="{quote(id_)}"></a>'


def line(text: str) -> str:
    """A line that no engine takes for the beginning of something else."""
    found = _START.match(text)
    if not found:
        return text
    if found[1]:
        return f"{text[: found.start(1)]}{_reference(found[1])}{text[found.end(1) :]}"
    return f"{text[: found.end(2)]}{_reference(found[3])}{text[found.end(3) :]}"


def inline(inside: list[Element | str], line_break: str = BREAK) -> str:
    """What stands in a line: words, links, code, emphasis."""
    made = "".join(
        _BLANKS.sub(" ", escaped(each)) if isinstance(each, str) else _element(each, line_break)
        for each in inside
    )
    return _STRESSED.sub(_marked, re.sub(r"  +(?!\n)", " ", made))


def _element(element: Element, line_break: str) -> str:
    tag = element.tag
    if tag == "br":
        return line_break
    if tag == "code":
        return code("".join(text_of(element)))
    if tag == "img":
        source = _destination(element.attributes.get("src", ""))
        return f"![{escaped(element.attributes.get('alt', ''))}]({source})"
    words = inline(element.inside, line_break)
    if "id" in element.attributes:
        words = anchor(element.attributes["id"]) + words
    if tag == "a" and "href" in element.attributes:
        shown = words.strip()
        return f"[{shown}]({_destination(element.attributes['href'])})" if shown else ""
    if tag in ("strong", "em", "del"):
        return _stressed(tag, words)
    if any(each in element.kind.split() for each in _BELOW):
        return f"{line_break}{words.strip()}"
    return words


def _stressed(tag: str, words: str) -> str:
    mark = _STRESS.get(tag)
    if mark and _EDGES.fullmatch(words) and "*" not in words and "\n" not in words:
        return f"{mark}{words}{mark}"
    return f"<{tag}>{words}</{tag}>" if words.strip() else words


def _marked(found: re.Match[str]) -> str:
    """Stress between blanks, which all engines see; elsewhere it stays an element."""
    mark = _STRESS[found[1]]
    return f"{mark}{found[2]}{mark}"


def code(text: str) -> str:
    """A piece of code in a line."""
    if _SIMPLE.fullmatch(text) and text == text.strip():
        return f"`{text}`"
    return f"<code>{escaped(text)}</code>"


def text_of(element: Element) -> list[str]:
    """All text in an element as it is."""
    parts: list[str] = []
    for each in element.inside:
        parts += [each] if isinstance(each, str) else text_of(each)
    return parts


def _destination(address: str) -> str:
    """Where a link leads: pages are files of Markdown here, everything else stays."""
    if not _OUTSIDE.match(address):
        address = _PAGE.sub(r"\1.md", address)
    return quote(address, safe="/:?#@!$&'+,;=%-._~").replace("&", "&amp;").replace("'", "%27")


def _reference(char: str) -> str:
    if char in "<>&":
        return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}[char]
    # What commands a machine is no text, and no reference may name it.
    return f"&#{ord(char)};" if char >= " " and char != "\x7f" else ""
