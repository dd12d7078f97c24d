"""Strangers' words in a comment: they can be read, and do nothing else.

A comment on GitHub is not only shown. `@name` calls somebody, `#12` and a link to an issue leave a
note there, and a hidden remark could pass for ours. Everything here is HTML, so that no Markdown is
looked for in it.
"""

import html
import re

from hero.registry.markdown import Renderer

#: Nothing that is seen, and enough to keep a sign from meeting what follows it.
_NOTHING = "\u200b"
_CALLS = re.compile(r"@(?=[A-Za-z0-9])|#(?=\d)|\b(?:GH|gh)(?=-\d)")
#: A link by this name leads to the same place and leaves no note there.
_FORGE = re.compile(r"\b(https?://)(?:www\.)?(github\.com/)", re.IGNORECASE)
_TICKED = re.compile(r"`([^`]+)`")
_TEXT = re.compile(r"(<[^>]*>)|([^<]+)")
_BLANK = re.compile(r"\n\s*\n+")


def said(words: str) -> str:
    """One line of plain words as HTML; what stands in backticks becomes code."""
    line = "".join(char if char.isprintable() else " " for char in words)
    return _TICKED.sub(r"<code>\1</code>", _quiet(html.escape(line, quote=False)))


def titled(words: str) -> str:
    """One line for a title, which is plain text and no Markdown."""
    line = "".join(char if char.isprintable() else " " for char in words)
    return _quiet(" ".join(line.split()))


def rendered(markdown: str) -> str:
    """A stranger's Markdown as harmless HTML without a blank line, as the site renders it."""
    made = str(Renderer(top=4)(markdown))
    quiet = _TEXT.sub(lambda part: _address(part[1]) if part[1] else _quiet(part[2]), made)
    return _BLANK.sub("\n\u200b\n", quiet.strip())


def fenced(text: str, language: str) -> str:
    """A block of code whose fence nothing in the text can close."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = "".join(char if char.isprintable() or char in "\n\t" else "�" for char in text)
    return f"{fence}{language}\n{lines.removesuffix(chr(10))}\n{fence}"


def _quiet(escaped: str) -> str:
    """Text of HTML in which nobody is called and nothing is referred to."""
    return _CALLS.sub(lambda call: call[0] + _NOTHING, _FORGE.sub(_redirected, escaped))


def _address(tag: str) -> str:
    return _FORGE.sub(_redirected, tag)


def _redirected(link: re.Match[str]) -> str:
    return f"{link[1]}redirect.{link[2]}"
