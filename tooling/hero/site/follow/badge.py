"""Badges as SVG: an idea's stage, to be shown in a README or a wiki."""

from html import escape

from hero.registry.summary import clipped
from hero.site.follow.entries import named
from hero.site.page import Download
from hero.site.pieces import looks
from hero.site.window import Window

#: Dark enough for white letters at WCAG AA. The stage is also written, so no colour stands alone.
_COLOURS = {"paused": "#5c636a", "good": "#0b6b3a", "ended": "#5b4b8a", "unknown": "#5c636a"}
_ACTIVE = "#0b6a75"
#: Pixels a letter takes in 11 px Verdana or what stands in for it, rather more than less.
_LETTER, _EDGE, _LONGEST = 7, 10, 40


def path_of(slug: str) -> str:
    """Where the badge of an idea is."""
    return f"badges/{slug}.svg"


def badge(window: Window, slug: str) -> Download:
    """The badge of an idea: what it is, and its stage."""
    stage = window.stage(slug)
    look = looks(stage, window.registry.pipeline.stages)
    words = clipped(named(stage.name), _LONGEST)
    return Download(path_of(slug), drawn("idea", words, _COLOURS.get(look, _ACTIVE)).encode())


def drawn(left: str, right: str, colour: str) -> str:
    """Two words side by side. Nothing in it moves, runs or asks anybody for anything."""
    first, second = (len(words) * _LETTER + 2 * _EDGE for words in (left, right))
    label = escape(f"{left}: {right}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{first + second}" height="20" '
        f'role="img" aria-label="{label}"><title>{label}</title>'
        f'<rect width="{first}" height="20" fill="#3d434a"/>'
        f'<rect x="{first}" width="{second}" height="20" fill="{colour}"/>'
        '<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" '
        f'font-size="11"><text x="{first / 2:g}" y="14">{escape(left)}</text>'
        f'<text x="{first + second / 2:g}" y="14">{escape(right)}</text></g></svg>\n'
    )
