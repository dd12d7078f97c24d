"""Every page of the built site is HTML, and is reached from home."""

from collections import deque
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from tests.browser.built import Source, pages
from tests.browser.conftest import ROOT
from tests.browser.validating import faults, validator

__all__ = ["validator"]

#: One of each that a validator has to see through, with a word of what it says.
WRONG = {
    "<p><div>x</div></p>": "p",
    '<p id="a">x</p><p id="a">y</p>': "id",
    "<ul><p>x</p></ul>": "permitted",
    '<label for="none">x</label>': "none",
    '<p tabindex="">x</p>': "tabindex",
    '<a rel="nofollow">x</a>': "rel",
    "<p><b>x</p>": "close",
}
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>T</title></head>
<body>{}</body>
</html>
"""


@pytest.fixture(scope="module")
def made(site: Path) -> dict[str, Source]:
    return pages(site)


def test_every_page_is_html(validator: Path, site: Path, tmp_path: Path) -> None:
    found = [*site.rglob("*.html")]
    assert len(found) > 150
    assert list(faults(validator, site, found, tmp_path)) == []


def test_what_is_no_html_is_told_of(validator: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.html" for number in range(len(WRONG) + 1)]
    for file, body in zip(files, (*WRONG, "<p>Good.</p>"), strict=True):
        file.write_text(PAGE.format(body), encoding="utf-8")
    told = list(faults(validator, tmp_path, files, tmp_path))
    for number, words in enumerate(WRONG.values()):
        assert [each for each in told if each.startswith(f"{number}.html") and words in each], words
    assert not [each for each in told if each.startswith(f"{len(WRONG)}.html")]


def test_every_page_is_reached_from_home_by_links(made: dict[str, Source]) -> None:
    base = "https://site.example/"
    seen, ahead = {"index.html"}, deque(["index.html"])
    while ahead:
        path = ahead.popleft()
        for link in made[path].links:
            to = unquote(urljoin(base + path, link).partition("#")[0].removeprefix(base))
            to = f"{to}index.html" if not to or to.endswith("/") else to
            if to in made and to not in seen:
                seen.add(to)
                ahead.append(to)
    assert made.keys() - seen == {"404.html"}
    ideas = {f"ideas/{path.stem}.html" for path in ROOT.glob("ideas/*/*.yml")}
    assert ideas <= seen
