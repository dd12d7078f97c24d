"""The pages of the playbooks, taken apart: blocks of code, inline code, prose, comments."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
PLAYBOOKS = ROOT / "playbooks"
PAGES = {
    path.relative_to(PLAYBOOKS).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(PLAYBOOKS.rglob("*.md"))
}
#: Pages that are generated, and held equal to the program by tests of their own.
GENERATED = {"technology/verbs.md"}

_FENCED = re.compile(
    r"^(?P<gap>[ ]*)```(?P<kind>\w*)[^\n]*\n(?P<text>.*?)^(?P=gap)```", re.M | re.S
)
_INLINE = re.compile(r"(?<!`)`([^`\n]+(?:\n[^`\n]+)?)`(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_EXAMPLE = re.compile(r"<!-- example -->.*?<!-- /example -->", re.S)


def blocks(page: str, kind: str) -> list[str]:
    """The fenced blocks of a kind, without the indent of the list that they stand in."""
    found = [each for each in _FENCED.finditer(PAGES[page]) if each["kind"] == kind]
    return [re.sub(f"^{each['gap']}", "", each["text"], flags=re.M) for each in found]


def inline(page: str) -> list[str]:
    """What stands in backticks within sentences, on one line each."""
    return [" ".join(text.split()) for text in _INLINE.findall(_FENCED.sub("", PAGES[page]))]


def comments(page: str) -> list[str]:
    """What the page asks Hero for: `check FACT >= BOUND`, `pipeline`."""
    return re.findall(r"<!--\s*hero:\s*(.*?)\s*-->", _FENCED.sub("", PAGES[page]))


def prose(page: str, example: bool = True) -> str:
    """The text without code and comments, and if asked, without what is the example's alone."""
    text = PAGES[page] if example else _EXAMPLE.sub("", PAGES[page])
    return _INLINE.sub("X", _COMMENT.sub("", _FENCED.sub("", text)))


def yaml_blocks() -> Iterator[tuple[str, object]]:
    """Every YAML block of every page with what it holds; what is only comments is left out.

    A block that is no YAML comes as the text of the error.
    """
    for page in PAGES:
        for text in blocks(page, "yaml"):
            try:
                data = yaml.safe_load(text)
            except yaml.YAMLError as error:
                data = str(error)
            if data is not None:
                yield page, data


def commands() -> Iterator[tuple[str, str]]:
    """Every call of `hero` that a page shows, as it is written, with its page."""
    for page in PAGES.keys() - GENERATED:
        shown = [
            line
            for kind in ("console", "sh")
            for text in blocks(page, kind)
            for line in re.sub(r"\\\n", " ", text).splitlines()
        ]
        for line in [*shown, *inline(page)]:
            called = re.match(r"(?:\$ )?(?:\w+=\S+ )?(?:\.venv/bin/)?hero(?: (.*))?$", line)
            if called and called[1]:
                yield page, called[1].split("  #")[0].strip()
