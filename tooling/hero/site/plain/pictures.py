"""Drawings of a page as files of their own, which look alike without the site's styles."""

import re
from functools import cache
from html import escape, unescape

from hero.site.assets import STYLE, joined

_DRAWING = re.compile(r"<svg\b([^>]*)>(.*?)</svg>", re.DOTALL)
_TOLD = re.compile(r"<(title|desc)\b[^>]*>(.*?)</\1>", re.DOTALL)
_LINK = re.compile(r"<(/?)a\b[^>]*>")
_AT_RULE = re.compile(r"@[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_DRAWN = re.compile(r"(?<![\w-])(?:fill|stroke|--hero|--md-default)")
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
#: Ancestors that rules of drawings ask for.
_AROUND = "hero-chart hero-diagram hero-net"


def drawn_apart(body: str, name: str, root: str) -> tuple[str, list[tuple[str, str]]]:
    """The HTML with an image in place of each drawing; and each one's path with its text."""
    files: list[tuple[str, str]] = []

    def put(found: re.Match[str]) -> str:
        path = f"assets/pictures/{name}-{len(files) + 1}.svg"
        files.append((path, _file(found[1], found[2])))
        first = dict(reversed([(kind, words) for kind, words in _TOLD.findall(found[2])]))
        said = ": ".join(unescape(first[kind]) for kind in ("title", "desc") if kind in first)
        return f'<img src="{escape(root + path)}" alt="{escape(said or "Picture")}">'

    return _DRAWING.sub(put, body), files


def _file(attributes: str, inside: str) -> str:
    size = "" if "width=" in attributes else ' width="960"'
    attributes = re.sub(r'\sclass="[^"]*"', "", attributes)
    inside = _NO_TEXT.sub("", _LINK.sub(lambda found: f"<{found[1]}g>", inside))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{_AROUND}" '
        f'data-md-color-scheme="default"{attributes}{size}>\n'
        f"<style>{_style()}</style>\n{inside.strip()}\n</svg>\n"
    )


@cache
def _style() -> str:
    """The rules that draw: colours, lines and letters, on paper."""
    flat = _AT_RULE.sub("", _COMMENT.sub("", joined(STYLE).decode()))
    rules = [
        f"{' '.join(selector.replace('.md-typeset ', '').split())}{{{' '.join(said.split())}}}"
        for selector, said in _RULE.findall(flat)
        if _DRAWN.search(said)
    ]
    paper = "svg{background:#fff;font-family:sans-serif}"
    return escape("\n".join([paper, *rules]), quote=False).replace("&gt;", ">")
