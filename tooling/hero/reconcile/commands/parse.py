"""The commands in a text: lines that a reader sees begin with one, and what was written with it.

What counts is what GitHub shows: the text is rendered, with a sign at the head of each line that
might be a command, and a sign counts where it stands in a paragraph of the text itself. So nothing
counts that is quoted, in code, in a list, in a table, hidden in a remark, or part of a link.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from hero.reconcile.commands.verbs import VERBS, meant

#: So many commands of one comment are read.
MOST = 5
#: A longer text is none that GitHub would take.
LONGEST = 70_000

_LINE = re.compile(r"( {0,3})/([A-Za-z][A-Za-z_-]{0,20})[:,]?(?=[ \t]|$)")
_REMARK = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
#: A signature, or who wrote when and the quotation of that, at the end of an answer by mail.
_MAIL = re.compile(
    r"\n(?:-- \n.*|On [^\n]{5,200} wrote:[ \t]*(?:\n(?:>[^\n]*|[ \t]*))*)\Z", re.DOTALL
)
#: Signs that no text has: what it has of them is taken out before.
_OPEN, _SHUT = "\ue000", "\ue001"
_SIGN = re.compile(f"{_OPEN}(\\d+){_SHUT}")
_VOID = frozenset(("br", "hr", "img"))
#: What GitHub shows as something of its own; of other tags it keeps what is in them.
_TAGS = (
    "a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption "
    "figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section "
    "small span strike strong sub summary sup table tbody td tfoot th thead time tr tt ul var"
)
#: Quotations within quotations, deeper than anybody reads.
_DEEP = re.compile(r"^((?: {0,3}>){30})(?: {0,3}>)+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it was written. `rest` follows on its line, `more` on the lines below.

    `word` is what was typed, in small letters; `verb` the command it is, or was meant for.
    """

    word: str
    verb: str
    rest: str
    more: str

    @property
    def known(self) -> bool:
        """Is it a command, and not only nearly one?"""
        return self.word == self.verb

    @property
    def words(self) -> str:
        """All that was written with it."""
        return f"{self.rest}\n{self.more}".strip()


def commands(text: str) -> tuple[Command, ...]:
    """The commands of a text, in order, near misses among them. Any text is fine.

    What follows one, up to the next or the end, is written with it.
    """
    lines = _lines(text)
    heads = [number for number in _seen(lines) if _verb(lines[number])]
    return tuple(_commands(lines, heads))


def _commands(lines: list[str], heads: list[int]) -> Iterator[Command]:
    ends = [*heads[1:], len(lines)]
    for number, end in zip(heads, ends, strict=False):
        found = _LINE.match(lines[number])
        verb = _verb(lines[number])
        if found and verb:
            rest = _REMARK.sub("", lines[number][found.end() :]).strip()
            more = _REMARK.sub("", "\n".join(lines[number + 1 : end]))
            yield Command(found[2].lower(), verb, rest, _tidied(more))


def _verb(line: str) -> str | None:
    found = _LINE.match(line)
    if not found:
        return None
    word = found[2].lower()
    return word if word in VERBS else meant(word)


def _lines(text: str) -> list[str]:
    """The lines of a text as CommonMark ends them, without our signs and what is no text."""
    safe = text[:LONGEST].encode("utf-8", "replace").decode()
    safe = safe.replace(_OPEN, "�").replace(_SHUT, "�").replace("\0", "�")
    return safe.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _seen(lines: list[str]) -> list[int]:
    """The numbers of the lines that begin with a slash and a word, as a reader sees them."""
    matches = {number: found for number, line in enumerate(lines) if (found := _LINE.match(line))}
    if not matches:
        return []
    signed = [
        f"{matches[number][1]}{_OPEN}{number}{_SHUT}{line.lstrip(' ')}"
        if number in matches
        else line
        for number, line in enumerate(lines)
    ]
    page = _Page()
    page.feed(_rendered(_DEEP.sub(r"\1", "\n".join(signed))))
    page.close()
    return sorted(set(page.found))


def _rendered(text: str) -> str:
    import cmarkgfm  # type: ignore[import-untyped]
    import nh3
    from cmarkgfm.cmark import Options  # type: ignore[import-untyped]

    # Raw HTML stays: what stands in it has to be told from the text.
    options = (
        Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_VALIDATE_UTF8 | Options.CMARK_OPT_FOOTNOTES
    )
    made = str(cmarkgfm.github_flavored_markdown_to_html(text, options))
    # Of HTML that is not whole Python's own parser makes heavy weather: minutes for one comment.
    return nh3.clean(made, tags=set(_TAGS.split()), attributes={}, link_rel=None)


class _Page(HTMLParser):
    """Finds the signs that stand in a paragraph, and in nothing else."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go in."""
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What closes itself holds nothing; a browser takes others for opened."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Go out, of what was left open inside too."""
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Take the signs of a plain paragraph."""
        if self.open == ["p"]:
            self.found.extend(int(number) for number in _SIGN.findall(data))


def _tidied(text: str) -> str:
    """A text without blanks at the ends of its lines, and without empty lines at its end.

    What a mail program puts below an answer by mail is nobody's reason.
    """
    lines = "\n".join(line.rstrip() for line in _MAIL.sub("", f"\n{text}").split("\n"))
    return lines.removeprefix("\n").rstrip()
