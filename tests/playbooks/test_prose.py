"""The playbooks are in plain words and short sentences, and each page leads on."""

import re
from statistics import mean

import pytest

from hero.culture.scorecard.check import parse
from tests.playbooks.pages import GENERATED, PAGES, ROOT, comments, prose

#: Words that say less than they seem to, or nothing.
AVOID = re.compile(
    r"\b(leverag\w+|utili[sz]\w+|synerg\w+|seamless\w*|holistic\w*|paradigm\w*|ideat\w+"
    r"|stakeholders?|best[- ]in[- ]class|best practices?|going forward|low-hanging|deep dives?"
    r"|actionable|robust\w*|in order to|as well as|cutting[- ]edge|world[- ]class|game[- ]chang\w+"
    r"|streamlin\w+|facilitat\w+|proactive\w*|impactful|learnings|onboard(?:ed|s)?|unlock\w*"
    r"|delv\w+|crucial\w*|simply put|it is important to note|needless to say|please note)\b",
    re.I,
)
#: A title, or the name of a source, in which such a word stands.
TITLES = {"sources.md"}
#: Pages in which one looks something up, coming from a page that leads on.
LOOKED_UP = {"process/commands.md", "process/upkeep.md", "technology/search.md"}
LONGEST, USUAL = 40, 15
FEWEST, MOST = 25, 210
WRITTEN = sorted(PAGES.keys() - GENERATED - TITLES)


def sentences(page: str) -> list[str]:
    """The sentences of a page; a row's cell, a list's entry and a heading is one by itself."""
    text = re.sub(r"\]\([^)]*\)", "]", prose(page))
    text = re.sub(r"^\s*(?:[-*+>#|]|\d+\.)+\s*", "\n", text, flags=re.M)
    parts = re.split(r"\n\s*\n|\||(?<=[.!?:;])[*\"”)\]]*\s+", text)
    return [" ".join(part.split()) for part in parts if len(part.split()) > 1]


@pytest.mark.parametrize("page", WRITTEN)
def test_sentences_are_short(page: str) -> None:
    lengths = {each: len(each.split()) for each in sentences(page)}
    assert {each: count for each, count in lengths.items() if count > LONGEST} == {}
    assert mean(lengths.values()) <= USUAL


@pytest.mark.parametrize("page", WRITTEN)
def test_words_are_plain(page: str) -> None:
    assert [found[0] for found in AVOID.finditer(prose(page))] == []


@pytest.mark.parametrize("page", sorted(PAGES.keys() - GENERATED - LOOKED_UP))
def test_a_page_ends_by_sending_its_reader_on(page: str) -> None:
    last = prose(page, example=False).strip().split("\n\n")[-1]
    assert last.startswith("**Next:** ")


@pytest.mark.parametrize("page", WRITTEN)
def test_a_page_can_be_read_in_one_go(page: str) -> None:
    assert FEWEST <= len(PAGES[page].splitlines()) <= MOST


def test_no_paragraph_stands_on_two_pages() -> None:
    seen: dict[str, str] = {}
    for page in WRITTEN:
        for part in prose(page).split("\n\n"):
            words = " ".join(part.split())
            if len(words.split()) >= 15:
                assert seen.setdefault(words, page) == page, words


def test_no_check_stands_on_two_pages_of_a_section() -> None:
    seen: dict[tuple[str, str], str] = {}
    for page in PAGES:
        for asked in comments(page):
            if asked.startswith("check "):
                key = page.partition("/")[0], parse(asked.removeprefix("check ")).written
                assert seen.setdefault(key, page) == page, asked


def test_every_page_is_in_the_navigation() -> None:
    nav = re.findall(r": ([\w/-]+\.md)$|- ([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text(), re.M)
    assert PAGES.keys() <= {one or two for one, two in nav}


@pytest.mark.parametrize("page", sorted(PAGES.keys() - TITLES))
def test_a_source_that_is_cited_is_on_the_list(page: str) -> None:
    listed = set(re.findall(r"\{ #([a-z0-9-]+) \}", PAGES["sources.md"]))
    listed |= {name.lower() for name in re.findall(r"^## (\w+)$", PAGES["sources.md"], re.M)}
    assert set(re.findall(r"sources\.md#([a-z0-9-]+)", PAGES[page])) <= listed


def test_every_source_that_is_listed_once_says_what_was_taken() -> None:
    entries = re.split(r"\n\n(?=\*\*)", PAGES["sources.md"])
    anchors = [anchor for each in entries for anchor in re.findall(r"\{ #([a-z0-9-]+) \}", each)]
    assert len(anchors) == len(set(anchors)) > 20
    for each in entries:
        if "{ #" in each:
            assert len(each.split(" ·", 1)[1].split()) > 8, each


def test_the_words_of_a_page_are_read_as_sentences() -> None:
    assert AVOID.search("We leverage synergies") is not None
    assert "Two are enough to begin with, four are better, and" in " ".join(
        sentences("process/start.md")
    )
