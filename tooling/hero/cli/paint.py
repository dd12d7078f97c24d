"""Colours for a terminal. They say nothing that the words do not say."""

import os

import click

_STYLES = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan"},
    "good": {"fg": "green"},
    "place": {"bold": True},
}


def paint(words: str, style: str) -> str:
    """Words in the colour of a severity, of something good, or of a place."""
    return click.style(words, **_STYLES[style])  # type: ignore[arg-type]  # because: a mixed table


def colour() -> bool | None:
    """No colours where NO_COLOR says so; else click decides by whether this is a terminal."""
    return False if os.environ.get("NO_COLOR") else None
