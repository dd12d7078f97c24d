"""Headings, texts, lists, tables and code as Markdown that every engine cuts at the same places."""

import re
from collections.abc import Iterator

from hero.site.plain.elements import BLOCKS, LEAVES, Element
from hero.site.plain.tables import table
from hero.site.plain.words import BREAK, anchor, escaped, inline, line, text_of
from hero.site.shell import START

_INDENT = "    "
#: Code that no engine, extension or template language reads as more than code.
_CALM_CODE = re.compile(r"(?:[^{}`~<-]|-(?!-*8)|<(?!-*8))*")
_WORD = re.compile(r"[^\w\s-]")


class Writer:
    """Writes one page; knows which places the headings before have made."""

    def __init__(self) -> None:
        self.places: set[str] = set()

    def blocks(self, inside: list[Element | str], top: bool = False) -> list[str]:
        """Each block, without the blank lines between them; `top`: in no list and no quote."""
        found: list[str] = []
        run: list[Element | str] = []
        for each in inside:
            if isinstance(each, Element) and (each.tag in BLOCKS or self._holds_blocks(each)):
                found += [*_paragraph(run), *self._block(each, top)]
                run = []
            else:
                run.append(each)
        return [*found, *_paragraph(run)]

    def _holds_blocks(self, element: Element) -> bool:
        inside = [each for each in element.inside if isinstance(each, Element)]
        return any(each.tag in BLOCKS or self._holds_blocks(each) for each in inside)

    def _block(self, element: Element, top: bool) -> Iterator[str]:
        tag = element.tag
        if re.fullmatch("h[1-6]", tag):
            yield from self._heading(element)
        elif tag == "pre":
            yield _code("".join(text_of(element)), top)
        elif tag in ("ul", "ol"):
            yield from _placed(element, self._list(element))
        elif tag == "dl":
            yield from _placed(element, self._facts(element))
        elif tag == "blockquote":
            inner = "\n\n".join(self.blocks(element.inside))
            yield re.sub(r"^", "> ", inner, flags=re.MULTILINE).replace("> \n", ">\n")
        elif tag == "table":
            yield from (part for each in element.all("caption") for part in _paragraph(each.inside))
            yield from table(element)
        elif tag == "hr":
            yield "* * *"
        elif tag == "summary":
            yield from (f"**{each}**" for each in _paragraph(element.inside) if _bold(each))
            yield from (each for each in _paragraph(element.inside) if not _bold(each))
        elif tag in LEAVES and not self._holds_blocks(element):
            yield from _placed(element, _paragraph(element.inside))
        else:
            yield from _placed(element, self.blocks(element.inside, top))

    def _heading(self, element: Element) -> Iterator[str]:
        words = line(inline(element.inside, " ").strip())
        id_ = element.attributes.get("id")
        place = place_of("".join(text_of(element)))
        known = id_ in (START, place) and place not in self.places
        mark = anchor(id_) if id_ and not known else ""
        self.places.add(place)
        if words:
            yield f"{'#' * int(element.tag[1])} {mark}{words}"

    def _list(self, element: Element) -> list[str]:
        items = [each for each in element.inside if isinstance(each, Element)]
        start = element.attributes.get("start", "1")
        number = int(start) if element.tag == "ol" and len(start) < 3 else 1
        made = []
        for item in items:
            marker = f"{number}.".ljust(4) if element.tag == "ol" else "-   "
            inner = self.blocks(item.inside if item.tag == "li" else [item])
            if not inner:
                continue
            if "id" in item.attributes:
                inner[0] = anchor(item.attributes["id"]) + inner[0]
            made.append(_hung(marker, inner))
            number = min(number + 1, 99)
        if not made:
            return []
        return ["\n".join(made) if not any("\n" in each for each in made) else "\n\n".join(made)]

    def _facts(self, element: Element) -> list[str]:
        made: list[str] = []
        for each in _flat(element):
            inner = self.blocks(each.inside)
            if each.tag == "dt":
                made.append(_hung("-   ", [f"{_strong(' '.join(inner))}:"]))
            elif made and len(inner) == 1 and not inner[0].startswith(("-   ", "1.  ", "|", "```")):
                made[-1] += f" {inner[0]}" if "\n" not in made[-1] else f"\n\n{_INDENT}{inner[0]}"
            elif made:
                made[-1] += "\n\n" + "\n\n".join(_indented(part) for part in inner)
        between = "\n\n" if any("\n\n" in each for each in made) else "\n"
        return [between.join(made)] if made else []


def _flat(element: Element) -> Iterator[Element]:
    """The terms and what is said of them, in their order, in groups or not."""
    for each in element.inside:
        if isinstance(each, Element):
            yield from [each] if each.tag in ("dt", "dd") else _flat(each)


def place_of(words: str) -> str:
    """The id that engines give a heading of these words."""
    return re.sub(r"[-\s]+", "-", _WORD.sub("", words).strip().lower())


def _paragraph(inside: list[Element | str]) -> list[str]:
    lines = [line(each.strip()) for each in inline(inside).split(BREAK)]
    words = BREAK.join(each for each in lines if each)
    return [words] if words else []


def _placed(element: Element, made: list[str]) -> Iterator[str]:
    if made and "id" in element.attributes:
        yield anchor(element.attributes["id"])
    yield from made


def _bold(words: str) -> bool:
    return words[0].isalnum() and words[-1].isalnum() and "*" not in words and "\n" not in words


def _strong(words: str) -> str:
    return f"**{words}**" if "*" not in words and "<" not in words else words


def _hung(marker: str, inner: list[str]) -> str:
    return marker + _indented("\n\n".join(inner)).lstrip()


def _indented(text: str) -> str:
    return re.sub(r"^(?=.)", _INDENT, text, flags=re.MULTILINE)


def _code(text: str, top: bool) -> str:
    text = text.rstrip("\n")
    if top and text.strip() and _CALM_CODE.fullmatch(text):
        return f"```\n{text}\n```"
    return code_lines(text)


def code_lines(text: str) -> str:
    """Code that an engine could take for more, line by line."""
    lines = text.strip("\n").expandtabs(4).split("\n")
    return BREAK.join(f"<code>{_kept(each)}</code>" for each in lines)


def _kept(text: str) -> str:
    """A line of code whose blanks stay."""
    return escaped(text).replace("  ", "&#160; ").replace("  ", " &#160;") or "&#160;"
